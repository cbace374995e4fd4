package org.evenkeel.cycle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.settle.CashFlow;
import org.evenkeel.core.settle.FlowEntry;

/**
 * Brings money that came to the account, left it or moved on it into the ledger, each flow exactly once, and asks for an
 * explanation of what came or left.
 *
 * <p>A deposit can be credited long after the venue first listed it, so the last week is read again each time; what was
 * booked before is recognized by its id.
 *
 * <p>Single-threaded.
 */
final class FlowIntake {

  private static final Duration OVERLAP = Duration.ofDays(7);

  private final Accounting accounting;
  private final OwnTransfers own;
  private final Alerts alerts;

  FlowIntake(Accounting accounting, OwnTransfers own, Alerts alerts) {
    this.accounting = accounting;
    this.own = own;
    this.alerts = alerts;
  }

  /** Books every new flow of a venue after the opening of its books; the result is how many. */
  Result<Integer> ingest(Venue venue, Instant opening) {
    Instant since =
        accounting
            .lastFlowTime(venue.capabilities().venue())
            .map(last -> last.minus(OVERLAP))
            .filter(start -> start.isAfter(opening))
            .orElse(opening);
    return venue
        .cashFlows(since)
        .map(
            flows -> {
              int booked = 0;
              for (CashFlow flow : flows) {
                if (flow.venueTime().isAfter(opening) && accounting.record(flow)) {
                  booked++;
                }
              }
              return booked;
            });
  }

  /** Says which flows wait for an explanation, once, and no longer of those that have one. */
  void announce() {
    List<FlowEntry> flows = accounting.flows();
    if (own.explain(flows)) {
      flows = accounting.flows();
    }
    for (FlowEntry entry : flows) {
      String subject = "flow " + entry.number();
      if (entry.isOpen()) {
        alerts.raise(
            subject,
            entry.flow().kind()
                + " of "
                + entry.flow().amount()
                + " ("
                + entry.flow().wallet()
                + ") is not explained"
                + (entry.raisesRisk() ? " and carries no position until it is" : "")
                + "; 'evenkeel flows classify "
                + entry.number()
                + " --as ...'");
      } else if (entry.flow().isExternal()) {
        alerts.clear(subject);
      }
    }
  }
}
