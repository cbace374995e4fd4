package org.evenkeel.shell.cli;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.evenkeel.core.basics.ContentHash;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.plan.SavedPlan;
import org.evenkeel.shell.cli.print.MarginLines;
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

  @Option(
      names = "--save",
      paramLabel = "FILE",
      description = "Write the plan to a file, to be carried out by 'apply'.")
  @Nullable Path save;

  @Option(
      names = "--valid",
      paramLabel = "DURATION",
      defaultValue = "15m",
      description = "With --save: how long it may be applied, on the bot's clock, such as 15m.")
  String valid = "15m";

  @Option(
      names = "--tolerance",
      paramLabel = "FRACTION",
      defaultValue = "0.005",
      description = "With --save: by which fraction each price may move until then.")
  BigDecimal tolerance = new BigDecimal("0.005");

  PlanCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    if (save != null && whatIf != null) {
      throw new CommandFailed(ExitCode.USAGE, "a plan under assumptions cannot be saved");
    }
    if (save != null) {
      return save(save);
    }
    return whatIf == null ? plan() : planIf(AssumptionReader.parse(whatIf));
  }

  private int save(Path file) {
    if (tolerance.signum() <= 0 || tolerance.compareTo(new BigDecimal("0.1")) > 0) {
      throw new CommandFailed(
          ExitCode.USAGE, "found --tolerance " + tolerance + "; write above 0 and up to 0.1");
    }
    SavedPlanPreview saved =
        cli.operations().savePlan(cli.config(), Times.duration(valid), Ratio.of(tolerance));
    PlanPreview preview = saved.preview();
    if (saved.plan().isEmpty()) {
      cli.answer(preview, PlanCommand::text);
      return preview.refusal().map(PlanCommand::exitCode).orElse(ExitCode.REFUSED).code();
    }
    return cli.inSession(
        session -> {
          SavedPlan plan = saved.plan().get();
          ContentHash hash = PlanFile.write(file, plan, session.decisions());
          cli.preview(text(preview));
          cli.answer(
              new Saved(file.toString(), hash.value(), plan.expiresAt()),
              done ->
                  "\nsaved to "
                      + done.file()
                      + " as "
                      + done.hash()
                      + ", good until "
                      + done.expiresAt()
                      + "\n");
        });
  }

  /** A plan in a file. */
  record Saved(String file, String hash, Instant expiresAt) {}

  private static String text(PlanPreview shown) {
    return PlanText.of(shown.asOf(), shown.refusal(), shown.plan(), shown.weights())
        + MarginLines.of(shown.margins());
  }

  private int planIf(List<Assumption> assumptions) {
    WhatIfPreview preview = cli.operations().planIf(cli.config(), assumptions);
    cli.answer(preview, WhatIfText::of);
    return preview.refusal().map(PlanCommand::exitCode).orElse(ExitCode.DONE).code();
  }

  private int plan() {
    PlanPreview preview = cli.operations().plan(cli.config());
    cli.answer(preview, PlanCommand::text);
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
          NOT_WANTED,
          APPROVAL,
          PLAN_STALE,
          PLAN_UNPROVED ->
          ExitCode.REFUSED;
    };
  }
}
