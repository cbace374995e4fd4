package org.evenkeel.cycle;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.data.Yardstick;
import org.evenkeel.core.plan.RebalancePlan;
import org.evenkeel.core.plan.Skip;
import org.evenkeel.core.route.Attempt;
import org.evenkeel.core.route.AttemptState;
import org.evenkeel.core.route.Denial;
import org.evenkeel.core.route.ExecutionStyle;
import org.evenkeel.core.route.Intent;
import org.evenkeel.core.route.TimeInForce;
import org.evenkeel.core.route.Urgency;

/**
 * Works intents one after the other: ask the gate, commit, send once, follow to the end.
 *
 * <p>Nothing is sent that was not committed first, and an intent gets a second order only when its first is terminal
 * and settled. The order of the intents is the plan's: what reduces risk is done before what adds to it.
 *
 * <p>Single-threaded.
 */
public final class OrderDesk {

  private static final BigDecimal HALF = new BigDecimal("0.5");

  private final Strategy strategy;
  private final MarketData market;
  private final Venues venues;
  private final Journal journal;
  private final Resolver resolver;
  private final Clock clock;
  private final Alerts alerts;
  private final GatedSender sender;
  private final StyleChoice styles;
  private final FreshLook look;
  private Runnable meanwhile = () -> {};
  private final Remainders remainders;

  public OrderDesk(
      Strategy strategy,
      MarketData market,
      Venues venues,
      Journal journal,
      Resolver resolver,
      Clock clock,
      Alerts alerts) {
    this.strategy = strategy;
    this.market = market;
    this.venues = venues;
    this.journal = journal;
    this.resolver = resolver;
    this.clock = clock;
    this.alerts = alerts;
    this.styles = new StyleChoice(strategy, venues);
    Arrivals arrivals = new Arrivals(strategy);
    this.sender =
        new GatedSender(
            strategy,
            market,
            journal,
            clock,
            new Sender(venues, journal, resolver, clock),
            new OverrideBook(strategy, journal, clock, alerts),
            arrivals);
    this.remainders = new Remainders(arrivals, market, journal, clock);
    this.look =
        new FreshLook(
            new Observatory(strategy, market, venues, clock), strategy.universe(), journal, clock);
  }

  /** What must go on while orders are worked patiently; nothing if it is not told. */
  void meanwhile(Runnable duty) {
    meanwhile = duty;
  }

  /**
   * What came of a list of intents.
   *
   * @param orders orders sent
   * @param turnover value traded, in NAV currency
   * @param denials what was not sent, with reasons
   * @param unresolved orders whose fate is open
   */
  public record Outcome(int orders, BigDecimal turnover, List<Skip> denials, int unresolved) {}

  /**
   * Works the intents of a plan in their order; an instrument with an open order gets no further one.
   *
   * <p>A plan that was made for another ledger than the present one is discarded whole, and so is one whose proof is not
   * of these very intents.
   */
  public Outcome work(List<Intent> intents, Rounds rounds, Observation observed, String nonce) {
    RebalancePlan plan = rounds.plan();
    Tally tally = new Tally();
    PlanBasis basis = new PlanBasis(plan, journal);
    Optional<Refusal> stale =
        intents.isEmpty() ? Optional.empty() : basis.staleness().or(() -> basis.unproven(intents));
    for (Intent intent : intents) {
      Optional<Refusal> objection =
          stale.or(() -> rounds.objection(intent)).or(() -> basis.objection(intent, tally));
      if (objection.isPresent()) {
        deny(intent, objection.get(), tally);
      } else {
        Urgency.Choice choice = styles.of(intent, observed);
        whole(intent, rounds, observed, tally)
            .ifPresent(
                some -> {
                  if (choice.style() == ExecutionStyle.IOC) {
                    work(some, choice, observed, nonce, tally);
                  } else {
                    workPatiently(some, choice, plan, observed, nonce, tally);
                  }
                });
        remainders.keep(intent, choice, observed, tally);
      }
      tally.ended(intent);
    }
    return tally.outcome();
  }

  /** An intent, or what of it is a reduction if the other half of its round does not fit into what pace allows. */
  private Optional<Intent> whole(Intent intent, Rounds rounds, Observation observed, Tally tally) {
    tally.follow(rounds.after(intent));
    Optional<Refusal> half = sender.half(intent, observed, tally);
    if (half.isEmpty()) {
      return Optional.of(intent);
    }
    deny(intent, half.get(), tally);
    rounds.hold(intent, half.get());
    tally.follow(List.of());
    return rounds.reduction(intent, observed);
  }

  private void deny(Intent intent, Refusal refusal, Tally tally) {
    Denial denial = new Denial(intent, refusal, clock.now());
    journal.orderLog().deny(denial);
    tally.denied(denial);
  }

  private void workPatiently(
      Intent intent,
      Urgency.Choice choice,
      RebalancePlan plan,
      Observation observed,
      String nonce,
      Tally tally) {
    cancelWorking(intent);
    new PatientWork(
            intent,
            PatientTerms.of(strategy, choice.style(), intent, observed, clock.now()),
            observed,
            new FreshPlan(LimitsNow.of(strategy, journal, clock.now()), journal, plan, observed),
            new PatientWork.Means(strategy, market, journal, resolver, clock, look, meanwhile),
            new PatientWork.Desk() {
              @Override
              public Result<Attempt> send(
                  int number, Contracts most, TimeInForce life, Observation seen) {
                return sender.send(intent, number, most, life, choice, seen, nonce, tally);
              }

              @Override
              public void account(Attempt attempt) {
                OrderDesk.this.account(intent, attempt, observed, tally);
              }

              @Override
              public Optional<Contracts> smaller(Contracts left, AttemptState.Rejected rejected) {
                return OrderDesk.this.smaller(intent, left, rejected, observed, tally);
              }

              @Override
              public void deny(Refusal refusal) {
                OrderDesk.this.deny(intent, refusal, tally);
              }
            })
        .work();
  }

