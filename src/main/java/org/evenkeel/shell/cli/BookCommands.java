package org.evenkeel.shell.cli;

import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.TradeId;
import org.evenkeel.core.policy.LockCause;
import org.evenkeel.core.settle.Bookkeeping;
import org.evenkeel.core.statement.LockRow;
import org.evenkeel.core.statement.Status;
import org.evenkeel.cycle.BalanceTrades;
import org.evenkeel.cycle.Errand;
import org.evenkeel.cycle.NamedFills;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Bookings by hand, where the ledger lacks what the venue has. */
@Command(
    name = "book",
    description = "Book what the ledger lacks: an execution that the venue shows, or a position.")
final class BookCommands {

  private final Cli cli;

  BookCommands(Cli cli) {
    this.cli = cli;
  }

  @Command(
      name = "fill",
      description = {
        "Have one execution looked for at the venue and booked as the venue reports it.",
        "Nothing is booked on a person's word: what the venue does not show is refused, see 'errands'."
      })
  int fill(
      @Parameters(paramLabel = "INSTRUMENT", description = "Such as BTC-USDT-PERP@binance.")
          String instrument,
      @Parameters(paramLabel = "TRADE", description = "The venue's id of the execution.")
          String trade,
      @Mixin ReasonOption reason) {
    String why = reason.text();
    InstrumentId of = instrument(instrument);
    TradeId id = TradeId.of(trade);
    return cli.inSession(
        session -> {
          session
              .records()
              .execution(of, id)
              .ifPresent(
                  booked -> {
                    throw refused(
                        "trade "
                            + id
                            + " of "
                            + of
                            + " is booked already, as FILL "
                            + Bookkeeping.referenceOf(booked)
                            + ": "
                            + booked.side()
                            + " "
                            + booked.lastQty()
                            + " at "
                            + booked.lastPx()
                            + " on "
                            + booked.venueTime());
                  });
          Status status = session.records().status();
          Change change =
              new Change(
                  "trade " + id + " of " + of,
                  "not booked",
                  "booked if the venue shows it",
                  OrderHandCommands.when(status),
                  cli.options().author,
                  why);
          cli.carryOut(
              change,
              () ->
                  new OrderHandCommands.Sent(
                      session
                          .controls()
                          .send(
                              Errand.Kind.BOOK_FILL,
                              NamedFills.subject(of, id),
                              change.author(),
                              why),
                      change),
              sent -> "recorded as errand " + sent.id() + "; see 'evenkeel errands'");
        });
  }

  @Command(
      name = "balance-trade",
      description = {
        "Ask to bring the ledger's position of a future to the venue's where no execution can be found; a second person must"
            + " approve.",
        "Wallets, profit and loss stay as they are, and nothing is sent. An execution that turns up later is booked and does"
            + " not count twice."
      })
  int balanceTrade(
      @Parameters(paramLabel = "INSTRUMENT", description = "Such as BTC-USDT-PERP@binance.")
          String instrument,
      @Mixin ReasonOption reason) {
    String why = reason.text();
    InstrumentId of = instrument(instrument);
    return cli.inSession(
        session -> {
          LockRow lock =
              session.records().status().openLocks().stream()
                  .filter(row -> row.cause().equals(LockCause.POSITION_DIFFERS.name()))
                  .filter(row -> row.subject().equals(of.value()))
                  .findFirst()
                  .orElseThrow(
                      () ->
                          refused(
                              "no difference in the position of "
                                  + of
                                  + " is known; look at 'evenkeel locks', or have the venues read by 'evenkeel"
                                  + " reconcile'"));
          cli.preview(
              of
                  + ": ledger "
                  + lock.ledger()
                  + " -> "
                  + lock.venue()
                  + ", as the venue says, without an execution and without money; nothing is sent\n");
          throw ApprovalCommands.ask(
              cli, session, BalanceTrades.of(of.value(), lock.ledger(), lock.venue()), why);
        });
  }

  private static InstrumentId instrument(String text) {
    try {
      return InstrumentId.of(text);
    } catch (IllegalArgumentException e) {
      throw new CommandFailed(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
  }

  private static CommandFailed refused(String why) {
    return new CommandFailed(ExitCode.REFUSED, "refused: " + why);
  }
}
