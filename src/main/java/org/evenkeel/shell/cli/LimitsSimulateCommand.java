package org.evenkeel.shell.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.evenkeel.core.basics.CycleId;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.policy.Canary;
import org.evenkeel.core.policy.LimitName;
import org.evenkeel.core.policy.LimitValues;
import org.evenkeel.core.policy.LimitsInForce;
import org.evenkeel.cycle.LimitTrials;
import org.evenkeel.shell.cli.print.ProposalText;
import org.evenkeel.shell.config.AppConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Tries limits on past decisions; changes nothing. */
@Command(
    name = "simulate",
    description = {
      "Make stored decisions again under two sets of limits, with every order through the gate, and say what would have"
          + " been held, changed or refused.",
      "Without --set: the configuration, and the limits in force (what 'limits set' and a canary made of it). With --set:"
          + " the limits in force, and the same with other values.",
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
      names = "--than",
      paramLabel = "LIMITS",
      defaultValue = "in-force",
      description = "What --set changes: 'in-force' or 'configuration'.")
  String than = "";

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
    if (!List.of("in-force", "configuration").contains(than)) {
      throw new CommandFailed(
          ExitCode.USAGE, "found --than " + than + ", write in-force or configuration");
    }
    if (last < 1) {
      throw new CommandFailed(ExitCode.USAGE, "found --last " + last + ", write 1 or more");
    }
    try (Session session = cli.operations().open(config)) {
      LimitValues configured = LimitsCommands.configured(config);
      LimitsInForce inForce = LimitsCommands.now(config, session, cli);
      boolean isInForce = than.equals("in-force");
      LimitValues present = isInForce ? inForce.values() : configured;
      String words = isInForce ? inWords(inForce) : "the configuration";
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
      boolean isTried = !settings.isEmpty();
      cli.answer(
          new LimitTrials.Answer(
              isTried ? words : "the configuration",
              isTried ? "the same with " + String.join(", ", settings) : inWords(inForce),
              LimitTrials.of(
                  session.decisions(),
                  cycles,
                  isTried ? present : configured,
                  isTried ? other : inForce.values(),
                  config.guards().hard())),
          ProposalText::ofTrials);
    }
    return ExitCode.DONE.code();
  }

  /** What makes the limits in force others than those of the configuration. */
  private static String inWords(LimitsInForce inForce) {
    List<String> changes = new ArrayList<>();
    inForce
        .set()
        .forEach(
            (name, each) ->
                changes.add(
                    name
                        + " set to "
                        + Decimals.text(each.value())
                        + " by "
                        + each.author()
                        + " until "
                        + each.expiresAt()));
    inForce.canary().map(Canary::text).ifPresent(changes::add);
    return changes.isEmpty()
        ? "the limits in force, which are those of the configuration"
        : "the limits in force: the configuration with " + String.join("; ", changes);
  }
}
