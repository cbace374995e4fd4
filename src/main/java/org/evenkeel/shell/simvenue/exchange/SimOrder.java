package org.evenkeel.shell.simvenue.exchange;

import java.math.BigDecimal;
import org.evenkeel.shell.simvenue.market.SeriesId;

/**
 * An accepted order and what became of it.
 *
 * <p>Ids increase by one within a series and say nothing across series, as on Binance.
 * For example an order for 3 with fills of 1 and 1 has cumQty 2 and leavesQty 1.
 * Immutable and thread-safe.
 *
 * @param orderId the venue's id, unique and increasing within the series
 * @param request what was asked
 * @param status where it stands
 * @param cumQty filled so far, base units
 * @param cumQuote the sum of price times quantity of its fills, exact, quote units; of an inverse contract the sum of
 *     quantity over price, base units
 * @param createdMs market time of acceptance
 * @param updatedMs market time of the last change
 * @param cause why there is such an order: a client's request, or the venue itself
 * @param contract what its quantities are worth at a price
 * @param endedBecause why it ended, empty while it is open
 */
public record SimOrder(
    long orderId,
    OrderRequest request,
    OrderStatus status,
    BigDecimal cumQty,
    BigDecimal cumQuote,
    long createdMs,
    long updatedMs,
    OrderCause cause,
    ContractValue contract,
    String endedBecause) {

  /** It would have met an order of the same account. */
  public static final String MEETS_OWN = "would trade with an own order";

  /** It was post-only and would have traded at once. */
  public static final String WOULD_TAKE = "would take";

  /** Returns an order as it stands at the moment of acceptance. */
  public static SimOrder accepted(
      long orderId, OrderRequest request, long atMs, OrderCause cause, ContractValue contract) {
    return new SimOrder(
        orderId,
        request,
        OrderStatus.NEW,
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        atMs,
        atMs,
        cause,
        contract,
        "");
  }

  /** Returns what the order is for. */
  public SeriesId series() {
    return request.series();
  }

  /** Returns whether the venue itself placed it. */
  public boolean forced() {
    return cause.isForced();
  }

  /** Returns what is still unfilled, base units. */
  public BigDecimal leavesQty() {
    return request.qty().subtract(cumQty);
  }

  /** Returns the average fill price, zero without fills, rounded half-even to eight decimals. */
  public BigDecimal avgPx() {
    return cumQty.signum() == 0 ? BigDecimal.ZERO : contract.averagePrice(cumQty, cumQuote);
  }

  SimOrder filled(BigDecimal qty, BigDecimal price, long atMs) {
    BigDecimal cum = cumQty.add(qty);
    int left = request.qty().compareTo(cum);
    if (left < 0) {
      throw new IllegalStateException(
          "order " + orderId + " of " + series() + " filled beyond its quantity");
    }
    OrderStatus next = left == 0 ? OrderStatus.FILLED : OrderStatus.PARTIALLY_FILLED;
    BigDecimal paid = cumQuote.add(contract.worth(qty, price));
    return new SimOrder(
        orderId, request, next, cum, paid, createdMs, atMs, cause, contract, endedBecause);
  }

  SimOrder ended(OrderStatus end, String why, long atMs) {
    if (end.isOpen() || !status.isOpen()) {
      throw new IllegalStateException("order " + orderId + ": " + status + " cannot become " + end);
    }
    return new SimOrder(
        orderId, request, end, cumQty, cumQuote, createdMs, atMs, cause, contract, why);
  }
}
