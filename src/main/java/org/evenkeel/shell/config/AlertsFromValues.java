package org.evenkeel.shell.config;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.evenkeel.shell.config.AlertSettings.Address;
import org.evenkeel.shell.config.read.ConfigValues;

/** Who is called, from checked values. */
final class AlertsFromValues {

  private final ConfigValues values;

  AlertsFromValues(ConfigValues values) {
    this.values = values;
  }

  AlertSettings settings() {
    return new AlertSettings(
        values.elements(AlertChecks.CHANNELS).stream().map(this::channel).toList(),
        Duration.ofSeconds(whole("timeout_seconds")),
        Duration.ofMinutes(whole("escalate_after_minutes")),
        Duration.ofMinutes(whole("repeat_every_minutes")),
        address(AlertChecks.HEARTBEAT),
        Duration.ofSeconds(whole("heartbeat_every_seconds")));
  }

  private AlertSettings.Channel channel(String path) {
    return new AlertSettings.Channel(
        values.text(path + ".name").orElseThrow(),
        address(path + ".url").orElseThrow(),
        AlertSettings.Format.valueOf(
            values.text(path + ".format").orElseThrow().toUpperCase(Locale.ROOT)));
  }

  private Optional<Address> address(String path) {
    Optional<Address> plain = values.text(path).map(Address.Plain::new);
    return plain.or(() -> values.secret(path + AlertChecks.SECRET).map(Address.Hidden::new));
  }

  private long whole(String key) {
    return values.whole("alerts." + key).orElseThrow();
  }
}
