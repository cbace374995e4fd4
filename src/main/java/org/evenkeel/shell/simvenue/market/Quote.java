package org.evenkeel.shell.simvenue.market;

import java.math.BigDecimal;

/**
 * The top of the book of one series at one instant.
 *
 * <p>For example bid 15904.9, ask 15905.1, last 15905.0, mark 15893.4, 3.2 BTC bid and 2.7 BTC offered.
 * Bid and ask are on the tick grid and at least one tick apart; the mark is not rounded to ticks.
 * Depth beyond the first level is derived by the exchange.
 * Immutable and thread-safe.
 *
 * @param bid best price of a buyer
 * @param ask best price of a seller
 * @param last price of the last trade
 * @param mark price at which the venue values positions; the mid for spot
 * @param bidQty quantity in base at the bid
 * @param askQty quantity in base at the ask
 */
public record Quote(
    BigDecimal bid,
    BigDecimal ask,
    BigDecimal last,
    BigDecimal mark,
    BigDecimal bidQty,
    BigDecimal askQty) {

  public Quote {
    if (bid.signum() <= 0 || ask.compareTo(bid) <= 0) {
      throw new IllegalArgumentException("quote needs 0 < bid < ask, found " + bid + " / " + ask);
    }
    if (last.signum() <= 0 || mark.signum() <= 0) {
      throw new IllegalArgumentException(
          "quote needs positive last and mark, found " + last + " / " + mark);
    }
    if (bidQty.signum() <= 0 || askQty.signum() <= 0) {
      throw new IllegalArgumentException(
          "quote needs positive quantities, found " + bidQty + " / " + askQty);
    }
  }
}
