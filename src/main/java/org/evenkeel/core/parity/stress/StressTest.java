package org.evenkeel.core.parity.stress;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.evenkeel.core.catalog.Sleeve;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.estimate.CovarianceEstimate;
import org.evenkeel.core.estimate.ReturnMatrix;
import org.evenkeel.core.parity.TargetWeights;
import org.evenkeel.core.parity.stress.StressOutcome.Limited;

/**
 * What the scenarios would do to target exposures.
 *
 * <p>The first two follow Carver's risk overlay ("Systematic Trading"; correlations at their worst with absolute
 * weights, volatilities at their 99th percentile); the others are losses at constant exposure.
 * A volatility's loss is the one that normal returns exceed in one of a hundred windows of {@link
 * StressSettings#lossWindowBars}: 2.326 volatility sqrt(window in years).
 *
 * <p>This class is immutable and thread-safe.
 */
public final class StressTest {

  private static final double ONE_PERCENT_NORMAL = 2.3263478740408408;

  private final Universe universe;
  private final CovarianceEstimate estimate;
  private final PastReturns past;
  private final StressSettings settings;
  private final double barsPerYear;

  /**
   * A stress test of portfolios of the estimate's sleeves.
   *
   * @param universe the sleeves with their classes and legs
   * @param estimate the covariance believed now
   * @param returns the history
   * @param barsPerYear how many bars make a year
   * @param settings scenarios and limits
   */
  public StressTest(
      Universe universe,
      CovarianceEstimate estimate,
      ReturnMatrix returns,
      double barsPerYear,
      StressSettings settings) {
    this.universe = universe;
    this.estimate = estimate;
    this.past = new PastReturns(returns);
    this.barsPerYear = barsPerYear;
    this.settings = settings;
  }

  /** Every scenario, with limits as multiples of the target volatility and fractions of the portfolio's value. */
  public List<StressOutcome> of(TargetWeights targets, double targetVolatilityAnnual) {
    double[] exposures = exposures(targets);
    List<StressOutcome> outcomes = new ArrayList<>();
    outcomes.add(
        correlationsToOne(
            exposures, settings.maxVolatilityCorrelationsOne() * targetVolatilityAnnual));
    outcomes.add(
        extremeVolatilities(exposures, settings.maxVolatilityExtreme() * targetVolatilityAnnual));
    outcomes.add(worstWindow(exposures));
    for (StressShock shock : settings.shocks()) {
      outcomes.add(shock(shock, exposures));
    }
    return outcomes;
  }

  /** Volatility sum |e| s: no correlation between -1 and 1 gives more. */
  private StressOutcome correlationsToOne(double[] exposures, double limit) {
    double volatility = 0;
    for (int i = 0; i < exposures.length; i++) {
      volatility += Math.abs(exposures[i]) * estimate.annualVolatility(estimate.sleeves().get(i));
    }
    return ofVolatility(
        "correlations to one", volatility, limit, "the sum of the sleeves' own volatilities");
  }

  private StressOutcome extremeVolatilities(double[] exposures, double limit) {
    double[][] covariance = estimate.annualCovariance();
    double[] factors = new double[exposures.length];
    String most = "";
    double largest = 0;
    for (int i = 0; i < factors.length; i++) {
      double now = StrictMath.sqrt(covariance[i][i]);
      double extreme =
          past.volatilityPercentile(i, settings.volatilityWindowBars(), 0.99)
              * StrictMath.sqrt(barsPerYear);
      factors[i] = now > 0 ? Math.max(1, extreme / now) : 1;
      if (factors[i] > largest) {
        largest = factors[i];
        most =
            String.format(
                Locale.ROOT,
                "%s at %.0f %%, now %.0f %%",
                estimate.sleeves().get(i),
                100 * now * factors[i],
                100 * now);
      }
    }
    double[] moved = new double[exposures.length];
    for (int i = 0; i < moved.length; i++) {
      moved[i] = exposures[i] * factors[i];
    }
    return ofVolatility("volatilities at 99th percentile", volatility(moved), limit, most);
  }

  private StressOutcome worstWindow(double[] exposures) {
    PastReturns.Window worst = past.worstWindow(exposures, settings.lossWindowBars());
    return new StressOutcome(
        "worst window",
        worst.loss(),
        worst.volatilityPerBar() * StrictMath.sqrt(barsPerYear),
        Limited.LOSS,
        Optional.of(settings.maxLoss()),
        worst.bars() + " bars to " + worst.lastClose());
  }

  private StressOutcome shock(StressShock shock, double[] exposures) {
    double gain = 0;
    for (Sleeve sleeve : universe.sleeves()) {
      int i = estimate.sleeves().indexOf(sleeve.id());
      gain += i < 0 ? 0 : exposures[i] * shock.returnOf(sleeve);
    }
    return new StressOutcome(
        shock.name(),
        -gain,
        volatility(exposures),
        Limited.LOSS,
        Optional.of(settings.maxLoss()),
        "moves " + shock.moves());
  }

  /**
   * The default of a venue; no limit, because what lies there is lost whatever the exposure is.
   *
   * @param venue its name
   * @param navFraction part of the portfolio's value that lies there
   */
  public StressOutcome venueDefault(String venue, double navFraction, TargetWeights targets) {
    return new StressOutcome(
        "default of " + venue,
        navFraction * (1 - settings.venueRecovery()),
        volatility(exposures(targets)),
        Limited.LOSS,
        Optional.empty(),
        String.format(
            Locale.ROOT,
            "%.0f %% of the portfolio lies there, %.0f %% of it comes back; exposure cannot lower it",
            100 * navFraction,
            100 * settings.venueRecovery()));
  }

  private StressOutcome ofVolatility(
      String scenario, double volatility, double limit, String detail) {
    double years = settings.lossWindowBars() / barsPerYear;
    return new StressOutcome(
        scenario,
        ONE_PERCENT_NORMAL * volatility * StrictMath.sqrt(years),
        volatility,
        Limited.VOLATILITY,
        Optional.of(limit),
        detail);
  }

  private double[] exposures(TargetWeights targets) {
    return estimate.sleeves().stream()
        .mapToDouble(
            sleeve ->
                targets
                    .of(sleeve)
                    .map(target -> target.exposure().value().doubleValue())
                    .orElse(0.0))
        .toArray();
  }

  private double volatility(double[] exposures) {
    double[][] covariance = estimate.annualCovariance();
    double variance = 0;
    for (int i = 0; i < exposures.length; i++) {
      for (int j = 0; j < exposures.length; j++) {
        variance += exposures[i] * covariance[i][j] * exposures[j];
      }
    }
    return StrictMath.sqrt(Math.max(0, variance));
  }
}
