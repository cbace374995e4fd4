package org.evenkeel.shell.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.evenkeel.core.basics.CycleId;
import org.evenkeel.core.policy.LimitName;
import org.evenkeel.core.policy.LimitValues;
import org.evenkeel.cycle.LimitTrials;
import org.evenkeel.shell.cli.print.ProposalText;
import org.evenkeel.shell.config.AppConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Tries limits on past decisions; changes nothing. */
@Command(
    name = "simulate",
    description = {
      "Make stored decisions again under the limits of now and under others, with every order through the gate, and say"
          + " what would have been held, changed or refused.",
      "Positions are those that were stored, and every order is taken to be filled whole. Changes nothing."
    })
final class LimitsSimulateCommand implements Callable<Integer> {

  private final Cli cli;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Another value of a limit; may be given several times.")
  List<String> settings = new ArrayList<>();

  @Option(
      names = "--last",
      paramLabel = "N",
      defaultValue = "90",
      description = "Only so many of the newest decisions.")
  int last;

  LimitsSimulateCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    AppConfig config = cli.config();
    if (last < 1) {
      throw new CommandFailed(ExitCode.USAGE, "found --last " + last + ", write 1 or more");
    }
    try (Session session = cli.operations().open(config)) {
      LimitValues present = LimitValues.of(config.limits(), config.guards());
      LimitValues other = present;
      for (String each : settings) {
        int at = each.indexOf('=');
        if (at < 1) {
          throw new CommandFailed(
              ExitCode.USAGE, "found '" + each + "', write --set max_gross_leverage_ratio=1.5");
        }
        LimitName name = LimitsCommands.name(each.substring(0, at));
        if (name.key().key().startsWith("drawdown_")) {
          throw new CommandFailed(
              ExitCode.REFUSED,
              "refused: what a drawdown asks for is part of what was stored and cannot be tried");
        }
        other =
            other.with(
                name, LimitsCommands.value(name, each.substring(at + 1), config.guards().hard()));
      }
      List<CycleId> cycles = session.decisions().newest(last);
      cli.answer(
          LimitTrials.of(session.decisions(), cycles, present, other, config.guards().hard()),
          ProposalText::ofTrials);
    }
    return ExitCode.DONE.code();
  }
}
