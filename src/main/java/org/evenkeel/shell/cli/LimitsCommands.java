package org.evenkeel.shell.cli;

import java.util.concurrent.Callable;
import org.evenkeel.core.basics.CycleId;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.data.Yardstick;
import org.evenkeel.core.statement.CycleStatement;
import org.evenkeel.core.statement.Status;
import org.evenkeel.cycle.DecisionInputs;
import org.evenkeel.cycle.LimitsStanding;
import org.evenkeel.cycle.Records;
import org.evenkeel.cycle.StoredDecision;
import org.evenkeel.shell.cli.print.LimitsText;
import org.evenkeel.shell.config.AppConfig;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The limits of the last step before the wire, and how near the portfolio is to them. */
@Command(name = "limits", description = "The limits that no order may cross.")
final class LimitsCommands implements Runnable {

  /** Far more orders than any limit lets through in a day. */
  private static final int ORDERS = 100_000;

  private final Cli cli;

  private LimitsCommands(Cli cli) {
    this.cli = cli;
  }

  static void addTo(CommandLine root, Cli cli) {
    LimitsCommands commands = new LimitsCommands(cli);
    CommandLine line = new CommandLine(commands);
    line.addSubcommand(commands.new Show());
    root.addSubcommand(line);
  }

  @Override
  public void run() {
    throw new CommandFailed(ExitCode.USAGE, "write 'limits show'");
  }

  /** Shows the limits of now against what is stored; the daemon may be down. */
  @Command(
      name = "show",
      description =
          "Show for every limit its value, what is left, and the trade that would reach it, by the"
              + " newest stored decision and the journal.")
  final class Show implements Callable<Integer> {

    @Override
    public Integer call() {
      AppConfig config = cli.config();
      try (Session session = cli.operations().open(config)) {
        cli.answer(standing(config, session).rows(), LimitsText::of);
        return ExitCode.DONE.code();
      }
    }
  }

  private LimitsStanding standing(AppConfig config, Session session) {
    Records records = session.records();
    Status status = records.status();
    CycleStatement statement = records.lastStatement().orElseThrow(LimitsCommands::tooEarly);
    DecisionInputs inputs = inputs(session);
    Result<Yardstick> yardstick = Yardstick.of(inputs.rules().universe(), inputs.market().quotes());
    return switch (yardstick) {
      case Result.Refused<Yardstick> refused ->
          throw new CommandFailed(ExitCode.REFUSED, refused.refusal().toString());
      case Result.Ok<Yardstick> ok ->
          new LimitsStanding(
              config.limits(),
              config.guards(),
              inputs.market(),
              ok.value(),
              statement,
              status.capital(),
              records.orders(true, ORDERS),
              records.orders(false, ORDERS),
              cli.botTime(config, status));
    };
  }

  private static DecisionInputs inputs(Session session) {
    CycleId newest =
        session.decisions().newest(100).stream()
            .reduce((older, newer) -> newer)
            .orElseThrow(LimitsCommands::tooEarly);
    return session
        .decisions()
        .of(newest)
        .map(StoredDecision::inputs)
        .map(
            inputs ->
                switch (inputs) {
                  case StoredDecision.Inputs.Whole whole -> whole.value();
                  case StoredDecision.Inputs.Missing missing ->
                      throw new CommandFailed(ExitCode.REFUSED, newest + ": " + missing.why());
                  case StoredDecision.Inputs.Unreadable unreadable ->
                      throw new CommandFailed(ExitCode.REFUSED, newest + ": " + unreadable.why());
                })
        .orElseThrow(LimitsCommands::tooEarly);
  }

  private static CommandFailed tooEarly() {
    return new CommandFailed(
        ExitCode.REFUSED, "no decision has been made yet; start the bot with 'run'");
  }
}
