package org.evenkeel.core.policy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.data.Quote;

/**
 * The last check before the wire; there is no way around it.
 *
 * <p>An order that only reduces is spared the exposure and turnover limits, because refusing it would keep the risk.
 *
 * <p>This class is immutable and thread-safe.
 */
public final class OrderGate {

  private final Limits limits;

  public OrderGate(Limits limits) {
    this.limits = limits;
  }

  /**
   * What the gate looks at.
   *
   * @param state the trading state in force now
   * @param nav the portfolio's value
   * @param exposure what could be held at worst, without the order in question
   * @param specs specifications of the universe
   * @param quotes newest quotes of the universe
   * @param now our clock
   * @param clockOffset our clock minus the venue's
   * @param turnover value traded in this cycle so far, in NAV currency
   * @param orders orders sent in this cycle so far
   * @param locks the locks that stand now
   */
  public record Circumstances(
      TradingState state,
      Money nav,
      Exposure exposure,
      List<InstrumentSpec> specs,
      List<Quote> quotes,
      Instant now,
      Duration clockOffset,
      BigDecimal turnover,
      int orders,
      List<Lock> locks) {}

  /** The reason why an order must not be sent, or empty if it may. */
  public Optional<Refusal> objection(
      ProposedOrder order, InstrumentSpec spec, Quote quote, Circumstances now) {
    return state(order, now)
        .or(() -> Lock.objection(now.locks(), order.instrument(), order.reduceOnly()))
        .or(() -> grid(order, spec))
        .or(() -> freshness(order, quote, now))
        .or(() -> price(order, quote))
        .or(() -> size(order, spec, quote, now))
        .or(() -> order.reduceOnly() ? Optional.empty() : exposure(order, spec, quote, now));
  }

  private static Optional<Refusal> state(ProposedOrder order, Circumstances now) {
    boolean allowed = order.reduceOnly() ? now.state().mayReduce() : now.state().mayAddRisk();
    return unless(
        allowed, RefusalReason.TRADING_STATE, () -> "the trading state is " + now.state());
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

  private Optional<Refusal> freshness(ProposedOrder order, Quote quote, Circumstances now) {
    Duration sinceReceived = Duration.between(quote.receivedAt(), now.now());
    // A frozen feed repeats an old book: just received, and old by the venue's own clock.
    Duration sinceTrue = Duration.between(quote.venueTime(), now.now().minus(now.clockOffset()));
    Duration age = sinceReceived.compareTo(sinceTrue) >= 0 ? sinceReceived : sinceTrue;
    if (age.compareTo(limits.maxQuoteAge()) > 0) {
      return Optional.of(
          Refusal.of(
              RefusalReason.DATA_STALE,
              "the quote of " + order.instrument() + " is " + age.toMillis() + " ms old"));
    }
    return unless(
        now.clockOffset().abs().compareTo(limits.maxClockOffset()) <= 0,
        RefusalReason.CLOCK_OFFSET,
        () ->
            "our clock is "
                + now.clockOffset().toMillis()
                + " ms off the venue's; at most "
                + limits.maxClockOffset().toMillis()
                + " ms are allowed: synchronize this host's clock");
  }

  private Optional<Refusal> price(ProposedOrder order, Quote quote) {
    BigDecimal distance =
        Decimals.quotient(
            order.limitPrice().value().subtract(quote.mark().value()).abs(), quote.mark().value());
    return unless(
        distance.compareTo(limits.priceCollar().value()) <= 0,
        RefusalReason.LIMIT,
        () ->
            "limit price "
                + order.limitPrice()
                + " is further than "
                + limits.priceCollar()
                + " from the mark "
                + quote.mark());
  }

  private Optional<Refusal> size(
      ProposedOrder order, InstrumentSpec spec, Quote quote, Circumstances now) {
    BigDecimal notional = spec.notional(order.orderQty(), quote.mark()).amount();
    if (notional.compareTo(limits.maxOrderNotional()) > 0) {
      return limit(
          "order of "
              + text(notional)
              + " is over max_order_notional "
              + text(limits.maxOrderNotional()));
    }
    if (now.orders() >= limits.maxOrdersPerCycle()) {
      return limit("the cycle has sent " + now.orders() + " orders, the most allowed");
    }
    BigDecimal turnover = now.turnover().add(notional);
    BigDecimal most = now.nav().amount().multiply(limits.maxCycleTurnover().value());
    return unless(
        order.reduceOnly() || turnover.compareTo(most) <= 0,
        RefusalReason.LIMIT,
        () -> "turnover of " + text(turnover) + " would exceed max_cycle_turnover, " + text(most));
  }

  private Optional<Refusal> exposure(
      ProposedOrder order, InstrumentSpec spec, Quote quote, Circumstances now) {
    BigDecimal nav = now.nav().amount();
    BigDecimal before = now.exposure().worstNotional(spec, quote);
    now.exposure().addWorking(spec.id(), order.side(), order.orderQty());
    BigDecimal instrument = now.exposure().worstNotional(spec, quote);
    BigDecimal gross = now.exposure().worstGross(now.specs(), now.quotes());
    now.exposure().addWorking(spec.id(), order.side(), order.orderQty().negated());
    if (instrument.compareTo(before) <= 0) {
      return Optional.empty();
    }
    BigDecimal mostInstrument = nav.multiply(limits.maxInstrumentExposure().value());
    if (instrument.compareTo(mostInstrument) > 0) {
      return limit(
          "exposure to "
              + spec.id()
              + " could reach "
              + text(instrument)
              + ", over max_instrument_exposure "
              + text(mostInstrument));
    }
    BigDecimal mostGross = nav.multiply(limits.maxGrossLeverage().value());
    return unless(
        gross.compareTo(mostGross) <= 0,
        RefusalReason.LIMIT,
        () ->
            "gross exposure could reach "
                + text(gross)
                + ", over max_gross_leverage "
                + text(mostGross));
  }

  private static Optional<Refusal> limit(String detail) {
    return Optional.of(Refusal.of(RefusalReason.LIMIT, detail));
  }

  private static Optional<Refusal> unless(
      boolean holds, RefusalReason reason, Supplier<String> detail) {
    return holds ? Optional.empty() : Optional.of(Refusal.of(reason, detail.get()));
  }

  private static String text(BigDecimal value) {
    return Decimals.text(value.setScale(2, RoundingMode.HALF_EVEN));
  }
}
