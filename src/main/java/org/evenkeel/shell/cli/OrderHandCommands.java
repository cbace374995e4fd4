package org.evenkeel.shell.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.evenkeel.core.policy.LockCause;
import org.evenkeel.core.statement.LockRow;
import org.evenkeel.core.statement.OrderRow;
import org.evenkeel.core.statement.Status;
import org.evenkeel.cycle.AdoptionRequests;
import org.evenkeel.cycle.Errand;
import org.evenkeel.shell.cli.print.ErrandsText;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One order by hand: canceled, or, if somebody else has sent it, taken into the books; and what came of errands. */
final class OrderHandCommands {

  private static final int ALL = 10_000;

  private final Cli cli;

  private OrderHandCommands(Cli cli) {
    this.cli = cli;
  }

  static void addTo(CommandLine root, Cli cli) {
    OrderHandCommands commands = new OrderHandCommands(cli);
    root.addSubcommand(commands.new Cancel());
    root.addSubcommand(commands.new Adopt());
    root.addSubcommand(commands.new Listing());
  }

  /** Cancels one order. */
  @Command(
      name = "cancel",
      description = "Have one working order canceled, by our id or the venue's, ours or not.")
  final class Cancel implements Callable<Integer> {

    @Parameters(paramLabel = "ORDER", description = "Our id, or the venue's.")
    String id = "";

    @Mixin final ReasonOption reason = new ReasonOption();

    @Override
    public Integer call() {
      String why = reason.text();
      return cli.inSession(
          session -> {
            Status status = session.records().status();
            Change change =
                new Change(
                    "order " + id,
                    known(session, status, id),
                    "not working",
                    "what was filled is booked; a patient order is not repeated; " + when(status),
                    cli.options().author,
                    why);
            cli.carryOut(
                change,
                () ->
                    new Sent(
                        session.controls().send(Errand.Kind.CANCEL_ORDER, id, change.author(), why),
                        change),
                sent -> "recorded as errand " + sent.id() + "; see 'evenkeel errands'");
          });
    }
  }

  private static String known(Session session, Status status, String id) {
    for (OrderRow order : session.records().orders(true, ALL)) {
      if (order.clientOrderId().equals(id)) {
        return "ours, " + order.state();
      }
    }
    return status.openLocks().stream()
        .filter(lock -> isOrder(lock, id))
        .findFirst()
        .map(lock -> "not ours, " + lock.venue())
        .orElse("not known here; the venues are asked");
  }

  static String when(Status status) {
    return status.daemon().equals("RUNNING")
        ? "done within seconds, or after the decision under way"
        : "the daemon is down and will do it at its start";
  }

  private static boolean isOrder(LockRow lock, String id) {
    return lock.cause().equals(LockCause.FOREIGN_ORDER.name())
        && (lock.key().equals(id) || lock.venue().contains(", " + id + " at the venue:"));
  }

  /** Asks to take an order in. */
  @Command(
      name = "adopt",
      description = {
        "Ask to take an order that somebody else has sent into the books; a second person must approve.",
        "It counts at full size in every limit until it has ended, and what it executes is booked under both names without a"
            + " lock. The bot does not reprice it."
      })
  final class Adopt implements Callable<Integer> {

    @Parameters(
        paramLabel = "ORDER",
        description = "Its id in 'evenkeel locks', the client's or the venue's.")
    String id = "";

    @Mixin final ReasonOption reason = new ReasonOption();

    @Override
    public Integer call() {
      String why = reason.text();
      return cli.inSession(
          session -> {
            List<LockRow> open = session.records().status().openLocks();
            LockRow lock =
                open.stream()
                    .filter(row -> isOrder(row, id))
                    .findFirst()
                    .orElseThrow(() -> refused(session));
            cli.preview(
                lock.subject()
                    + ": "
                    + lock.venue()
                    + "\nis locked -> counts at full size until it has ended\n");
            throw ApprovalCommands.ask(
                cli, session, AdoptionRequests.of(lock.subject(), lock.key(), lock.venue()), why);
          });
    }

    private CommandFailed refused(Session session) {
      boolean isOurs =
          session.records().orders(false, ALL).stream()
              .anyMatch(order -> order.clientOrderId().equals(id));
      return new CommandFailed(
          ExitCode.REFUSED,
          isOurs
              ? "refused: order " + id + " is one of the bot's own"
              : "refused: no order "
                  + id
                  + " that is not ours is known as open; look at 'evenkeel locks', or have the venues read by"
                  + " 'evenkeel reconcile'");
    }
  }

  /** Lists errands. */
  @Command(
      name = "errands",
      description = "List what the daemon was sent to do, newest first, and what came of it.")
  final class Listing implements Callable<Integer> {

    @Option(names = "--limit", paramLabel = "N", defaultValue = "20", description = "How many.")
    int limit;

    @Override
    public Integer call() {
      return cli.inSession(
          session -> cli.answer(session.records().errands(limit), ErrandsText::of));
    }
  }

  /** An errand with its number. */
  record Sent(long id, Change change) {}
}
