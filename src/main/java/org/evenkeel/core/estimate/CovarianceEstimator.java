package org.evenkeel.core.estimate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.catalog.Universe;

/**
 * The estimator of the covariance: exponentially weighted, shrunk, floored, judged.
 *
 * <p>Volatilities and correlations each have their own half-life, because volatility changes within
 * days and correlations cannot be seen in days. Means are taken as zero, which over weeks is closer
 * to the truth than a measured mean. Correlations are shrunk toward their average by {@link
 * ConstantCorrelation}. Volatilities below the floor of their class are lifted to it; correlations
 * stay.
 *
 * <p>This class is stateless and thread-safe.
 */
public final class CovarianceEstimator {

  /** With fewer, a volatility is uncertain by more than a fifth (one over the root of 2 n). */
  private static final double MIN_EFFECTIVE_OBSERVATIONS = 12;

  private CovarianceEstimator() {}

  /** The covariance of the sleeves' returns per year, or why it cannot carry a decision. */
  public static Result<CovarianceEstimate> estimate(
      ReturnMatrix returns, Universe universe, EstimateSettings settings) {
    List<Instant> closes = returns.barCloses();
    if (closes.isEmpty()) {
      return Result.refused(RefusalReason.ESTIMATE_POOR, "there are no returns to estimate from");
    }
    if (!returns.sleeves().equals(universe.sleeves().stream().map(s -> s.id()).toList())) {
      throw new IllegalArgumentException(
          "returns of " + returns.sleeves() + " do not belong to this universe");
    }
    double[][] rows = returns.returns();
    double[] forVolatility = weights(closes, settings, settings.volatilityHalfLifeBars());
    double[] forCorrelation = weights(closes, settings, settings.correlationHalfLifeBars());
    double effective = effectiveObservations(forVolatility);
    if (effective < MIN_EFFECTIVE_OBSERVATIONS) {
      return Result.refused(
          RefusalReason.ESTIMATE_POOR,
          String.format(
              Locale.ROOT,
              "%d returns with a half-life of %.1f bars count like %.1f, %.0f needed",
              closes.size(),
              settings.volatilityHalfLifeBars(),
              effective,
              MIN_EFFECTIVE_OBSERVATIONS));
    }
    ConstantCorrelation shrunk = ConstantCorrelation.of(rows, forCorrelation);
    double[] volatility = new double[returns.sleeves().size()];
    List<SleeveId> floored = new ArrayList<>();
    for (int i = 0; i < volatility.length; i++) {
      double measured = StrictMath.sqrt(variance(rows, forVolatility, i) * settings.barsPerYear());
      double floor = settings.floorOf(universe.sleeves().get(i).sleeveClass());
      volatility[i] = measured < floor ? floor : measured;
      if (measured < floor) {
        floored.add(returns.sleeves().get(i));
      }
    }
    double[] eigenvalues = SymmetricEigenvalues.of(shrunk.correlation());
    double least = eigenvalues[0];
    double most = eigenvalues[eigenvalues.length - 1];
    EstimateQuality quality =
        new EstimateQuality(
            closes.size(),
            effectiveObservations(forCorrelation),
            returns.minCoverage(),
            closes.get(closes.size() - 1),
            shrunk.intensity(),
            least > 0 ? most / least : Double.POSITIVE_INFINITY,
            least,
            floored,
            shrunk.average(),
            0);
    return judged(
        new CovarianceEstimate(
            returns.sleeves(), covariance(volatility, shrunk.correlation()), quality),
        settings);
  }

  private static Result<CovarianceEstimate> judged(
      CovarianceEstimate estimate, EstimateSettings settings) {
    for (double[] row : estimate.annualCovariance()) {
      for (double value : row) {
        if (!Double.isFinite(value)) {
          return Result.refused(
              RefusalReason.ESTIMATE_POOR, "the covariance has a number that is not finite");
        }
      }
    }
    double condition = estimate.quality().conditionNumber();
    if (condition <= settings.maxConditionNumber()) {
      return Result.ok(estimate);
    }
    return Result.refused(
        RefusalReason.ESTIMATE_POOR,
        String.format(
            Locale.ROOT,
            "condition number %.3g of the correlations, at most %.3g allowed;"
                + " smallest eigenvalue %.3g, %d sleeves, %.1f effective observations",
            condition,
            settings.maxConditionNumber(),
            estimate.quality().minEigenvalue(),
            estimate.sleeves().size(),
            estimate.quality().effectiveObservations()));
  }

  /** Weights that halve with every half-life of age and sum to one; a gap ages like any bar. */
  private static double[] weights(
      List<Instant> closes, EstimateSettings settings, double halfLife) {
    Instant newest = closes.get(closes.size() - 1);
    double[] weights = new double[closes.size()];
    double sum = 0;
    for (int t = 0; t < weights.length; t++) {
      double age =
          (double) Duration.between(closes.get(t), newest).toMillis()
              / (double) settings.barLength().toMillis();
      weights[t] = StrictMath.pow(0.5, age / halfLife);
      sum += weights[t];
    }
    for (int t = 0; t < weights.length; t++) {
      weights[t] /= sum;
    }
    return weights;
  }

  private static double effectiveObservations(double[] weights) {
    double squares = 0;
    for (double weight : weights) {
      squares += weight * weight;
    }
    return 1 / squares;
  }

  private static double variance(double[][] rows, double[] weights, int column) {
    double sum = 0;
    for (int t = 0; t < rows.length; t++) {
      sum += weights[t] * rows[t][column] * rows[t][column];
    }
    return sum;
  }

  private static double[][] covariance(double[] volatility, double[][] correlation) {
    double[][] covariance = new double[volatility.length][volatility.length];
    for (int i = 0; i < volatility.length; i++) {
      for (int j = 0; j < volatility.length; j++) {
        covariance[i][j] =
            i == j
                ? volatility[i] * volatility[i]
                : volatility[i] * volatility[j] * correlation[i][j];
      }
    }
    return covariance;
  }
}
