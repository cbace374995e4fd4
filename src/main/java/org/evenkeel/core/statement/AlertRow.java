package org.evenkeel.core.statement;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An alert with whom it has reached and who has taken it up.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param number its number, for 'alerts ack'
 * @param source the process that raised it: bot or watcher
 * @param subject what it is about, such as 'journal'
 * @param message what it said when it was raised
 * @param raisedAt by the wall clock of that process
 * @param clearedAt when it was over; empty while it stands
 * @param acknowledged who has taken it up
 * @param channels what became of it, by channel, in the order of their names; empty where no channel was tried
 */
public record AlertRow(
    long number,
    String source,
    String subject,
    String message,
    Instant raisedAt,
    Optional<Instant> clearedAt,
    Optional<Acknowledgment> acknowledged,
    List<Channel> channels) {

  /** Whoever has taken an alert up. */
  public record Acknowledgment(String author, String reason, Instant at) {}

  /**
   * One channel's part.
   *
   * @param sent how often it has taken the alert
   * @param lastSentAt when it did so last
   * @param lastFailedAt when it did not, last
   * @param lastFailure why not; empty if it never failed
   */
  public record Channel(
      String name,
      long sent,
      Optional<Instant> lastSentAt,
      Optional<Instant> lastFailedAt,
      String lastFailure) {

    /** True if the last attempt failed. */
    public boolean isFailing() {
      return lastFailedAt
          .map(failed -> lastSentAt.isEmpty() || failed.isAfter(lastSentAt.orElseThrow()))
          .orElse(false);
    }
  }

  public AlertRow {
    channels = List.copyOf(channels);
  }

  /** True if it stands and nobody has taken it up. */
  public boolean isWaiting() {
    return clearedAt.isEmpty() && acknowledged.isEmpty();
  }
}
