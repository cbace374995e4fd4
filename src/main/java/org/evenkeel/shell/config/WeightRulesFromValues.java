package org.evenkeel.shell.config;

import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.SleeveClass;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.catalog.ClassRule;
import org.evenkeel.core.catalog.WeightRange;
import org.evenkeel.core.catalog.WeightRules;
import org.evenkeel.shell.config.read.ConfigValues;

/** The step from checked values to the rules of weights. */
final class WeightRulesFromValues {

  private final ConfigValues values;

  WeightRulesFromValues(ConfigValues values) {
    this.values = values;
  }

  WeightRules rules() {
    SortedMap<SleeveId, WeightRange> sleeves = new TreeMap<>();
    for (String sleeve : values.elements("sleeves")) {
      WeightRange range = range(sleeve);
      if (!range.isAny()) {
        sleeves.put(SleeveId.of(values.text(sleeve + ".name").orElseThrow()), range);
      }
    }
    SortedMap<SleeveClass, ClassRule> classes = new TreeMap<>();
    for (String section : values.elements("classes")) {
      classes.put(
          SleeveClass.of(values.text(section + ".name").orElseThrow()),
          new ClassRule(values.decimal(section + ".risk_budget_parts"), range(section)));
    }
    boolean scaled =
        values.text("risk.constraint_definition").orElse("richard-roncalli").equals("scaled");
    return new WeightRules(scaled, sleeves, classes);
  }

  private WeightRange range(String section) {
    BigDecimal least = values.decimal(section + ".min_weight_fraction").orElse(BigDecimal.ZERO);
    BigDecimal most = values.decimal(section + ".max_weight_fraction").orElse(BigDecimal.ONE);
    return new WeightRange(Ratio.of(least), Ratio.of(most));
  }
}
