package org.evenkeel.shell.cli;

import java.util.concurrent.Callable;
import org.evenkeel.core.policy.TradingState;
import org.evenkeel.core.statement.Status;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Asks for a decision now. */
@Command(name = "run-now", description = "Ask for a decision now, beside the schedule.")
final class RunNowCommand implements Callable<Integer> {

  private final Cli cli;

  @Mixin final ReasonOption reason = new ReasonOption();

  RunNowCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    return cli.inSession(this::request);
  }

  private void request(Session session) {
    String why = reason.text();
    Status status = session.records().status();
    if (!TradingState.valueOf(status.tradingState()).runsCycles()) {
      throw new CommandFailed(
          ExitCode.REFUSED,
          "refused: the trading state is "
              + status.tradingState()
              + ", which starts no decisions; resume first");
    }
    String when =
        status.daemon().equals("RUNNING") ? "taken within seconds" : "taken at the next start";
    Change change = new Change("run request", "none", "waiting", when, cli.options().author, why);
    cli.carryOut(
        change,
        () -> new RunRequest(session.controls().requestRun(change.author(), why), change),
        request -> "recorded as request " + request.id());
  }

  /** A wish for a decision, with its number. */
  record RunRequest(long id, Change change) {}
}
