package org.evenkeel.cycle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.data.Wallet;
import org.evenkeel.core.route.AbsenceProof;
import org.evenkeel.core.route.Attempt;
import org.evenkeel.core.route.AttemptState;
import org.evenkeel.core.route.Lookup;
import org.evenkeel.core.route.OrderLifecycle;
import org.evenkeel.core.route.VenueOrder;
import org.evenkeel.core.settle.LedgerBalances;
import org.evenkeel.core.settle.Reconciliation;

/**
 * Finds out what became of an order: asks the venue, books fills, and proves absence where there is nothing to see.
 *
 * <p>It never guesses: an attempt that stays unclear stays open, and its instrument frozen.
 *
 * <p>Single-threaded.
 */
public final class Resolver {

  /** Often enough to be quick, rarely enough to stay far below any venue's request weight. */
  private static final Duration POLL = Duration.ofMillis(250);

  private final Venues venues;
  private final Journal journal;
  private final FillIntake intake;
  private final Clock clock;
  private final Map<ClientOrderId, Instant> endsSeen = new TreeMap<>();

  public Resolver(Venues venues, Journal journal, FillIntake intake, Clock clock) {
    this.venues = venues;
    this.journal = journal;
    this.intake = intake;
    this.clock = clock;
  }

  /** One look at an order that rests: what the venue shows of it now. */
  Attempt look(Attempt attempt) {
    Attempt current = journal.attempt(attempt.ticket().clientOrderId()).orElse(attempt);
    return isWorking(current)
        ? after(
            current,
            at(current).lookup(current.ticket().clientOrderId(), current.ticket().instrument()),
            0)
        : current;
  }

  /** Asks the venue to take an order back; what becomes of it is followed afterwards. */
  void withdraw(Attempt attempt) {
    at(attempt).cancel(attempt.ticket().clientOrderId(), attempt.ticket().instrument());
  }

  private static boolean isWorking(Attempt attempt) {
    return attempt.state() instanceof AttemptState.New
        || attempt.state() instanceof AttemptState.PartiallyFilled;
  }

  /**
   * Follows an attempt until it is terminal or the time is up, and returns what it is then.
   *
   * <p>What rests has no end of its own: it is asked for, whenever the order is seen to work still.
   */
  public Attempt follow(Attempt attempt, Duration patience) {
    Instant deadline = clock.now().plus(patience);
    // Whoever followed another order before may have seen this one, too.
    Attempt current = journal.attempt(attempt.ticket().clientOrderId()).orElse(attempt);
    boolean isLate = false;
    int notVisible = 0;
    if (current.ticket().timeInForce().rests() && !current.state().isTerminal()) {
      withdraw(current);
    }
    while (!current.state().isTerminal()
        && !(current.state() instanceof AttemptState.Quarantined)) {
      if (current.state() instanceof AttemptState.Settling) {
        current = settle(current);
      } else {
        // The time is asked before the order: only an answer given after the moment is evidence.
        isLate = isLate || isProvable(current);
        Lookup lookup =
            at(current).lookup(current.ticket().clientOrderId(), current.ticket().instrument());
        notVisible = isLate && showsNothingOpen(current, lookup) ? notVisible + 1 : 0;
        current = after(current, lookup, notVisible);
      }
      if (current.state().isTerminal() || !clock.now().isBefore(deadline)) {
        break;
      }
      if (current.ticket().timeInForce().rests() && isWorking(current)) {
        withdraw(current);
      }
      if (!(current.state() instanceof AttemptState.Settling settling)
          || !settling.cumQty().equals(current.bookedQty())) {
        clock.sleep(POLL);
      }
    }
    return current;
  }

  private Attempt after(Attempt attempt, Lookup lookup, int notVisible) {
    boolean isProvable = notVisible >= AbsenceProof.NEEDED_NOT_VISIBLE;
    return switch (lookup) {
      case Lookup.Found found -> {
        Attempt seen = seen(attempt, found.order());
        yield isProvable && seen.state() instanceof AttemptState.Unknown
            ? proved(seen, notVisible, Optional.of(found.order()))
            : seen;
      }
      case Lookup.NotVisible none ->
          isProvable ? proved(attempt, notVisible, Optional.empty()) : notSeen(attempt);
      case Lookup.Unreadable failure -> attempt;
    };
  }

  /** Nothing at all, or a part of it that has ended: the others are not shown by their client id. */
  private boolean showsNothingOpen(Attempt attempt, Lookup lookup) {
    return switch (lookup) {
      case Lookup.NotVisible none -> true;
      case Lookup.Found found ->
          isPart(attempt, found.order()) && found.order().status().isClosed();
      case Lookup.Unreadable failure -> false;
    };
  }

  private boolean isPart(Attempt attempt, VenueOrder order) {
    return at(attempt).capabilities().splitsOrders() && order.isPartOf(attempt.ticket());
  }

  private Attempt notSeen(Attempt attempt) {
    return move(attempt, attempt.with(OrderLifecycle.afterNotVisible(attempt)), "not visible");
  }

