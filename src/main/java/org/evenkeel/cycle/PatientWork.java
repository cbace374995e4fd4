package org.evenkeel.cycle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.data.Quote;
import org.evenkeel.core.policy.Lock;
import org.evenkeel.core.policy.TradingState;
import org.evenkeel.core.route.Attempt;
import org.evenkeel.core.route.AttemptState;
import org.evenkeel.core.route.ExecutionStyle;
import org.evenkeel.core.route.Intent;
import org.evenkeel.core.route.OrderPricing;
import org.evenkeel.core.route.TimeInForce;
import org.evenkeel.core.route.Working;

/**
 * The work on one intent in slices or resting orders: carries out what {@link Working} says, until it is done.
 *
 * <p>Every slice is an order of its own and goes the desk's way. Before each but the first, what is left is planned anew
 * from what is booked and from fresh prices, and its safety is proven anew. An order whose fate is open ends the work.
 * Nothing is left resting: if the journal or the lease is lost, the order is asked to be canceled on the way out, and
 * whoever leads next follows it to its end.
 *
 * <p>Single-threaded; one per intent.
 */
final class PatientWork {

  /** The way to the wire and the book-keeping of the desk. */
  interface Desk {

    /** Asks the gate, commits, sends once; the answer is not followed. */
    Result<Attempt> send(int number, Contracts most, TimeInForce life, Observation seen);

    /** Enters an order that will not be worked on any more. */
    void account(Attempt attempt);

    /** A smaller quantity after the venue refused one for lack of money. */
    Optional<Contracts> smaller(Contracts left, AttemptState.Rejected rejected);

    void deny(Refusal refusal);
  }

  private final Intent intent;
  private final Working.Terms terms;
  private final Strategy strategy;
  private final MarketData market;
  private final Journal journal;
  private final Resolver resolver;
  private final Clock clock;
  private final FreshLook look;
  private final Runnable meanwhile;
  private final FreshPlan plan;
  private final Desk desk;
  private Observation seen;
  private Contracts left;
  private Contracts unwanted = Contracts.ZERO;
  private Optional<Attempt> resting = Optional.empty();
  private Optional<Instant> lastSentAt = Optional.empty();
  private int sent = 0;
  private int crossed = 0;
  private boolean mayRest = true;
  private boolean isStopped = false;

  PatientWork(
      Intent intent,
      Working.Terms terms,
      Observation seen,
      FreshPlan plan,
      Means means,
      Desk desk) {
    this.intent = intent;
    this.terms = terms;
    this.seen = seen;
    this.plan = plan;
    this.strategy = means.strategy();
    this.market = means.market();
    this.journal = means.journal();
    this.resolver = means.resolver();
    this.clock = means.clock();
    this.look = means.look();
    this.meanwhile = means.meanwhile();
    this.desk = desk;
    this.left = intent.quantity();
  }

  /**
   * What it works with.
   *
   * @param meanwhile what must go on while it waits, such as the renewal of the venue's dead-man switch
   */
  record Means(
      Strategy strategy,
      MarketData market,
      Journal journal,
      Resolver resolver,
      Clock clock,
      FreshLook look,
      Runnable meanwhile) {}

  /** Works until there is nothing more to do. */
  void work() {
    try {
      boolean goesOn = true;
      while (goesOn) {
        goesOn = step();
      }
    } catch (LeaseLost | JournalUnavailable gone) {
      // A request to cancel lowers risk whoever asks; its outcome is for whoever has the journal.
      resting.ifPresent(resolver::withdraw);
      throw gone;
    }
  }

  private boolean step() {
    return switch (Working.next(terms, state(left))) {
      case Working.Step.WaitUntil wait -> waited(wait.moment());
      case Working.Step.Cancel cancel -> ended(resting.orElseThrow());
      case Working.Step.Place place -> placed(place);
      case Working.Step.Done done -> {
        giveUp(unfilled(done.why()));
        yield false;
      }
    };
  }

  private Working.State state(Contracts remaining) {
    Price touch =
        switch (market.quotes(List.of(intent.instrument()))) {
          case Result.Ok<List<Quote>> ok -> OrderPricing.resting(intent.side(), ok.value().get(0));
          // Nothing is known: what rests stays where it is until its time is up.
          case Result.Refused<List<Quote>> refused ->
              resting.map(order -> order.ticket().limitPrice()).orElse(intent.arrivalPrice());
        };
    return new Working.State(
        clock.now(),
        remaining,
        resting.map(order -> order.ticket().limitPrice()),
        touch,
        lastSentAt,
        sent,
        crossed,
        mayRest,
        mayTrade());
  }

  private boolean mayTrade() {
    TradingState state = journal.tradingState();
    boolean isPermitted = intent.reduceOnly() ? state.mayReduce() : state.mayAddRisk();
    boolean isCalledOff = journal.errands().waiting().stream().anyMatch(this::callsOff);
    return !isStopped
        && !isCalledOff
        && isPermitted
        && Lock.objection(journal.locks().open(), intent.instrument(), intent.reduceOnly())
            .isEmpty();
  }

  private boolean callsOff(Errand errand) {
    return errand.kind() == Errand.Kind.CANCEL_ALL
        || (errand.kind() == Errand.Kind.CANCEL_ORDER
            && resting.filter(order -> isNamed(order, errand.subject())).isPresent());
  }

