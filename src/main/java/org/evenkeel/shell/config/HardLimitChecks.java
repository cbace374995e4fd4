package org.evenkeel.shell.config;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.policy.HardLimits;
import org.evenkeel.core.policy.LimitName;
import org.evenkeel.shell.config.read.ConfigError;
import org.evenkeel.shell.config.read.ConfigValues;

/** Reads the file of the hard limits, and holds every soft limit of the configuration to it. */
final class HardLimitChecks {

  private static final String KEY = "authority.hard_limits";
  private static final String SECTION = "limits.";

  private final ConfigSource source;
  private final ConfigValues values;
  private final Consumer<ConfigError> errors;

  HardLimitChecks(ConfigSource source, ConfigValues values, Consumer<ConfigError> errors) {
    this.source = source;
    this.values = values;
    this.errors = errors;
  }

  /** The file as it lies beside the configuration; empty if none is named, or if it is wrong, which has been told. */
  Optional<HardLimitsSource> read() {
    Optional<String> path = values.text(KEY);
    if (path.isEmpty()) {
      return Optional.empty();
    }
    Optional<ConfigSource> beside = source.beside(path.orElseThrow());
    if (beside.isEmpty()) {
      error(
          KEY,
          "found '" + path.orElseThrow() + "', which is no file beside " + source.name(),
          "write the path of a file with lines 'name value'");
      return Optional.empty();
    }
    HardLimitsSource file = new HardLimitsSource(Path.of(beside.get().name()), beside.get().text());
    switch (HardLimits.parse(file.text())) {
      case Result.Refused<HardLimits> refused ->
          error(KEY, file.file() + ", " + refused.refusal().detail(), "correct that line");
      case Result.Ok<HardLimits> ok -> ok.value().bounds().forEach(this::check);
    }
    return Optional.of(file);
  }

  private void check(LimitName name, BigDecimal bound) {
    if (!name.key().isConfigured()) {
      return;
    }
    String path = SECTION + name.key().key();
    Optional<BigDecimal> soft =
        name.key().isByInstrument()
            ? Optional.ofNullable(values.numbers(path).get(name.instrument()))
            : values.decimal(path);
    if (soft.filter(value -> name.key().allowsMore(value, bound)).isPresent()) {
      error(
          path,
          "found " + Decimals.text(soft.orElseThrow()) + ", beyond the hard limit of " + name,
          "write " + Decimals.text(bound) + " or what allows less");
    }
  }

  private void error(String path, String found, String advice) {
    errors.accept(new ConfigError(values.place(path), path, found, advice));
  }
}
