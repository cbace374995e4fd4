package org.evenkeel.shell.cli;

import java.util.concurrent.Callable;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.shell.cli.print.PlanText;
import picocli.CommandLine.Command;

/** Shows what a decision would do now. */
@Command(
    name = "plan",
    description = "Show what a decision would do now; sends and records nothing.")
final class PlanCommand implements Callable<Integer> {

  private final Cli cli;

  PlanCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    PlanPreview preview = cli.operations().plan(cli.config());
    cli.answer(
        preview,
        shown -> PlanText.of(shown.asOf(), shown.refusal(), shown.plan(), shown.weights()));
    return preview.refusal().map(PlanCommand::exitCode).orElse(ExitCode.DONE).code();
  }

  private static ExitCode exitCode(Refusal refusal) {
    return switch (refusal.reason()) {
      case VENUE_UNAVAILABLE, VENUE_REJECTED, CLOCK_OFFSET -> ExitCode.VENUE;
      case JOURNAL_UNAVAILABLE -> ExitCode.DATABASE;
      case INVALID_INPUT,
          COVERAGE_TOO_LOW,
          DATA_STALE,
          DATA_OUTLIER,
          ESTIMATE_POOR,
          SOLVER_UNCERTIFIED,
          NO_SOLUTION,
          INFEASIBLE,
          INSIDE_NO_TRADE_BAND,
          BELOW_VENUE_MINIMUM,
          LIMIT,
          TRADING_STATE,
          INSTRUMENT_FROZEN,
          OVERRIDE,
          INSUFFICIENT_FUNDS,
          INSTRUMENT_NOT_TRADING,
          POSITION_BREAK,
          NOT_LEADER,
          SLOT_TOO_LATE,
          SLOT_ALREADY_DECIDED,
          BUSY,
          INTERRUPTED,
          OFF_PEG,
          UNFILLED ->
          ExitCode.REFUSED;
    };
  }
}
