package org.evenkeel.shell.boot;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.evenkeel.cycle.Alerts;
import org.evenkeel.shell.alerting.Heartbeat;
import org.evenkeel.shell.alerting.Webhook;
import org.evenkeel.shell.cli.CommandFailed;
import org.evenkeel.shell.cli.ExitCode;
import org.evenkeel.shell.config.AlertChecks;
import org.evenkeel.shell.config.AlertSettings;
import org.evenkeel.shell.config.AlertSettings.Address;
import org.evenkeel.shell.config.secret.SecretStore;

/** The configured ways out, with the addresses that are secret. */
final class AlertAddresses {

  private AlertAddresses() {}

  static List<Webhook> channels(AlertSettings settings) {
    return settings.channels().stream()
        .map(
            each ->
                new Webhook(
                    each.name(),
                    address(each.address()),
                    each.format() == AlertSettings.Format.JSON,
                    settings.timeout()))
        .toList();
  }

  static Optional<Heartbeat> heartbeat(
      AlertSettings settings, BooleanSupplier isWell, Alerts alerts) {
    return settings
        .heartbeat()
        .map(place -> new Heartbeat(address(place), settings.timeout(), isWell, alerts));
  }

  private static URI address(Address address) {
    return switch (address) {
      case Address.Plain plain -> URI.create(plain.url());
      case Address.Hidden hidden -> {
        String url = SecretStore.ofThisProcess().read(hidden.url()).reveal();
        if (!AlertChecks.isSafe(url)) {
          throw new CommandFailed(
              ExitCode.USAGE,
              hidden.url()
                  + " holds no address that begins with https:// (or with http:// on this machine);"
                  + " put the whole address there");
        }
        yield URI.create(url);
      }
    };
  }
}
