package org.evenkeel.shell.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.shell.cli.print.PlanText;
import org.evenkeel.shell.cli.whatif.Assumption;
import org.evenkeel.shell.cli.whatif.AssumptionReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows what a decision would do now. */
@Command(
    name = "plan",
    description = "Show what a decision would do now; sends and records nothing.")
final class PlanCommand implements Callable<Integer> {

  private final Cli cli;

  @Option(
      names = "--what-if",
      paramLabel = "ASSUMPTION",
      arity = "1..*",
      description =
          "Show the plan beside the one under assumptions: corr=1, corr.btc.eth=0.9, vol*=2, vol.btc*=3,"
              + " btc=-40%%, all=-40%%.")
  @Nullable List<String> whatIf;

  PlanCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    return whatIf == null ? plan() : planIf(AssumptionReader.parse(whatIf));
  }

  private int planIf(List<Assumption> assumptions) {
    WhatIfPreview preview = cli.operations().planIf(cli.config(), assumptions);
    cli.answer(preview, WhatIfText::of);
    return preview.refusal().map(PlanCommand::exitCode).orElse(ExitCode.DONE).code();
  }

  private int plan() {
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
          UNFILLED,
          APPROVAL,
          PLAN_STALE,
          PLAN_UNPROVED ->
          ExitCode.REFUSED;
    };
  }
}
