package org.evenkeel.cycle;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.data.Quote;
import org.evenkeel.core.plan.Skip;
import org.evenkeel.core.policy.Exposure;
import org.evenkeel.core.policy.OrderGate;
import org.evenkeel.core.policy.ProposedOrder;
import org.evenkeel.core.route.Attempt;
import org.evenkeel.core.route.AttemptState;
import org.evenkeel.core.route.ClientOrderIds;
import org.evenkeel.core.route.Intent;
import org.evenkeel.core.route.OrderLifecycle;
import org.evenkeel.core.route.OrderPricing;
import org.evenkeel.core.route.OrderTicket;
import org.evenkeel.core.route.SendOutcome;
import org.evenkeel.core.route.TimeInForce;

/**
 * Works intents one after the other: ask the gate, commit, send once, follow to the end.
 *
 * <p>Nothing is sent that was not committed first, and an intent gets a second order only when its first is terminal
 * and settled. The order of the intents is the plan's: what reduces risk is done before what adds to it.
 *
 * <p>Single-threaded.
 */
public final class OrderDesk {

  private final Strategy strategy;
  private final MarketData market;
  private final Venue venue;
  private final Journal journal;
  private final Resolver resolver;
  private final Clock clock;
  private final Alerts alerts;
  private final OrderGate gate;

