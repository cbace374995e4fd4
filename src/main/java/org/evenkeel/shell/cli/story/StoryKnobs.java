package org.evenkeel.shell.cli.story;

import java.time.Duration;
import java.util.TreeMap;
import org.evenkeel.core.estimate.EstimateSettings;
import org.evenkeel.core.estimate.gate.GateSettings;
import org.evenkeel.core.estimate.regime.RegimeSettings;
import org.evenkeel.core.parity.ParitySettings;
import org.evenkeel.core.parity.stress.RiskControls;
import org.evenkeel.core.parity.stress.StressSettings;

/**
 * The knobs of a story, in days where the configuration counts bars.
 *
 * <p>Windows are those of the shipped defaults for 4-hour bars, in days; windows of correlations and volatilities are at
 * least {@link #LEAST_WINDOW} bars, because ten daily returns say nothing about ten assets.
 *
 * @param bar length of a bar
 * @param lookbackDays days of returns wanted of each asset
 * @param volatilityHalfLifeDays age at which a return counts half for the volatility
 * @param correlationHalfLifeDays the same for the correlations
 * @param targetVolatility target volatility a year
 * @param badSleeve what happens when the data of single assets fail
 */
public record StoryKnobs(
    Duration bar,
    int lookbackDays,
    double volatilityHalfLifeDays,
    double correlationHalfLifeDays,
    double targetVolatility,
    GateSettings.BadSleeve badSleeve) {

  /** Fewest bars of a window in which correlations or volatilities are measured. */
  static final int LEAST_WINDOW = 20;

  EstimateSettings estimate() {
    EstimateSettings usual = EstimateSettings.defaults();
    return new EstimateSettings(
        bar,
        Math.toIntExact(Math.round(bars(lookbackDays))),
        bars(volatilityHalfLifeDays),
        bars(correlationHalfLifeDays),
        usual.minCoverage(),
        usual.maxStalenessBars(),
        usual.maxAbsBarReturn(),
        usual.maxConditionNumber(),
        new TreeMap<>(),
        usual.defaultVolatilityFloorAnnual());
  }

  ParitySettings parity() {
    ParitySettings usual = ParitySettings.defaults();
    return new ParitySettings(
        targetVolatility,
        usual.maxGrossLeverage(),
        usual.maxSleeveExposure(),
        usual.tolerance(),
        usual.maxIterations(),
        usual.acceptedResidual());
  }

  RiskControls controls() {
    RegimeSettings regime = RegimeSettings.defaults();
    StressSettings stress = StressSettings.defaults();
    return new RiskControls(
        GateSettings.defaults().with(badSleeve),
        new RegimeSettings(
            window(10),
            Math.toIntExact(Math.max(1, Math.round(bars(1)))),
            regime.alarmQuantile(),
            regime.minHistory(),
            regime.averageCorrelationFactor(),
            regime.absorptionFactor(),
            regime.turbulenceFactor()),
        new StressSettings(
            stress.maxVolatilityCorrelationsOne(),
            stress.maxVolatilityExtreme(),
            stress.maxLoss(),
            window(10),
            Math.toIntExact(Math.max(1, Math.round(bars(5)))),
            stress.shocks(),
            stress.venueRecovery()));
  }

  private int window(int days) {
    return Math.toIntExact(Math.max(LEAST_WINDOW, Math.round(bars(days))));
  }

  private double bars(double days) {
    return days * (double) Duration.ofDays(1).toMillis() / (double) bar.toMillis();
  }
}
