package org.evenkeel.core.parity.stress;

import org.evenkeel.core.estimate.CovarianceEstimate;

/**
 * Covariances as they would be under a what-if.
 *
 * <p>This class is stateless and thread-safe.
 */
public final class StressedCovariance {

  private StressedCovariance() {}

  /**
   * The same volatilities with every correlation at one value.
   *
   * @param correlation -1 to 1; below -1 / (n - 1) it is no covariance, and the solver says so
   */
  public static CovarianceEstimate withCorrelation(
      CovarianceEstimate estimate, double correlation) {
    double[][] covariance = estimate.annualCovariance();
    double[] volatility = new double[covariance.length];
    for (int i = 0; i < volatility.length; i++) {
      volatility[i] = StrictMath.sqrt(covariance[i][i]);
    }
    for (int i = 0; i < volatility.length; i++) {
      for (int j = 0; j < volatility.length; j++) {
        if (i != j) {
          covariance[i][j] = correlation * volatility[i] * volatility[j];
        }
      }
    }
    return new CovarianceEstimate(estimate.sleeves(), covariance, estimate.quality());
  }

  /** The same correlations with every volatility multiplied. */
  public static CovarianceEstimate withVolatilityTimes(CovarianceEstimate estimate, double factor) {
    double[][] covariance = estimate.annualCovariance();
    for (double[] row : covariance) {
      for (int j = 0; j < row.length; j++) {
        row[j] *= factor * factor;
      }
    }
    return new CovarianceEstimate(estimate.sleeves(), covariance, estimate.quality());
  }
}
