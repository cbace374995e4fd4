package org.evenkeel.shell.config;

import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.parity.RiskMeasure;
import org.evenkeel.core.parity.WeightMethod;
import org.evenkeel.core.parity.WeightPrinciple;
import org.evenkeel.shell.config.read.ConfigValues;

/** The choice of how weights are found, from checked values. */
final class PrincipleFromValues {

  private final ConfigValues values;

  PrincipleFromValues(ConfigValues values) {
    this.values = values;
  }

  WeightPrinciple principle() {
    return new WeightPrinciple(
        named(WeightMethod.values(), WeightMethod::word, "risk.method"),
        new RiskMeasure(
            named(RiskMeasure.Kind.values(), RiskMeasure.Kind::word, "risk.measure"),
            values.decimal("risk.measure_alpha_fraction").orElseThrow().doubleValue()),
        doubles(values.numbers("risk.factor_budgets")),
        loadings(),
        values.decimal("risk.factor_tolerance_fraction").orElseThrow().doubleValue());
  }

  private SortedMap<String, SortedMap<SleeveId, Double>> loadings() {
    SortedMap<String, SortedMap<SleeveId, Double>> byFactor = new TreeMap<>();
    for (String path : values.elements("sleeves")) {
      SleeveId sleeve = SleeveId.of(values.text(path + ".name").orElseThrow());
      doubles(values.numbers(path + ".factor_loadings"))
          .forEach(
              (factor, loading) ->
                  byFactor.computeIfAbsent(factor, name -> new TreeMap<>()).put(sleeve, loading));
    }
    return byFactor;
  }

  private static SortedMap<String, Double> doubles(SortedMap<String, BigDecimal> numbers) {
    SortedMap<String, Double> doubles = new TreeMap<>();
    numbers.forEach((name, number) -> doubles.put(name, number.doubleValue()));
    return doubles;
  }

  private <T> T named(T[] all, Function<T, String> word, String path) {
    String wanted = values.text(path).orElseThrow();
    for (T one : all) {
      if (word.apply(one).equals(wanted)) {
        return one;
      }
    }
    throw new IllegalStateException(path + " has a word that its key does not allow: " + wanted);
  }
}
