package org.evenkeel.core.estimate;

import org.evenkeel.core.estimate.matrix.NearestCorrelation;
import org.evenkeel.core.estimate.shrink.Shrunk;

/**
 * The exponentially weighted moments of a stream of returns, brought up to date bar by bar.
 *
 * <p>After the last of many bars it holds what {@link VolatilityModel#EWMA} and {@link
 * CorrelationModel#EWMA} find in all of them at once, but for rounding; one bar costs on the order
 * of n squared, however long the history. For backtests and for streams; a decision of the bot is
 * always made from the batch, which needs no memory of earlier cycles.
 *
 * <p>There is no window: a bar's weight halves with every half-life of age and never becomes zero.
 * This class is immutable and thread-safe.
 */
public final class EwmaState {

  private final double volatilityHalfLife;
  private final double correlationHalfLife;
  private final double volatilityWeight;
  private final double correlationWeight;
  private final double squaredCorrelationWeight;
  private final long bars;
  private final double[] recentSquares;
  private final double[] allSquares;
  private final double[][] products;

  private EwmaState(
      double volatilityHalfLife,
      double correlationHalfLife,
      double volatilityWeight,
      double correlationWeight,
      double squaredCorrelationWeight,
      long bars,
      double[] recentSquares,
      double[] allSquares,
      double[][] products) {
    this.volatilityHalfLife = volatilityHalfLife;
    this.correlationHalfLife = correlationHalfLife;
    this.volatilityWeight = volatilityWeight;
    this.correlationWeight = correlationWeight;
    this.squaredCorrelationWeight = squaredCorrelationWeight;
    this.bars = bars;
    this.recentSquares = recentSquares;
    this.allSquares = allSquares;
    this.products = products;
  }

  /**
   * A state that has seen nothing.
   *
   * @param sleeves how many numbers each row will have
   * @param volatilityHalfLife bars, above 0
   * @param correlationHalfLife bars, above 0
   */
  public static EwmaState empty(
      int sleeves, double volatilityHalfLife, double correlationHalfLife) {
    if (sleeves < 1 || !(volatilityHalfLife > 0) || !(correlationHalfLife > 0)) {
      throw new IllegalArgumentException(
          sleeves
              + " sleeves with half-lives of "
              + volatilityHalfLife
              + " and "
              + correlationHalfLife
              + " bars");
    }
    return new EwmaState(
        volatilityHalfLife,
        correlationHalfLife,
        0,
        0,
        0,
        0,
        new double[sleeves],
        new double[sleeves],
        triangle(sleeves));
  }

  private static double[][] triangle(int n) {
    double[][] lower = new double[n][];
    for (int i = 0; i < n; i++) {
      lower[i] = new double[i + 1];
    }
    return lower;
  }

  /**
   * The state after one more bar.
   *
   * @param returns one finite fraction per sleeve
   * @param bars since the bar before: 1, or more after a gap
   */
  public EwmaState plus(double[] returns, double bars) {
    int n = recentSquares.length;
    if (returns.length != n || !(bars > 0)) {
      throw new IllegalArgumentException(
          returns.length + " returns for " + n + " sleeves, " + bars + " bars later");
    }
    double keepVolatility = StrictMath.pow(0.5, bars / volatilityHalfLife);
    double keepCorrelation = StrictMath.pow(0.5, bars / correlationHalfLife);
    double[] recent = new double[n];
    double[] all = new double[n];
    double[][] both = new double[n][];
    for (int i = 0; i < n; i++) {
      double x = returns[i];
      if (!Double.isFinite(x)) {
        throw new IllegalArgumentException("return " + i + " is " + x);
      }
      recent[i] = keepVolatility * recentSquares[i] + x * x;
      all[i] = allSquares[i] + x * x;
      both[i] = new double[i + 1];
      for (int j = 0; j <= i; j++) {
        both[i][j] = keepCorrelation * products[i][j] + x * returns[j];
      }
    }
    return new EwmaState(
        volatilityHalfLife,
        correlationHalfLife,
        keepVolatility * volatilityWeight + 1,
        keepCorrelation * correlationWeight + 1,
        keepCorrelation * keepCorrelation * squaredCorrelationWeight + 1,
        this.bars + 1,
        recent,
        all,
        both);
  }

  /** How many bars have been seen. */
  public long bars() {
    return bars;
  }

  /** The equally weighted bars that would say as much about correlations. */
  public double effectiveObservations() {
    return correlationWeight * correlationWeight / squaredCorrelationWeight;
  }

  /** The variances per bar, blended with the mean of all bars as {@link EstimatorChoice} says. */
  public double[] variances(double longRunWeight) {
    double[] variance = new double[recentSquares.length];
    for (int i = 0; i < variance.length; i++) {
      double recent = recentSquares[i] / volatilityWeight;
      variance[i] =
          longRunWeight > 0
              ? (1 - longRunWeight) * recent + longRunWeight * allSquares[i] / bars
              : recent;
    }
    return variance;
  }

  /** The correlations before shrinkage: symmetric, unit diagonal. */
  public double[][] correlations() {
    int n = products.length;
    double[][] full = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        full[i][j] = products[i][j];
        full[j][i] = products[i][j];
      }
    }
    return NearestCorrelation.rescaled(full);
  }

  /**
   * The correlations after one of the shrinkages that need no sample: {@link Shrinkage#NONE}, {@link
   * Shrinkage#ORACLE_APPROXIMATING}, {@link Shrinkage#NONLINEAR}, {@link
   * Shrinkage#MARCHENKO_PASTUR} and {@link Shrinkage#PRINCIPAL_FACTORS}; the others throw.
   */
  public double[][] correlations(EstimatorChoice method) {
    Shrunk shrunk =
        CorrelationEstimate.byEigenvalues(correlations(), effectiveObservations(), method);
    return NearestCorrelation.rescaled(shrunk.matrix());
  }
}
