package org.evenkeel.cycle;

import java.math.BigDecimal;
import java.math.RoundingMode;
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
import org.evenkeel.core.plan.PlannedLeg;
import org.evenkeel.core.policy.OrderGate;
import org.evenkeel.core.policy.PaceLimits;
import org.evenkeel.core.policy.ProposedOrder;
import org.evenkeel.core.route.Attempt;
import org.evenkeel.core.route.Intent;
import org.evenkeel.core.route.OrderPricing;
import org.evenkeel.core.route.TimeInForce;
import org.evenkeel.core.route.Urgency;

/**
 * The last steps of every order of a decision: its size and price by the newest quote, the gate, the commit, the send.
 *
 * <p>Single-threaded.
 */
final class GatedSender {

  /** Prices move by less than one per cent while a round is sent, or the gate refuses its second half after all. */
  private static final BigDecimal MOVED = new BigDecimal("1.01");

  private final Strategy strategy;
  private final MarketData market;
  private final Journal journal;
  private final Clock clock;
  private final LimitsNow limitsNow;
  private final SentOrders sent;
  private final Sender sender;
  private final OverrideBook overrides;
  private final Arrivals arrivals;

  GatedSender(
      Strategy strategy,
      MarketData market,
      Journal journal,
      Clock clock,
      Sender sender,
      OverrideBook overrides,
      Arrivals arrivals) {
    this.strategy = strategy;
    this.market = market;
    this.journal = journal;
    this.clock = clock;
    this.limitsNow = new LimitsNow(strategy, journal, clock);
    this.sent = new SentOrders(journal, clock);
    this.sender = sender;
    this.overrides = overrides;
    this.arrivals = arrivals;
  }

  /** Asks the gate with the newest quote, commits and sends once; what becomes of it is not followed. */
  Result<Attempt> send(
      Intent intent,
      int number,
      Contracts left,
      TimeInForce life,
      Urgency.Choice choice,
      Observation observed,
      String nonce,
      Tally tally) {
    InstrumentSpec spec = observed.market().spec(intent.instrument()).orElseThrow();
    return market
        .quotes(List.of(intent.instrument()))
        .then(
            quotes -> {
              Quote quote = quotes.get(0);
              Strategy ruled = limitsNow.strategy();
              OrderGate gate = LimitsNow.gate(ruled);
              OrderGate.Circumstances now =
                  circumstances(observed, quote, intent.side(), tally, ruled.guards().pace());
              Contracts size = slice(left, spec, quote, now, ruled);
              ProposedOrder order =
                  new ProposedOrder(
                      intent.instrument(),
                      intent.side(),
                      size,
                      price(intent.side(), life, quote, spec),
                      intent.reduceOnly());
              gate.latch(order, now)
                  .ifPresent(finding -> journal.locks().hold(finding, clock.now()));
              return gate.objection(order, spec, quote, now)
                  .or(() -> half(left, quote, spec, now, observed, tally))
                  .map(this::withCanary)
                  .map(Result::<Attempt>refused)
                  .orElseGet(
                      () ->
                          Result.ok(
                              sender.sendOnce(
                                  intent,
                                  number,
                                  order,
                                  life,
                                  Optional.of(arrivals.of(intent, quote, observed, choice)),
                                  nonce,
                                  observed.clocks().of(intent.instrument()))));
            });
  }

  /**
   * Why what must follow an intent at once would not fit any more into what pace allows, so that half a move would be done;
   * empty if it does, or if nothing must.
   */
  Optional<Refusal> half(Intent intent, Observation observed, Tally tally) {
    if (tally.following().isEmpty()) {
      return Optional.empty();
    }
    InstrumentSpec spec = observed.market().spec(intent.instrument()).orElseThrow();
    Quote quote = observed.market().quote(intent.instrument()).orElseThrow();
    PaceLimits pace = limitsNow.strategy().guards().pace();
    OrderGate.Circumstances now = circumstances(observed, quote, intent.side(), tally, pace);
    return half(intent.quantity(), quote, spec, now, observed, tally);
  }

