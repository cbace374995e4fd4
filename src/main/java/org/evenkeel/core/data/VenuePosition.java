package org.evenkeel.core.data;

import java.math.BigDecimal;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.catalog.Instrument;

/**
 * A futures position as the venue reports it.
 *
 * @param instrument the instrument
 * @param quantity signed contracts; negative is short
 * @param entryPrice average price paid, in quote currency; zero if flat
 * @param unrealizedPnl profit at the mark price, in the settlement currency
 */
public record VenuePosition(
    InstrumentId instrument, Contracts quantity, BigDecimal entryPrice, BigDecimal unrealizedPnl) {

  public VenuePosition {
    entryPrice = Decimals.normal(entryPrice);
    unrealizedPnl = Decimals.normal(unrealizedPnl);
  }

  /** The currency in which its profit is counted. */
  public Currency settlement() {
    return switch (Instrument.parse(instrument)) {
      case Instrument.Future future -> future.settlement();
      case Instrument.Spot spot -> spot.quote();
    };
  }
}
