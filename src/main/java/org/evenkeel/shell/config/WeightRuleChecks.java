package org.evenkeel.shell.config;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.evenkeel.shell.config.read.ConfigError;
import org.evenkeel.shell.config.read.ConfigValues;

/** The checks of bounds of weights against each other, and of classes against the sleeves. */
final class WeightRuleChecks {

  private final ConfigValues values;
  private final Consumer<ConfigError> errors;

  WeightRuleChecks(ConfigValues values, Consumer<ConfigError> errors) {
    this.values = values;
    this.errors = errors;
  }

  void all() {
    BigDecimal least = BigDecimal.ZERO;
    BigDecimal most = BigDecimal.ZERO;
    TreeSet<String> known = new TreeSet<>();
    for (String sleeve : values.elements("sleeves")) {
      values.text(sleeve + ".class").ifPresent(known::add);
      ordered(sleeve);
      least = least.add(values.decimal(sleeve + ".min_weight_fraction").orElse(BigDecimal.ZERO));
      most = most.add(values.decimal(sleeve + ".max_weight_fraction").orElse(BigDecimal.ONE));
    }
    if (least.compareTo(BigDecimal.ONE) > 0) {
      error(
          "sleeves",
          "the smallest weights add up to " + least.toPlainString(),
          "write min_weight_fraction so that they add up to at most 1");
    }
    if (!known.isEmpty() && most.compareTo(BigDecimal.ONE) < 0) {
      error(
          "sleeves",
          "the largest weights add up to " + most.toPlainString(),
          "write max_weight_fraction so that they add up to at least 1");
    }
    classes(known);
  }

  private void classes(SortedSet<String> known) {
    TreeSet<String> seen = new TreeSet<>();
    for (String section : values.elements("classes")) {
      ordered(section);
      String path = section + ".name";
      Optional<String> name = values.text(path);
      if (name.isPresent() && !known.contains(name.get())) {
        error(
            path,
            "found '" + name.get() + "', which no sleeve has",
            "write one of " + String.join(", ", known));
      }
      if (name.isPresent() && !seen.add(name.get())) {
        error(path, "found " + name.get() + " again", "write each class once");
      }
    }
  }

  private void ordered(String section) {
    Optional<BigDecimal> least = values.decimal(section + ".min_weight_fraction");
    Optional<BigDecimal> most = values.decimal(section + ".max_weight_fraction");
    if (least.isPresent() && most.isPresent() && least.get().compareTo(most.get()) > 0) {
      error(
          section + ".min_weight_fraction",
          "found " + least.get().toPlainString() + ", above the max_weight_fraction",
          "write at most " + most.get().toPlainString());
    }
  }

  private void error(String path, String found, String advice) {
    errors.accept(new ConfigError(values.place(path), path, found, advice));
  }
}
