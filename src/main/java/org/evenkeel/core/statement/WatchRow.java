package org.evenkeel.core.statement;

import java.time.Instant;
import java.util.Optional;

/**
 * The newest look of the independent watcher as the database has it.
 *
 * @param look what was seen
 * @param lookedAt when, by the database's clock
 * @param ageSeconds how long ago that is, by the same clock
 * @param isLatched whether a halt of the watcher stands, which only 'resume --checklist' lifts
 * @param lastHalt cause and time of its newest halt, if it ever halted
 */
public record WatchRow(
    WatchLook look,
    Instant lookedAt,
    long ageSeconds,
    boolean isLatched,
    Optional<String> lastHalt) {

  /** How many intervals a watcher may be late until it counts as gone. */
  private static final int PATIENCE = 3;

  /** Whether somebody watches: the newest look is at most three intervals old. */
  public boolean isWatching() {
    return ageSeconds <= (long) PATIENCE * look.intervalSeconds();
  }
}
