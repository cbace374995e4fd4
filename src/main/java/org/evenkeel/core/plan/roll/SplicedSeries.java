package org.evenkeel.core.plan.roll;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.data.Bar;
import org.evenkeel.core.data.BarSeries;

/**
 * The prices of a contract with those of the one before in front of them, such that the difference between the two is no
 * return.
 *
 * <p>Earlier prices are multiplied by the ratio of both closes of the first bar that both contracts have.
 * So every return from one close to the next is one within a single contract, and the chain of them has no gap.
 * For example, 100, 102 of the old contract and 107.1, 108 of the new one, of which 107.1 is of the same bar as 102, become
 * 105, 107.1, 108: the return of the first bar is 2 %, not 7.1 %.
 *
 * <p>Where no bar is common to both, the newer contract has no history but its own.
 */
final class SplicedSeries {

  private SplicedSeries() {}

  /** The newer contract's series with the older one's bars in front. */
  static BarSeries of(BarSeries older, BarSeries newer) {
    if (newer.bars().isEmpty() || !older.interval().equals(newer.interval())) {
      return newer;
    }
    Bar first = newer.bars().getFirst();
    Optional<Bar> common =
        older.bars().stream().filter(bar -> bar.openTime().equals(first.openTime())).findFirst();
    if (common.isEmpty()) {
      return newer;
    }
    BigDecimal ratio =
        Decimals.quotient(first.close().value(), common.orElseThrow().close().value());
    List<Bar> bars = new ArrayList<>();
    for (Bar bar : older.bars()) {
      if (bar.openTime().isBefore(first.openTime())) {
        bars.add(scaled(bar, ratio));
      }
    }
    bars.addAll(newer.bars());
    return new BarSeries(newer.instrument(), newer.interval(), bars);
  }

  private static Bar scaled(Bar bar, BigDecimal ratio) {
    return new Bar(
        bar.openTime(),
        bar.closeTime(),
        scaled(bar.open(), ratio),
        scaled(bar.high(), ratio),
        scaled(bar.low(), ratio),
        scaled(bar.close(), ratio),
        bar.volume());
  }

  private static Price scaled(Price price, BigDecimal ratio) {
    return Price.of(price.value().multiply(ratio, Decimals.PRECISION));
  }
}
