package org.evenkeel.core.statement;

import java.math.BigDecimal;

/**
 * How near something is to one of its limits.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param limit the limit's key without its section and unit, such as 'max_gross_leverage'
 * @param subject what it is about: an instrument, an instrument and side, or 'portfolio'
 * @param value how much there is now
 * @param most how much there may be
 * @param distance what is left between them; negative beyond the limit
 * @param hit the trade or event that would reach it
 */
public record LimitRow(
    String limit,
    String subject,
    BigDecimal value,
    BigDecimal most,
    BigDecimal distance,
    String hit) {

  /** A row whose distance is what is left. */
  public static LimitRow of(
      String limit, String subject, BigDecimal value, BigDecimal most, String hit) {
    return new LimitRow(limit, subject, value, most, most.subtract(value), hit);
  }
}
