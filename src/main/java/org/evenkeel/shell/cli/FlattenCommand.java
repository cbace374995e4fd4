package org.evenkeel.shell.cli;

import java.util.concurrent.Callable;
import org.evenkeel.core.policy.TradingState;
import org.evenkeel.core.statement.Status;
import org.evenkeel.shell.config.AppConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Closes everything, through the daemon or, with the database down, by itself. */
@Command(
    name = "flatten",
    description = {
      "Cancel all working orders and close all positions; stablecoins stay. Then HALTED until resume.",
      "Without --yes it shows what would be closed and changes nothing."
    })
final class FlattenCommand implements Callable<Integer> {

  private final Cli cli;

  @Mixin final ReasonOption reason = new ReasonOption();

  @Option(names = "--yes", description = "Carry it out.")
  boolean yes;

  @Option(
      names = "--offline",
      description =
          "Without database and daemon: this command itself trades, with a journal in a file.")
  boolean offline;

  @Option(
      names = "--force-offline",
      description = "Like --offline although the database answers; refused while the daemon runs.")
  boolean forced;

  FlattenCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    String why = reason.text();
    AppConfig config = cli.config();
    if (!yes) {
      FlattenPreview preview = cli.operations().flattenPreview(config);
      cli.answer(preview, FlattenPreview::text);
      throw new CommandFailed(
          ExitCode.NEEDS_APPROVAL, "nothing was changed; add --yes to carry it out");
    }
    return offline || forced ? offline(config, why) : cli.inSession(open -> order(open, why));
  }

  private int offline(AppConfig config, String why) {
    FlattenAnswer answer =
        cli.operations()
            .flattenOffline(config, new FlattenOptions(cli.options().author, why, forced));
    cli.answer(
        answer,
        done ->
            done.orders()
                + " orders; "
                + done.text()
                + "\njournal: "
                + done.file()
                + (done.isFlat() ? "\n" : "\nnot complete: run it again\n"));
    return answer.isFlat() ? ExitCode.DONE.code() : ExitCode.VENUE.code();
  }

  /** The venue is not asked here: the order must get through whatever answers or not. */
  private void order(Session session, String why) {
    Status before = session.records().status();
    String when =
        before.daemon().equals("RUNNING")
            ? "taken up within seconds"
            : "the daemon is down and will obey at its start; --force-offline does not wait for it";
    Change change =
        new Change(
            "trading state",
            before.tradingState(),
            TradingState.FLATTENING.name(),
            TradingStateCommand.meaning(TradingState.FLATTENING) + "; " + when,
            cli.options().author,
            why);
    cli.carryOut(
        change,
        () -> {
          session.controls().setTradingState(TradingState.FLATTENING, cli.options().author, why);
          return change;
        },
        done -> "recorded for " + done.author());
  }
}
