package org.evenkeel.cycle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.TradeId;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.data.Wallet;
import org.evenkeel.core.policy.LockCause;
import org.evenkeel.core.policy.LockFinding;
import org.evenkeel.core.route.AbsenceProof;
import org.evenkeel.core.route.AdoptedOrder;
import org.evenkeel.core.route.Attempt;
import org.evenkeel.core.route.OrderLifecycle;
import org.evenkeel.core.settle.Bookkeeping;
import org.evenkeel.core.settle.ExecutionCause;
import org.evenkeel.core.settle.Fill;
import org.evenkeel.core.settle.FillCorrection;
import org.evenkeel.core.settle.Income;
import org.evenkeel.core.settle.LedgerTransaction;

/**
 * Brings executions and funding from the venue into the ledger, each exactly once.
 *
 * <p>Reading starts before the newest execution booked, by as much as the venue's answers may lag: of two executions the
 * later one may be shown first. What was booked before is recognized by its id.
 *
 * <p>An execution by which the venue itself closed a position is booked as what it was: after a liquidation trading is
 * halted in the same transaction, after auto-deleveraging the instrument is locked, and a delivery is the due end of a contract.
 *
 * <p>An execution of an order that we do not know is booked without an owner, but only once no unanswered order of the
 * instrument is left that it could belong to; the same transaction locks the instrument.
 *
 * <p>Single-threaded.
 */
public final class FillIntake {

  private static final Duration OVERLAP = Duration.ofHours(1);

  private static final Duration MARGIN = Duration.ofSeconds(1);

  private final Venues venues;
  private final Journal journal;
  private final SpecBook specs;
  private final Strangers strangers;
  private final TreeMap<InstrumentId, String> corrected = new TreeMap<>();

  public FillIntake(Venues venues, Journal journal, SpecBook specs) {
    this.venues = venues;
    this.journal = journal;
    this.specs = specs;
    this.strangers = new Strangers(journal);
  }

  /** The specification by which executions of an instrument are booked, if it is known. */
  Optional<InstrumentSpec> spec(InstrumentId instrument) {
    return specs.spec(instrument);
  }

  /** Tells of every execution that the venue has corrected since this was last asked. */
  void tellCorrections(Alerts alerts) {
    corrected.forEach(
        (instrument, words) ->
            alerts.raise(
                "corrected-fill " + instrument, "the venue has corrected an execution: " + words));
    corrected.clear();
  }

  /** Books every new execution of an instrument; the result is whether all of them have an owner. */
  public Result<Boolean> ingest(InstrumentId instrument, Instant opening) {
    return ingest(
        instrument, opening, venues.of(instrument).capabilities().visibilityLag().plus(MARGIN));
  }

  /** The same where something is missing: reads back over more than any lag that was ever seen. */
  public Result<Boolean> searchAgain(InstrumentId instrument, Instant opening) {
    return ingest(instrument, opening, OVERLAP);
  }

  private Result<Boolean> ingest(InstrumentId instrument, Instant opening, Duration overlap) {
    Optional<InstrumentSpec> spec = specs.spec(instrument);
    if (spec.isEmpty()) {
      return Result.refused(
          RefusalReason.INSTRUMENT_NOT_TRADING, "no specification of " + instrument + " is known");
    }
    Optional<Instant> start = journal.lastTradeTime(instrument).map(last -> last.minus(overlap));
    Optional<TradeId> from = start.flatMap(until -> journal.lastTradeUntil(instrument, until));
    Instant since = start.filter(time -> time.isAfter(opening)).orElse(opening);
    return venues
        .of(instrument)
        .fills(instrument, from, since)
        .then(fills -> bookAll(fills, spec.orElseThrow(), opening));
  }

  /** Books one execution that the venue has shown; false if it may be of an order whose fate is open. */
  Result<Boolean> bookNamed(Fill fill, Instant opening) {
    return bookAll(List.of(fill), specs.spec(fill.instrument()).orElseThrow(), opening);
  }

