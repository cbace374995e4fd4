package org.evenkeel.core.policy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.data.Quote;

/**
 * The last check before the wire for an order that closes a position.
 *
 * <p>It knows no limit of exposure, turnover or count, because refusing would keep the risk; in exchange the order must
 * be of the closing side, no larger than what the venue says is held, reduce-only where the venue has that, on the grid,
 * and priced from a fresh quote within the price collar.
 *
 * <p>This class is immutable and thread-safe.
 */
public final class ClosingGate {

  private final Limits limits;

  public ClosingGate(Limits limits) {
    this.limits = limits;
  }

  /**
   * The reason why an order must not be sent, or empty if it may.
   *
   * @param held what the venue says is held now, in contracts with sign
   * @param now our clock
   * @param clockOffset our clock minus the venue's
   */
  public Optional<Refusal> objection(
      ProposedOrder order,
      InstrumentSpec spec,
      Quote quote,
      Contracts held,
      Instant now,
      Duration clockOffset) {
    return closes(order, spec, held)
        .or(() -> grid(order, spec))
        .or(() -> price(order, quote))
        .or(() -> freshness(order, quote, now, clockOffset));
  }

  private static Optional<Refusal> closes(
      ProposedOrder order, InstrumentSpec spec, Contracts held) {
    Side closing = held.value().signum() > 0 ? Side.SELL : Side.BUY;
    boolean isReduceOnly = order.reduceOnly() || spec.instrument() instanceof Instrument.Spot;
    return unless(
        held.value().signum() != 0
            && order.side() == closing
            && order.orderQty().compareTo(held.abs()) <= 0
            && isReduceOnly,
        order + " does not close " + held + " of " + spec.id());
  }

  private static Optional<Refusal> grid(ProposedOrder order, InstrumentSpec spec) {
    BigDecimal quantity = order.orderQty().value();
    return unless(
        quantity.signum() > 0
            && Decimals.isMultipleOf(quantity, spec.lotSize())
            && Decimals.isMultipleOf(order.limitPrice().value(), spec.tickSize())
            && quantity.compareTo(spec.maxQty()) <= 0,
        order.orderQty() + " at " + order.limitPrice() + " is not on the grid of " + spec.id());
  }

  private Optional<Refusal> price(ProposedOrder order, Quote quote) {
    BigDecimal mark = quote.mark().value();
    BigDecimal distance = Decimals.quotient(order.limitPrice().value().subtract(mark).abs(), mark);
    return unless(
        distance.compareTo(limits.priceCollar().value()) <= 0,
        "limit price "
            + order.limitPrice()
            + " is further than "
            + limits.priceCollar()
            + " from the mark "
            + quote.mark());
  }

  private Optional<Refusal> freshness(
      ProposedOrder order, Quote quote, Instant now, Duration clockOffset) {
    Duration sinceReceived = Duration.between(quote.receivedAt(), now);
    Duration sinceTrue = Duration.between(quote.venueTime(), now.minus(clockOffset));
    Duration age = sinceReceived.compareTo(sinceTrue) >= 0 ? sinceReceived : sinceTrue;
    return age.compareTo(limits.maxQuoteAge()) <= 0
        ? Optional.empty()
        : Optional.of(
            Refusal.of(
                RefusalReason.DATA_STALE,
                "the quote of " + order.instrument() + " is " + age.toMillis() + " ms old"));
  }

  private static Optional<Refusal> unless(boolean holds, String detail) {
    return holds ? Optional.empty() : Optional.of(Refusal.of(RefusalReason.LIMIT, detail));
  }
}
