package org.evenkeel.shell.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.evenkeel.core.basics.Result;
import org.evenkeel.cycle.Comparison;
import org.evenkeel.cycle.Decisions;
import org.evenkeel.shell.cli.print.ComparisonText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows two decisions or two saved plans beside each other. */
@Command(
    name = "compare",
    description = "Show what differs between two decisions, or between two saved plans.")
final class CompareCommand implements Callable<Integer> {

  private final Cli cli;

  @Parameters(
      index = "0",
      paramLabel = "ONE",
      description = "A decision as in 'cycle show', or a file of 'plan --save'.")
  String one = "";

  @Parameters(index = "1", paramLabel = "OTHER", description = "The same of the other.")
  String other = "";

  CompareCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    return cli.inSession(session -> cli.answer(comparison(session), ComparisonText::of));
  }

  private Comparison comparison(Session session) {
    Decisions decisions = session.decisions();
    Path file = Path.of(one);
    Path against = Path.of(other);
    if (Files.isRegularFile(file) && Files.isRegularFile(against)) {
      return Comparison.of(
          one, PlanFile.read(file, decisions), other, PlanFile.read(against, decisions));
    }
    return switch (Comparison.of(
        decisions,
        CycleCommands.named(session.records(), one),
        CycleCommands.named(session.records(), other))) {
      case Result.Ok<Comparison> ok -> ok.value();
      case Result.Refused<Comparison> refused ->
          throw new CommandFailed(ExitCode.REFUSED, "refused: " + refused.refusal().detail());
    };
  }
}
