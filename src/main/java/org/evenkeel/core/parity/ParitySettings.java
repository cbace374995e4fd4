package org.evenkeel.core.parity;

/**
 * The knobs of the solver and of the size of the portfolio.
 *
 * <p>For example, with a target of 0.20 and a portfolio whose weights have a volatility of 0.50, the exposures
 * are 0.4 times the weights.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param targetVolatilityAnnual wanted volatility of the portfolio as a fraction of its value per year; default
 *     0.20; twice the number is twice the risk
 * @param maxGrossLeverage largest sum of all legs' absolute exposures as a fraction of the portfolio's value;
 *     default 2; it binds when markets are calm
 * @param maxSleeveExposure largest exposure of any one sleeve as a fraction of the portfolio's value; default 1; it
 *     stops a sleeve whose volatility has collapsed from filling the portfolio
 * @param tolerance relative error of a risk contribution at which the solver stops; default 1e-10
 * @param maxIterations steps after which a solver gives up; default 500
 * @param acceptedResidual largest relative error of a risk contribution with which weights are traded; default 1e-10;
 *     above it nothing trades
 * @param principle how weights are found; default risk parity of the sleeves' volatilities
 */
public record ParitySettings(
    double targetVolatilityAnnual,
    double maxGrossLeverage,
    double maxSleeveExposure,
    double tolerance,
    int maxIterations,
    double acceptedResidual,
    WeightPrinciple principle) {

  public ParitySettings {
    above("targetVolatilityAnnual", targetVolatilityAnnual, 0);
    above("maxGrossLeverage", maxGrossLeverage, 0);
    above("maxSleeveExposure", maxSleeveExposure, 0);
    above("tolerance", tolerance, 0);
    above("maxIterations", maxIterations, 0);
    above("acceptedResidual", acceptedResidual, 0);
    if (acceptedResidual < tolerance || acceptedResidual > 0.01) {
      throw new IllegalArgumentException(
          "acceptedResidual must lie between tolerance and 0.01, found " + acceptedResidual);
    }
  }

  /** Settings for risk parity of the sleeves' volatilities. */
  public ParitySettings(
      double targetVolatilityAnnual,
      double maxGrossLeverage,
      double maxSleeveExposure,
      double tolerance,
      int maxIterations,
      double acceptedResidual) {
    this(
        targetVolatilityAnnual,
        maxGrossLeverage,
        maxSleeveExposure,
        tolerance,
        maxIterations,
        acceptedResidual,
        WeightPrinciple.riskParity());
  }

  /** The same settings with another principle. */
  public ParitySettings with(WeightPrinciple other) {
    return new ParitySettings(
        targetVolatilityAnnual,
        maxGrossLeverage,
        maxSleeveExposure,
        tolerance,
        maxIterations,
        acceptedResidual,
        other);
  }

  /** The settings that need no thought; each default is stated at its parameter. */
  public static ParitySettings defaults() {
    return new ParitySettings(0.20, 2, 1, 1e-10, 500, 1e-10);
  }

  /** The same knobs with another size of the portfolio. */
  ParitySettings sized(double targetVolatility, double grossLeverage, double sleeveExposure) {
    return new ParitySettings(
        targetVolatility,
        grossLeverage,
        sleeveExposure,
        tolerance,
        maxIterations,
        acceptedResidual,
        principle);
  }

  private static void above(String name, double value, double bound) {
    if (!Double.isFinite(value) || value <= bound) {
      throw new IllegalArgumentException(
          name + " must be a finite number above " + bound + ", found " + value);
    }
  }
}
