package org.evenkeel.cycle;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.CycleId;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.data.Yardstick;
import org.evenkeel.core.settle.FlowEntry;
import org.evenkeel.core.settle.Reconciliation;
import org.evenkeel.core.statement.PerformanceEntry;

/**
 * Writes down after each cycle how the portfolio has done without what was paid in and taken out.
 *
 * <p>A valuation counts only if ledger and venue agree on all of it: money that is there and not booked yet would look
 * like profit. What is left out is made up for at the next valuation.
 *
 * <p>All memory is in the journal. Single-threaded.
 */
final class TrackRecord {

  static final String STAGE = "performance";

  private final Universe universe;
  private final Journal journal;
  private final Alerts alerts;

  TrackRecord(Universe universe, Journal journal, Alerts alerts) {
    this.universe = universe;
    this.journal = journal;
    this.alerts = alerts;
  }

  /** Records the valuation at the end of a cycle. */
  void keep(CycleId cycle, Observation after) {
    if (!Reconciliation.compare(journal.ledger(), after.account()).isEmpty()) {
      return;
    }
    List<FlowEntry> flows = journal.accounting().flows();
    Optional<PerformanceEntry> last =
        journal.newestDocuments(STAGE, PerformanceEntry.class, 1).stream().findFirst();
    long through = flows.isEmpty() ? 0 : flows.get(flows.size() - 1).number();
    Result<PerformanceEntry> entry =
        last.isEmpty()
            ? Result.ok(
                PerformanceEntry.first(after.market().receivedAt(), after.nav().amount(), through))
            : Yardstick.of(universe, after.market().quotes())
                .then(yardstick -> flowsSince(last.get(), flows, yardstick))
                .map(
                    flow ->
                        last.get()
                            .next(
                                after.market().receivedAt(), after.nav().amount(), flow, through));
    entry.map(
        kept -> {
          journal.keepDocument(cycle, STAGE, kept);
          say(kept);
          return kept;
        });
  }

  private static Result<BigDecimal> flowsSince(
      PerformanceEntry last, List<FlowEntry> flows, Yardstick yardstick) {
    BigDecimal sum = BigDecimal.ZERO;
    for (FlowEntry entry : flows) {
      if (entry.number() > last.throughFlow() && entry.flow().isExternal()) {
        Result<BigDecimal> price =
            yardstick.price(entry.flow().amount().currency(), entry.flow().venue());
        if (price instanceof Result.Refused<BigDecimal>) {
          return price;
        }
        sum = sum.add(entry.flow().amount().amount().multiply(price.orThrow()));
      }
    }
    return Result.ok(sum);
  }

  private void say(PerformanceEntry kept) {
    switch (kept.checked()) {
      case Result.Ok<?> ok -> alerts.clear(STAGE);
      case Result.Refused<?> refused -> alerts.raise(STAGE, refused.refusal().detail());
    }
  }
}
