package org.evenkeel.core.statement;

import java.math.BigDecimal;
import java.util.Optional;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.catalog.Instrument;

/**
 * What an order has cost against the price at which it was decided, part by part, in NAV currency; positive was lost.
 *
 * <p>Perold (1988, "The implementation shortfall: paper versus reality", Journal of Portfolio Management 14): the paper
 * portfolio trades at the decision's price, the real one at what it gets. For a purchase of q at P, decided at D, with a
 * book around A whose asks begin at T when the order left,
 *
 * <pre>  q (P - D) = q (A - D)  +  q (T - A)  +  q (P - T),   and the fees beside it
 *     total     =   delay    +   spread    +   impact   +   fees</pre>
 *
 * <p>with the signs turned for a sale. The parts add up to the total exactly, without rounding. An order that rested is
 * filled on this side of T, so its impact is below zero: that is the spread which it saved. What was not filled costs
 * nothing here; see {@link Forgone}.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param delay decision to the moment when the order left
 * @param spread half of the spread then
 * @param impact from the touch then to the executions
 * @param fees what the venue charged
 * @param unpriced executions whose fee is in a currency that nothing here prices; it is not in the sum
 */
public record Shortfall(
    BigDecimal delay, BigDecimal spread, BigDecimal impact, BigDecimal fees, int unpriced) {

  /** Nothing was traded. */
  public static final Shortfall ZERO =
      new Shortfall(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, 0);

  /** The cost of one order by its facts. */
  public static Shortfall of(MeasuredOrder order) {
    Price mid = order.arrival().mid();
    Price touch = order.side() == Side.BUY ? order.arrival().ask() : order.arrival().bid();
    BigDecimal filled = order.filled().value();
    BigDecimal paid = BigDecimal.ZERO;
    BigDecimal fees = BigDecimal.ZERO;
    int unpriced = 0;
    for (MeasuredOrder.Execution execution : order.executions()) {
      paid = paid.add(execution.quantity().value().multiply(execution.price().value()));
      Optional<BigDecimal> fee = inNav(execution, order);
      fees = fees.add(fee.orElse(BigDecimal.ZERO));
      unpriced += fee.isEmpty() ? 1 : 0;
    }
    return new Shortfall(
        cost(order, filled.multiply(mid.value().subtract(order.decision().value()))),
        cost(order, filled.multiply(touch.value().subtract(mid.value()))),
        cost(order, paid.subtract(filled.multiply(touch.value()))),
        fees,
        unpriced);
  }

  private static BigDecimal cost(MeasuredOrder order, BigDecimal priceTimesQuantity) {
    BigDecimal value = priceTimesQuantity.multiply(order.arrival().perPrice().amount());
    return order.side() == Side.BUY ? value : value.negate();
  }

  /** A fee in the NAV currency, the quote coin or the base coin has a price here; another coin has none. */
  private static Optional<BigDecimal> inNav(
      MeasuredOrder.Execution execution, MeasuredOrder order) {
    Money fee = execution.fee();
    Instrument instrument = Instrument.parse(InstrumentId.of(order.instrument()));
    BigDecimal rate = order.arrival().quoteRate();
    if (fee.amount().signum() == 0
        || fee.currency().equals(order.arrival().perPrice().currency())) {
      return Optional.of(fee.amount());
    }
    if (fee.currency().equals(instrument.quote())) {
      return Optional.of(fee.amount().multiply(rate));
    }
    return fee.currency().equals(instrument.base())
        ? Optional.of(fee.amount().multiply(execution.price().value()).multiply(rate))
        : Optional.empty();
  }

  /** All of it. */
  public BigDecimal total() {
    return delay.add(spread).add(impact).add(fees);
  }

  /** What the planner reckons with: all but the delay, which is as often a gain. */
  public BigDecimal trading() {
    return spread.add(impact).add(fees);
  }

  public Shortfall plus(Shortfall other) {
    return new Shortfall(
        delay.add(other.delay),
        spread.add(other.spread),
        impact.add(other.impact),
        fees.add(other.fees),
        unpriced + other.unpriced);
  }
}