  /**
   * Records a sighting; an order that closed without fills is terminal at once.
   *
   * <p>A different order under our id, such as one that lost its time in force, must not go on working.
   */
  public Attempt seen(Attempt attempt, VenueOrder order) {
    Attempt after =
        move(
            attempt,
            attempt.seenAs(order.venueOrderId()).with(sighted(attempt, order)),
            "venue shows " + order.status() + " with " + order.cumQty() + " filled");
    if (!(after.state() instanceof AttemptState.Quarantined)) {
      return after.state() instanceof AttemptState.Settling ? settle(after) : after;
    }
    if (!order.status().isClosed()) {
      at(after).cancel(order.clientOrderId(), order.instrument());
    }
    if (!order.cumQty().isZero()) {
      // Facts are booked whatever an operator will have to decide about them.
      fillsOf(after);
    }
    return journal.attempt(after.ticket().clientOrderId()).orElse(after);
  }

  /** The state that a sighting leads to; what was filled must be worth what we take it to be worth. */
  private AttemptState sighted(Attempt attempt, VenueOrder order) {
    AttemptState state =
        isPart(attempt, order)
            ? OrderLifecycle.afterPart(attempt, order)
            : OrderLifecycle.afterSighting(attempt, order);
    return state instanceof AttemptState.Quarantined
        ? state
        : intake
            .spec(order.instrument())
            .flatMap(order::contradiction)
            .map(reason -> OrderLifecycle.afterContradiction(attempt, reason))
            .orElse(state);
  }

  /** Books what the venue has executed of it; terminal once the fills add up. */
  private Attempt settle(Attempt attempt) {
    Attempt added =
        move(
            attempt,
            attempt.with(OrderLifecycle.afterBooking(attempt, attempt.bookedQty())),
            "fills add up");
    if (added.state().isTerminal()) {
      return added;
    }
    AbsenceProof.Fills read = fillsOf(attempt);
    Attempt fresh = journal.attempt(attempt.ticket().clientOrderId()).orElse(attempt);
    boolean isMissing =
        fresh.state() instanceof AttemptState.Settling
            && read == AbsenceProof.Fills.ATTRIBUTED
            && isPast(fresh, missingFrom(fresh));
    return isMissing ? missing(fresh) : fresh;
  }

  /** What has rested may have ended long after its request expired: then patience begins when its end is first seen. */
  private Instant missingFrom(Attempt attempt) {
    Instant byTicket = AbsenceProof.missingFrom(attempt.ticket(), at(attempt).capabilities());
    if (!attempt.ticket().timeInForce().rests()) {
      return byTicket;
    }
    Instant seen = endsSeen.computeIfAbsent(attempt.ticket().clientOrderId(), id -> clock.now());
    return seen.plus(Duration.between(attempt.ticket().validUntil(), byTicket));
  }

  /** Both clocks are asked, ours first, because asking it is free. */
  private boolean isPast(Attempt attempt, Instant moment) {
    return clock.now().isAfter(moment)
        && at(attempt).venueTime() instanceof Result.Ok<Instant> now
        && now.value().isAfter(moment);
  }

  private Attempt missing(Attempt attempt) {
    String reason =
        "the venue says that it closed with "
            + attempt.state().cumQty()
            + " contracts filled, but shows executions of "
            + attempt.bookedQty();
    return move(attempt, attempt.with(OrderLifecycle.afterMissingFills(attempt, reason)), reason);
  }

  private Attempt move(Attempt before, Attempt after, String event) {
    if (!before.equals(after)) {
      journal.advance(before, after, clock.now(), event);
    }
    return after;
  }

  private boolean isProvable(Attempt attempt) {
    return switch (at(attempt).venueTime()) {
      case Result.Ok<Instant> now ->
          now.value()
              .isAfter(AbsenceProof.provableFrom(attempt.ticket(), at(attempt).capabilities()));
      case Result.Refused<Instant> refused -> false;
    };
  }

  /** The proof that nothing more will come, with every piece of evidence read now; of a part, if one is shown. */
  private Attempt proved(Attempt attempt, int notVisible, Optional<VenueOrder> part) {
    // What rests moves no position, so one that the venue hides looks like none: first it must not
    // be able to trade.
    if (attempt.ticket().timeInForce().rests()
        && at(attempt).cancel(attempt.ticket().clientOrderId(), attempt.ticket().instrument())
            instanceof Result.Refused<Boolean>) {
      return notSeen(attempt);
    }
    AbsenceProof.Fills fills = fillsOf(attempt);
    if (fills == AbsenceProof.Fills.AMBIGUOUS) {
      // What has no owner may be another's that is open as well; then nothing is known of ours.
      fills = areOthersKnown(attempt) ? fillsOf(attempt) : AbsenceProof.Fills.UNREAD;
    }
    // The fills just booked may have been its own, and another process may have ended it.
    Attempt fresh = journal.attempt(attempt.ticket().clientOrderId()).orElse(attempt);
    if (!(fresh.state() instanceof AttemptState.Unknown)
        && !(fresh.state() instanceof AttemptState.PendingNew)) {
      return fresh;
    }
    AbsenceProof.Verdict verdict =
        evidence(fresh, notVisible, fills)
            .map(found -> verdict(fresh, part, found))
            .orElseGet(AbsenceProof.Verdict.Open::new);
    return switch (verdict) {
      case AbsenceProof.Verdict.Proved proved ->
          move(
              fresh,
              fresh.with(OrderLifecycle.afterAbsenceProof(fresh, proved.proof())),
              "absent: " + proved.proof());
      case AbsenceProof.Verdict.Impossible impossible ->
          move(
              fresh,
              fresh.with(OrderLifecycle.afterHopelessProof(fresh, impossible.reason())),
              impossible.reason());
      case AbsenceProof.Verdict.Open open -> notSeen(fresh);
    };
  }

