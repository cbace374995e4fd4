package org.evenkeel.shell.cli;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.evenkeel.core.policy.OperatorOverride;
import org.evenkeel.core.statement.CycleStatement;
import org.evenkeel.shell.cli.print.OverridesText;
import org.evenkeel.shell.cli.print.PositionsText;
import org.evenkeel.shell.cli.print.WeightsText;
import org.evenkeel.shell.config.AppConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows what was known at an instant of the past: later facts do not change what it says. */
@Command(
    name = "as-of",
    description =
        "Show weights, positions or overrides as they were known at an instant of the bot's clock.")
final class AsOfCommand implements Callable<Integer> {

  private final Cli cli;

  @Parameters(
      index = "0",
      paramLabel = "TIME",
      description = "A date, whose end is meant, or an instant such as 2026-02-01T06:00:00Z.")
  String time = "";

  @Parameters(index = "1", paramLabel = "WHAT", description = "${COMPLETION-CANDIDATES}.")
  What what = What.POSITIONS;

  AsOfCommand(Cli cli) {
    this.cli = cli;
  }

  /** What can be looked at. */
  enum What {
    POSITIONS,
    WEIGHTS,
    OVERRIDES
  }

  @Override
  public Integer call() {
    Instant at = Times.to(time);
    AppConfig config = cli.config();
    return cli.inSession(session -> show(config, session, at));
  }

  private void show(AppConfig config, Session session, Instant at) {
    Instant now = cli.botTime(config, session.records().status());
    if (at.isAfter(now) && time.contains("T")) {
      throw new CommandFailed(
          ExitCode.USAGE, "found " + time + ", which is to come; the bot's clock says " + now);
    }
    switch (what) {
      case POSITIONS -> cli.answer(statement(session, at), PositionsText::of);
      case WEIGHTS -> cli.answer(statement(session, at), WeightsText::of);
      case OVERRIDES -> {
        List<OperatorOverride> then =
            session.records().overrides(true).stream().filter(each -> each.isInForce(at)).toList();
        cli.answer(then, OverridesText::of);
      }
    }
  }

  private static CycleStatement statement(Session session, Instant at) {
    return session
        .records()
        .statementAt(at)
        .orElseThrow(() -> new CommandFailed(ExitCode.REFUSED, "no decision had ended by " + at));
  }
}
