package org.evenkeel.core.policy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.catalog.Allowance;
import org.evenkeel.core.catalog.EndNotice;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.data.Quote;
import org.evenkeel.core.data.Yardstick;
import org.evenkeel.core.plan.PositionInterval;
import org.evenkeel.core.plan.TradeRule;

/**
 * The last check before the wire; there is no way around it.
 *
 * <p>An order that only reduces is spared the exposure and turnover limits, because refusing it would keep the risk.
 *
 * <p>This class is immutable and thread-safe.
 */
public final class OrderGate {

  private final Limits limits;
  private final PaceLimits pace;
  private final PriceChecks prices;
  private final ExposureChecks exposures;
  private final Optional<OrderGate> hard;

  /** A gate whose limits are soft and hard at once. */
  public OrderGate(Limits limits, PaceLimits pace) {
    this(limits, pace, Optional.empty());
  }

  private OrderGate(Limits limits, PaceLimits pace, Optional<OrderGate> hard) {
    this.limits = limits;
    this.pace = pace;
    this.prices = new PriceChecks(limits);
    this.exposures = new ExposureChecks(limits);
    this.hard = hard;
  }

  /** A gate of what is in force, under hard limits that are checked for themselves, whatever is in force. */
  public static OrderGate of(LimitValues inForce, HardLimits hard) {
    LimitValues bounds = hard.tighten(LimitValues.compiled());
    return new OrderGate(
        inForce.limits(),
        inForce.guards().pace(),
        Optional.of(new OrderGate(bounds.limits(), bounds.guards().pace())));
  }

  /**
   * What the gate looks at.
   *
   * @param state the trading state in force now
   * @param nav the portfolio's value
   * @param exposure what could be held at worst, without the order in question
   * @param specs specifications of the universe
   * @param quotes newest quotes of the universe
   * @param yardstick what values are measured with
   * @param now our clock
   * @param clockOffset our clock minus the venue's
   * @param turnover value traded in this cycle so far, in NAV currency
   * @param orders orders sent in this cycle so far
   * @param lastMinute value ordered within the last minute, in NAV currency
   * @param lastDay value ordered within the last 24 hours, in NAV currency
   * @param oneWay orders of the instrument and side sent within the window of {@link PaceLimits}
   * @param collateral the gross exposure that the money for this order's margin can carry at all, in NAV currency
   * @param isFirst whether nothing of the instrument was ever executed
   * @param locks the locks that stand now
   * @param rules the instruments that operators do not leave free to trade
   */
  public record Circumstances(
      TradingState state,
      Money nav,
      Exposure exposure,
      List<InstrumentSpec> specs,
      List<Quote> quotes,
      Yardstick yardstick,
      Instant now,
      Duration clockOffset,
      BigDecimal turnover,
      int orders,
      BigDecimal lastMinute,
      BigDecimal lastDay,
      int oneWay,
      BigDecimal collateral,
      boolean isFirst,
      List<Lock> locks,
      SortedMap<InstrumentId, TradeRule> rules) {

    /**
     * The same once further orders are sent and filled, for what must follow them.
     *
     * @param value of these orders, in NAV currency
     * @param count how many
     * @param sameWay orders sent within the window of the instrument and side that is asked about
     */
    public Circumstances after(BigDecimal value, int count, int sameWay) {
      return new Circumstances(
          state,
          nav,
          exposure,
          specs,
          quotes,
          yardstick,
          now,
          clockOffset,
          turnover.add(value),
          orders + count,
          lastMinute.add(value),
          lastDay.add(value),
          sameWay,
          collateral,
          isFirst,
          locks,
          rules);
    }
  }

  /** The reason why an order must not be sent, or empty if it may. */
  public Optional<Refusal> objection(
      ProposedOrder order, InstrumentSpec spec, Quote quote, Circumstances now) {
    return hard.flatMap(above -> above.bounds(order, spec, quote, now))
        .map(refusal -> Refusal.of(refusal.reason(), "hard limit: " + refusal.detail()))
        .or(() -> allowed(order, spec, quote, now));
  }

  /**
   * Why an order would be too much for what may be sent within a cycle, a minute, a day and the window of one-way orders,
   * hard or soft; empty if none of these forbids it.
   */
  public Optional<Refusal> overPace(
      ProposedOrder order, InstrumentSpec spec, Quote quote, Circumstances now) {
    return hard.flatMap(above -> above.overPace(order, spec, quote, now))
        .or(() -> cycle(order, spec, quote, now))
        .or(() -> flow(order, spec, quote, now))
        .or(() -> order.reduceOnly() ? Optional.empty() : pace(order, spec, quote, now));
  }