  private void work(
      Intent intent, Urgency.Choice choice, Observation observed, String nonce, Tally tally) {
    cancelWorking(intent);
    Contracts left = intent.quantity();
    int most = strategy.execution().maxAttemptsPerIntent();
    int misses = 0;
    for (int number = 1; misses < most && !left.isZero(); number++) {
      switch (sender
          .send(intent, number, left, TimeInForce.IOC, choice, observed, nonce, tally)
          .map(this::followed)) {
        case Result.Refused<Attempt> refused -> {
          boolean isRemainder =
              !left.equals(intent.quantity())
                  && refused.refusal().reason() == RefusalReason.BELOW_VENUE_MINIMUM;
          if (!isRemainder) {
            deny(intent, refused.refusal(), tally);
          }
          return;
        }
        case Result.Ok<Attempt> sent -> {
          Attempt attempt = sent.value();
          left = left.minus(attempt.bookedQty());
          misses += attempt.bookedQty().equals(attempt.ticket().orderQty()) ? 0 : 1;
          account(intent, attempt, observed, tally);
          if (attempt.state() instanceof AttemptState.Rejected rejected) {
            Optional<Contracts> smaller = smaller(intent, left, rejected, observed, tally);
            if (smaller.isEmpty()) {
              deny(intent, rejection(rejected), tally);
              return;
            }
            left = smaller.get();
          } else if (!attempt.state().isTerminal()) {
            return;
          }
        }
      }
    }
    if (!left.isZero()) {
      deny(intent, unfilled(intent, left, most), tally);
    }
  }

  /** Resting orders of an instrument stand in the way of one that only reduces it; the venue may refuse it for them. */
  private void cancelWorking(Intent intent) {
    if (intent.reduceOnly()) {
      journal.openAttempts().stream()
          .map(Attempt::ticket)
          .filter(ticket -> ticket.instrument().equals(intent.instrument()))
          .forEach(
              ticket ->
                  venues
                      .of(ticket.instrument())
                      .cancel(ticket.clientOrderId(), ticket.instrument()));
    }
  }

  /** Half of what was too much for the money there is, once in a cycle. */
  private Optional<Contracts> smaller(
      Intent intent,
      Contracts left,
      AttemptState.Rejected rejected,
      Observation observed,
      Tally tally) {
    boolean isForLackOfMoney =
        venues
            .of(intent.instrument())
            .capabilities()
            .insufficientFundsCodes()
            .contains(rejected.code());
    if (!isForLackOfMoney || intent.reduceOnly() || !tally.mayReplan()) {
      return Optional.empty();
    }
    InstrumentSpec spec = observed.market().spec(intent.instrument()).orElseThrow();
    BigDecimal half = left.value().multiply(HALF);
    Contracts lots = Contracts.of(Decimals.towardZeroToStep(half, spec.lotSize()));
    if (lots.isZero()) {
      return Optional.empty();
    }
    deny(
        intent,
        Refusal.of(
            RefusalReason.INSUFFICIENT_FUNDS,
            left
                + " contracts were too many (code "
                + rejected.code()
                + "); "
                + lots
                + " are tried"),
        tally);
    return Optional.of(lots);
  }

  private static Refusal rejection(AttemptState.Rejected rejected) {
    return Refusal.of(RefusalReason.VENUE_REJECTED, "code " + rejected.code());
  }

  private static Refusal unfilled(Intent intent, Contracts left, int most) {
    return Refusal.of(
        RefusalReason.UNFILLED,
        left
            + " of "
            + intent.quantity()
            + " contracts are left after "
            + most
            + " orders that were not filled");
  }

  /** Enters an order that was sent. */
  private void account(Intent intent, Attempt attempt, Observation observed, Tally tally) {
    tally.sent(
        intent,
        attempt,
        valueOf(attempt.bookedQty(), intent.arrivalPrice(), intent, observed),
        valueOf(attempt.worstCaseLeaves(), intent.arrivalPrice(), intent, observed));
    if (!attempt.state().isTerminal()) {
      alerts.raise(
          "order " + attempt.ticket().clientOrderId(),
          "its fate is open: " + attempt.state() + "; " + intent.instrument() + " is frozen");
    }
  }

  /** Waits for an order that was just sent: for its fate if no answer came, else for its fills. */
  private Attempt followed(Attempt sent) {
    if (sent.state().isTerminal()) {
      return sent;
    }
    return resolver.follow(
        sent,
        sent.state() instanceof AttemptState.Unknown
            ? strategy.execution().resolveTimeout()
            : strategy.execution().settleTimeout());
  }

  /** The one that the plan was made with; an observation that it cannot measure was refused. */
  private Yardstick yardstick(Observation observed) {
    return Yardstick.of(strategy.universe(), observed.market().quotes()).orThrow();
  }

  private BigDecimal valueOf(Contracts quantity, Price price, Intent intent, Observation observed) {
    InstrumentSpec spec = observed.market().spec(intent.instrument()).orElseThrow();
    return yardstick(observed).value(spec, quantity, price).abs().amount();
  }
}
