package org.evenkeel.cycle;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.data.Quote;
import org.evenkeel.core.data.Yardstick;
import org.evenkeel.core.plan.Collateral;
import org.evenkeel.core.plan.RebalancePlan;
import org.evenkeel.core.plan.Skip;
import org.evenkeel.core.policy.OrderGate;
import org.evenkeel.core.policy.PaceLimits;
import org.evenkeel.core.policy.ProposedOrder;
import org.evenkeel.core.route.Attempt;
import org.evenkeel.core.route.AttemptState;
import org.evenkeel.core.route.Denial;
import org.evenkeel.core.route.Intent;
import org.evenkeel.core.route.OrderPricing;

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
  private final PaceLimits pace;
  private final OrderGate gate;
  private final SentOrders sent;
  private final Sender sender;
  private final OverrideBook overrides;

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
    this.pace = strategy.guards().pace();
    this.gate = new OrderGate(strategy.limits(), pace);
    this.sent = new SentOrders(journal, clock);
    this.sender = new Sender(venues, journal, resolver, clock);
    this.overrides = new OverrideBook(strategy, journal, clock, alerts);
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
  public Outcome work(
      List<Intent> intents, RebalancePlan plan, Observation observed, String nonce) {
    Tally tally = new Tally();
    PlanBasis basis = new PlanBasis(plan, journal);
    Optional<Refusal> stale =
        intents.isEmpty() ? Optional.empty() : basis.staleness().or(() -> basis.unproven(intents));
    for (Intent intent : intents) {
      Optional<Refusal> objection = stale.or(() -> basis.objection(intent, tally));
      if (objection.isPresent()) {
        deny(intent, objection.get(), tally);
      } else {
        work(intent, observed, nonce, tally);
      }
      tally.ended(intent);
    }
    return tally.outcome();
  }

  private void deny(Intent intent, Refusal refusal, Tally tally) {
    Denial denial = new Denial(intent, refusal, clock.now());
    journal.orderLog().deny(denial);
    tally.denied(denial);
  }

  private void work(Intent intent, Observation observed, String nonce, Tally tally) {
    cancelWorking(intent);
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

  private Result<Attempt> attempt(
      Intent intent, int number, Contracts left, Observation observed, String nonce, Tally tally) {
    InstrumentSpec spec = observed.market().spec(intent.instrument()).orElseThrow();
    return market
        .quotes(List.of(intent.instrument()))
        .then(
            quotes -> {
              Quote quote = quotes.get(0);
              OrderGate.Circumstances now = circumstances(observed, quote, intent.side(), tally);
              Contracts size = slice(left, spec, quote, now);
              Price price =
                  OrderPricing.limitPrice(
                      intent.side(), quote, strategy.execution().collar(), spec);
              ProposedOrder order =
                  new ProposedOrder(
                      intent.instrument(), intent.side(), size, price, intent.reduceOnly());
              gate.latch(order, now)
                  .ifPresent(finding -> journal.locks().hold(finding, clock.now()));
              return gate.objection(order, spec, quote, now)
                  .map(Result::<Attempt>refused)
                  .orElseGet(
                      () ->
                          Result.ok(
                              followed(
                                  sender.sendOnce(
                                      intent,
                                      number,
                                      order,
                                      nonce,
                                      observed.clocks().of(intent.instrument())))));
            });
  }

  /** As much of what is left as one order may be; all of it if not even a lot fits, for the gate to say so. */
  private Contracts slice(
      Contracts left, InstrumentSpec spec, Quote quote, OrderGate.Circumstances now) {
    BigDecimal fits = lots(strategy.limits().maxOrderNotional(), spec, quote, now.yardstick());
    if (now.isFirst()) {
      fits =
          fits.min(
              lots(strategy.limits().maxFirstOrderNotional(), spec, quote, now.yardstick())
                  .max(OrderGate.smallest(spec, quote.mark()).value()));
    }
    Optional<Contracts> most = pace.maxOrderQty(spec.id());
    if (most.isPresent()) {
      fits = fits.min(most.get().value());
    }
    BigDecimal lots =
        Decimals.towardZeroToStep(fits.min(spec.maxQty()).min(left.value()), spec.lotSize());
    return lots.signum() > 0 ? Contracts.of(lots) : left;
  }

  private static BigDecimal lots(
      BigDecimal most, InstrumentSpec spec, Quote quote, Yardstick yardstick) {
    Money value = yardstick.inQuote(new Money(most, yardstick.currency()), spec);
    return spec.lotsTowardZero(value, quote.mark()).value();
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

  private OrderGate.Circumstances circumstances(
      Observation observed, Quote fresh, Side side, Tally tally) {
    List<Quote> quotes = new ArrayList<>(List.of(fresh));
    for (Quote quote : observed.market().quotes()) {
      if (!quote.instrument().equals(fresh.instrument())) {
        quotes.add(quote);
      }
    }
    Yardstick yardstick = yardstick(observed);
    SentOrders.Recent recent = sent.within(longestLook(), observed.clocks());
    return new OrderGate.Circumstances(
        journal.tradingState(),
        observed.nav(),
        Standings.exposure(journal),
        observed.market().specs(),
        quotes,
        yardstick,
        clock.now(),
        observed.clocks().of(fresh.instrument()),
        tally.atMost(),
        tally.orders(),
        recent.value(observed.market(), yardstick, SentOrders.MINUTE),
        recent.value(observed.market(), yardstick, SentOrders.DAY),
        recent.count(fresh.instrument(), side, pace.oneWayWindow()),
        collateral(observed, fresh.instrument(), yardstick),
        isFirst(fresh.instrument()),
        journal.locks().open(),
        overrides.rules(observed.market().asOf()));
  }

  private Duration longestLook() {
    return SentOrders.DAY.compareTo(pace.oneWayWindow()) > 0 ? SentOrders.DAY : pace.oneWayWindow();
  }

  private BigDecimal collateral(
      Observation observed, InstrumentId instrument, Yardstick yardstick) {
    return Collateral.Pot.of(instrument)
        .map(pot -> Collateral.of(observed.account(), yardstick, strategy.plan()).in(pot))
        .orElse(BigDecimal.ZERO)
        .multiply(BigDecimal.valueOf(strategy.plan().venueLeverage()));
  }

  /** The one that the plan was made with; an observation that it cannot measure was refused. */
  private Yardstick yardstick(Observation observed) {
    return Yardstick.of(strategy.universe(), observed.market().quotes()).orThrow();
  }

  /** A contract's size is believed once the venue has executed some and valued them as we do. */
  private boolean isFirst(InstrumentId instrument) {
    return switch (Instrument.parse(instrument)) {
      case Instrument.Spot spot -> false;
      case Instrument.Future future -> journal.lastTrade(instrument).isEmpty();
    };
  }

  private BigDecimal valueOf(Contracts quantity, Price price, Intent intent, Observation observed) {
    InstrumentSpec spec = observed.market().spec(intent.instrument()).orElseThrow();
    return yardstick(observed).value(spec, quantity, price).abs().amount();
  }
}