  /**
   * Why an order that somebody else has placed already is more than the limits of size and exposure carry, hard or soft;
   * empty if they do.
   */
  public Optional<Refusal> excess(
      ProposedOrder order, InstrumentSpec spec, Quote quote, Circumstances now) {
    return hard.flatMap(above -> above.excess(order, spec, quote, now))
        .or(() -> size(order, spec, quote, now))
        .or(
            () ->
                order.reduceOnly()
                    ? Optional.empty()
                    : exposures.objection(order, spec, quote, now));
  }

  /** What a number forbids, and nothing else: the rest is asked once. */
  private Optional<Refusal> bounds(
      ProposedOrder order, InstrumentSpec spec, Quote quote, Circumstances now) {
    Optional<Refusal> objection =
        prices
            .collar(order.limitPrice(), quote)
            .or(() -> size(order, spec, quote, now))
            .or(() -> flow(order, spec, quote, now));
    return (order.reduceOnly()
            ? objection
            : objection
                .or(() -> pace(order, spec, quote, now))
                .or(() -> exposures.objection(order, spec, quote, now)))
        .filter(refusal -> refusal.reason() == RefusalReason.LIMIT);
  }

  private Optional<Refusal> allowed(
      ProposedOrder order, InstrumentSpec spec, Quote quote, Circumstances now) {
    return state(order, now)
        .or(() -> Lock.objection(now.locks(), order.instrument(), order.reduceOnly()))
        .or(() -> listing(order, spec, now))
        .or(() -> override(order, now))
        .or(() -> grid(order, spec))
        .or(() -> prices.freshness(quote, now.now(), now.clockOffset()))
        .or(() -> prices.collar(order.limitPrice(), quote))
        .or(() -> minimum(order, spec, quote, now))
        .or(() -> amounts(order, spec, quote, now));
  }

  private Optional<Refusal> amounts(
      ProposedOrder order, InstrumentSpec spec, Quote quote, Circumstances now) {
    return size(order, spec, quote, now)
        .or(() -> flow(order, spec, quote, now))
        .or(() -> order.reduceOnly() ? Optional.empty() : pace(order, spec, quote, now))
        .or(
            () ->
                order.reduceOnly()
                    ? reduction(order, now)
                    : exposures.objection(order, spec, quote, now));
  }

  private static Optional<Refusal> state(ProposedOrder order, Circumstances now) {
    boolean allowed = order.reduceOnly() ? now.state().mayReduce() : now.state().mayAddRisk();
    return unless(
        allowed, RefusalReason.TRADING_STATE, () -> "the trading state is " + now.state());
  }

  private static Optional<Refusal> listing(
      ProposedOrder order, InstrumentSpec spec, Circumstances now) {
    Allowance allowance = spec.listing().allowance(now.now(), EndNotice.NONE);
    return unless(
        order.onlyReduces() ? allowance.mayReduce() : allowance == Allowance.ANY,
        RefusalReason.INSTRUMENT_NOT_TRADING,
        () -> spec.id() + " " + spec.listing().describe());
  }

  private static Optional<Refusal> override(ProposedOrder order, Circumstances now) {
    TradeRule rule = now.rules().getOrDefault(order.instrument(), TradeRule.FREE);
    return unless(
        rule.permits(order.onlyReduces()),
        RefusalReason.OVERRIDE,
        () -> order.instrument() + " is under " + rule.inWords() + "; see 'override list'");
  }

  private static Optional<Refusal> grid(ProposedOrder order, InstrumentSpec spec) {
    boolean onGrid =
        order.orderQty().value().signum() > 0
            && Decimals.isMultipleOf(order.orderQty().value(), spec.lotSize())
            && Decimals.isMultipleOf(order.limitPrice().value(), spec.tickSize())
            && order.orderQty().value().compareTo(spec.maxQty()) <= 0;
    return unless(
        onGrid,
        RefusalReason.LIMIT,
        () ->
            order.orderQty() + " at " + order.limitPrice() + " is not on the grid of " + spec.id());
  }

  /** The smallest order that the venue takes at a price; only what closes a position whole may be smaller. */
  public static Contracts smallest(InstrumentSpec spec, Price price) {
    BigDecimal ofValue =
        spec.exactContracts(new Money(spec.minNotional(), spec.valuedIn()), price).value();
    return new Contracts(Decimals.ceilingToStep(ofValue.max(spec.minQty()), spec.lotSize()));
  }

  private static Optional<Refusal> minimum(
      ProposedOrder order, InstrumentSpec spec, Quote quote, Circumstances now) {
    PositionInterval held = now.exposure().interval(order.instrument());
    boolean isFullClose =
        order.reduceOnly() && held.isCertain() && held.worst().equals(order.orderQty());
    return unless(
        isFullClose || order.orderQty().compareTo(smallest(spec, quote.mark())) >= 0,
        RefusalReason.BELOW_VENUE_MINIMUM,
        () -> order.orderQty() + " contracts are less than " + smallest(spec, quote.mark()));
  }

