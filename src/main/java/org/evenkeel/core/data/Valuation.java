package org.evenkeel.core.data;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.catalog.Instrument;

/**
 * What an account is worth and how much it holds of an instrument.
 *
 * <p>Coins are valued at the middle of their spot book against the NAV currency; a stablecoin is never taken for one.
 * The NAV currency itself is the yardstick.
 */
public final class Valuation {

  private Valuation() {}

  /** The contracts held of an instrument: the futures position, or the coins in the spot wallet. */
  public static Contracts held(Instrument instrument, AccountSnapshot account) {
    return switch (instrument) {
      case Instrument.Spot spot -> Contracts.of(account.coins(spot.venue(), spot.base()));
      case Instrument.Future future -> account.position(future.id());
    };
  }

  /** A fraction as a decimal of 12 places, for reports. */
  public static BigDecimal fraction(BigDecimal part, BigDecimal whole) {
    return whole.signum() == 0
        ? BigDecimal.ZERO
        : Decimals.normal(
            part.divide(whole, Decimals.PRECISION).setScale(12, RoundingMode.HALF_EVEN));
  }
}
