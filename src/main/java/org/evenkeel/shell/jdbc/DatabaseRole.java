package org.evenkeel.shell.jdbc;

import java.util.Locale;

/**
 * Who somebody is to the database; the migrations say what each may do.
 *
 * <p>A transaction takes the role of the port it is for, so that a defect of a reader cannot write and a defect of the
 * bot cannot speak for a person.
 */
enum DatabaseRole {
  /** Everything in the tables, for repairs by hand. */
  OWNER,
  /** What the bot observes, decides and does. */
  BOT,
  /** What persons order. */
  OPERATOR,
  /** To read what the engine says of itself, to keep its own looks, and to halt. */
  WATCHER,
  /** Nothing but reading. */
  READER;

  String sqlName() {
    return "evenkeel_" + name().toLowerCase(Locale.ROOT);
  }
}
