package org.evenkeel.shell.config;

import java.time.Duration;
import java.util.Locale;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.route.ExecutionStyle;
import org.evenkeel.core.route.OrderPricing;
import org.evenkeel.core.route.StyleSettings;
import org.evenkeel.shell.config.read.ConfigValues;

/** Reads how patiently orders are worked, from values without errors. */
final class StylesFromValues {

  private final ConfigValues values;

  StylesFromValues(ConfigValues values) {
    this.values = values;
  }

  StyleSettings styles() {
    ExecutionStyle perpetuals = style(text("execution.style"));
    return new StyleSettings(
        perpetuals,
        values.text("execution.style_dated").map(StylesFromValues::style).orElse(perpetuals),
        style(text("execution.style_spot")),
        OrderPricing.Reference.valueOf(text("execution.collar_from").toUpperCase(Locale.ROOT)),
        seconds("execution.reprice_seconds"),
        seconds("execution.patience_seconds"),
        values.whole("execution.twap_slices").orElseThrow().intValue(),
        seconds("execution.twap_slice_seconds"),
        ratio("execution.participation_fraction"),
        ratio("execution.fill_chance_fraction"),
        ratio("execution.maker_saving_fraction"),
        ratio("plan.band.risk_aversion_ratio"),
        values.flag("execution.planner_uses_measured_costs").orElseThrow());
  }

  private static ExecutionStyle style(String text) {
    return ExecutionStyle.valueOf(text.toUpperCase(Locale.ROOT));
  }

  private String text(String path) {
    return values.text(path).orElseThrow();
  }

  private Duration seconds(String path) {
    return Duration.ofSeconds(values.whole(path).orElseThrow());
  }

  private Ratio ratio(String path) {
    return new Ratio(values.decimal(path).orElseThrow());
  }
}
