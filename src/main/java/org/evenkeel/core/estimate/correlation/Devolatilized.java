package org.evenkeel.core.estimate.correlation;

import org.evenkeel.core.estimate.sample.WeightedSample;

/**
 * Returns divided by the volatility that was believed just before them.
 *
 * <p>A week of panic would otherwise outweigh a quiet month in the correlations, because products
 * of returns grow with the square of volatility. The volatility before each bar is the exponentially
 * weighted one; before the first it is the mean square of the whole sample. With exponential weights
 * on the products this is the integrated form of Engle's "Dynamic conditional correlation", Journal
 * of Business and Economic Statistics 20, 2002.
 *
 * <p>This class is stateless and thread-safe.
 */
public final class Devolatilized {

  private Devolatilized() {}

  /** The sample of divided returns; zero where the sleeve had not moved before. */
  public static WeightedSample returns(WeightedSample sample, double volatilityHalfLife) {
    double[][] rows = new double[sample.rows().length][sample.columns()];
    for (int i = 0; i < sample.columns(); i++) {
      double variance = sample.meanSquare(i);
      for (int t = 0; t < rows.length; t++) {
        double value = sample.rows()[t][i];
        rows[t][i] = variance > 0 ? value / StrictMath.sqrt(variance) : 0 * value;
        if (!Double.isNaN(value)) {
          double bars = t == 0 ? 1 : sample.ages()[t - 1] - sample.ages()[t];
          double kept = StrictMath.pow(0.5, bars / volatilityHalfLife);
          variance = kept * variance + (1 - kept) * value * value;
        }
      }
    }
    return new WeightedSample(rows, sample.weights(), sample.ages());
  }
}
