package org.evenkeel.core.estimate;

/**
 * Which estimators make the covariance, and their own knobs.
 *
 * <p>The half-lives stand in {@link EstimateSettings}, because every choice has them. This class is
 * immutable and thread-safe.
 *
 * @param volatility how volatilities are measured
 * @param longRunWeight part of the variance, 0 to 1, that is the equally weighted mean over the
 *     whole window instead of the recent one: volatility reverts to its mean
 * @param correlation how correlations are measured
 * @param spanBars for {@link CorrelationModel#NEWEY_WEST} the lags, for {@link
 *     CorrelationModel#OVERLAPPING} the bars of one return; nothing else reads it
 * @param shrinkage how the noise of correlations is reduced
 * @param factors the components that {@link Shrinkage#PRINCIPAL_FACTORS} keeps; nothing else reads
 *     it
 * @param missing what happens to a bar in which a sleeve has no return
 * @param minOverlapBars under {@link MissingRule#PAIRWISE} the fewest bars that two sleeves must
 *     have in common
 */
public record EstimatorChoice(
    VolatilityModel volatility,
    double longRunWeight,
    CorrelationModel correlation,
    int spanBars,
    Shrinkage shrinkage,
    int factors,
    MissingRule missing,
    int minOverlapBars) {

  public EstimatorChoice {
    require(
        longRunWeight >= 0 && longRunWeight <= 1,
        "longRunWeight must lie in 0..1, found " + longRunWeight);
    require(spanBars >= 1, "spanBars must be at least 1, found " + spanBars);
    require(factors >= 1, "factors must be at least 1, found " + factors);
    require(minOverlapBars >= 2, "minOverlapBars must be at least 2, found " + minOverlapBars);
  }

  /** The choice that needs no thought; argued for in ops/decisions/0010-estimator.md. */
  public static EstimatorChoice defaults() {
    return new EstimatorChoice(
        VolatilityModel.EWMA,
        0.2,
        CorrelationModel.EWMA,
        2,
        Shrinkage.AVERAGE_CORRELATION,
        1,
        MissingRule.COMMON_BARS,
        60);
  }

  /** The same with other volatilities. */
  public EstimatorChoice withVolatility(VolatilityModel model, double longRun) {
    return new EstimatorChoice(
        model, longRun, correlation, spanBars, shrinkage, factors, missing, minOverlapBars);
  }

  /** The same with other correlations. */
  public EstimatorChoice withCorrelation(CorrelationModel model, int span) {
    return new EstimatorChoice(
        volatility, longRunWeight, model, span, shrinkage, factors, missing, minOverlapBars);
  }

  /** The same with another shrinkage. */
  public EstimatorChoice withShrinkage(Shrinkage kind, int kept) {
    return new EstimatorChoice(
        volatility, longRunWeight, correlation, spanBars, kind, kept, missing, minOverlapBars);
  }

  /** The same with another rule for missing returns. */
  public EstimatorChoice withMissing(MissingRule rule, int overlap) {
    return new EstimatorChoice(
        volatility, longRunWeight, correlation, spanBars, shrinkage, factors, rule, overlap);
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
