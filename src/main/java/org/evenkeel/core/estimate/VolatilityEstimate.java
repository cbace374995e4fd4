package org.evenkeel.core.estimate;

import java.util.Locale;
import java.util.Optional;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.estimate.sample.BarRanges;
import org.evenkeel.core.estimate.sample.WeightedSample;
import org.evenkeel.core.estimate.volatility.RangeVariance;

/**
 * The variances of the sleeves per bar, by the chosen model.
 *
 * <p>The recent variance is blended with its mean over the whole window: (1 - k) recent + k mean. A
 * volatility far above or below its mean is expected to go back, which an exponential average alone
 * denies.
 *
 * <p>This class is stateless and thread-safe.
 */
final class VolatilityEstimate {

  private VolatilityEstimate() {}

  /** The variance per bar of each sleeve, or why the model cannot be applied to one. */
  static Result<double[]> of(ReturnMatrix returns, double[] ages, EstimateSettings settings) {
    EstimatorChoice method = settings.method();
    Optional<BarRanges> ranges = returns.ranges();
    if (method.volatility() != VolatilityModel.EWMA && ranges.isEmpty()) {
      return Result.refused(
          RefusalReason.INVALID_INPUT,
          "the volatility model "
              + method.volatility()
              + " needs the bars' ranges, which these returns do not have; use ewma");
    }
    double[][] perBar =
        ranges.isEmpty() || method.volatility() == VolatilityModel.EWMA
            ? squares(returns.returns())
            : fromRanges(ranges.get(), ages, settings);
    WeightedSample recent =
        WeightedSample.decaying(perBar, ages, settings.volatilityHalfLifeBars());
    WeightedSample all = WeightedSample.equallyWeighted(perBar);
    double[] variance = new double[returns.sleeves().size()];
    for (int i = 0; i < variance.length; i++) {
      double now = recent.mean(i);
      if (Double.isNaN(now)) {
        return Result.refused(
            RefusalReason.INVALID_INPUT,
            String.format(
                Locale.ROOT,
                "the range of sleeve %s is not known, because it has several legs or broken bars;"
                    + " the volatility model %s needs it: use ewma",
                returns.sleeves().get(i),
                method.volatility()));
      }
      double k = method.longRunWeight();
      variance[i] = k > 0 ? (1 - k) * now + k * all.mean(i) : now;
    }
    return Result.ok(variance);
  }

  private static double[][] fromRanges(BarRanges ranges, double[] ages, EstimateSettings settings) {
    return switch (settings.method().volatility()) {
      case EWMA -> throw new IllegalStateException("needs no ranges");
      case PARKINSON -> RangeVariance.parkinson(ranges);
      case GARMAN_KLASS -> RangeVariance.garmanKlass(ranges);
      case ROGERS_SATCHELL -> RangeVariance.rogersSatchell(ranges);
      case YANG_ZHANG ->
          RangeVariance.yangZhang(
              ranges,
              WeightedSample.decaying(ranges.gap(), ages, settings.volatilityHalfLifeBars())
                  .effectiveRows());
    };
  }

  private static double[][] squares(double[][] returns) {
    for (double[] row : returns) {
      for (int i = 0; i < row.length; i++) {
        row[i] *= row[i];
      }
    }
    return returns;
  }
}
