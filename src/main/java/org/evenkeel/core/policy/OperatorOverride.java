package org.evenkeel.core.policy;

import java.time.Instant;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.SleeveId;

/**
 * An operator's instruction that lowers a sleeve's exposure for a time.
 *
 * @param id number given by the journal
 * @param sleeve what it is about
 * @param kind what it does
 * @param value cap as a fraction of NAV, or multiplier 0..1; zero for an exclusion
 * @param author who ordered it
 * @param reason why
 * @param createdAt since when
 * @param expiresAt until when; an override without end does not exist
 */
public record OperatorOverride(
    long id,
    SleeveId sleeve,
    Kind kind,
    Ratio value,
    String author,
    String reason,
    Instant createdAt,
    Instant expiresAt) {

  /** What an override does. */
  public enum Kind {
    /** The sleeve's exposure is at most this fraction of NAV. */
    CAP,
    /** The sleeve's exposure is multiplied by this number from 0 to 1. */
    MULTIPLIER,
    /** The sleeve leaves the portfolio; its risk is shared out anew. */
    EXCLUDE
  }

  public OperatorOverride {
    if (author.isBlank() || reason.isBlank()) {
      throw new IllegalArgumentException("an override needs an author and a reason");
    }
    if (!expiresAt.isAfter(createdAt)) {
      throw new IllegalArgumentException("an override must expire after it begins: " + expiresAt);
    }
    if (value.value().signum() < 0) {
      throw new IllegalArgumentException(
          "an override's value must not be negative, found " + value);
    }
    if (kind == Kind.MULTIPLIER && value.compareTo(Ratio.ONE) > 0) {
      throw new IllegalArgumentException("a multiplier only lowers: 0 to 1, found " + value);
    }
  }

  /** True at an instant from its creation until before its expiry. */
  public boolean isInForce(Instant at) {
    return !at.isBefore(createdAt) && at.isBefore(expiresAt);
  }
}
