package org.evenkeel.shell.cli;

import java.util.concurrent.Callable;
import org.evenkeel.shell.cli.print.WeightsText;
import picocli.CommandLine.Command;

/** Shows target and held weights with their risk contributions. */
@Command(
    name = "weights",
    description = "Show target, held weight, drift and risk contribution of each sleeve.")
final class WeightsCommand implements Callable<Integer> {

  private final Cli cli;

  WeightsCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    return cli.inSession(
        session ->
            cli.answer(Statements.last(session.records()), statement -> WeightsText.of(statement)));
  }
}
