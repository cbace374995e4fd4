package org.evenkeel.shell.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.evenkeel.core.policy.RiskChange;
import org.evenkeel.core.policy.TradingState;
import org.evenkeel.core.statement.Status;
import org.evenkeel.core.statement.WatchRow;
import org.evenkeel.cycle.RaisingOrders;
import org.evenkeel.shell.config.AppConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Sets how far the bot may act: one command for each trading state. */
@Command
final class TradingStateCommand implements Callable<Integer> {

  private final Cli cli;
  private final String name;
  private final TradingState state;

  @Mixin final ReasonOption reason = new ReasonOption();

  private TradingStateCommand(Cli cli, String name, TradingState state) {
    this.cli = cli;
    this.name = name;
    this.state = state;
  }

  static List<TradingStateCommand> all(Cli cli) {
    return List.of(
        new TradingStateCommand(cli, "pause", TradingState.PAUSED),
        new TradingStateCommand(cli, "reduce-only", TradingState.REDUCE_ONLY),
        new TradingStateCommand(cli, "halt", TradingState.HALTED));
  }

  String name() {
    return name;
  }

  /** What help says about the command. */
  String description() {
    return "Set the trading state to " + state + ": " + meaning(state) + ". Kept across restarts.";
  }

  /** What a state means. */
  static String meaning(TradingState state) {
    return switch (state) {
      case ACTIVE -> "everything within limits";
      case PAUSED -> "no new decisions; what is open is looked after";
      case REDUCE_ONLY -> "only orders that bring a position toward zero";
      case HALTED -> "no orders at all; working orders are canceled";
      case FLATTENING -> "working orders are canceled and all positions closed; then HALTED";
    };
  }

  @Override
  public Integer call() {
    String why = reason.text();
    AppConfig config = cli.config();
    return cli.inSession(
        session -> {
          requireNotLatched(session.records().status(), state);
          set(cli, config, session, state, why);
        });
  }

  /** What the watcher has halted is not loosened past the checklist. */
  static void requireNotLatched(Status status, TradingState to) {
    boolean isLatched = status.watch().filter(WatchRow::isLatched).isPresent();
    if (isLatched && !to.isKilled()) {
      throw new CommandFailed(
          ExitCode.REFUSED,
          "refused: the independent watcher has halted the bot ("
              + status.watch().flatMap(WatchRow::lastHalt).orElse("")
              + "); only 'resume --checklist' lifts that, see ops/runbook/watch.md");
    }
  }

  /** Sets the trading state, or asks a second person where that raises risk and orders are signed. */
  static void set(Cli cli, AppConfig config, Session session, TradingState state, String why) {
    Status before = session.records().status();
    TradingState from = TradingState.valueOf(before.tradingState());
    if (config.authority().isSigned() && RiskChange.ofState(from, state)) {
      throw ApprovalCommands.ask(cli, session, RaisingOrders.state(from, state), why);
    }
    String when = before.daemon().equals("RUNNING") ? "" : "; the daemon is down and will obey";
    Change change =
        new Change(
            "trading state",
            before.tradingState(),
            state.name(),
            meaning(state) + when,
            cli.options().author,
            why);
    cli.carryOut(
        change,
        () -> {
          session.controls().setTradingState(state, cli.options().author, why);
          return change;
        },
        done -> "recorded for " + done.author());
  }
}
