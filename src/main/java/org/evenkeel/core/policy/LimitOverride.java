package org.evenkeel.core.policy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.evenkeel.core.basics.Decimals;

/**
 * A soft limit that an operator has set for a time.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param id its number in the journal; 0 before it has one
 * @param name which limit
 * @param value what it is to be
 * @param author who ordered it, both names if two persons agreed
 * @param reason why
 * @param createdAt from when on, by the bot's clock
 * @param expiresAt until when; then the configuration holds again
 * @param isAgreed whether two persons have agreed on it, as the reader of the journal has proved
 * @param end when and how it was taken back, if it was
 */
public record LimitOverride(
    long id,
    LimitName name,
    BigDecimal value,
    String author,
    String reason,
    Instant createdAt,
    Instant expiresAt,
    boolean isAgreed,
    Optional<End> end) {

  /**
   * The early end of a limit that was set.
   *
   * @param at when, by the bot's clock
   * @param isAgreed whether two persons have agreed on it
   */
  public record End(Instant at, boolean isAgreed) {}

  public LimitOverride {
    if (author.isBlank() || reason.isBlank()) {
      throw new IllegalArgumentException("a limit that is set needs an author and a reason");
    }
    if (!expiresAt.isAfter(createdAt)) {
      throw new IllegalArgumentException("a limit must expire after it begins: " + expiresAt);
    }
  }

  /** A limit as it is wanted, before anybody has recorded it. */
  public static LimitOverride wanted(
      LimitName name,
      BigDecimal value,
      String author,
      String reason,
      Instant createdAt,
      Instant expiresAt) {
    return new LimitOverride(
        0, name, value, author, reason, createdAt, expiresAt, false, Optional.empty());
  }

  /** True from its creation until before its expiry, whether it was taken back or not. */
  public boolean isWithin(Instant at) {
    return !at.isBefore(createdAt) && at.isBefore(expiresAt);
  }

  /** True if it was taken back by then. */
  public boolean isEnded(Instant at) {
    return end.filter(each -> !each.at().isAfter(at)).isPresent();
  }

  /** What both persons see and the daemon compares. */
  public String text() {
    return name + " = " + Decimals.text(value) + " until " + expiresAt;
  }
}
