package org.evenkeel.shell.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.evenkeel.cycle.Decisions;
import org.evenkeel.cycle.Replay;
import org.evenkeel.cycle.ReplayReport;
import org.evenkeel.cycle.Replayed;
import org.evenkeel.shell.cli.print.ReplayText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes past decisions again. */
@Command(
    name = "replay",
    description =
        "Make a past decision again from what it was made from, by the database alone; an upgrade runs"
            + " 'replay --all --verify' first.")
final class ReplayCommand implements Callable<Integer> {

  private final Cli cli;

  @Parameters(
      paramLabel = "CYCLE",
      arity = "0..1",
      description = "Such as default/2026-01-31T00:00:00Z, its date, or 'last'.")
  @Nullable String id;

  @Option(names = "--all", description = "All decisions, the oldest first.")
  boolean all;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "100000",
      description = "With --all: only so many of the newest.")
  int limit;

  @Option(
      names = "--verify",
      description =
          "End with exit code 7 unless every decision that can be made again is the same.")
  boolean verify;

  ReplayCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    if (all == (id != null)) {
      throw new CommandFailed(ExitCode.USAGE, "write either the name of a decision or --all");
    }
    try (Session session = cli.operations().open(cli.config())) {
      return all ? all(session.decisions()) : one(session, String.valueOf(id));
    }
  }

  private int all(Decisions decisions) {
    ReplayReport report = ReplayReport.of(decisions, limit, () -> cli.wall().millis());
    cli.answer(report, ReplayText::of);
    return code(report.different() > 0 || report.misexplained() > 0);
  }

  private int one(Session session, String name) {
    Decisions decisions = session.decisions();
    Replayed replayed =
        new Replay(decisions)
            .of(decisions.of(CycleCommands.named(session.records(), name)).orElseThrow());
    cli.answer(replayed, ReplayText::of);
    // A single decision that cannot be made again has not been verified either.
    return code(
        List.of(Replayed.State.DIFFERENT, Replayed.State.NOT_REPLAYABLE)
            .contains(replayed.state()));
  }

  private int code(boolean isWrong) {
    return (verify && isWrong ? ExitCode.VERIFICATION_FAILED : ExitCode.DONE).code();
  }
}