  private AbsenceProof.Verdict verdict(
      Attempt attempt, Optional<VenueOrder> part, AbsenceProof.Evidence evidence) {
    return part.map(
            shown -> AbsenceProof.judgeRest(attempt, shown, at(attempt).capabilities(), evidence))
        .orElseGet(
            () -> AbsenceProof.judge(attempt.ticket(), at(attempt).capabilities(), evidence));
  }

  /**
   * Looks for the instrument's other orders without answer, for an execution without owner may be one of theirs; a
   * flatten goes on beside such orders. True if each of them is seen or can no longer appear.
   */
  private boolean areOthersKnown(Attempt attempt) {
    boolean areKnown = true;
    for (Attempt other : journal.openAttempts()) {
      boolean isUnanswered =
          other.state() instanceof AttemptState.Unknown
              || other.state() instanceof AttemptState.PendingNew;
      if (isUnanswered
          && other.ticket().instrument().equals(attempt.ticket().instrument())
          && !other.ticket().clientOrderId().equals(attempt.ticket().clientOrderId())) {
        boolean isLate = isProvable(other);
        areKnown =
            switch (at(other).lookup(other.ticket().clientOrderId(), other.ticket().instrument())) {
                  case Lookup.Found found -> !seen(other, found.order()).equals(other);
                  case Lookup.NotVisible none -> isLate;
                  case Lookup.Unreadable failure -> false;
                }
                && areKnown;
      }
    }
    return areKnown;
  }

  private Optional<AbsenceProof.Evidence> evidence(
      Attempt attempt, int notVisible, AbsenceProof.Fills fills) {
    InstrumentId instrument = attempt.ticket().instrument();
    Venue venue = at(attempt);
    Result<AbsenceProof.Evidence> evidence =
        venue
            .venueTime()
            .then(
                now ->
                    venue
                        .openOrders(instrument)
                        .then(
                            open ->
                                venue
                                    .account()
                                    .map(
                                        account ->
                                            new AbsenceProof.Evidence(
                                                now,
                                                notVisible,
                                                shows(open, attempt),
                                                fills,
                                                accountAgrees(account, instrument)))));
    return switch (evidence) {
      case Result.Ok<AbsenceProof.Evidence> ok -> Optional.of(ok.value());
      case Result.Refused<AbsenceProof.Evidence> refused -> Optional.empty();
    };
  }

  private static boolean shows(List<VenueOrder> open, Attempt attempt) {
    return open.stream()
        .anyMatch(order -> order.clientOrderId().equals(attempt.ticket().clientOrderId()));
  }

  /** Books the executions of an attempt's instrument; one that has no owner may be this order's. */
  private AbsenceProof.Fills fillsOf(Attempt attempt) {
    VenueId venue = Instrument.parse(attempt.ticket().instrument()).venue();
    return journal
        .openingTime(venue)
        .map(
            opening ->
                intake
                    .ingestIncome(venue, opening)
                    .then(paid -> intake.ingest(attempt.ticket().instrument(), opening)))
        .map(
            read ->
                switch (read) {
                  case Result.Ok<Boolean> ok ->
                      ok.value() ? AbsenceProof.Fills.ATTRIBUTED : AbsenceProof.Fills.AMBIGUOUS;
                  case Result.Refused<Boolean> refused -> AbsenceProof.Fills.UNREAD;
                })
        .orElse(AbsenceProof.Fills.UNREAD);
  }

  /**
   * Whether the account holds what the ledger says of everything that an execution would have changed: position or coin,
   * and the wallet that pays the fee. An answer with nothing in it proves nothing that way.
   */
  private boolean accountAgrees(AccountSnapshot account, InstrumentId instrument) {
    Wallet wallet = venues.of(instrument).capabilities().walletOf(instrument);
    List<String> subjects =
        switch (Instrument.parse(instrument)) {
          case Instrument.Spot spot ->
              List.of(
                  LedgerBalances.key(wallet, spot.base().value()),
                  LedgerBalances.key(wallet, spot.quote().value()));
          case Instrument.Future future ->
              List.of(instrument.value(), LedgerBalances.key(wallet, future.settlement().value()));
        };
    return Reconciliation.compare(journal.ledger(), account).stream()
        .noneMatch(found -> subjects.contains(found.subject()));
  }

  private Venue at(Attempt attempt) {
    return venues.of(attempt.ticket().instrument());
  }
}
