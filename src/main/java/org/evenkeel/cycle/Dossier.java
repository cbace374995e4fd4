package org.evenkeel.cycle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.evenkeel.core.basics.CycleId;
import org.evenkeel.core.statement.Facts;

/**
 * What is recorded, for reports: by kind of fact, or row by row.
 *
 * <p>Times are those of the database's clock, at which rows were written. Works without the lease and while the daemon is
 * down; throws {@link JournalUnavailable} if the database does not answer.
 */
public interface Dossier {

  /** Kinds of facts. */
  enum Kind {
    /** Everything that happened, in words: time, level, what, subject, text. */
    EVENTS,
    /** Starts of the program with mode, version, configuration and schema. */
    RUNS,
    /** Changes of the trading state. */
    STATES,
    /** Overrides, with who ended them. */
    OVERRIDES,
    /** Soft limits that were set, with who approved what raises risk. */
    LIMITS,
    /** What two persons were asked for. */
    REQUESTS,
    /** Rehearsals of the kill switch. */
    DRILLS,
    /** Decisions that were held or failed. */
    INCIDENTS,
    /** The largest numbers of messages, by minute and cycle, with their times, what is allowed and whether twice as many are. */
    CAPACITY,
    /** Differences of books and venues. */
    BREAKS,
    /** Alerts: how soon somebody was called, and how soon somebody has taken them up. */
    ALERTS
  }

  /** The facts of a kind that were written from an instant on and before another, oldest first. */
  Facts facts(Kind kind, Instant since, Instant until);

  /** The tables of the bot's own records, by name. */
  List<String> tables();

  /** The rows of a table that were written in that time, each as one line of JSON, in the order of their writing. */
  void rows(String table, Instant since, Instant until, Consumer<String> line);

  /** When a cycle was begun, by the database's clock. */
  Optional<Instant> begun(CycleId cycle);
}
