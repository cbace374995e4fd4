package org.evenkeel.cycle.watch;

import org.evenkeel.core.statement.WatchLook;

/**
 * The watcher's way into the database, with the rights of the watcher: to read the engine's words, to keep its own looks
 * and deeds, and to halt.
 *
 * <p>Every method throws {@link org.evenkeel.cycle.JournalUnavailable} if the database does not answer.
 */
public interface WatchBook {

  /** What the engine has written down. */
  EngineWord word();

  /** Keeps the newest look in the place of the one before. */
  void keep(WatchLook look);

  /**
   * Halts the engine: HALTED in the name of the watcher, unless trading is stopped already, and in any case the deed,
   * which latches until a person resumes with the checklist.
   */
  void halt(String cause);

  /** Writes down what came of canceling the working orders. */
  void canceled(String outcome);
}
