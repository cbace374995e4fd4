package org.evenkeel.core.estimate.volatility;

import org.evenkeel.core.estimate.sample.BarRanges;

/**
 * The variance of one bar from its open, high, low and close, as numbers whose mean is the estimate.
 *
 * <p>All of them are in logarithms: u the high over the open, d the low, c the close, g the open
 * over the close before. Each adds the square of the gap g, so that they estimate the variance from
 * close to close, which is what is held. Prices are watched at trades, not all the time, which makes
 * ranges and so these estimates somewhat too small.
 *
 * <p>This class is stateless and thread-safe.
 */
public final class RangeVariance {

  private static final double LN_2 = StrictMath.log(2);

  private RangeVariance() {}

  /** (u - d)^2 / (4 ln 2): Parkinson, "The extreme value method", Journal of Business 53, 1980. */
  public static double[][] parkinson(BarRanges ranges) {
    return perBar(
        ranges, (gap, up, down, body) -> gap * gap + (up - down) * (up - down) / (4 * LN_2));
  }

  /**
   * (u - d)^2 / 2 - (2 ln 2 - 1) c^2: Garman and Klass, "On the estimation of security price
   * volatilities from historical data", Journal of Business 53, 1980, the practical form.
   */
  public static double[][] garmanKlass(BarRanges ranges) {
    return perBar(
        ranges,
        (gap, up, down, body) ->
            gap * gap + (up - down) * (up - down) / 2 - (2 * LN_2 - 1) * body * body);
  }

  /**
   * u (u - c) + d (d - c): Rogers and Satchell, "Estimating variance from high, low and closing
   * prices", Annals of Applied Probability 1, 1991.
   */
  public static double[][] rogersSatchell(BarRanges ranges) {
    return perBar(
        ranges, (gap, up, down, body) -> gap * gap + up * (up - body) + down * (down - body));
  }

  /**
   * g^2 + k c^2 + (1 - k) (u (u - c) + d (d - c)) with k = 0.34 / (1.34 + (m + 1) / (m - 1)): Yang
   * and Zhang, "Drift-independent volatility estimation", Journal of Business 73, 2000, with means
   * taken as zero.
   *
   * @param bars the m of the formula, how many bars the mean will run over
   */
  public static double[][] yangZhang(BarRanges ranges, double bars) {
    double k = 0.34 / (1.34 + (bars + 1) / (bars - 1));
    return perBar(
        ranges,
        (gap, up, down, body) ->
            gap * gap + k * body * body + (1 - k) * (up * (up - body) + down * (down - body)));
  }

  private interface Formula {
    double of(double gap, double up, double down, double body);
  }

  private static double[][] perBar(BarRanges ranges, Formula formula) {
    double[][] variance = new double[ranges.gap().length][];
    for (int t = 0; t < variance.length; t++) {
      variance[t] = new double[ranges.gap()[t].length];
      for (int i = 0; i < variance[t].length; i++) {
        variance[t][i] =
            formula.of(
                ranges.gap()[t][i], ranges.up()[t][i], ranges.down()[t][i], ranges.body()[t][i]);
      }
    }
    return variance;
  }
}
