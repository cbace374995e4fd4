package org.evenkeel.core.route;

import java.math.BigDecimal;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.data.Quote;

/** The worst price an order accepts: the touch and a collar beyond it, rounded to the tick on the careful side. */
public final class OrderPricing {

  private OrderPricing() {}

  /** For example, buying at an ask of 100 with a collar of 0.002 and a tick of 0.1 gives 100.2. */
  public static Price limitPrice(Side side, Quote quote, Ratio collar, InstrumentSpec spec) {
    BigDecimal fraction = collar.value();
    return switch (side) {
      case BUY ->
          new Price(
              Decimals.floorToStep(
                  quote.ask().value().multiply(BigDecimal.ONE.add(fraction)), spec.tickSize()));
      case SELL ->
          new Price(
              Decimals.ceilingToStep(
                  quote.bid().value().multiply(BigDecimal.ONE.subtract(fraction)),
                  spec.tickSize()));
    };
  }
}
