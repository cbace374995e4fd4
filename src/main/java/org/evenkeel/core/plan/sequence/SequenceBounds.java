package org.evenkeel.core.plan.sequence;

import java.math.BigDecimal;
import org.evenkeel.core.basics.Ratio;

/**
 * What must hold after every prefix of a sequence.
 *
 * @param gross most gross exposure of futures over NAV
 * @param net most net exposure of futures over NAV
 * @param venue most exposure at one venue over NAV
 * @param marginRatio most maintenance margin over equity at one venue
 * @param distance smallest move of prices that may bring equity down to maintenance margin; below 1
 * @param venueLeverage notional over initial margin
 * @param maintenance how much maintenance margin a position needs
 */
public record SequenceBounds(
    Ratio gross,
    Ratio net,
    Ratio venue,
    Ratio marginRatio,
    Ratio distance,
    int venueLeverage,
    MaintenanceTable maintenance) {

  public SequenceBounds {
    if (distance.value().signum() < 0 || distance.compareTo(Ratio.ONE) >= 0) {
      throw new IllegalArgumentException(
          "the distance to liquidation must lie in 0..1, found " + distance);
    }
    if (venueLeverage < 1) {
      throw new IllegalArgumentException("the leverage must be at least 1, found " + venueLeverage);
    }
  }

  BigDecimal rise() {
    return BigDecimal.ONE.add(distance.value());
  }

  BigDecimal fall() {
    return BigDecimal.ONE.subtract(distance.value());
  }
}
