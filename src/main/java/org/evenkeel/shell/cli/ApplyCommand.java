package org.evenkeel.shell.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.plan.SavedPlan;
import org.evenkeel.core.policy.TradingState;
import org.evenkeel.core.statement.Status;
import org.evenkeel.shell.cli.print.PlanText;
import org.evenkeel.shell.config.AppConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Has a saved plan carried out. */
@Command(
    name = "apply",
    description =
        "Have a saved plan carried out as a decision of its own; refused if anything has moved that it"
            + " was made from.")
final class ApplyCommand implements Callable<Integer> {

  private final Cli cli;

  @Parameters(paramLabel = "FILE", description = "What 'plan --save' has written.")
  Path file = Path.of("");

  @Mixin final ReasonOption reason = new ReasonOption();

  ApplyCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    String why = reason.text();
    AppConfig config = cli.config();
    SavedPlan plan;
    Status status;
    try (Session session = cli.operations().open(config)) {
      plan = PlanFile.read(file, session.decisions());
      status = session.records().status();
    }
    if (!TradingState.valueOf(status.tradingState()).runsCycles()) {
      throw new CommandFailed(
          ExitCode.REFUSED,
          "refused: the trading state is " + status.tradingState() + "; resume first");
    }
    cli.preview(
        PlanText.of(
            plan.madeAt(), Optional.empty(), Optional.of(plan.plan()), java.util.List.of()));
    // The bot asks the same again when it carries the plan out: this look only spares the wait.
    Optional<Refusal> objection = cli.operations().objection(config, plan);
    if (objection.isPresent()) {
      throw new CommandFailed(ExitCode.REFUSED, "refused: " + objection.get().detail());
    }
    String when =
        status.daemon().equals("RUNNING") ? "taken within seconds" : "taken at the next start";
    Change change = new Change("saved plan", "none", "waiting", when, cli.options().author, why);
    try (Session session = cli.operations().open(config)) {
      cli.carryOut(
          change,
          () ->
              new RunNowCommand.RunRequest(
                  session.controls().requestPlan(plan, change.author(), why), change),
          request ->
              "recorded as request "
                  + request.id()
                  + "; what came of it: ./evenkeel cycle list --limit 1");
    }
    return ExitCode.DONE.code();
  }
}
