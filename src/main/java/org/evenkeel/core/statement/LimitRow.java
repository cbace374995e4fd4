package org.evenkeel.core.statement;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * How near something is to one of its limits, or why there is no number.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param item the number of the control in ops/controls.md
 * @param limit the limit's key without its section and unit, such as 'max_gross_leverage'
 * @param subject what it is about: an instrument, an instrument and side, a venue, or 'portfolio'
 * @param value how much there is now; empty if there is no number
 * @param most how much there may be, or must be at least
 * @param distance what is left between them; negative beyond the limit
 * @param hit the trade or event that would reach it, or why there is no number
 */
public record LimitRow(
    int item,
    String limit,
    String subject,
    Optional<BigDecimal> value,
    Optional<BigDecimal> most,
    Optional<BigDecimal> distance,
    String hit) {

  /** A row of what may be at most so much. */
  public static LimitRow of(
      int item, String limit, String subject, BigDecimal value, BigDecimal most, String hit) {
    return new LimitRow(
        item,
        limit,
        subject,
        Optional.of(value),
        Optional.of(most),
        Optional.of(most.subtract(value)),
        hit);
  }

  /** A row of what must be at least so much. */
  public static LimitRow atLeast(
      int item, String limit, String subject, BigDecimal value, BigDecimal least, String hit) {
    return new LimitRow(
        item,
        limit,
        subject,
        Optional.of(value),
        Optional.of(least),
        Optional.of(value.subtract(least)),
        hit);
  }

  /** A control that has no number here, with the reason. */
  public static LimitRow none(int item, String limit, String why) {
    return new LimitRow(
        item, limit, "-", Optional.empty(), Optional.empty(), Optional.empty(), why);
  }
}
