package org.evenkeel.shell.simvenue.exchange;

/** How an order names its price: LIMIT has a worst price, MARKET takes what the book shows. */
public enum OrderType {
  /** Fills at its price or better. */
  LIMIT,
  /** Fills at whatever the visible book offers; what the book cannot fill expires. */
  MARKET
}