  public OrderDesk(
      Strategy strategy,
      MarketData market,
      Venue venue,
      Journal journal,
      Resolver resolver,
      Clock clock,
      Alerts alerts) {
    this.strategy = strategy;
    this.market = market;
    this.venue = venue;
    this.journal = journal;
    this.resolver = resolver;
    this.clock = clock;
    this.alerts = alerts;
    this.gate = new OrderGate(strategy.limits());
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

  /** What has come of the intents so far. */
  private static final class Tally {
    private final TreeSet<InstrumentId> frozen = new TreeSet<>();
    private final List<Skip> denials = new ArrayList<>();
    private int orders = 0;
    private int unresolved = 0;
    private BigDecimal turnover = BigDecimal.ZERO;
    private BigDecimal possible = BigDecimal.ZERO;

    void deny(Intent intent, RefusalReason reason, String detail) {
      deny(intent, Refusal.of(reason, detail));
    }

    void deny(Intent intent, Refusal refusal) {
      denials.add(new Skip(intent.instrument(), refusal));
    }

    /** What may have been traded: an order without answer counts as if it were filled. */
    BigDecimal atMost() {
      return turnover.add(possible);
    }

    Outcome outcome() {
      return new Outcome(orders, turnover, List.copyOf(denials), unresolved);
    }
  }

  /** Works the intents in their order; an instrument with an open order gets no further one. */
  public Outcome work(List<Intent> intents, Observation observed, String nonce) {
    Tally tally = new Tally();
    for (Intent intent : intents) {
      if (tally.frozen.contains(intent.instrument())) {
        tally.deny(intent, RefusalReason.INSTRUMENT_FROZEN, "an order of this cycle is unresolved");
      } else {
        work(intent, observed, nonce, tally);
      }
    }
    return tally.outcome();
  }

  private void work(Intent intent, Observation observed, String nonce, Tally tally) {
    Contracts left = intent.quantity();
    int most = strategy.execution().maxAttemptsPerIntent();
    int misses = 0;
    for (int number = 1; misses < most && !left.isZero(); number++) {
      switch (attempt(intent, number, left, observed, nonce, tally)) {
        case Result.Refused<Attempt> refused -> {
          boolean isRemainder =
              !left.equals(intent.quantity())
                  && refused.refusal().reason() == RefusalReason.BELOW_VENUE_MINIMUM;
          if (!isRemainder) {
            tally.deny(intent, refused.refusal());
          }
          return;
        }
        case Result.Ok<Attempt> sent -> {
          Attempt attempt = sent.value();
          left = left.minus(attempt.bookedQty());
          misses += attempt.bookedQty().equals(attempt.ticket().orderQty()) ? 0 : 1;
          if (!account(intent, attempt, observed, tally)) {
            return;
          }
        }
      }
    }
    if (!left.isZero()) {
      tally.deny(
          intent,
          RefusalReason.UNFILLED,
          left
              + " of "
              + intent.quantity()
              + " contracts are left after "
              + most
              + " orders that were not filled");
    }
  }

  /** Enters an order that was sent; true if the intent may have another one. */
  private boolean account(Intent intent, Attempt attempt, Observation observed, Tally tally) {
    tally.orders++;
    tally.turnover =
        tally.turnover.add(valueOf(attempt.bookedQty(), intent.arrivalPrice(), intent, observed));
    if (!attempt.state().isTerminal()) {
      tally.unresolved++;
      tally.frozen.add(intent.instrument());
      tally.possible =
          tally.possible.add(
              valueOf(attempt.worstCaseLeaves(), intent.arrivalPrice(), intent, observed));
      alerts.raise(
          "order " + attempt.ticket().clientOrderId(),
          "its fate is open: " + attempt.state() + "; " + intent.instrument() + " is frozen");
      return false;
    }
    if (attempt.state() instanceof AttemptState.Rejected rejected) {
      tally.deny(intent, RefusalReason.VENUE_REJECTED, "code " + rejected.code());
      return false;
    }
    return true;
  }

  private Result<Attempt> attempt(
      Intent intent, int number, Contracts left, Observation observed, String nonce, Tally tally) {
    InstrumentSpec spec = observed.market().spec(intent.instrument()).orElseThrow();
    return market
        .quotes(List.of(intent.instrument()))
        .then(
            quotes -> {
              Quote quote = quotes.get(0);
              OrderGate.Circumstances now = circumstances(observed, quote, tally);
              Price price =
                  OrderPricing.limitPrice(
                      intent.side(), quote, strategy.execution().collar(), spec);
              ProposedOrder order =
                  new ProposedOrder(
                      intent.instrument(),
                      intent.side(),
                      slice(left, spec, quote),
                      price,
                      intent.reduceOnly());
              return belowMinimum(intent, order, spec, quote, number)
                  .or(() -> gate.objection(order, spec, quote, now))
                  .map(Result::<Attempt>refused)
                  .orElseGet(
                      () ->
                          Result.ok(
                              sendOnce(intent, number, order, nonce, observed.clockOffset())));
            });
  }

  /** As much of what is left as one order may be; all of it if not even a lot fits, for the gate to say so. */
  private Contracts slice(Contracts left, InstrumentSpec spec, Quote quote) {
    Money most = new Money(strategy.limits().maxOrderNotional(), spec.instrument().quote());
    BigDecimal fits =
        spec.lotsTowardZero(most, quote.mark()).value().min(spec.maxQty()).min(left.value());
    BigDecimal lots = Decimals.towardZeroToStep(fits, spec.lotSize());
    return lots.signum() > 0 ? Contracts.of(lots) : left;
  }

  /** What a partial fill leaves may be too small for another order; the venue spares closing orders of futures. */
  private static Optional<Refusal> belowMinimum(
      Intent intent, ProposedOrder order, InstrumentSpec spec, Quote quote, int number) {
    BigDecimal notional = spec.notional(order.orderQty(), quote.mark()).amount();
    boolean isTooSmall =
        order.orderQty().value().compareTo(spec.minQty()) < 0
            || (notional.compareTo(spec.minNotional()) < 0 && !intent.reduceOnly());
    return isTooSmall
        ? Optional.of(
            Refusal.of(
                RefusalReason.BELOW_VENUE_MINIMUM,
                order.orderQty() + " contracts are left for attempt " + number))
        : Optional.empty();
  }

  private Attempt sendOnce(
      Intent intent, int number, ProposedOrder order, String nonce, Duration clockOffset) {
    ClientOrderId id = ClientOrderIds.derived(nonce, intent.id(), number);
    Instant signedAt = Instant.ofEpochMilli(clock.now().minus(clockOffset).toEpochMilli());
    OrderTicket ticket =
        new OrderTicket(
            id,
            order.instrument(),
            order.side(),
            order.orderQty(),
            order.limitPrice(),
            TimeInForce.IOC,
            order.reduceOnly(),
            signedAt,
            signedAt.plus(venue.capabilities().requestLife()));
    Attempt pending = Attempt.pending(intent.id(), number, ticket);
    journal.commitAttempt(pending, clock.now());
    SendOutcome outcome = venue.send(ticket);
    return follow(pending, outcome);
  }

  private Attempt follow(Attempt pending, SendOutcome outcome) {
    return switch (outcome) {
      case SendOutcome.Accepted accepted -> settled(resolver.seen(pending, accepted.order()));
      case SendOutcome.Rejected rejected -> {
        Attempt after = pending.with(OrderLifecycle.afterSend(pending, outcome));
        journal.advance(
            pending, after, clock.now(), "rejected " + rejected.code() + " " + rejected.text());
        yield after;
      }
      case SendOutcome.Unknown unknown -> {
        Attempt after = pending.with(OrderLifecycle.afterSend(pending, outcome));
        journal.advance(pending, after, clock.now(), "unknown: " + unknown.detail());
        yield resolver.follow(after, strategy.execution().resolveTimeout());
      }
    };
  }

  private Attempt settled(Attempt attempt) {
    return attempt.state().isTerminal()
        ? attempt
        : resolver.follow(attempt, strategy.execution().settleTimeout());
  }

  private OrderGate.Circumstances circumstances(Observation observed, Quote fresh, Tally tally) {
    Exposure exposure = new Exposure();
    journal
        .ledger()
        .positions()
        .forEach(
            (instrument, quantity) ->
                exposure.setPosition(InstrumentId.of(instrument), Contracts.of(quantity)));
    for (Attempt open : journal.openAttempts()) {
      exposure.addWorking(open.ticket().instrument(), open.ticket().side(), open.worstCaseLeaves());
    }
    List<Quote> quotes = new ArrayList<>(List.of(fresh));
    for (Quote quote : observed.market().quotes()) {
      if (!quote.instrument().equals(fresh.instrument())) {
        quotes.add(quote);
      }
    }
    return new OrderGate.Circumstances(
        journal.tradingState(),
        observed.nav(),
        exposure,
        observed.market().specs(),
        quotes,
        clock.now(),
        observed.clockOffset(),
        tally.atMost(),
        tally.orders,
        journal.locks().open());
  }

  private static BigDecimal valueOf(
      Contracts quantity, Price price, Intent intent, Observation observed) {
    InstrumentSpec spec = observed.market().spec(intent.instrument()).orElseThrow();
    return Decimals.normal(spec.notional(quantity, price).abs().amount());
  }
}
