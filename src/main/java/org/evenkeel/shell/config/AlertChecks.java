package org.evenkeel.shell.config;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.evenkeel.shell.config.read.ConfigError;
import org.evenkeel.shell.config.read.ConfigValues;

/** The checks of the channels: each has one address, which nobody on the way can read, and a name of its own. */
public final class AlertChecks {

  static final String CHANNELS = "alerts.channels";
  static final String HEARTBEAT = "alerts.heartbeat_url";
  static final String SECRET = "_secret";

  private final ConfigValues values;
  private final Consumer<ConfigError> errors;

  AlertChecks(ConfigValues values, Consumer<ConfigError> errors) {
    this.values = values;
    this.errors = errors;
  }

  void all() {
    TreeSet<String> names = new TreeSet<>();
    for (String path : values.elements(CHANNELS)) {
      Optional<String> name = values.text(path + ".name");
      if (name.isPresent() && !names.add(name.get())) {
        error(path + ".name", "found '" + name.get() + "' a second time", "give it another name");
      }
      if (!values.isWritten(path + ".url") && !values.isWritten(path + ".url" + SECRET)) {
        error(path, "neither url nor url_secret is written", "write one of them");
      }
      address(path + ".url");
    }
    address(HEARTBEAT);
  }

  private void address(String path) {
    if (values.isWritten(path) && values.isWritten(path + SECRET)) {
      error(path, "found beside " + path + SECRET, "keep exactly one of the two");
    }
    values
        .text(path)
        .filter(url -> !isSafe(url))
        .ifPresent(
            url ->
                error(
                    path,
                    "found '" + url + "'",
                    "write https://, http is for addresses of this machine only"));
  }

  /** True for an address that can be called: by https, or on this machine; it must not be a mistake either. */
  public static boolean isSafe(String url) {
    try {
      URI uri = URI.create(url);
      String host = Optional.ofNullable(uri.getHost()).orElse("");
      boolean isHere = List.of("127.0.0.1", "localhost", "[::1]").contains(host);
      return !host.isEmpty()
          && ("https".equals(uri.getScheme()) || (isHere && "http".equals(uri.getScheme())));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private void error(String path, String found, String advice) {
    errors.accept(new ConfigError(values.place(path), path, found, advice));
  }
}
