package org.evenkeel.shell.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.evenkeel.shell.config.AppConfig;
import org.evenkeel.shell.config.read.ConfigException;
import org.evenkeel.shell.config.secret.SecretUnavailable;
import picocli.CommandLine.Command;

/** Looks at everything that the bot needs, and says what to do about what is not in order. */
@Command(
    name = "doctor",
    description = {
      "Look at configuration, database, audit chain, disk, lease, watcher, receivers, venues, clocks, keys; works while the bot is down.",
      "A warning forbids nothing. Ends with the code of the first line that fails, else with 0."
    })
final class DoctorCommand implements Callable<Integer> {

  private final Cli cli;

  DoctorCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    List<Finding> findings = findings();
    cli.answer(findings, DoctorCommand::text);
    return findings.stream()
        .filter(finding -> finding.level() == Finding.Level.FAIL)
        .map(Finding::code)
        .findFirst()
        .orElse(ExitCode.DONE)
        .code();
  }

  private List<Finding> findings() {
    AppConfig config;
    try {
      config = cli.config();
    } catch (ConfigException | SecretUnavailable e) {
      return List.of(
          Finding.fail(
              "configuration",
              ExitCode.USAGE,
              String.valueOf(e.getMessage()),
              "mend it; nothing else can be looked at without it"));
    }
    List<Finding> findings = new ArrayList<>();
    findings.add(
        Finding.ok("configuration", cli.options().config + ", mode " + config.mode().label()));
    findings.addAll(cli.operations().examine(config));
    return findings;
  }

  static String text(List<Finding> findings) {
    StringBuilder text = new StringBuilder();
    for (Finding finding : findings) {
      text.append(
          String.format(
              Locale.ROOT,
              "%-4s  %-13s  %s\n",
              finding.level().word(),
              finding.check(),
              finding.advice().isEmpty()
                  ? finding.detail()
                  : finding.detail() + ": " + finding.advice()));
    }
    return text.toString();
  }
}
