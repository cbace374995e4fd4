package org.evenkeel.shell.cli.print;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.settle.FlowEntry;
import org.evenkeel.core.statement.CycleRow;
import org.evenkeel.core.statement.CycleStatement;
import org.evenkeel.core.statement.CycleStatus;
import org.evenkeel.core.statement.ListingRow;
import org.evenkeel.core.statement.LockRow;
import org.evenkeel.core.statement.Status;
import org.evenkeel.core.statement.VenueReach;

/** The state of the bot on one page. */
public final class StatusText {

  private StatusText() {}

  /** The page; a held cycle keeps the targets of the newest statement, {@code newest}. */
  public static String of(Status status, Optional<CycleStatement> newest) {
    return of(status, newest, List.of());
  }

  /** The same with what the newest decision says of cash. */
  public static String of(Status status, Optional<CycleStatement> newest, List<String> cash) {
    Optional<Instant> lastGood = newest.map(CycleStatement::asOf);
    StringBuilder text = new StringBuilder();
    line(text, "mode", status.mode() + ", daemon " + status.daemon() + lastSeen(status));
    line(text, "trading", status.tradingState() + reason(status));
    status.reach().stream()
        .filter(reach -> reach.way() != VenueReach.Way.BOTH)
        .forEach(
            reach ->
                line(
                    text,
                    "venue",
                    reach.venue()
                        + " "
                        + reach.way()
                        + " since "
                        + Figures.time(reach.since())
                        + ": "
                        + reach.meaning()
                        + " ("
                        + reach.detail()
                        + ")"));
    status
        .watch()
        .ifPresent(
            watch -> {
              line(text, "watch", WatchText.status(watch));
              if (watch.isLatched()) {
                line(
                    text,
                    "",
                    "the watcher has halted the bot, only 'resume --checklist' lifts it: "
                        + watch.lastHalt().orElse(""));
              }
            });
    line(text, "NAV", nav(status) + leverage(status));
    newest
        .map(CycleStatement::lots)
        .filter(lots -> !lots.isEmpty())
        .ifPresent(lots -> line(text, "lots", lots));
    line(text, "index", FlowsText.performance(status.capital()));
    line(text, "cycles", status.endedCycles() + " ended, " + status.doneCycles() + " of them DONE");
    line(text, "last", status.lastCycle().map(StatusText::cycle).orElse("none"));
    if (status.lastCycle().filter(last -> last.status() == CycleStatus.HELD).isPresent()) {
      line(
          text,
          "held",
          lastGood
              .map(at -> "nothing was traded; the targets of " + Figures.time(at) + " stay")
              .orElse("nothing was traded; there are no targets yet"));
    }
    line(
        text,
        "orders",
        status.openAttempts() + " open, " + status.quarantined() + " in quarantine");
    // What the newest statement calls uncertain may have been resolved since.
    newest
        .filter(statement -> status.openAttempts() > 0 && !statement.open().isEmpty())
        .ifPresent(statement -> text.append(OpenLines.of(statement.open()).indent(11)));
    line(text, "overrides", status.overridesInForce() + " in force");
    line(text, "locks", status.locks() == 0 ? "none" : status.locks() + " open");
    if (status.alerts().standing() > 0) {
      line(text, "alerts", AlertsText.tally(status.alerts()));
    }
    for (LockRow lock : status.openLocks()) {
      line(text, "", LocksText.line(lock));
    }
    for (ListingRow listing : status.listings()) {
      line(text, "listing", listing.instrument() + " " + listing.text());
    }
    for (String one : cash) {
      line(text, "cash", one);
    }
    for (FlowEntry open : status.capital().unexplained()) {
      line(text, "flow", FlowsText.open(open));
    }
    return text.toString();
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append(name).append(" ".repeat(11 - name.length())).append(value).append('\n');
  }

  private static String lastSeen(Status status) {
    return status.lastSeen().map(at -> ", last seen " + Figures.time(at)).orElse("");
  }

  private static String reason(Status status) {
    return status.tradingStateReason().isBlank() ? "" : " (" + status.tradingStateReason() + ")";
  }

  private static String nav(Status status) {
    return status
        .nav()
        .map(nav -> Figures.money(nav) + " " + status.navCurrency())
        .orElse("not valued yet");
  }

  private static String leverage(Status status) {
    return status
        .grossLeverage()
        .map((BigDecimal gross) -> ", gross leverage " + Figures.ratio(gross))
        .orElse("");
  }

  private static String cycle(CycleRow row) {
    String why = row.reason().isBlank() ? "" : " (" + row.reason() + ")";
    return row.cycleId()
        + " "
        + row.status()
        + why
        + ", "
        + row.legs()
        + " legs, "
        + row.fills()
        + " fills, turnover "
        + Figures.money(row.turnover());
  }
}
