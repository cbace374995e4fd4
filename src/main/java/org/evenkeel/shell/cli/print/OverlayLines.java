package org.evenkeel.shell.cli.print;

import java.util.Locale;
import org.evenkeel.core.estimate.regime.RegimeReading;
import org.evenkeel.core.parity.stress.RiskOverlay;
import org.evenkeel.core.parity.stress.StressOutcome;

/** The detectors' readings, the stress scenarios and what binds of them. */
public final class OverlayLines {

  private OverlayLines() {}

  public static String of(RiskOverlay overlay) {
    TextTable detectors =
        new TextTable("detector", ">reading", ">above its past", ">alarm above", "says");
    for (RegimeReading reading : overlay.regime()) {
      detectors.row(
          reading.detector().label(),
          reading.value().map(OverlayLines::number).orElse("-"),
          reading.percentile().map(OverlayLines::percent).orElse("-"),
          reading.threshold().map(OverlayLines::number).orElse("-"),
          says(reading));
    }
    TextTable stress =
        new TextTable("stress", ">loss", ">volatility", ">limit", ">factor", "where");
    for (StressOutcome outcome : overlay.stress()) {
      stress.row(
          outcome.scenario(),
          percent(outcome.loss()),
          percent(outcome.volatilityAnnual()),
          outcome
              .limit()
              .map(
                  limit -> outcome.limited().name().toLowerCase(Locale.ROOT) + " " + percent(limit))
              .orElse("none"),
          number(outcome.factor()),
          outcome.detail());
    }
    return detectors + "\n" + stress + "\noverlay: " + binding(overlay) + "\n";
  }

  private static String binding(RiskOverlay overlay) {
    return overlay.binding().isEmpty()
        ? "nothing binds, exposure stays as solved"
        : overlay.inWords();
  }

  private static String says(RegimeReading reading) {
    if (reading.isAlarm()) {
      return "ALARM";
    }
    if (reading.value().isEmpty()) {
      return "too few returns for a reading";
    }
    return reading.percentile().isEmpty()
        ? "cannot be ranked: " + reading.history() + " earlier readings"
        : "quiet, of " + reading.history() + " earlier readings";
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  private static String percent(double fraction) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * fraction);
  }
}
