package org.evenkeel.core.estimate;

import java.time.Instant;
import java.util.List;
import org.evenkeel.core.basics.SleeveId;

/**
 * The facts by which a covariance is judged.
 *
 * <p>For example: 538 observations that count like 412, worst coverage 0.996, shrinkage 0.08,
 * condition number 61. Eigenvalues and the condition number are those of the correlation matrix
 * after shrinkage, so that they do not depend on units or on how calm a single sleeve is.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param observations rows of returns used, common to all sleeves
 * @param effectiveObservations equally weighted rows that would say as much about correlations
 * @param minCoverage smallest fraction of the wanted returns over all instruments
 * @param newestBar close of the newest row
 * @param shrinkage part of the correlations, 0 to 1, that was replaced by their average
 * @param conditionNumber largest over smallest eigenvalue
 * @param minEigenvalue the smallest eigenvalue
 * @param floored sleeves whose measured volatility was below the floor of their class
 * @param averageCorrelation mean of the sleeves' correlations; 0 for a single sleeve
 * @param repairDistance root of the sum of squared changes that made the measured matrix a
 *     correlation matrix; 0 if it was one
 */
public record EstimateQuality(
    int observations,
    double effectiveObservations,
    double minCoverage,
    Instant newestBar,
    double shrinkage,
    double conditionNumber,
    double minEigenvalue,
    List<SleeveId> floored,
    double averageCorrelation,
    double repairDistance) {

  public EstimateQuality {
    floored = List.copyOf(floored);
  }

  /** The quality of a covariance that somebody gave and nobody here estimated: no observations. */
  public static EstimateQuality notEstimated() {
    return new EstimateQuality(0, 0, 0, Instant.EPOCH, 0, Double.NaN, Double.NaN, List.of(), 0, 0);
  }
}