  private Optional<Refusal> size(
      ProposedOrder order, InstrumentSpec spec, Quote quote, Circumstances now) {
    Optional<Contracts> most = pace.maxOrderQty(order.instrument());
    if (most.isPresent() && order.orderQty().compareTo(most.get()) > 0) {
      return limit(
          "order of " + order.orderQty() + " contracts is over max_order_contracts " + most.get());
    }
    BigDecimal notional = value(order, spec, quote, now);
    if (notional.compareTo(limits.maxOrderNotional()) > 0) {
      return limit(
          "order of "
              + text(notional)
              + " is over max_order_notional "
              + text(limits.maxOrderNotional()));
    }
    if (now.isFirst()
        && notional.compareTo(limits.maxFirstOrderNotional()) > 0
        && order.orderQty().compareTo(smallest(spec, quote.mark())) > 0) {
      return limit(
          "a first order of "
              + text(notional)
              + " is over max_first_order_notional "
              + text(limits.maxFirstOrderNotional()));
    }
    return cycle(order, spec, quote, now);
  }

  private Optional<Refusal> cycle(
      ProposedOrder order, InstrumentSpec spec, Quote quote, Circumstances now) {
    if (now.orders() >= limits.maxOrdersPerCycle()) {
      return limit("the cycle has sent " + now.orders() + " orders, the most allowed");
    }
    BigDecimal turnover = now.turnover().add(value(order, spec, quote, now));
    BigDecimal mostTurnover = now.nav().amount().multiply(limits.maxCycleTurnover().value());
    return unless(
        order.reduceOnly() || turnover.compareTo(mostTurnover) <= 0,
        RefusalReason.LIMIT,
        () ->
            "turnover of "
                + text(turnover)
                + " would exceed max_cycle_turnover, "
                + text(mostTurnover));
  }

  private Optional<Refusal> flow(
      ProposedOrder order, InstrumentSpec spec, Quote quote, Circumstances now) {
    BigDecimal minute = now.lastMinute().add(value(order, spec, quote, now));
    return unless(
        minute.compareTo(limits.maxNotionalPerMinute()) <= 0,
        RefusalReason.LIMIT,
        () ->
            "orders of "
                + text(minute)
                + " within a minute would exceed max_notional_per_minute, "
                + text(limits.maxNotionalPerMinute()));
  }

  private Optional<Refusal> pace(
      ProposedOrder order, InstrumentSpec spec, Quote quote, Circumstances now) {
    BigDecimal day = now.lastDay().add(value(order, spec, quote, now));
    if (day.compareTo(pace.maxDayNotional()) > 0) {
      return limit(
          "orders of "
              + text(day)
              + " within 24 hours would exceed max_day_notional "
              + text(pace.maxDayNotional()));
    }
    return latch(order, now)
        .map(finding -> Refusal.of(RefusalReason.LIMIT, finding + "; it is locked from here on"));
  }

  /** The lock that an order must lead to instead of being sent, because it would be one more of too many. */
  public Optional<LockFinding> latch(ProposedOrder order, Circumstances now) {
    boolean isFree =
        order.reduceOnly() || !now.state().mayAddRisk() || now.oneWay() < pace.maxOneWayOrders();
    return isFree
        ? Optional.empty()
        : Optional.of(
            new LockFinding(
                order.instrument().value(),
                LockCause.REPEATED_EXECUTION,
                order.side().name(),
                now.oneWay()
                    + " orders to "
                    + order.side()
                    + " within "
                    + pace.oneWayWindow().toMinutes()
                    + " minutes, max_one_way_orders is "
                    + pace.maxOneWayOrders(),
                ""));
  }

  /** What only reduces must not turn the position, whatever becomes of other orders. */
  private static Optional<Refusal> reduction(ProposedOrder order, Circumstances now) {
    PositionInterval held = now.exposure().interval(order.instrument());
    boolean fits =
        switch (order.side()) {
          case BUY -> held.high().plus(order.orderQty()).value().signum() <= 0;
          case SELL -> held.low().minus(order.orderQty()).value().signum() >= 0;
        };
    return unless(
        fits,
        RefusalReason.LIMIT,
        () ->
            order.side()
                + " "
                + order.orderQty()
                + " is more than what is held of "
                + order.instrument()
                + ": "
                + held);
  }

  private static BigDecimal value(
      ProposedOrder order, InstrumentSpec spec, Quote quote, Circumstances now) {
    return now.yardstick().value(spec, order.orderQty(), quote.mark()).amount();
  }

  static Optional<Refusal> limit(String detail) {
    return Optional.of(Refusal.of(RefusalReason.LIMIT, detail));
  }

  static Optional<Refusal> unless(boolean holds, RefusalReason reason, Supplier<String> detail) {
    return holds ? Optional.empty() : Optional.of(Refusal.of(reason, detail.get()));
  }

  static String text(BigDecimal value) {
    return Decimals.text(value.setScale(2, RoundingMode.HALF_EVEN));
  }
}