  private Result<Boolean> bookAll(List<Fill> fills, InstrumentSpec spec, Instant opening) {
    for (Fill fill : fills) {
      if (fill.venueTime().isBefore(opening)) {
        continue;
      }
      if (journal.isBooked(fill.instrument(), fill.tradeId())) {
        followCorrection(fill, spec);
        continue;
      }
      Optional<Attempt> owner =
          journal.attemptByVenueOrder(fill.instrument(), fill.venueOrderId().value());
      if (owner.isPresent()) {
        bookOwned(fill, spec, owner.get());
        continue;
      }
      Result<Boolean> isAttributed =
          venues
              .of(fill.instrument())
              .clientIdOf(fill.venueOrderId(), fill.instrument())
              .then(sender -> bookOfUnknownOrder(fill, spec, sender));
      if (!isAttributed.equals(Result.ok(true))) {
        return isAttributed;
      }
    }
    return Result.ok(true);
  }

  /**
   * Books the execution of a venue order that we have not met, by the client id under which it was sent; false, and
   * nothing booked, if it may be of an order of ours that the venue does not know yet.
   *
   * <p>A venue may make several orders of one: each is known by the client id only.
   */
  private Result<Boolean> bookOfUnknownOrder(
      Fill fill, InstrumentSpec spec, Optional<ClientOrderId> sender) {
    Optional<Attempt> open =
        sender.flatMap(journal::attempt).filter(attempt -> isOpenFor(attempt, fill));
    if (open.isPresent()) {
      bookOwned(fill, spec, open.get());
      return Result.ok(true);
    }
    return sender.flatMap(journal::attempt).isPresent()
        ? Result.ok(bookIfNobodys(fill, spec, sender))
        : venues
            .of(fill.instrument())
            .causeOf(fill.venueOrderId(), fill.instrument())
            .map(cause -> bookByCause(fill, spec, sender, cause));
  }

  private boolean bookIfNobodys(Fill fill, InstrumentSpec spec, Optional<ClientOrderId> sender) {
    if (mayBelongToAnUnansweredOrder(fill)) {
      return false;
    }
    bookExternal(fill, spec, sender);
    return true;
  }

  private boolean bookByCause(
      Fill fill, InstrumentSpec spec, Optional<ClientOrderId> sender, ExecutionCause cause) {
    return switch (cause) {
      case ORDER -> bookIfNobodys(fill, spec, sender);
      case DELIVERY -> {
        book(fill, spec, Optional.empty(), Optional.empty(), List.of());
        yield true;
      }
      case ADL -> {
        bookClosed(fill, spec, LockCause.ADL);
        yield true;
      }
      case LIQUIDATION -> {
        journal.together(
            "book the liquidation " + fill.tradeId() + " and halt",
            () -> bookClosed(fill, spec, LockCause.LIQUIDATION) && halted(fill));
        yield true;
      }
    };
  }

  /** What the venue closed is booked, and its instrument locked until two persons have looked. */
  private boolean bookClosed(Fill fill, InstrumentSpec spec, LockCause cause) {
    LockFinding finding =
        new LockFinding(
            fill.instrument().value(),
            cause,
            fill.venueOrderId().value(),
            "no such order",
            words(fill));
    return book(fill, spec, Optional.empty(), Optional.empty(), List.of(finding));
  }

  private boolean halted(Fill fill) {
    return journal.halt(
        "liquidation",
        "the venue liquidated a position of "
            + fill.instrument()
            + ", "
            + words(fill)
            + "; see ops/runbook/liquidation.md, then 'resume'");
  }

  private static boolean isOpenFor(Attempt attempt, Fill fill) {
    return !attempt.state().isTerminal()
        && attempt.ticket().instrument().equals(fill.instrument())
        && attempt.ticket().side() == fill.side();
  }

  private void bookOwned(Fill fill, InstrumentSpec spec, Attempt owner) {
    Contracts booked = owner.bookedQty().plus(fill.lastQty());
    Attempt after =
        owner
            .seenAs(fill.venueOrderId())
            .booked(booked)
            .with(OrderLifecycle.afterBooking(owner, booked));
    List<LockFinding> findings =
        owner.state().isTerminal() ? List.of(late(fill, owner)) : List.of();
    book(fill, spec, Optional.of(owner), Optional.of(after), findings);
  }

