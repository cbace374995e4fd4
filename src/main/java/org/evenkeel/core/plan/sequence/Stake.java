package org.evenkeel.core.plan.sequence;

import java.math.BigDecimal;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.plan.PositionInterval;

/**
 * What may be held of one instrument before the first leg, and what a contract of it means.
 *
 * @param possible the positions possible: the position and every working order at full size
 * @param venue where it is traded
 * @param kind what it is to the margin clerk
 * @param value the worth of one contract at its mark, in NAV currency
 * @param cost the most that trading may lose against the mark, fees included, over what is traded
 * @param lot quantities are multiples of this
 * @param smallest the smallest order that the venue takes, in contracts
 */
public record Stake(
    PositionInterval possible,
    VenueId venue,
    Kind kind,
    BigDecimal value,
    BigDecimal cost,
    BigDecimal lot,
    BigDecimal smallest) {

  /** What an instrument is to the margin clerk. */
  public enum Kind {
    /** A contract that is margined. */
    FUTURE,
    /** A coin that is held for its risk and paid from a wallet of its own. */
    COIN,
    /** A coin that is held for its risk and paid from the money that carries futures. */
    COIN_FROM_MARGIN,
    /** A coin that is held as money and paid from a wallet of its own. */
    CASH,
    /** A coin that is held as money and paid from the money that carries futures. */
    CASH_FROM_MARGIN
  }

  InstrumentId instrument() {
    return possible.instrument();
  }

  boolean isFuture() {
    return kind == Kind.FUTURE;
  }

  boolean isRisk() {
    return kind != Kind.CASH && kind != Kind.CASH_FROM_MARGIN;
  }

  boolean isPaidFromMargin() {
    return kind == Kind.COIN_FROM_MARGIN || kind == Kind.CASH_FROM_MARGIN;
  }
}
