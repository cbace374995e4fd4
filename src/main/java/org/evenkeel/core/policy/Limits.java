package org.evenkeel.core.policy;

import java.math.BigDecimal;
import java.time.Duration;
import org.evenkeel.core.basics.Ratio;

/**
 * The bounds that no order may cross, checked at the last step before the wire.
 *
 * @param maxOrderNotional largest value of one order, in NAV currency; default 250,000
 * @param maxFirstOrderNotional largest value of an order in an instrument in which nothing was ever executed, so that a
 *     contract size that is wrong by a thousand cannot break {@code maxOrderNotional}; default a thousandth of that
 * @param maxNotionalPerMinute largest value ordered within a minute, whatever is decided; default 5,000,000
 * @param maxCycleTurnover largest value traded in one cycle over NAV; default 4
 * @param maxGrossLeverage largest gross exposure over NAV, counting open orders in full; default 3
 * @param maxNetLeverage largest net exposure of futures over NAV, counting open orders in full; default 3
 * @param maxInstrumentExposure largest exposure to one instrument over NAV; default 1.5
 * @param priceCollar largest distance of an order's limit price from the mark price; default 0.03
 * @param maxOrdersPerCycle most orders in one cycle; default 200
 * @param maxClockOffset largest distance of our clock from the venue's; default one second
 * @param maxQuoteAge oldest quote that an order may be priced from; default 30 seconds
 * @param sequence what must hold at every step of a plan besides
 */
public record Limits(
    BigDecimal maxOrderNotional,
    BigDecimal maxFirstOrderNotional,
    BigDecimal maxNotionalPerMinute,
    Ratio maxCycleTurnover,
    Ratio maxGrossLeverage,
    Ratio maxNetLeverage,
    Ratio maxInstrumentExposure,
    Ratio priceCollar,
    int maxOrdersPerCycle,
    Duration maxClockOffset,
    Duration maxQuoteAge,
    StepLimits sequence) {

  /** The same with the usual limits at every step. */
  public Limits(
      BigDecimal maxOrderNotional,
      BigDecimal maxFirstOrderNotional,
      BigDecimal maxNotionalPerMinute,
      Ratio maxCycleTurnover,
      Ratio maxGrossLeverage,
      Ratio maxNetLeverage,
      Ratio maxInstrumentExposure,
      Ratio priceCollar,
      int maxOrdersPerCycle,
      Duration maxClockOffset,
      Duration maxQuoteAge) {
    this(
        maxOrderNotional,
        maxFirstOrderNotional,
        maxNotionalPerMinute,
        maxCycleTurnover,
        maxGrossLeverage,
        maxNetLeverage,
        maxInstrumentExposure,
        priceCollar,
        maxOrdersPerCycle,
        maxClockOffset,
        maxQuoteAge,
        StepLimits.defaults());
  }

  public Limits {
    requirePositive("maxOrderNotional", maxOrderNotional);
    requirePositive("maxFirstOrderNotional", maxFirstOrderNotional);
    requirePositive("maxNotionalPerMinute", maxNotionalPerMinute);
    if (maxNotionalPerMinute.compareTo(maxOrderNotional) < 0) {
      throw new IllegalArgumentException(
          "maxNotionalPerMinute must not be below maxOrderNotional, or no full order would ever pass");
    }
    requirePositive("maxCycleTurnover", maxCycleTurnover.value());
    requirePositive("maxGrossLeverage", maxGrossLeverage.value());
    requirePositive("maxNetLeverage", maxNetLeverage.value());
    requirePositive("maxInstrumentExposure", maxInstrumentExposure.value());
    requirePositive("priceCollar", priceCollar.value());
    if (maxOrdersPerCycle < 1) {
      throw new IllegalArgumentException("maxOrdersPerCycle must be at least 1");
    }
    requirePositive("maxClockOffset in ms", BigDecimal.valueOf(maxClockOffset.toMillis()));
    requirePositive("maxQuoteAge in ms", BigDecimal.valueOf(maxQuoteAge.toMillis()));
  }

  public static Limits defaults() {
    return new Limits(
        new BigDecimal("250000"),
        new BigDecimal("250"),
        new BigDecimal("5000000"),
        Ratio.of("4"),
        Ratio.of("3"),
        Ratio.of("3"),
        Ratio.of("1.5"),
        Ratio.of("0.03"),
        200,
        Duration.ofSeconds(1),
        Duration.ofSeconds(30));
  }

  private static void requirePositive(String name, BigDecimal value) {
    if (value.signum() <= 0) {
      throw new IllegalArgumentException(
          name + " must be above zero, found " + value.toPlainString());
    }
  }
}