  /** Whoever sent it, its instrument is locked; one of this product that is not ours locks the account besides. */
  private boolean bookExternal(Fill fill, InstrumentSpec spec, Optional<ClientOrderId> sender) {
    Optional<AdoptedOrder> adopted = journal.adoptions().of(fill.instrument(), fill.venueOrderId());
    if (adopted.isPresent()) {
      return bookAdopted(fill, spec, adopted.get());
    }
    List<LockFinding> findings = new ArrayList<>();
    Optional<Attempt> ended = sender.flatMap(journal::attempt);
    findings.add(ended.map(attempt -> late(fill, attempt)).orElseGet(() -> external(fill, sender)));
    sender
        .flatMap(id -> strangers.ofThisProduct(journal.nonce(), id, fill.instrument()))
        .ifPresent(findings::add);
    return book(fill, spec, Optional.empty(), Optional.empty(), findings);
  }

  /** Somebody else's execution for which persons answer already: nothing is locked, and their names are in the ledger. */
  private boolean bookAdopted(Fill fill, InstrumentSpec spec, AdoptedOrder order) {
    LedgerTransaction booking = Bookkeeping.ofFill(fill, spec, walletOf(fill));
    return journal.bookFill(
        fill, booking.by(order.by(), order.reason()), Optional.empty(), Optional.empty());
  }

  /** The locks are opened in the transaction of the booking: a crash in between would lose them for ever. */
  private boolean book(
      Fill fill,
      InstrumentSpec spec,
      Optional<Attempt> owner,
      Optional<Attempt> after,
      List<LockFinding> findings) {
    LedgerTransaction transaction = Bookkeeping.ofFill(fill, spec, walletOf(fill));
    return findings.isEmpty()
        ? journal.bookFill(fill, transaction, owner, after)
        : journal.together(
            "book the trade " + fill.tradeId() + " and lock " + fill.instrument(),
            () -> {
              boolean isNew = journal.bookFill(fill, transaction, owner, after);
              if (isNew) {
                findings.forEach(finding -> journal.locks().hold(finding, fill.venueTime()));
              }
              return isNew;
            });
  }

  private static LockFinding external(Fill fill, Optional<ClientOrderId> sender) {
    return new LockFinding(
        fill.instrument().value(),
        LockCause.EXTERNAL_FILL,
        fill.venueOrderId().value(),
        "no such order",
        words(fill) + sender.map(id -> ", sent as " + id).orElse(""));
  }

  private static LockFinding late(Fill fill, Attempt ended) {
    return new LockFinding(
        fill.instrument().value(),
        LockCause.LATE_FILL,
        ended.ticket().clientOrderId().value(),
        "order " + ended.ticket().clientOrderId() + " had ended as " + ended.state().label(),
        words(fill));
  }

  private static String words(Fill fill) {
    return "trade "
        + fill.tradeId()
        + " of order "
        + fill.venueOrderId()
        + ": "
        + fill.side()
        + " "
        + fill.lastQty()
        + " at "
        + fill.lastPx()
        + " on "
        + fill.venueTime();
  }

  /** An execution that the venue now reports differently: what was booked is reversed, and the new report is booked. */
  private void followCorrection(Fill fill, InstrumentSpec spec) {
    Optional<Fill> booked = journal.accounting().fill(fill.instrument(), fill.tradeId());
    if (booked.isPresent() && !booked.get().equals(fill)) {
      journal
          .accounting()
          .correct(
              new FillCorrection(
                  fill.instrument(),
                  fill.tradeId(),
                  Optional.of(fill),
                  Bookkeeping.POLICY,
                  "the venue reports the execution differently than before"),
              (version, number) -> Bookkeeping.ofCorrected(version, spec, walletOf(fill), number));
      corrected.put(fill.instrument(), booked.get() + " is now " + fill);
    }
  }

  private Wallet walletOf(Fill fill) {
    return venues.of(fill.instrument()).capabilities().walletOf(fill.instrument());
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
                        venues.of(fill.instrument()).capabilities()));
  }

  /**
   * Books every new funding payment of a venue since an instant.
   *
   * <p>Payments of one hour have nearly the same time and may become visible in any order, so the last hour is read again;
   * what was booked before is recognized by its id.
   */
  public Result<Integer> ingestIncome(VenueId venue, Instant opening) {
    Instant since =
        journal
            .lastIncomeTime(venue)
            .map(last -> last.minus(OVERLAP))
            .filter(start -> start.isAfter(opening))
            .orElse(opening);
    return venues
        .at(venue)
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
