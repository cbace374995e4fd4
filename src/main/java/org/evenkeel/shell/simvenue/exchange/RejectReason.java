package org.evenkeel.shell.simvenue.exchange;

/** Why an order request was refused; a venue's front translates each to its own code. */
public enum RejectReason {
  /** No such series on this exchange. */
  UNKNOWN_SYMBOL,
  /** The venue has halted the trading of the series. */
  HALTED,
  /** The series takes only orders that rest. */
  ONLY_POST,
  /** The series is about to be delivered and takes only orders that reduce. */
  SETTLING,
  /** The series is not listed yet. */
  NOT_LISTED,
  /** The series was delivered. */
  DELIVERED,
  /** The position would be larger than its leverage allows. */
  POSITION_TOO_LARGE,
  /** The series has no quote at this moment: a gap in the data, shown as a trading break. */
  MARKET_BREAK,
  /** Zero or negative quantity. */
  QTY_NOT_POSITIVE,
  /** More decimals than the lot size has. */
  QTY_PRECISION,
  /** Not a multiple of the lot size. */
  QTY_STEP,
  /** Below the smallest order. */
  QTY_TOO_SMALL,
  /** Above the largest order. */
  QTY_TOO_LARGE,
  /** Zero or negative price on a limit order. */
  PRICE_NOT_POSITIVE,
  /** More decimals than the tick size has. */
  PRICE_PRECISION,
  /** Not a multiple of the tick size. */
  PRICE_TICK,
  /** Above the price band. */
  PRICE_TOO_HIGH,
  /** Below the price band. */
  PRICE_TOO_LOW,
  /** Worth less than the smallest notional. */
  NOTIONAL_TOO_SMALL,
  /** Another open order has the client's id. */
  DUPLICATE_CLIENT_ID,
  /** Reduce-only, but there is nothing to reduce in that direction. */
  REDUCE_ONLY,
  /** Not enough free margin in the futures wallet. */
  MARGIN_INSUFFICIENT,
  /** Not enough free balance in the spot wallet. */
  BALANCE_INSUFFICIENT,
  /** Post-only, but it would trade at once. */
  POST_ONLY_WOULD_TAKE
}
