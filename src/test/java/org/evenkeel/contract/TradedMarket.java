package org.evenkeel.contract;

import org.evenkeel.core.basics.InstrumentId;

/**
 * A market with its book, and orders that do what their names say.
 *
 * @param quantity an order that the book fills at once; twice and three times as much, too
 * @param offLot a quantity between two lots
 * @param tooSmall a quantity whose value is below the smallest
 * @param large more than the book has, and less than the account can pay
 * @param underneath a price at which nobody sells
 */
record TradedMarket(
    InstrumentId id,
    String quantity,
    String offLot,
    String tooSmall,
    String large,
    String bid,
    String ask,
    String underneath) {

  /** Bitcoin against the books of a calm market. */
  static TradedMarket bitcoin(InstrumentId id) {
    return new TradedMarket(id, "0.010", "0.0105", "0.001", "3", "19999.9", "20000.1", "19900");
  }

  /** A stablecoin against the same. */
  static TradedMarket stablecoin(InstrumentId id) {
    return new TradedMarket(id, "100", "100.5", "1", "50000", "0.9999", "1.0000", "0.9900");
  }
}
