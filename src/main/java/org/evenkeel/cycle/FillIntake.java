package org.evenkeel.cycle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.TradeId;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.route.AbsenceProof;
import org.evenkeel.core.route.Attempt;
import org.evenkeel.core.route.AttemptState;
import org.evenkeel.core.route.OrderLifecycle;
import org.evenkeel.core.settle.Bookkeeping;
import org.evenkeel.core.settle.Fill;
import org.evenkeel.core.settle.Income;

/**
 * Brings executions and funding from the venue into the ledger, each exactly once.
 *
 * <p>Reading starts at the newest execution booked, inclusive, so a page boundary cannot swallow one; what was booked
 * before is recognized by its id. An execution of an order that we do not know is booked without an owner and reported,
 * but only once no unanswered order of the instrument is left that it could belong to.
 *
 * <p>Single-threaded.
 */
public final class FillIntake {

  private static final Duration OVERLAP = Duration.ofHours(1);

  /** What our clock and the venue's may differ by. */
  private static final Duration CLOCKS = Duration.ofSeconds(2);

  private final Venue venue;
  private final Journal journal;
  private final SpecBook specs;
  private final Alerts alerts;

  public FillIntake(Venue venue, Journal journal, SpecBook specs, Alerts alerts) {
    this.venue = venue;
    this.journal = journal;
    this.specs = specs;
    this.alerts = alerts;
  }

  /** Books every new execution of an instrument; the result is whether all of them have an owner. */
  public Result<Boolean> ingest(InstrumentId instrument, Instant opening) {
    Optional<InstrumentSpec> spec = specs.spec(instrument);
    if (spec.isEmpty()) {
      return Result.refused(
          RefusalReason.INSTRUMENT_NOT_TRADING, "no specification of " + instrument + " is known");
    }
    Optional<TradeId> last = journal.lastTrade(instrument);
    return venue
        .fills(instrument, last, opening)
        .map(fills -> bookAll(fills, spec.orElseThrow(), opening))
        .then(owned -> missing(instrument, spec.orElseThrow(), opening).map(all -> all && owned));
  }

  /**
   * Executions may become visible in another order than they were made, where several orders of an instrument are open:
   * as long as one of a closed order is missing, everything since that order was signed is read again.
   */
  private Result<Boolean> missing(InstrumentId instrument, InstrumentSpec spec, Instant opening) {
    Optional<Instant> since =
        journal.openAttempts().stream()
            .filter(attempt -> attempt.ticket().instrument().equals(instrument))
            .filter(
                attempt ->
                    attempt.state() instanceof AttemptState.Settling settling
                        && attempt.bookedQty().compareTo(settling.cumQty()) < 0)
            .map(attempt -> attempt.ticket().signedAt().minus(CLOCKS))
            .min(Instant::compareTo);
    return since.isEmpty()
        ? Result.ok(true)
        : venue
            .fills(
                instrument, Optional.empty(), since.get().isAfter(opening) ? since.get() : opening)
            .map(fills -> bookAll(fills, spec, opening));
  }

  private boolean bookAll(List<Fill> fills, InstrumentSpec spec, Instant opening) {
    for (Fill fill : fills) {
      if (fill.venueTime().isBefore(opening)) {
        continue;
      }
      Optional<Attempt> owner =
          journal.attemptByVenueOrder(fill.instrument(), fill.venueOrderId().value());
      if (owner.isEmpty() && mayBelongToAnUnansweredOrder(fill)) {
        return false;
      }
      book(fill, spec, owner);
    }
    return true;
  }

  private void book(Fill fill, InstrumentSpec spec, Optional<Attempt> owner) {
    Optional<Attempt> after =
        owner.map(
            attempt -> {
              Contracts booked = attempt.bookedQty().plus(fill.lastQty());
              return attempt.booked(booked).with(OrderLifecycle.afterBooking(attempt, booked));
            });
    boolean isNew = journal.bookFill(fill, Bookkeeping.ofFill(fill, spec), owner, after);
    if (isNew && owner.isEmpty()) {
      alerts.raise(
          "external-fill " + fill.instrument(),
          "the venue executed an order that is not ours: " + fill);
    }
    if (isNew && owner.map(attempt -> attempt.state().isTerminal()).orElse(false)) {
      alerts.raise(
          "late-fill " + fill.instrument(),
          "the venue executed an order after it had said that the order was closed: " + fill);
    }
  }

  private boolean mayBelongToAnUnansweredOrder(Fill fill) {
    return journal.openAttempts().stream()
        .anyMatch(
            attempt ->
                attempt.ticket().instrument().equals(fill.instrument())
                    && AbsenceProof.mayHaveExecuted(
                        attempt,
                        fill.side(),
                        fill.lastQty(),
                        fill.venueTime(),
                        venue.capabilities()));
  }

  /**
   * Books every new funding payment and transfer since an instant.
   *
   * <p>Payments of one hour have nearly the same time and may become visible in any order, so the last hour is read again;
   * what was booked before is recognized by its id.
   */
  public Result<Integer> ingestIncome(Instant opening) {
    Instant since =
        journal
            .lastIncomeTime()
            .map(last -> last.minus(OVERLAP))
            .filter(start -> start.isAfter(opening))
            .orElse(opening);
    return venue
        .income(since)
        .map(
            records -> {
              int booked = 0;
              for (Income income : records) {
                boolean isBeforeOpening = !income.venueTime().isAfter(opening);
                if (!isBeforeOpening && journal.book(Bookkeeping.ofIncome(income))) {
                  booked++;
                }
              }
              return booked;
            });
  }
}
