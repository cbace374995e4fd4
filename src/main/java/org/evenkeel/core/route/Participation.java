package org.evenkeel.core.route;

import java.math.BigDecimal;
import java.time.Duration;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.data.Bar;
import org.evenkeel.core.data.BarSeries;
import org.evenkeel.core.data.Quote;

/**
 * What the market trades by itself, and how much of it one order may be.
 *
 * <p>For example, bars that show 24,000 coins a day are 1,000 an hour; a tenth of a minute's is 1.66 coins.
 * Volume is measured over all bars of the decision, because one bar tells little of the next minutes.
 *
 * <p>This class is stateless and thread-safe.
 */
public final class Participation {

  private Participation() {}

  /** The value that is traded within a time on average, in quote currency; zero if nothing is known. */
  public static Money volume(BarSeries series, Duration within, InstrumentSpec spec) {
    BigDecimal value = BigDecimal.ZERO;
    long millis = 0;
    for (Bar bar : series.bars()) {
      value = value.add(bar.volume().multiply(bar.close().value()));
      millis += Duration.between(bar.openTime(), bar.closeTime()).toMillis();
    }
    BigDecimal part =
        millis == 0
            ? BigDecimal.ZERO
            : Decimals.quotient(
                value.multiply(BigDecimal.valueOf(within.toMillis())), BigDecimal.valueOf(millis));
    return new Money(part, spec.instrument().quote());
  }

  /** The most lots that an order may have within an interval, rounded down; zero if no volume is known. */
  public static Contracts room(
      BarSeries series, Duration interval, Ratio most, InstrumentSpec spec, Quote quote) {
    Money all = volume(series, interval, spec);
    Money share = new Money(all.amount().multiply(most.value()), all.currency());
    return spec.lotsTowardZero(share, quote.mark());
  }
}
