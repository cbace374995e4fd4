package org.evenkeel.core.statement;

import java.math.BigDecimal;
import java.time.Instant;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;

/**
 * The record of performance after one valuation, by two methods that know nothing of each other.
 *
 * <p>One counts units, as a fund does: money that comes buys units at the unit's value, money that leaves redeems them,
 * and the value of a unit is the index.
 * The other multiplies the returns of the times between valuations.
 * In both, money that came or left since the last valuation counts as if it had done so at this one, so a flow of any
 * size changes neither index nor drawdown.
 * For example: 1000 is worth 1100 when 550 come; the index is 1.1 before and after, with 1500 units instead of 1000.
 *
 * <p>Source: time-weighted return by daily unit values, as in CFA Institute, "Global Investment Performance Standards"
 * (2020), provision 2.A.32 and its appendix.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param asOf the moment of the valuation
 * @param nav the portfolio's value after the flow, in NAV currency
 * @param flow what came since the valuation before, negative if more left, in NAV currency
 * @param units units after the flow; the first valuation makes as many as it has money
 * @param unitValue the index by the first method; one at the first valuation
 * @param unitPeak its highest value so far
 * @param chained the index by the second method
 * @param chainedPeak its highest value so far
 * @param throughFlow number of the last flow that is counted
 */
public record PerformanceEntry(
    Instant asOf,
    BigDecimal nav,
    BigDecimal flow,
    BigDecimal units,
    BigDecimal unitValue,
    BigDecimal unitPeak,
    BigDecimal chained,
    BigDecimal chainedPeak,
    long throughFlow) {

  /** How far the two methods may be apart, relative to the index: rounding of 34 digits stays far below. */
  private static final BigDecimal TOLERANCE = new BigDecimal("1e-12");

  /** The first valuation, which the index is measured from. */
  public static PerformanceEntry first(Instant asOf, BigDecimal nav, long throughFlow) {
    BigDecimal one = BigDecimal.ONE;
    return new PerformanceEntry(
        asOf, nav, BigDecimal.ZERO, nav.max(BigDecimal.ZERO), one, one, one, one, throughFlow);
  }

  /**
   * The next valuation.
   *
   * <p>A portfolio that was worth nothing has no return; it begins anew at the index that it had.
   */
  public PerformanceEntry next(
      Instant now, BigDecimal newNav, BigDecimal newFlow, long newThroughFlow) {
    BigDecimal before = newNav.subtract(newFlow);
    BigDecimal value = units.signum() <= 0 ? unitValue : Decimals.quotient(before, units);
    BigDecimal index =
        nav.signum() <= 0
            ? chained
            : Decimals.normal(chained.multiply(Decimals.quotient(before, nav), Decimals.PRECISION));
    BigDecimal held =
        value.signum() <= 0
            ? BigDecimal.ZERO
            : (units.signum() <= 0 ? BigDecimal.ZERO : units)
                .add(Decimals.quotient(units.signum() <= 0 ? newNav : newFlow, value))
                .max(BigDecimal.ZERO);
    return new PerformanceEntry(
        now,
        newNav,
        newFlow,
        held,
        value,
        unitPeak.max(value),
        index,
        chainedPeak.max(index),
        newThroughFlow);
  }

  /** The figures to be shown; refused if the two methods do not agree. */
  public Result<Performance> checked() {
    BigDecimal drawdown = drawdown(unitValue, unitPeak);
    boolean agree = isNear(unitValue, chained) && isNear(drawdown, drawdown(chained, chainedPeak));
    return agree
        ? Result.ok(new Performance(asOf, unitValue, drawdown, unitPeak))
        : Result.refused(
            RefusalReason.INVALID_INPUT,
            "the index of "
                + asOf
                + " is "
                + Decimals.text(unitValue)
                + " by units and "
                + Decimals.text(chained)
                + " by returns; neither is shown, and the valuations and flows since the last one must be looked at");
  }

  private static BigDecimal drawdown(BigDecimal index, BigDecimal peak) {
    return BigDecimal.ONE.subtract(Decimals.quotient(index, peak));
  }

  private static boolean isNear(BigDecimal one, BigDecimal other) {
    BigDecimal scale = one.abs().max(other.abs()).max(BigDecimal.ONE);
    return one.subtract(other).abs().compareTo(scale.multiply(TOLERANCE)) <= 0;
  }
}
