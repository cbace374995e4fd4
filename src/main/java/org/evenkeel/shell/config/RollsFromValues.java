package org.evenkeel.shell.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.catalog.RollCadence;
import org.evenkeel.core.catalog.RollRule;
import org.evenkeel.core.catalog.RollTerms;
import org.evenkeel.core.catalog.Rolls;
import org.evenkeel.shell.config.read.ConfigValues;

/** The step from checked values to the legs that are rolled. */
final class RollsFromValues {

  private final ConfigValues values;

  RollsFromValues(ConfigValues values) {
    this.values = values;
  }

  Rolls rolls() {
    List<RollRule> rules = new ArrayList<>();
    for (String sleeve : values.elements("sleeves")) {
      for (String leg : values.elements(sleeve + ".legs")) {
        cadence(values, leg)
            .ifPresent(
                cadence ->
                    rules.add(
                        new RollRule(
                            InstrumentId.of(values.text(leg + ".instrument").orElseThrow()),
                            cadence,
                            terms())));
      }
    }
    return Rolls.of(rules);
  }

  /** How a leg is rolled, if it is. */
  static Optional<RollCadence> cadence(ConfigValues values, String leg) {
    return values
        .text(leg + ".roll")
        .filter(word -> !word.equals("none"))
        .map(word -> RollCadence.valueOf(word.toUpperCase(Locale.ROOT)));
  }

  private RollTerms terms() {
    return new RollTerms(
        ratio("plan.roll.volume_fraction"),
        hours("plan.roll.volume_window_hours"),
        hours("plan.roll.latest_before_end_hours"),
        ratio("plan.roll.max_basis_annual_fraction"),
        ratio("plan.roll.max_cost_fraction"),
        ratio("plan.band.futures_fee_fraction"));
  }

  private Ratio ratio(String path) {
    return Ratio.of(values.decimal(path).orElseThrow());
  }

  private Duration hours(String path) {
    return Duration.ofHours(values.whole(path).orElseThrow());
  }
}
