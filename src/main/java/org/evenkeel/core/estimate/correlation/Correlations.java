package org.evenkeel.core.estimate.correlation;

import org.evenkeel.core.estimate.matrix.NearestCorrelation;
import org.evenkeel.core.estimate.sample.WeightedSample;

/**
 * Correlations by weighted products of returns.
 *
 * <p>Each pair uses the rows that both have. Where rows are missing the result need not be a
 * correlation matrix: {@link NearestCorrelation} makes it one.
 *
 * <p>This class is stateless and thread-safe.
 */
public final class Correlations {

  private Correlations() {}

  /** Symmetric with a unit diagonal; 0 for a pair of which one never moved or that has no common row. */
  public static double[][] ofProducts(WeightedSample sample) {
    int n = sample.columns();
    double[][] correlation = new double[n][n];
    for (int i = 0; i < n; i++) {
      correlation[i][i] = 1;
      for (int j = 0; j < i; j++) {
        correlation[i][j] = pair(sample, i, j);
        correlation[j][i] = correlation[i][j];
      }
    }
    return correlation;
  }

  private static double pair(WeightedSample sample, int i, int j) {
    double product = 0;
    double one = 0;
    double other = 0;
    for (int t = 0; t < sample.rows().length; t++) {
      double x = sample.rows()[t][i];
      double y = sample.rows()[t][j];
      if (!Double.isNaN(x) && !Double.isNaN(y)) {
        double w = sample.weights()[t];
        product += w * x * y;
        one += w * x * x;
        other += w * y * y;
      }
    }
    double both = StrictMath.sqrt(one) * StrictMath.sqrt(other);
    return both > 0 ? Math.max(-1, Math.min(1, product / both)) : 0;
  }

  /** The fewest rows that any two columns have in common; all rows for a single column. */
  public static int leastOverlap(WeightedSample sample) {
    int n = sample.columns();
    int least = sample.rows().length;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        int common = 0;
        for (double[] row : sample.rows()) {
          common += Double.isNaN(row[i]) || Double.isNaN(row[j]) ? 0 : 1;
        }
        least = Math.min(least, common);
      }
    }
    return least;
  }
}
