package org.evenkeel.shell.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.evenkeel.cycle.Records;
import org.evenkeel.shell.cli.print.CashLines;
import org.evenkeel.shell.cli.print.StatusText;
import picocli.CommandLine.Command;

/** Shows the state of the whole bot. */
@Command(name = "status", description = "Show the state of the bot; works while it is down.")
final class StatusCommand implements Callable<Integer> {

  private final Cli cli;

  StatusCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    return cli.inSession(
        session ->
            cli.answer(
                session.records().status(),
                status ->
                    StatusText.of(
                        status, session.records().lastStatement(), cash(session.records()))));
  }

  /** What the newest decision says of coins off their peg and of transfers. */
  private static List<String> cash(Records records) {
    return records.cycles(1).stream()
        .flatMap(row -> records.cycle(row.cycleId()).stream())
        .flatMap(detail -> CashLines.of(detail.documents()).stream())
        .toList();
  }
}
