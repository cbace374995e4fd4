package org.evenkeel.core.estimate;

import org.evenkeel.core.estimate.correlation.Correlations;
import org.evenkeel.core.estimate.correlation.Devolatilized;
import org.evenkeel.core.estimate.correlation.Gerber;
import org.evenkeel.core.estimate.correlation.NeweyWest;
import org.evenkeel.core.estimate.correlation.Overlapping;
import org.evenkeel.core.estimate.matrix.NearestCorrelation;
import org.evenkeel.core.estimate.sample.WeightedSample;
import org.evenkeel.core.estimate.shrink.AverageCorrelation;
import org.evenkeel.core.estimate.shrink.EigenvalueShrinkage;
import org.evenkeel.core.estimate.shrink.LinearShrinkage;
import org.evenkeel.core.estimate.shrink.NonlinearShrinkage;
import org.evenkeel.core.estimate.shrink.Shrunk;

/**
 * The correlations of the sleeves by the chosen model: measured, repaired, shrunk.
 *
 * <p>The matrices are not copied: it belongs to one estimate.
 */
final class CorrelationEstimate {

  private final double[][] correlation;
  private final double intensity;
  private final double repairDistance;
  private final double observations;

  /**
   * Takes the arrays as they are.
   *
   * @param correlation symmetric with a unit diagonal
   * @param intensity how much of what was measured is gone, 0 to 1
   * @param repairDistance how far what was measured was from a correlation matrix
   * @param observations equally weighted rows that would say as much
   */
  CorrelationEstimate(
      double[][] correlation, double intensity, double repairDistance, double observations) {
    this.correlation = correlation;
    this.intensity = intensity;
    this.repairDistance = repairDistance;
    this.observations = observations;
  }

  static CorrelationEstimate of(double[][] returns, double[] ages, EstimateSettings settings) {
    EstimatorChoice method = settings.method();
    WeightedSample decaying =
        WeightedSample.decaying(returns, ages, settings.correlationHalfLifeBars());
    WeightedSample sample =
        switch (method.correlation()) {
          case EWMA, NEWEY_WEST, GERBER -> decaying;
          case SAMPLE ->
              new WeightedSample(returns, WeightedSample.equallyWeighted(returns).weights(), ages);
          case DEVOLATILIZED -> Devolatilized.returns(decaying, settings.volatilityHalfLifeBars());
          case OVERLAPPING -> Overlapping.returns(decaying, method.spanBars());
        };
    double[][] products =
        switch (method.correlation()) {
          case EWMA, SAMPLE, DEVOLATILIZED, OVERLAPPING -> Correlations.ofProducts(sample);
          case NEWEY_WEST -> NeweyWest.correlations(sample.standardized(), method.spanBars());
          case GERBER -> Gerber.correlations(sample);
        };
    double observations = sample.effectiveRows() * information(method);
    NearestCorrelation repaired = NearestCorrelation.to(products);
    Shrunk shrunk = shrunk(sample.standardized(), repaired.correlation(), observations, method);
    return new CorrelationEstimate(
        NearestCorrelation.rescaled(shrunk.matrix()),
        shrunk.intensity(),
        repaired.distance(),
        observations);
  }

  /** The rows without overlap that would say as much as one of the model's. */
  private static double information(EstimatorChoice method) {
    return switch (method.correlation()) {
      case EWMA, SAMPLE, DEVOLATILIZED, GERBER -> 1;
      case OVERLAPPING -> Overlapping.information(method.spanBars());
      case NEWEY_WEST -> Overlapping.information(method.spanBars() + 1);
    };
  }

  private static Shrunk shrunk(
      WeightedSample scaled, double[][] measured, double observations, EstimatorChoice method) {
    if (measured.length < 2) {
      return new Shrunk(measured, 0);
    }
    return switch (method.shrinkage()) {
      case NONE -> new Shrunk(measured, 0);
      case AVERAGE_CORRELATION -> AverageCorrelation.of(scaled, measured, observations);
      case IDENTITY -> LinearShrinkage.toIdentity(scaled, measured, observations);
      case CONSTANT_CORRELATION ->
          LinearShrinkage.toConstantCorrelation(scaled, measured, observations);
      case SINGLE_FACTOR -> LinearShrinkage.toSingleFactor(scaled, measured, observations);
      case ORACLE_APPROXIMATING, NONLINEAR, MARCHENKO_PASTUR, PRINCIPAL_FACTORS ->
          byEigenvalues(measured, observations, method);
    };
  }

  /** The shrinkages that need no sample; the others are a mistake of the caller. */
  static Shrunk byEigenvalues(double[][] measured, double observations, EstimatorChoice method) {
    return switch (method.shrinkage()) {
      case NONE -> new Shrunk(measured, 0);
      case ORACLE_APPROXIMATING -> EigenvalueShrinkage.oracleApproximating(measured, observations);
      case NONLINEAR -> NonlinearShrinkage.of(measured, observations);
      case MARCHENKO_PASTUR ->
          EigenvalueShrinkage.marchenkoPastur(
              measured, observations, EigenvalueShrinkage.residualVariance(measured));
      case PRINCIPAL_FACTORS -> EigenvalueShrinkage.principalFactors(measured, method.factors());
      case AVERAGE_CORRELATION, IDENTITY, CONSTANT_CORRELATION, SINGLE_FACTOR ->
          throw new IllegalArgumentException(method.shrinkage() + " needs the sample");
    };
  }

  /** Symmetric with a unit diagonal. */
  double[][] correlation() {
    return correlation;
  }

  /** How much of what was measured is gone, 0 to 1. */
  double intensity() {
    return intensity;
  }

  /** How far what was measured was from a correlation matrix. */
  double repairDistance() {
    return repairDistance;
  }

  /** Equally weighted rows that would say as much. */
  double observations() {
    return observations;
  }
}
