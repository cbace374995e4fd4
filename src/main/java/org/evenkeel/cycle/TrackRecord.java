package org.evenkeel.cycle;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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

  /** The stage of a valuation by which a decision was made. */
  static final String DECIDED = "valuation";

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
    continued(after)
        .ifPresent(
            entry ->
                entry.map(
                    kept -> {
                      journal.keepDocument(cycle, STAGE, kept);
                      say(kept);
                      return kept;
                    }));
  }

  /**
   * The record with a valuation of now, of which nothing is kept yet; refused if a flow has no price.
   *
   * <p>Empty if ledger and venue do not agree on what there is.
   */
  Optional<Result<PerformanceEntry>> continued(Observation seen) {
    if (!Reconciliation.compare(journal.ledger(), seen.account()).isEmpty()) {
      return Optional.empty();
    }
    List<FlowEntry> flows = journal.accounting().flows();
    Optional<PerformanceEntry> last = last();
    long through = flows.isEmpty() ? 0 : flows.get(flows.size() - 1).number();
    Instant at = seen.market().receivedAt();
    BigDecimal nav = seen.nav().amount();
    return Optional.of(
        last.isEmpty()
            ? Result.ok(PerformanceEntry.first(at, nav, through))
            : Yardstick.of(universe, seen.market().quotes())
                .then(yardstick -> flowsSince(last.get(), flows, yardstick))
                .map(flow -> last.get().next(at, nav, flow, through)));
  }

  /** The newest valuation: at the end of a cycle, or at a decision whose cycle had no end of its own. */
  private Optional<PerformanceEntry> last() {
    return Stream.of(STAGE, DECIDED)
        .flatMap(stage -> journal.newestDocuments(stage, PerformanceEntry.class, 1).stream())
        .max(Comparator.comparing(PerformanceEntry::asOf));
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
