package org.evenkeel.core.statement;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who leads, as the database tells it.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param name what is led
 * @param epoch the fencing token: whatever is written under a smaller one is refused
 * @param holder the process that has it, or had it last
 * @param expiresAt until when, by the database's clock; empty if it was given back
 * @param now the database's clock at the look
 * @param since when this holder's run began to write; empty if it never did
 * @param lastSign the holder's last sign of life; empty if it never gave one
 * @param takeovers the newest leases that persons took away, newest first
 */
public record LeaseRow(
    String name,
    long epoch,
    String holder,
    Optional<Instant> expiresAt,
    Instant now,
    Optional<Instant> since,
    Optional<Instant> lastSign,
    List<Takeover> takeovers) {

  public LeaseRow {
    takeovers = List.copyOf(takeovers);
  }

  /**
   * A lease that persons took away.
   *
   * @param at when
   * @param epoch the token that ended
   * @param holder whose it was
   * @param wasAlive whether it had not run out
   * @param author who took it
   * @param reason why
   */
  public record Takeover(
      Instant at, long epoch, String holder, boolean wasAlive, String author, String reason) {}

  /** Whether the holder still has it. */
  public boolean isAlive() {
    return expiresAt.filter(until -> until.isAfter(now)).isPresent();
  }

  /** How it stands, such as 'held for another 12 s'. */
  public String state() {
    if (expiresAt.isEmpty()) {
      return "given back";
    }
    Duration left = Duration.between(now, expiresAt.get());
    return isAlive()
        ? "held for another " + left.toSeconds() + " s"
        : "run out " + left.negated().toSeconds() + " s ago";
  }

  /** The payload of a request to take it away while it is alive: another holder or token makes it void. */
  public String identity() {
    return name + "\n" + epoch + "\n" + holder;
  }
}
