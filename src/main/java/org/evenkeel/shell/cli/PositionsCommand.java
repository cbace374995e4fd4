package org.evenkeel.shell.cli;

import java.util.concurrent.Callable;
import org.evenkeel.core.statement.CycleStatement;
import org.evenkeel.shell.cli.print.PositionsText;
import picocli.CommandLine.Command;

/** Shows what is held. */
@Command(name = "positions", description = "Show positions and balances of the last statement.")
final class PositionsCommand implements Callable<Integer> {

  private final Cli cli;

  PositionsCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    return cli.inSession(
        session -> {
          CycleStatement statement = Statements.last(session.records());
          cli.answer(statement, PositionsText::of);
        });
  }
}
