package org.evenkeel.shell.cli;

import java.util.concurrent.Callable;
import org.evenkeel.core.statement.CycleRow;
import org.evenkeel.core.statement.CycleStatement;
import org.evenkeel.core.statement.CycleStatus;
import org.evenkeel.cycle.Records;
import org.evenkeel.shell.cli.print.CertificateText;
import org.evenkeel.shell.cli.print.WeightsText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** Shows target and held weights with their risk contributions. */
@Command(
    name = "weights",
    description = "Show target, held weight, drift and risk contribution of each sleeve.")
final class WeightsCommand implements Callable<Integer> {

  /** How far back a decision that was carried out is looked for. */
  private static final int MOST_CYCLES = 1000;

  private final Cli cli;

  WeightsCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    return cli.inSession(session -> show(session.records()));
  }

  private void show(Records records) {
    CycleStatement statement = Statements.last(records);
    String target = lastTarget(records);
    if (cli.options().json) {
      cli.answer(CertificateText.withStatement(statement, target), Object::toString);
    } else {
      String certificate = CertificateText.ofTarget(target);
      cli.answer(
          statement,
          shown -> WeightsText.of(shown) + (certificate.isEmpty() ? "" : "\n" + certificate));
    }
  }

  /** The targets' document of the newest decision that was carried out, as the statement's is. */
  private static @Nullable String lastTarget(Records records) {
    for (CycleRow row : records.cycles(MOST_CYCLES)) {
      if (row.status() == CycleStatus.DONE) {
        return records
            .cycle(row.cycleId())
            .map(detail -> detail.documents().get("target"))
            .orElse(null);
      }
    }
    return null;
  }
}
