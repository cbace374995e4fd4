package org.evenkeel.core.data;

import java.math.BigDecimal;
import java.time.Instant;
import org.evenkeel.core.basics.Price;

/**
 * One closed interval of trading.
 *
 * @param openTime the first instant of the interval
 * @param closeTime the first instant after the interval
 * @param open the first price
 * @param high the highest price
 * @param low the lowest price
 * @param close the last price
 * @param volume base currency traded
 */
public record Bar(
    Instant openTime,
    Instant closeTime,
    Price open,
    Price high,
    Price low,
    Price close,
    BigDecimal volume) {

  public Bar {
    if (!openTime.isBefore(closeTime)) {
      throw new IllegalArgumentException(
          "a bar must end after it begins: " + openTime + " to " + closeTime);
    }
    if (low.compareTo(high) > 0) {
      throw new IllegalArgumentException(
          "low " + low + " above high " + high + " in the bar of " + openTime);
    }
  }
}
