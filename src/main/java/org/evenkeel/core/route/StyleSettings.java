package org.evenkeel.core.route;

import java.time.Duration;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.catalog.Instrument;

/**
 * How patiently orders are worked, by class of instrument.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param perpetuals the style of perpetuals; default IOC
 * @param dated the style of dated futures; default IOC
 * @param coins the style of spot markets; default IOC
 * @param collarFrom what the collar of a taking order is measured from; default TOUCH
 * @param repriceEvery time after which a resting order that the touch has left is replaced, and the interval in which no
 *     more than one order is sent; default 15 s
 * @param patience how long an order may rest in all before the rest crosses; default 60 s
 * @param slices number of TWAP slices; default 5
 * @param sliceEvery distance of the slices; default 30 s
 * @param participation most of the measured volume of one interval that one order may be; default 0.05
 * @param fillChance taken chance that a resting order is filled within the patience; default 0.5
 * @param makerSaving fee of a taker less that of a maker, fraction of the value; default 0.0003
 * @param riskAversion annual cost of tracking variance: half of it times the variance, as a fraction of NAV; default 5
 * @param isPlannerMeasured whether the planner's fees follow what orders have cost; default false
 */
public record StyleSettings(
    ExecutionStyle perpetuals,
    ExecutionStyle dated,
    ExecutionStyle coins,
    OrderPricing.Reference collarFrom,
    Duration repriceEvery,
    Duration patience,
    int slices,
    Duration sliceEvery,
    Ratio participation,
    Ratio fillChance,
    Ratio makerSaving,
    Ratio riskAversion,
    boolean isPlannerMeasured) {

  public StyleSettings {
    if (repriceEvery.toMillis() < 1 || patience.compareTo(repriceEvery) < 0) {
      throw new IllegalArgumentException(
          "the patience of " + patience + " must not be shorter than one round of " + repriceEvery);
    }
    if (slices < 1 || slices > 100 || sliceEvery.toMillis() < 1) {
      throw new IllegalArgumentException(slices + " slices every " + sliceEvery);
    }
    if (participation.compareTo(Ratio.ZERO) <= 0 || participation.compareTo(Ratio.ONE) > 0) {
      throw new IllegalArgumentException(
          "the participation must lie in 0..1, found " + participation);
    }
  }

  /** Everything at once, as long as nobody asks for more patience. */
  public static StyleSettings defaults() {
    return new StyleSettings(
        ExecutionStyle.IOC,
        ExecutionStyle.IOC,
        ExecutionStyle.IOC,
        OrderPricing.Reference.TOUCH,
        Duration.ofSeconds(15),
        Duration.ofSeconds(60),
        5,
        Duration.ofSeconds(30),
        Ratio.of("0.05"),
        Ratio.of("0.5"),
        Ratio.of("0.0003"),
        Ratio.of("5"),
        false);
  }

  /** The same with one style for everything. */
  public StyleSettings with(ExecutionStyle style) {
    return new StyleSettings(
        style,
        style,
        style,
        collarFrom,
        repriceEvery,
        patience,
        slices,
        sliceEvery,
        participation,
        fillChance,
        makerSaving,
        riskAversion,
        isPlannerMeasured);
  }

  /** The style that is configured for an instrument. */
  public ExecutionStyle of(InstrumentId instrument) {
    return ofKind(Instrument.parse(instrument), perpetuals, dated, coins);
  }

  /** Which of three answers is that for an instrument: every kind of contract has one style, said here and nowhere else. */
  public static <T> T ofKind(Instrument instrument, T perpetuals, T dated, T coins) {
    return switch (instrument) {
      case Instrument.Spot spot -> coins;
      case Instrument.LinearPerpetual future -> perpetuals;
      case Instrument.InversePerpetual future -> perpetuals;
      case Instrument.QuantoPerpetual future -> perpetuals;
      case Instrument.DatedFuture future -> dated;
      case Instrument.InverseDatedFuture future -> dated;
    };
  }

  /** The time between two orders of one intent. */
  public Duration interval(ExecutionStyle style) {
    return style == ExecutionStyle.TWAP ? sliceEvery : repriceEvery;
  }
}
