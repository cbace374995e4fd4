package org.evenkeel.shell.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.evenkeel.core.statement.Status;
import org.evenkeel.cycle.Errand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Sends the daemon to do something once, beside its schedule: one command for each kind. */
@Command
final class ErrandCommand implements Callable<Integer> {

  private final Cli cli;
  private final Errand.Kind kind;

  @Mixin final ReasonOption reason = new ReasonOption();

  private ErrandCommand(Cli cli, Errand.Kind kind) {
    this.cli = cli;
    this.kind = kind;
  }

  static void addTo(CommandLine root, Cli cli) {
    for (Errand.Kind kind : List.of(Errand.Kind.CANCEL_ALL, Errand.Kind.RECONCILE)) {
      CommandLine line = new CommandLine(new ErrandCommand(cli, kind));
      line.getCommandSpec().usageMessage().description(description(kind));
      root.addSubcommand(kind.command(), line);
    }
  }

  private static String description(Errand.Kind kind) {
    return switch (kind) {
      case CANCEL_ALL ->
          "Have every working order at every venue canceled, ours or not; the trading state stays, so later decisions send new ones.";
      case RECONCILE ->
          "Have everything read from the venues and compared with the books now, not at the next bell.";
      case CANCEL_ORDER, BOOK_FILL -> throw new IllegalArgumentException(kind + " has a subject");
    };
  }

  @Override
  public Integer call() {
    return cli.inSession(this::send);
  }

  private void send(Session session) {
    String why = reason.text();
    Status status = session.records().status();
    String when =
        status.daemon().equals("RUNNING")
            ? "done within seconds, or after the decision under way"
            : "the daemon is down and will do it at its start";
    Change change =
        switch (kind) {
          case CANCEL_ALL ->
              new Change(
                  "working orders",
                  status.openAttempts() + " of ours known as open",
                  "none at any venue, ours or not",
                  "the trading state stays " + status.tradingState() + "; " + when,
                  cli.options().author,
                  why);
          case RECONCILE ->
              new Change(
                  "books and venues",
                  status.openLocks().size() + " locks",
                  "read and compared anew",
                  "what disagrees is locked; " + when,
                  cli.options().author,
                  why);
          case CANCEL_ORDER, BOOK_FILL ->
              throw new IllegalArgumentException(kind + " has a subject");
        };
    cli.carryOut(
        change,
        () -> new Sent(session.controls().send(kind, change.author(), why), kind, change),
        sent -> "recorded as errand " + sent.id());
  }

  /** An errand with its number. */
  record Sent(long id, Errand.Kind kind, Change change) {}
}
