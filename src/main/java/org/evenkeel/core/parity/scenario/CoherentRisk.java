package org.evenkeel.core.parity.scenario;

/**
 * A risk of holdings that is convex and grows in proportion with them, such as an expected shortfall.
 *
 * <p>Such a risk is the largest of its linear bounds: R(x) = max g'x over a convex set of g, and the g that attain it
 * are its subgradients at x.
 */
public interface CoherentRisk {

  /** The number of sleeves. */
  int size();

  /** The risk of holdings and one of its subgradients there, always the same one for the same holdings. */
  Tangent at(double[] x);

  /**
   * A linear bound of the risk that is exact at one point.
   *
   * <p>Nobody writes to the array, so this class is thread-safe.
   */
  final class Tangent {

    private final double risk;
    private final double[] slope;

    /** A bound with the value {@code risk} at the point and the gradient {@code slope}. */
    public Tangent(double risk, double[] slope) {
      this.risk = risk;
      this.slope = slope.clone();
    }

    /** R(x). */
    public double risk() {
      return risk;
    }

    /** A copy of the g with g'x = R(x), and g'v at most R(v) for every v. */
    public double[] slope() {
      return slope.clone();
    }
  }
}
