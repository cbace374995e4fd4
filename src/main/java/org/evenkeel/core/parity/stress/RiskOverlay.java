package org.evenkeel.core.parity.stress;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.evenkeel.core.catalog.Sleeve;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.estimate.gate.GateVerdict;
import org.evenkeel.core.estimate.regime.RegimeReading;
import org.evenkeel.core.estimate.regime.RegimeSettings;
import org.evenkeel.core.parity.ExposureScale;
import org.evenkeel.core.parity.TargetWeights;

/**
 * Everything that may lower the exposure of certified targets, and the one cause that binds.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param stress the scenarios, for the targets before scaling
 * @param regime the detectors' readings
 * @param scales every cause with its factor, those that lower nothing among them
 * @param binding the cause with the smallest factor; empty if the targets stay as they are
 * @param grossLeverageBefore gross exposure of the targets before scaling, over the portfolio's value
 */
public record RiskOverlay(
    List<StressOutcome> stress,
    List<RegimeReading> regime,
    List<ExposureScale> scales,
    Optional<ExposureScale> binding,
    double grossLeverageBefore) {

  public RiskOverlay {
    stress = List.copyOf(stress);
    regime = List.copyOf(regime);
    scales = List.copyOf(scales);
  }

  /**
   * The overlay of targets.
   *
   * @param stress the scenarios with their limits
   * @param regime the detectors' readings
   * @param settings the factors on exposure while a detector alarms
   * @param others causes from elsewhere, such as forecasts that were shown too low
   */
  public static RiskOverlay of(
      TargetWeights targets,
      List<StressOutcome> stress,
      List<RegimeReading> regime,
      RegimeSettings settings,
      List<ExposureScale> others) {
    List<ExposureScale> scales = new ArrayList<>();
    stress.stream()
        .filter(outcome -> outcome.limit().isPresent())
        .forEach(outcome -> scales.add(outcome.scale()));
    regime.forEach(reading -> scales.add(alarm(reading, settings)));
    scales.addAll(others);
    return new RiskOverlay(
        stress,
        regime,
        scales,
        ExposureScale.binding(scales),
        targets.grossLeverage().value().doubleValue());
  }

  /** The share of the risk that stays with sleeves that were set aside, because they keep what they hold. */
  public static Optional<ExposureScale> reservedFor(Universe universe, GateVerdict verdict) {
    if (verdict.setAside().isEmpty()) {
      return Optional.empty();
    }
    double all = 0;
    double reserved = 0;
    for (Sleeve sleeve : universe.sleeves()) {
      double budget = sleeve.riskBudget().doubleValue();
      all += budget;
      reserved += verdict.setAside().containsKey(sleeve.id()) ? budget : 0;
    }
    return Optional.of(
        ExposureScale.of(
            "sleeves set aside",
            1 - reserved / all,
            String.format(
                Locale.ROOT,
                "%.1f %% of the risk budget is reserved for %s",
                100 * reserved / all,
                verdict.setAside().keySet())));
  }

  /** The targets as the binding cause leaves them. */
  public TargetWeights applyTo(TargetWeights targets) {
    return binding.map(targets::scaledBy).orElse(targets);
  }

  /** The factor on exposure, 0 to 1. */
  public double factor() {
    return binding.map(scale -> scale.factor().value().doubleValue()).orElse(1.0);
  }

  /** One line for people; empty if nothing binds. */
  public String inWords() {
    return binding
        .map(
            scale ->
                String.format(
                    Locale.ROOT,
                    "exposure scaled to %.1f %% by %s (%s)",
                    100 * scale.factor().value().doubleValue(),
                    scale.cause(),
                    scale.detail()))
        .orElse("");
  }

  private static ExposureScale alarm(RegimeReading reading, RegimeSettings settings) {
    return ExposureScale.of(
        "alarm: " + reading.detector().label(),
        reading.isAlarm() ? settings.factorOf(reading.detector()) : 1,
        reading.value().isEmpty()
            ? "no reading"
            : String.format(
                Locale.ROOT,
                "%.3f, alarm above %.3f",
                reading.value().get(),
                reading.threshold().orElse(Double.POSITIVE_INFINITY)));
  }
}
