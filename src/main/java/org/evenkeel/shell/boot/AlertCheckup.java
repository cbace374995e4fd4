package org.evenkeel.shell.boot;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.cycle.alerting.AlertCall;
import org.evenkeel.shell.alerting.Heartbeat;
import org.evenkeel.shell.alerting.Webhook;
import org.evenkeel.shell.cli.CommandFailed;
import org.evenkeel.shell.cli.ExitCode;
import org.evenkeel.shell.cli.Finding;
import org.evenkeel.shell.config.AlertSettings;
import org.evenkeel.shell.config.AppConfig;
import org.evenkeel.shell.config.secret.SecretUnavailable;
import org.evenkeel.shell.telemetry.LogAlerts;

/** Whether anybody can be called. */
final class AlertCheckup {

  private static final String CHECK = "alerts";
  private static final String BEAT = "heartbeat";
  private static final String MEND = "correct the address, or ask whoever runs the receiver";

  private AlertCheckup() {}

  /** Connects to every receiver and sends nothing. */
  static List<Finding> of(AppConfig config) {
    try {
      List<Finding> findings = new ArrayList<>(channels(config.alerts()));
      findings.add(heartbeat(config.alerts()));
      return findings;
    } catch (SecretUnavailable | CommandFailed e) {
      return List.of(
          Finding.warn(
              CHECK,
              "seen from here, " + e.getMessage(),
              "neither bot nor watcher starts where it is not to be read"));
    }
  }

  private static List<Finding> channels(AlertSettings settings) {
    if (settings.channels().isEmpty()) {
      return List.of(
          Finding.warn(
              CHECK,
              "nobody is called when something needs attention",
              "write alerts.channels, README 'Being called'"));
    }
    List<Finding> findings = new ArrayList<>();
    for (Webhook channel : AlertAddresses.channels(settings)) {
      try (channel) {
        findings.add(
            reached(CHECK, "channel " + channel.name(), channel.reach(), "'alerts test' calls"));
      }
    }
    return findings;
  }

  private static Finding heartbeat(AlertSettings settings) {
    Optional<Heartbeat> heartbeat =
        AlertAddresses.heartbeat(settings, () -> false, new LogAlerts());
    if (heartbeat.isEmpty()) {
      return Finding.warn(
          BEAT,
          "nobody outside notices when this machine dies",
          "write alerts.heartbeat_url, README 'Being called'");
    }
    try (Heartbeat sign = heartbeat.get()) {
      return reached(BEAT, "its receiver", sign.reach(), "no sign of life was given");
    }
  }

  private static Finding reached(
      String check, String who, Optional<String> failure, String otherwise) {
    return failure
        .map(why -> Finding.warn(check, who + " is not reached: " + why, MEND))
        .orElseGet(() -> Finding.ok(check, who + " is reached; " + otherwise));
  }

  /** Sends a test by every channel. */
  static List<Finding> test(AppConfig config) {
    List<Finding> findings = new ArrayList<>();
    for (Webhook channel : AlertAddresses.channels(config.alerts())) {
      try (channel) {
        AlertCall.Item item =
            new AlertCall.Item(
                AlertCall.Why.TEST,
                Optional.empty(),
                "test",
                "this is how alerts will reach you; nothing needs attention",
                Instant.now());
        Optional<String> failure = channel.send(new AlertCall(channel.name(), List.of(item)));
        findings.add(
            failure
                .map(why -> Finding.fail(channel.name(), ExitCode.VERIFICATION_FAILED, why, MEND))
                .orElseGet(() -> Finding.ok(channel.name(), "taken; look whether it arrives")));
      }
    }
    return findings;
  }
}