  private Optional<Refusal> half(
      Contracts left,
      Quote quote,
      InstrumentSpec spec,
      OrderGate.Circumstances now,
      Observation observed,
      Tally tally) {
    if (tally.following().isEmpty()) {
      return Optional.empty();
    }
    Strategy ruled = limitsNow.strategy();
    PaceLimits pace = ruled.guards().pace();
    SentOrders.Recent recent = sent.within(longestLook(pace), observed.clocks());
    BigDecimal value = atMost(now.yardstick().value(spec, left, quote.mark()).amount());
    int orders = orders(left, spec, quote, now, ruled);
    for (PlannedLeg leg : tally.following()) {
      InstrumentSpec its = observed.market().spec(leg.instrument()).orElseThrow();
      Quote seen = observed.market().quote(leg.instrument()).orElseThrow();
      int more = orders(leg.quantity(), its, seen, now, ruled) - 1;
      int sameWay = recent.count(leg.instrument(), leg.side(), pace.oneWayWindow()) + more;
      BigDecimal own = now.yardstick().value(its, leg.quantity(), seen.mark()).amount();
      OrderGate.Circumstances then =
          now.after(value.add(atMost(own).subtract(own)), orders + more, sameWay);
      ProposedOrder order =
          new ProposedOrder(
              leg.instrument(), leg.side(), leg.quantity(), seen.mark(), leg.reduceOnly());
      Optional<Refusal> objection = LimitsNow.gate(ruled).overPace(order, its, seen, then);
      if (objection.isPresent()) {
        return objection.map(
            no ->
                Refusal.of(
                    no.reason(),
                    "neither half of the move is sent now, because what opens "
                        + leg.instrument()
                        + " would not be: "
                        + no.detail()));
      }
      value = value.add(atMost(own));
      orders += more + 1;
    }
    return Optional.empty();
  }

  /** What an order may count as once it is sent: its limit price is beyond the touch, and prices move until then. */
  private BigDecimal atMost(BigDecimal value) {
    return value.multiply(MOVED.add(strategy.execution().collar().value()));
  }

  /** How many orders a quantity takes. */
  private int orders(
      Contracts all,
      InstrumentSpec spec,
      Quote quote,
      OrderGate.Circumstances now,
      Strategy ruled) {
    Contracts one = slice(all, spec, quote, now, ruled);
    return Decimals.quotient(all.value(), one.value()).setScale(0, RoundingMode.CEILING).intValue();
  }

  /** Names what makes the limits small, so that nobody looks for it in the configuration. */
  private Refusal withCanary(Refusal refusal) {
    return refusal.reason() != RefusalReason.LIMIT
        ? refusal
        : limitsNow
            .canary()
            .map(canary -> Refusal.of(refusal.reason(), refusal.detail() + "; " + canary.text()))
            .orElse(refusal);
  }

  private Price price(Side side, TimeInForce life, Quote quote, InstrumentSpec spec) {
    return life.rests()
        ? OrderPricing.resting(side, quote)
        : OrderPricing.limitPrice(
            side, quote, strategy.execution().collar(), strategy.styles().collarFrom(), spec);
  }

  /** As much of what is left as one order may be; all of it if not even a lot fits, for the gate to say so. */
  private Contracts slice(
      Contracts left,
      InstrumentSpec spec,
      Quote quote,
      OrderGate.Circumstances now,
      Strategy ruled) {
    BigDecimal fits = lots(ruled.limits().maxOrderNotional(), spec, quote, now.yardstick());
    if (now.isFirst()) {
      fits =
          fits.min(
              lots(ruled.limits().maxFirstOrderNotional(), spec, quote, now.yardstick())
                  .max(OrderGate.smallest(spec, quote.mark()).value()));
    }
    Optional<Contracts> most = ruled.guards().pace().maxOrderQty(spec.id());
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

  private OrderGate.Circumstances circumstances(
      Observation observed, Quote fresh, Side side, Tally tally, PaceLimits pace) {
    List<Quote> quotes = new ArrayList<>(List.of(fresh));
    for (Quote quote : observed.market().quotes()) {
      if (!quote.instrument().equals(fresh.instrument())) {
        quotes.add(quote);
      }
    }
    Yardstick yardstick = yardstick(observed);
    SentOrders.Recent recent = sent.within(longestLook(pace), observed.clocks());
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
        Collateral.of(observed.account(), yardstick, strategy.plan()).most(fresh.instrument()),
        isFirst(fresh.instrument()),
        journal.locks().open(),
        overrides.rules(observed.market().asOf()));
  }

  private static Duration longestLook(PaceLimits pace) {
    return SentOrders.DAY.compareTo(pace.oneWayWindow()) > 0 ? SentOrders.DAY : pace.oneWayWindow();
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
}
