package org.evenkeel.shell.cli;

import java.util.concurrent.Callable;
import org.evenkeel.core.statement.CycleStatement;
import picocli.CommandLine.Command;

/** Shows what is held. */
@Command(
    name = "positions",
    description = "Show positions and balances of the last statement, and what was booked since.")
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
          PositionsAnswer answer = PositionsAnswer.of(statement, session.records().booked());
          cli.answer(answer, shown -> shown.text(statement));
        });
  }
}
