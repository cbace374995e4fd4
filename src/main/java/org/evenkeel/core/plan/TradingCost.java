package org.evenkeel.core.plan;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.data.Bar;
import org.evenkeel.core.data.BarSeries;
import org.evenkeel.core.data.Quote;

/**
 * What a trade costs as a fraction of its value, part by part.
 *
 * <p>The spread is measured from the book, volume and volatility from the bars. The impact is the square-root law, daily
 * volatility times the root of the trade over the daily volume, with the coefficient 1 that is usual for many markets
 * (Almgren, Thum, Hauptmann and Li 2005; Toth and others 2011): a prior, until executions of one's own say otherwise. Where
 * a venue publishes no volume, half of the spread once more takes its place.
 *
 * @param fee fraction of the value
 * @param spread half of the spread over the middle
 * @param impact fraction of the value
 */
public record TradingCost(Ratio fee, Ratio spread, Ratio impact) {

  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final BigDecimal DAY_MILLIS = BigDecimal.valueOf(86_400_000);
  private static final BigDecimal DAYS = BigDecimal.valueOf(365);

  /** The cost of a trade of some value, above zero if any of its parts is. */
  public static TradingCost of(
      Money value,
      Ratio fee,
      InstrumentSpec spec,
      Quote quote,
      Optional<BarSeries> bars,
      Ratio annualVolatility) {
    BigDecimal spread =
        Decimals.quotient(
            quote.ask().value().subtract(quote.bid().value()).multiply(HALF), quote.mid().value());
    BigDecimal volume = bars.map(TradingCost::dailyVolume).orElse(BigDecimal.ZERO);
    BigDecimal impact = spread;
    if (volume.signum() > 0) {
      BigDecimal part = Decimals.quotient(value.abs().amount(), volume);
      BigDecimal days = Decimals.quotient(part, DAYS);
      impact = annualVolatility.value().multiply(days.sqrt(Decimals.PRECISION));
    }
    return new TradingCost(fee, new Ratio(spread), new Ratio(impact));
  }

  /** Mean value of a day's trading, in quote currency. */
  private static BigDecimal dailyVolume(BarSeries series) {
    BigDecimal sum = BigDecimal.ZERO;
    long millis = 0;
    for (Bar bar : series.bars()) {
      sum = sum.add(bar.volume().multiply(bar.close().value()));
      millis += bar.closeTime().toEpochMilli() - bar.openTime().toEpochMilli();
    }
    return millis == 0
        ? BigDecimal.ZERO
        : Decimals.quotient(sum.multiply(DAY_MILLIS), BigDecimal.valueOf(millis));
  }

  /** All parts. */
  public Ratio total() {
    return fee.plus(spread).plus(impact);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "fee %s, half spread %s, impact %s bp",
        points(fee),
        points(spread),
        points(impact));
  }

  private static String points(Ratio ratio) {
    return String.format(Locale.ROOT, "%.2f", ratio.value().movePointRight(4));
  }
}
