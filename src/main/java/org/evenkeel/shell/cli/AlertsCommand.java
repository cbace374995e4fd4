package org.evenkeel.shell.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.evenkeel.shell.cli.print.AlertsText;
import org.evenkeel.shell.config.AppConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Alerts: which stand, whom they have reached, and who has taken them up. */
@Command(
    name = "alerts",
    description = {
      "Show alerts, those that wait for somebody first: their age, whom they have reached, who has taken them up.",
      "Until an alert is taken up or over, one channel after the other is called, again and again."
    })
final class AlertsCommand implements Callable<Integer> {

  private final Cli cli;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "10",
      description = "How many of those that are over; default ${DEFAULT-VALUE}.")
  int limit = 10;

  AlertsCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    if (limit < 0) {
      throw new CommandFailed(ExitCode.USAGE, "--limit is 0 or more, found " + limit);
    }
    return cli.inSession(
        session ->
            cli.answer(
                session.alerts().alerts(limit),
                alerts -> AlertsText.of(alerts, cli.wall().instant())));
  }

  @Command(
      name = "ack",
      description = {
        "Take an alert up: nobody else is called for it. It stands until what it is about is well again.",
        "If it comes in other words, or again after its end, somebody is called again."
      })
  int acknowledge(
      @Parameters(paramLabel = "N", description = "Its number in 'alerts'.") long number,
      @Mixin ReasonOption reason) {
    String why = reason.text();
    return cli.inSession(session -> acknowledge(session, number, why));
  }

  private void acknowledge(Session session, long number, String why) {
    Change change =
        new Change(
            "alert " + number,
            "waits",
            "taken up",
            "nobody else is called for it",
            cli.options().author,
            why);
    cli.carryOut(
        change,
        () -> {
          if (!session.alerts().acknowledge(number, change.author(), why)) {
            throw new CommandFailed(
                ExitCode.REFUSED,
                "refused: there is no alert " + number + " that waits; look at 'evenkeel alerts'");
          }
          return change;
        },
        done -> "recorded for " + done.author());
  }

  @Command(
      name = "test",
      description = {
        "Send a test by every channel and say how each went; needs no database.",
        "Ends with 7 if one does not take it, and with 3 if there is none."
      })
  int test() {
    AppConfig config = cli.config();
    List<Finding> findings = cli.operations().testAlerts(config);
    if (findings.isEmpty()) {
      throw new CommandFailed(
          ExitCode.REFUSED,
          "refused: nobody is to be called; write alerts.channels into the configuration");
    }
    cli.answer(findings, DoctorCommand::text);
    return findings.stream()
        .filter(finding -> finding.level() == Finding.Level.FAIL)
        .map(Finding::code)
        .findFirst()
        .orElse(ExitCode.DONE)
        .code();
  }
}
