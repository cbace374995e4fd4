package org.evenkeel.core.plan;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.data.Bar;
import org.evenkeel.core.data.BarSeries;
import org.evenkeel.core.data.MarketSnapshot;

/** The plain volatility of a price over the bars of a snapshot: the volatility of an asset inside a hedged sleeve. */
final class PriceVolatility {

  private static final long YEAR_MILLIS = Duration.ofDays(365).toMillis();

  private PriceVolatility() {}

  /** Root of the mean squared return, annualized; zero without bars. */
  static Ratio annual(MarketSnapshot market, InstrumentId id) {
    BarSeries series = market.series(id).orElse(null);
    if (series == null || series.bars().size() < 2) {
      return Ratio.ZERO;
    }
    List<Bar> bars = series.bars();
    double sum = 0;
    for (int i = 1; i < bars.size(); i++) {
      double move =
          bars.get(i).close().value().doubleValue() / bars.get(i - 1).close().value().doubleValue()
              - 1;
      sum += move * move;
    }
    double perBar = sum / (bars.size() - 1);
    double barsPerYear = (double) YEAR_MILLIS / series.interval().toMillis();
    return Ratio.of(BigDecimal.valueOf(StrictMath.sqrt(perBar * barsPerYear)));
  }
}
