package org.evenkeel.core.plan.sequence;

import java.math.BigDecimal;
import java.util.Optional;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.plan.Collateral.Pot;
import org.evenkeel.core.plan.PositionInterval;

/**
 * What may be held of one instrument before the first leg, and what a contract of it means.
 *
 * @param possible the positions possible: the position and every working order at full size
 * @param venue where it is traded
 * @param kind what it is to the portfolio
 * @param pot the money that carries it, or that pays for it if it carries futures besides; empty if neither
 * @param value the worth of one contract at its mark, in NAV currency
 * @param cost the most that trading may lose against the mark, fees included, over what is traded
 * @param lot quantities are multiples of this
 * @param smallest the smallest order that the venue takes, in contracts
 */
public record Stake(
    PositionInterval possible,
    VenueId venue,
    Kind kind,
    Optional<Pot> pot,
    BigDecimal value,
    BigDecimal cost,
    BigDecimal lot,
    BigDecimal smallest) {

  /** What an instrument is to the portfolio. */
  public enum Kind {
    /** A contract that is margined. */
    FUTURE,
    /** A coin that is held for its risk. */
    COIN,
    /** A coin that is held as money. */
    CASH
  }

  public Stake {
    if (kind == Kind.FUTURE && pot.isEmpty()) {
      throw new IllegalArgumentException("nothing carries " + possible.instrument());
    }
  }

  InstrumentId instrument() {
    return possible.instrument();
  }

  boolean isFuture() {
    return kind == Kind.FUTURE;
  }

  boolean isPaidFromMargin() {
    return !isFuture() && pot.isPresent();
  }
}