  private static boolean isNamed(Attempt order, String id) {
    return order.ticket().clientOrderId().value().equals(id)
        || order.venueOrderId().filter(known -> known.value().equals(id)).isPresent();
  }

  /** An interrupted wait ends early: the process is asked to stop. */
  private boolean waited(Instant moment) {
    meanwhile.run();
    clock.sleep(Duration.between(clock.now(), moment));
    isStopped = isStopped || Thread.currentThread().isInterrupted();
    if (resting.isEmpty()) {
      return true;
    }
    Attempt now = resolver.look(resting.get());
    resting = Optional.of(now);
    boolean works =
        now.state() instanceof AttemptState.New
            || now.state() instanceof AttemptState.PartiallyFilled;
    return works || ended(now);
  }

  /** Follows an order to its end; true if the work may go on. */
  private boolean ended(Attempt attempt) {
    boolean isUnanswered = attempt.state() instanceof AttemptState.Unknown;
    Attempt end =
        attempt.state().isTerminal()
            ? attempt
            : resolver.follow(
                attempt,
                isUnanswered
                    ? strategy.execution().resolveTimeout()
                    : strategy.execution().settleTimeout());
    resting = Optional.empty();
    left = left.minus(end.bookedQty());
    desk.account(end);
    return end.state() instanceof AttemptState.Rejected no
        ? goesOn(end, no)
        : end.state().isTerminal();
  }

  /** What may not rest any more may still cross; what was too much money is tried smaller. */
  private boolean goesOn(Attempt attempt, AttemptState.Rejected rejected) {
    Optional<Contracts> smaller = desk.smaller(left, rejected);
    if (smaller.isPresent()) {
      left = smaller.get();
      return true;
    }
    if (attempt.ticket().timeInForce().rests() && mayRest) {
      mayRest = false;
      lastSentAt = Optional.empty();
      return true;
    }
    desk.deny(Refusal.of(RefusalReason.VENUE_REJECTED, "code " + rejected.code()));
    return false;
  }

  private boolean placed(Working.Step.Place first) {
    Working.Step.Place place = first;
    if (sent > 0) {
      switch (look.again(seen)) {
        case Result.Refused<Observation> refused -> {
          giveUp(refused.refusal());
          return false;
        }
        case Result.Ok<Observation> ok -> seen = ok.value();
      }
      Contracts remaining = plan.remaining(intent, left, seen);
      unwanted = left.minus(remaining);
      Working.Step anew = Working.next(terms, state(remaining));
      if (!(anew instanceof Working.Step.Place again)) {
        giveUp(unfilled("at fresh prices " + remaining + " contracts are still wanted"));
        return false;
      }
      place = again;
      Optional<Refusal> unproven = plan.unproven(intent, place.quantity(), seen);
      if (unproven.isPresent()) {
        giveUp(unproven.get());
        return false;
      }
    }
    return sent(place);
  }

  private boolean sent(Working.Step.Place place) {
    Instant now = clock.now();
    boolean crosses =
        place.life() == TimeInForce.IOC
            && (terms.style() == ExecutionStyle.PASSIVE || sent >= terms.slices());
    return switch (desk.send(sent + 1, place.quantity(), place.life(), seen)) {
      case Result.Refused<Attempt> refused -> {
        giveUp(refused.refusal());
        yield false;
      }
      case Result.Ok<Attempt> ok -> {
        sent++;
        crossed += crosses ? 1 : 0;
        lastSentAt = Optional.of(now);
        Attempt attempt = ok.value();
        boolean rests =
            place.life().rests()
                && (attempt.state() instanceof AttemptState.New
                    || attempt.state() instanceof AttemptState.PartiallyFilled);
        if (rests) {
          resting = Optional.of(attempt);
          yield true;
        }
        yield ended(attempt);
      }
    };
  }

  /**
   * States why what is left stays undone, part by part: what fresh prices do not want, and what is wanted and not got.
   *
   * <p>Every contract that was decided and not traded has a row, so that whoever finds it missing finds the reason.
   */
  private void giveUp(Refusal why) {
    Contracts idle = unwanted.compareTo(left) < 0 ? unwanted : left;
    if (!idle.isZero()) {
      desk.deny(
          Refusal.of(RefusalReason.NOT_WANTED, part(idle) + " are not wanted at fresh prices"));
    }
    Contracts missed = left.minus(idle);
    if (!missed.isZero()) {
      desk.deny(isDust(missed) ? tooSmall(missed) : why);
    }
  }

  private boolean isDust(Contracts quantity) {
    return sent > 0 && quantity.compareTo(terms.smallest()) < 0;
  }

  private Refusal tooSmall(Contracts missed) {
    return Refusal.of(
        RefusalReason.BELOW_VENUE_MINIMUM,
        part(missed) + " are left; the smallest order has " + terms.smallest());
  }

  private Refusal unfilled(String why) {
    return Refusal.of(
        RefusalReason.UNFILLED,
        part(left) + " are left after " + sent + " orders worked as " + terms.style() + ": " + why);
  }

  private String part(Contracts quantity) {
    return quantity + " of " + intent.quantity() + " contracts";
  }
}
