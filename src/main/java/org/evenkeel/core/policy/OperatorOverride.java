package org.evenkeel.core.policy;

import java.time.Instant;
import org.evenkeel.core.basics.Ratio;

/**
 * An operator's instruction that lowers exposure, or keeps it from being traded, for a time.
 *
 * @param id number given by the journal
 * @param scope what it is about
 * @param kind what it does
 * @param value cap as a fraction of NAV or of the risk, or multiplier 0..1; zero for what has no number
 * @param author who ordered it
 * @param reason why
 * @param createdAt since when
 * @param expiresAt until when; an override without end does not exist
 */
public record OperatorOverride(
    long id,
    OverrideScope scope,
    Kind kind,
    Ratio value,
    String author,
    String reason,
    Instant createdAt,
    Instant expiresAt) {

  /** What an override does; how several of them add up is said in {@link Mandates}. */
  public enum Kind {
    /** The exposure of all that it concerns is together at most this fraction of NAV. */
    CAP,
    /** The exposure is multiplied by this number from 0 to 1. */
    MULTIPLIER,
    /** The sleeve leaves the portfolio; its risk is shared out anew. */
    EXCLUDE,
    /** All that it concerns bears together at most this share of the portfolio's risk. */
    RISK_CAP,
    /** The position is brought toward zero or left. */
    REDUCE_ONLY,
    /** The position is left as it is; the others are not changed for it. */
    FREEZE_WEIGHT,
    /** The position is closed and stays closed. */
    CLOSE,
    /** No order at all. */
    NO_TRADE;

    /** True if it comes with a number. */
    public boolean hasValue() {
      return this == CAP || this == MULTIPLIER || this == RISK_CAP;
    }
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
    if (kind == Kind.RISK_CAP && value.compareTo(Ratio.ONE) > 0) {
      throw new IllegalArgumentException("a share of the risk is 0 to 1, found " + value);
    }
    if (!kind.hasValue() && !value.isZero()) {
      throw new IllegalArgumentException(kind + " has no number, found " + value);
    }
  }

  /** True at an instant from its creation until before its expiry. */
  public boolean isInForce(Instant at) {
    return !at.isBefore(createdAt) && at.isBefore(expiresAt);
  }

  /** The same with its number in the journal. */
  public OperatorOverride numbered(long number) {
    return new OperatorOverride(number, scope, kind, value, author, reason, createdAt, expiresAt);
  }

  /** What it does in words, such as 'times 0.5' or 'no-trade'. */
  public String effect() {
    return kind.hasValue() ? kind + " " + value : kind.toString();
  }
}
