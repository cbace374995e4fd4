package org.evenkeel.shell.config;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.evenkeel.shell.config.read.ConfigError;
import org.evenkeel.shell.config.read.ConfigValues;

/** The checks that depend on the mode: addresses, keys, databases and the simulated world. */
final class ModeChecks {

  private final ConfigValues values;
  private final List<ConfigValues> venues;
  private final Consumer<ConfigError> errors;

  ModeChecks(ConfigValues values, List<ConfigValues> venues, Consumer<ConfigError> errors) {
    this.values = values;
    this.venues = venues;
    this.errors = errors;
  }

  void all() {
    String mode = values.text("mode").orElse("");
    switch (mode) {
      case "rehearsal" -> rehearsal();
      case "paper" -> {
        urlsNeeded(mode);
        opening("paper");
      }
      case "live" -> {
        urlsNeeded(mode);
        live();
      }
      default -> {
        // The mode itself is wrong, which has been told.
      }
    }
    database();
  }

  private void urlsNeeded(String mode) {
    for (String path : new String[] {"venue.spot_url", "venue.futures_url"}) {
      if (!values.isWritten(path)) {
        error(path, "missing in mode " + mode, "write the base URL of the venue's endpoints");
      }
    }
  }

  private void live() {
    for (String path : new String[] {"venue.api_key", "venue.api_secret"}) {
      if (!values.isWritten(path)) {
        error(
            path,
            "missing in mode live",
            "write {env: NAME_OF_A_VARIABLE} or {file: path} and keep the secret there");
      }
    }
    passphrase();
    authority();
    boolean embeddedAllowed = values.flag("database.embedded_in_live").orElse(false);
    if (!values.isWritten("database.jdbc_url") && !embeddedAllowed) {
      error(
          "database.jdbc_url",
          "missing in mode live",
          "write the JDBC URL of a PostgreSQL server that is backed up, or embedded_in_live: true");
    }
  }

  /** Whether the files hold what they must is looked at where the keys are. */
  private void authority() {
    if (!values.isWritten("authority.identities")) {
      error(
          "authority.identities",
          "missing in mode live",
          "write the path of a file with at least two persons ('identity create' makes one)");
    }
    if (!values.isWritten("authority.hard_limits")) {
      error(
          "authority.hard_limits",
          "missing in mode live",
          "write the path of the hard limits, signed by two persons ('limits sign')");
    }
  }

  private void passphrase() {
    boolean isOkx = venues.stream().anyMatch(venue -> venue.text("venue").orElse("").equals("okx"));
    boolean isWritten = values.isWritten("venue.passphrase");
    if (isOkx && !isWritten) {
      error(
          "venue.passphrase",
          "missing with the venue okx",
          "write {env: NAME_OF_A_VARIABLE} or {file: path} and keep the passphrase there");
    }
    if (!isOkx && !venues.isEmpty() && isWritten) {
      error("venue.passphrase", "found without the venue okx", "remove it");
    }
  }

  private void rehearsal() {
    for (String path : new String[] {"venue.spot_url", "venue.futures_url"}) {
      if (values.isWritten(path)) {
        error(
            path,
            "not allowed in mode rehearsal",
            "remove it; the simulated venue has its own address (see rehearsal.external_url)");
      }
    }
    opening("rehearsal");
    if (values.text("rehearsal.market").orElse("").equals("files")) {
      files();
    } else {
      generated();
    }
  }

  private void files() {
    for (String path : new String[] {"rehearsal.data_directory", "rehearsal.end"}) {
      if (!values.isWritten(path)) {
        error(
            path,
            "missing with rehearsal.market: files",
            "write it (or the option), or market: generated");
      }
    }
    Optional<Instant> start = values.instant("rehearsal.start");
    Optional<Instant> end = values.instant("rehearsal.end");
    if (start.isPresent() && end.isPresent() && !end.get().isAfter(start.get())) {
      error("rehearsal.end", "found " + end.get(), "write an instant after " + start.get());
    }
  }

  private void generated() {
    for (String path : new String[] {"rehearsal.data_directory", "rehearsal.end"}) {
      if (values.isWritten(path)) {
        error(path, "found with a generated market", "remove it, or write market: files");
      }
    }
    Optional<Long> history = values.whole("rehearsal.history_days");
    Optional<Long> bars = values.whole("estimate.lookback_bars");
    Optional<Long> barHours = values.whole("estimate.bar_hours");
    if (history.isPresent() && bars.isPresent() && barHours.isPresent()) {
      long needed = (bars.get() * barHours.get() + 23) / 24 + 1;
      if (history.get() < needed) {
        error(
            "rehearsal.history_days",
            "found " + history.get(),
            "write at least " + needed + ", the days that the estimate looks back on");
      }
    }
  }

  /** Whatever an account holds must have a price: the NAV currency, what the rates price, or a coin with a market. */
  private void opening(String section) {
    Set<String> priced = new TreeSet<>();
    values.text("nav_currency").ifPresent(priced::add);
    for (String rate : values.elements("rates")) {
      values.text(rate + ".currency").ifPresent(priced::add);
    }
    String futures = section + ".opening_futures";
    known(futures, priced);
    for (String coin : values.elements("stablecoins")) {
      values
          .text(coin + ".instrument")
          .ifPresent(id -> priced.add(id.substring(0, id.indexOf('-'))));
    }
    known(section + ".opening_spot", priced);
    BigDecimal sum = BigDecimal.ZERO;
    for (BigDecimal amount : values.numbers(futures).values()) {
      sum = sum.add(amount);
    }
    if (values.isWritten(futures) && sum.signum() == 0) {
      error(
          futures,
          "found nothing in it",
          "write what the futures wallet holds, such as { USDT: 60000 }");
    }
  }

  private void known(String path, Set<String> priced) {
    for (String currency : values.numbers(path).keySet()) {
      if (!priced.contains(currency)) {
        error(
            path,
            "found " + currency + ", which has no price here",
            "write amounts of " + String.join(", ", priced));
      }
    }
  }

  private void database() {
    boolean given = values.isWritten("database.jdbc_url");
    if (given && values.isWritten("database.embedded_directory")) {
      error("database.embedded_directory", "found beside jdbc_url", "keep exactly one of the two");
    }
    for (String path : new String[] {"database.user", "database.password"}) {
      if (!given && values.isWritten(path)) {
        error(path, "found without jdbc_url", "write jdbc_url, or remove it");
      }
    }
  }

  private void error(String path, String found, String advice) {
    errors.accept(new ConfigError(values.place(path), path, found, advice));
  }
}
