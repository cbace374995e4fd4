package org.evenkeel.shell.simvenue.exchange;

import java.math.BigDecimal;
import org.evenkeel.shell.simvenue.market.SeriesId;

/**
 * One fill with everything it did to the account.
 *
 * <p>For example selling 0.5 BTC of a long entered at 20000 for 21000 realizes 500, and at a taker fee of 0.05 % costs 5.25, both in the quote currency.
 * Immutable and thread-safe.
 *
 * @param series what was traded
 * @param tradeId unique and increasing by one within the series
 * @param orderId the order it belongs to
 * @param side the order's side
 * @param price price per base unit
 * @param qty base units
 * @param fee what the venue took, positive, eight decimals
 * @param feeAsset the asset the fee was taken from
 * @param realizedPnl profit of the closed part of a futures position, zero on spot
 * @param maker whether the order rested before it filled
 * @param timeMs market time
 * @param tranId id of the fee's income record; the realized profit has the next one
 */
public record SimTrade(
    SeriesId series,
    long tradeId,
    long orderId,
    Side side,
    BigDecimal price,
    BigDecimal qty,
    BigDecimal fee,
    String feeAsset,
    BigDecimal realizedPnl,
    boolean maker,
    long timeMs,
    long tranId) {

  /** Returns price times quantity, exact. */
  public BigDecimal quoteQty() {
    return price.multiply(qty);
  }
}
