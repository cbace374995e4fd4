package org.evenkeel.core.estimate;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.evenkeel.core.catalog.Leg;
import org.evenkeel.core.catalog.Sleeve;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.data.Bar;
import org.evenkeel.core.data.BarSeries;
import org.evenkeel.core.data.MarketSnapshot;
import org.evenkeel.core.estimate.sample.BarRanges;

/**
 * The ranges of the sleeves' bars on the rows of a return matrix.
 *
 * <p>Only a sleeve with one leg has a range: the highest price of a sum is not the sum of the
 * highest prices. A bar whose open or close lies outside of its high and low has none either.
 *
 * <p>This class is stateless and thread-safe.
 */
final class RangeGrid {

  private RangeGrid() {}

  static ReturnMatrix addedTo(
      ReturnMatrix returns, Universe universe, MarketSnapshot market, Duration barLength) {
    int rows = returns.barCloses().size();
    int columns = universe.sleeves().size();
    BarRanges ranges =
        new BarRanges(
            unknown(rows, columns),
            unknown(rows, columns),
            unknown(rows, columns),
            unknown(rows, columns));
    for (int i = 0; i < columns; i++) {
      fill(ranges, i, universe.sleeves().get(i), market, returns.barCloses(), barLength);
    }
    return returns.with(ranges);
  }

  private static void fill(
      BarRanges ranges,
      int column,
      Sleeve sleeve,
      MarketSnapshot market,
      List<Instant> closes,
      Duration barLength) {
    if (sleeve.legs().size() != 1) {
      return;
    }
    Leg leg = sleeve.legs().get(0);
    Optional<BarSeries> series = market.series(leg.instrument());
    TreeMap<Instant, Bar> bars = new TreeMap<>();
    series.ifPresent(s -> s.bars().forEach(bar -> bars.put(bar.closeTime(), bar)));
    double ratio = leg.ratio().doubleValue();
    for (int t = 0; t < closes.size(); t++) {
      Bar bar = bars.get(closes.get(t));
      Bar before = bars.get(closes.get(t).minus(barLength));
      if (bar != null && before != null && isConsistent(bar)) {
        double open = bar.open().value().doubleValue();
        double last = before.close().value().doubleValue();
        ranges.gap()[t][column] = ratio * StrictMath.log(open / last);
        ranges.up()[t][column] = ratio * StrictMath.log(bar.high().value().doubleValue() / open);
        ranges.down()[t][column] = ratio * StrictMath.log(bar.low().value().doubleValue() / open);
        ranges.body()[t][column] = ratio * StrictMath.log(bar.close().value().doubleValue() / open);
      }
    }
  }

  private static boolean isConsistent(Bar bar) {
    return bar.low().compareTo(bar.open()) <= 0
        && bar.low().compareTo(bar.close()) <= 0
        && bar.high().compareTo(bar.open()) >= 0
        && bar.high().compareTo(bar.close()) >= 0;
  }

  private static double[][] unknown(int rows, int columns) {
    double[][] matrix = new double[rows][columns];
    for (double[] row : matrix) {
      Arrays.fill(row, Double.NaN);
    }
    return matrix;
  }
}
