package org.evenkeel.shell.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.RollCadence;
import org.evenkeel.core.catalog.RollRule;
import org.evenkeel.core.catalog.RollTerms;
import org.evenkeel.shell.config.read.ConfigError;
import org.evenkeel.shell.config.read.ConfigValues;

/** The checks of legs that are rolled: what rolls must end on a day of its series, and no other leg may be in its way. */
final class RollChecks {

  private static final String LATEST = "plan.roll.latest_before_end_hours";

  private final ConfigValues values;
  private final Consumer<ConfigError> errors;

  RollChecks(ConfigValues values, Consumer<ConfigError> errors) {
    this.values = values;
    this.errors = errors;
  }

  void all() {
    List<RollRule> rules = new ArrayList<>();
    for (String leg : legs()) {
      RollsFromValues.cadence(values, leg)
          .flatMap(cadence -> rule(leg, cadence))
          .ifPresent(rules::add);
    }
    for (String leg : legs()) {
      id(leg).ifPresent(id -> alone(leg + ".instrument", id, rules));
      values
          .texts(leg + ".alternatives")
          .forEach(name -> alone(leg + ".alternatives", InstrumentId.of(name), rules));
    }
    if (!rules.isEmpty()) {
      early();
    }
  }

  private List<String> legs() {
    return values.elements("sleeves").stream()
        .flatMap(sleeve -> values.elements(sleeve + ".legs").stream())
        .toList();
  }

  private Optional<InstrumentId> id(String leg) {
    return values.text(leg + ".instrument").map(InstrumentId::of);
  }

  private Optional<RollRule> rule(String leg, RollCadence cadence) {
    Optional<InstrumentId> id = id(leg);
    Optional<Instrument> named = id.map(Instrument::parse);
    if (named.isEmpty()) {
      return Optional.empty();
    }
    if (!(named.get() instanceof Instrument.DatedFuture dated)) {
      error(
          leg + ".roll",
          "found a roll of " + id.get() + ", which is no dated contract margined in its quote",
          "leave it out, or name a dated contract such as BTC-USDT-20260327@binance");
      return Optional.empty();
    }
    if (!cadence.has(dated.expiry())) {
      error(
          leg + ".instrument",
          "found " + id.get() + ", which is no " + cadence + " contract",
          "write one that is delivered on the last Friday of "
              + (cadence == RollCadence.MONTHLY
                  ? "a month"
                  : "March, June, September or December"));
      return Optional.empty();
    }
    return Optional.of(new RollRule(id.get(), cadence, RollTerms.defaults()));
  }

  /** A contract of a series that another leg holds would be taken for the series' own. */
  private void alone(String path, InstrumentId id, List<RollRule> rules) {
    rules.stream()
        .filter(rule -> !rule.first().equals(id) && rule.has(id))
        .findFirst()
        .ifPresent(
            rule ->
                error(
                    path,
                    "found " + id + ", into which the leg " + rule.first() + " will be rolled",
                    "leave one of the two out"));
  }

  /** What is about to end is no longer added to, so a position must have moved before. */
  private void early() {
    Optional<Long> latest = values.whole(LATEST);
    Optional<Long> noAdd = values.whole("plan.no_add_before_end_hours");
    if (latest.isPresent() && noAdd.isPresent() && latest.get() <= noAdd.get()) {
      error(
          LATEST,
          "found " + latest.get() + " with plan.no_add_before_end_hours " + noAdd.get(),
          "write more, so that a position moves while its contract may still be held");
    }
  }

  private void error(String path, String found, String advice) {
    errors.accept(new ConfigError(values.place(path), path, found, advice));
  }
}
