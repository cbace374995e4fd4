package org.evenkeel.shell.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.statement.CycleStatement;
import org.evenkeel.core.statement.KillDrill;
import org.evenkeel.cycle.DecisionInputs;
import org.evenkeel.cycle.Decisions;
import org.evenkeel.cycle.StoredDecision;
import org.evenkeel.shell.cli.print.DrillText;
import org.evenkeel.shell.config.AppConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Rehearses the kill switch. */
@Command(
    name = "drill",
    description = {
      "Flatten the book of the newest statement in memory, at a simulated venue of which every fifth answer is wrong.",
      "Nothing real is touched. The figures are kept; ends with 7 if a run took longer than drill.max_flat_seconds."
    })
final class KillDrillCommand implements Callable<Integer> {

  private static final int NEWEST = 20;

  private final Cli cli;

  @Option(
      names = "--runs",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many flattens; default ${DEFAULT-VALUE}.")
  int runs;

  @Mixin final ReasonOption reason = new ReasonOption();

  KillDrillCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    String why = reason.text();
    AppConfig config = cli.config();
    try (Session session = cli.operations().open(config)) {
      CycleStatement statement = Statements.last(session.records());
      KillDrill drill =
          cli.operations().killDrill(config, statement, newest(session.decisions()), runs);
      long number = session.upkeep().keepDrill(drill, cli.options().author, why);
      cli.answer(drill, made -> DrillText.of(made) + "recorded as drill " + number + "\n");
      return drill.isPassed() ? ExitCode.DONE.code() : ExitCode.VERIFICATION_FAILED.code();
    }
  }

  /** What the newest decision was made from: specifications and prices. */
  private static Optional<DecisionInputs> newest(Decisions decisions) {
    return decisions.newest(NEWEST).reversed().stream()
        .flatMap(cycle -> decisions.of(cycle).stream())
        .map(StoredDecision::inputs)
        .flatMap(inputs -> known(inputs.whole()).stream())
        .findFirst();
  }

  private static Optional<DecisionInputs> known(Result<DecisionInputs> inputs) {
    return switch (inputs) {
      case Result.Ok<DecisionInputs> ok -> Optional.of(ok.value());
      case Result.Refused<DecisionInputs> refused -> Optional.empty();
    };
  }
}
