package org.evenkeel.core.estimate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.estimate.sample.WeightedSample;
import org.evenkeel.core.estimate.shrink.AverageCorrelation;

/**
 * The estimator of the covariance: volatilities and correlations measured, shrunk, floored, judged.
 *
 * <p>Volatilities and correlations each have their own half-life, because volatility changes within
 * days and correlations cannot be seen in days. Means are taken as zero, which over weeks is closer
 * to the truth than a measured mean. Which models and which shrinkage is an {@link
 * EstimatorChoice}. Volatilities below the floor of their class are lifted to it; correlations
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
    double[] ages = ages(closes, settings);
    Optional<Refusal> tooLittle = tooLittle(returns, ages, settings);
    if (tooLittle.isPresent()) {
      return Result.refused(tooLittle.get());
    }
    return VolatilityEstimate.of(returns, ages, settings)
        .then(variance -> judged(assembled(returns, ages, universe, settings, variance), settings));
  }

  private static CovarianceEstimate assembled(
      ReturnMatrix returns,
      double[] ages,
      Universe universe,
      EstimateSettings settings,
      double[] variancePerBar) {
    CorrelationEstimate correlation = CorrelationEstimate.of(returns.returns(), ages, settings);
    double[] volatility = new double[variancePerBar.length];
    List<SleeveId> floored = new ArrayList<>();
    for (int i = 0; i < volatility.length; i++) {
      double measured = StrictMath.sqrt(variancePerBar[i] * settings.barsPerYear());
      double floor = settings.floorOf(universe.sleeves().get(i).sleeveClass());
      volatility[i] = measured < floor ? floor : measured;
      if (measured < floor) {
        floored.add(returns.sleeves().get(i));
      }
    }
    double[] eigenvalues = SymmetricEigenvalues.of(correlation.correlation());
    double least = eigenvalues[0];
    double most = eigenvalues[eigenvalues.length - 1];
    EstimateQuality quality =
        new EstimateQuality(
            returns.barCloses().size(),
            correlation.observations(),
            returns.minCoverage(),
            returns.barCloses().get(returns.barCloses().size() - 1),
            correlation.intensity(),
            least > 0 ? most / least : Double.POSITIVE_INFINITY,
            least,
            floored,
            AverageCorrelation.average(correlation.correlation()),
            correlation.repairDistance());
    return new CovarianceEstimate(
        returns.sleeves(), covariance(volatility, correlation.correlation()), quality);
  }

  /** What is missing for an estimate, if anything. */
  private static Optional<Refusal> tooLittle(
      ReturnMatrix returns, double[] ages, EstimateSettings settings) {
    double[][] rows = returns.returns();
    WeightedSample sample = WeightedSample.decaying(rows, ages, settings.volatilityHalfLifeBars());
    for (int i = 0; i < sample.columns(); i++) {
      double effective = sample.effectiveRows(i);
      if (effective < MIN_EFFECTIVE_OBSERVATIONS) {
        return poor(
            String.format(
                Locale.ROOT,
                "%s: %d returns with a half-life of %.1f bars count like %.1f, %.0f needed",
                returns.sleeves().get(i),
                present(rows, i, i),
                settings.volatilityHalfLifeBars(),
                effective,
                MIN_EFFECTIVE_OBSERVATIONS));
      }
      for (int j = 0; j < i && settings.method().missing() == MissingRule.PAIRWISE; j++) {
        if (present(rows, i, j) < settings.method().minOverlapBars()) {
          return poor(
              String.format(
                  Locale.ROOT,
                  "%s and %s have %d bars in common, %d needed",
                  returns.sleeves().get(j),
                  returns.sleeves().get(i),
                  present(rows, i, j),
                  settings.method().minOverlapBars()));
        }
      }
    }
    return Optional.empty();
  }

  private static int present(double[][] rows, int i, int j) {
    int present = 0;
    for (double[] row : rows) {
      present += Double.isNaN(row[i]) || Double.isNaN(row[j]) ? 0 : 1;
    }
    return present;
  }

  private static Optional<Refusal> poor(String detail) {
    return Optional.of(Refusal.of(RefusalReason.ESTIMATE_POOR, detail));
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

  /** Bars between each close and the newest; a gap ages like any bar. */
  private static double[] ages(List<Instant> closes, EstimateSettings settings) {
    Instant newest = closes.get(closes.size() - 1);
    double[] ages = new double[closes.size()];
    for (int t = 0; t < ages.length; t++) {
      ages[t] =
          (double) Duration.between(closes.get(t), newest).toMillis()
              / (double) settings.barLength().toMillis();
    }
    return ages;
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
