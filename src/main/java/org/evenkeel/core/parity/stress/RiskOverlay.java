package org.evenkeel.core.parity.stress;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.evenkeel.core.estimate.regime.RegimeReading;
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
   * @param alarmFactor factor on exposure while a detector alarms
   * @param others causes from elsewhere, such as forecasts that were shown too low
   */
  public static RiskOverlay of(
      TargetWeights targets,
      List<StressOutcome> stress,
      List<RegimeReading> regime,
      double alarmFactor,
      List<ExposureScale> others) {
    List<ExposureScale> scales = new ArrayList<>();
    stress.stream()
        .filter(outcome -> outcome.limit().isPresent())
        .forEach(outcome -> scales.add(outcome.scale()));
    regime.forEach(reading -> scales.add(alarm(reading, alarmFactor)));
    scales.addAll(others);
    return new RiskOverlay(
        stress,
        regime,
        scales,
        ExposureScale.binding(scales),
        targets.grossLeverage().value().doubleValue());
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

  private static ExposureScale alarm(RegimeReading reading, double alarmFactor) {
    return ExposureScale.of(
        "alarm: " + reading.detector().label(),
        reading.isAlarm() ? alarmFactor : 1,
        reading.value().isEmpty()
            ? "no reading"
            : String.format(
                Locale.ROOT,
                "%.3f, alarm above %.3f",
                reading.value().get(),
                reading.threshold().orElse(Double.POSITIVE_INFINITY)));
  }
}
