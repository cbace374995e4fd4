package org.evenkeel.shell.config;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.evenkeel.shell.config.read.ConfigError;
import org.evenkeel.shell.config.read.ConfigValues;
import org.evenkeel.shell.config.secret.SecretReference;

/** The checks of the watcher's keys: in live mode it has one of its own at every venue. */
final class WatchChecks {

  private static final String KEYS = "watch.keys";

  private final ConfigValues values;
  private final List<ConfigValues> venues;
  private final Consumer<ConfigError> errors;

  WatchChecks(ConfigValues values, List<ConfigValues> venues, Consumer<ConfigError> errors) {
    this.values = values;
    this.venues = venues;
    this.errors = errors;
  }

  void all() {
    TreeSet<String> missing = new TreeSet<>();
    if (values.text("mode").orElse("").equals("live")) {
      venues.forEach(venue -> venue.text("venue").ifPresent(missing::add));
    }
    for (String path : values.elements(KEYS)) {
      key(path, missing);
    }
    if (!missing.isEmpty() && !venues.isEmpty()) {
      error(
          KEYS,
          "no key of the watcher at " + String.join(", ", missing),
          "write one for each venue, and another one than the engine's");
    }
  }

  private void key(String path, Set<String> missing) {
    String venue = values.text(path + ".venue").orElse("");
    if (!venue.isEmpty() && !missing.remove(venue)) {
      error(
          path + ".venue",
          "found '" + venue + "', which is no venue of this configuration or has a key already",
          "write each venue once");
    }
    boolean isOkx = venue.equals("okx");
    if (isOkx != values.isWritten(path + ".passphrase")) {
      error(
          path + ".passphrase",
          isOkx ? "missing with the venue okx" : "found without the venue okx",
          isOkx ? "write {env: NAME_OF_A_VARIABLE} or {file: path}" : "remove it");
    }
    Optional<SecretReference> own = values.secret(path + ".api_key");
    if (own.isPresent() && own.equals(values.secret("venue.api_key"))) {
      error(
          path + ".api_key",
          "found the engine's own key",
          "make a second key at the venue: one that is revoked must not blind the other");
    }
  }

  private void error(String path, String found, String advice) {
    errors.accept(new ConfigError(values.place(path), path, found, advice));
  }
}
