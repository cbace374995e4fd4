package org.evenkeel.shell.simvenue.binance;

import org.evenkeel.shell.simvenue.exchange.Placement.Rejected;
import org.evenkeel.shell.simvenue.market.SeriesId;

/**
 * Translates the exchange's reasons into Binance's codes and words, which differ between spot and futures.
 * Stateless.
 */
public final class RejectionCodes {

  private RejectionCodes() {}

  /**
   * A refusal in the venue's words.
   *
   * @param code for example -2019
   * @param text for example "Margin is insufficient."
   */
  public record Refusal(int code, String text) {}

  /** Returns what the venue's API would answer to a refused order of a spot market or a contract. */
  public static Refusal of(SeriesId.Kind kind, Rejected rejected) {
    ApiError error =
        switch (kind) {
          case SPOT -> spot(rejected);
          case PERPETUAL, DATED -> futures(rejected);
        };
    return new Refusal(error.code(), error.text());
  }

  static ApiError spot(Rejected rejected) {
    return switch (rejected.reason()) {
      case UNKNOWN_SYMBOL -> ApiError.invalidSymbol();
      case MARKET_BREAK, HALTED, ONLY_POST, SETTLING, DELIVERED, NOT_LISTED, POSITION_TOO_LARGE ->
          ApiError.of(-1013, "Market is closed.");
      case QTY_NOT_POSITIVE -> ApiError.of(-1013, "Invalid quantity.");
      case QTY_PRECISION, QTY_STEP, QTY_TOO_SMALL, QTY_TOO_LARGE -> filter("LOT_SIZE");
      case PRICE_NOT_POSITIVE -> ApiError.of(-1013, "Invalid price.");
      case PRICE_PRECISION, PRICE_TICK -> filter("PRICE_FILTER");
      case PRICE_TOO_HIGH, PRICE_TOO_LOW -> filter("PERCENT_PRICE_BY_SIDE");
      case NOTIONAL_TOO_SMALL -> filter("NOTIONAL");
      case DUPLICATE_CLIENT_ID -> ApiError.of(-2010, "Duplicate order sent.");
      case POST_ONLY_WOULD_TAKE -> ApiError.of(-2010, "Order would immediately match and take.");
      case BALANCE_INSUFFICIENT, MARGIN_INSUFFICIENT, REDUCE_ONLY ->
          ApiError.of(-2010, "Account has insufficient balance for requested action.");
    };
  }

  static ApiError futures(Rejected rejected) {
    String limit = rejected.detail();
    return switch (rejected.reason()) {
      case UNKNOWN_SYMBOL -> ApiError.invalidSymbol();
      case NOT_LISTED -> ApiError.invalidSymbol();
      case MARKET_BREAK, HALTED, DELIVERED -> ApiError.of(-4141, "Symbol is closed.");
      case SETTLING, ONLY_POST -> ApiError.of(-4140, "Invalid symbol status for opening position.");
      case POSITION_TOO_LARGE ->
          ApiError.of(-2027, "Exceeded the maximum allowable position at current leverage.");
      case QTY_NOT_POSITIVE -> ApiError.of(-4003, "Quantity less than or equal to zero.");
      case QTY_PRECISION, PRICE_PRECISION ->
          ApiError.of(-1111, "Precision is over the maximum defined for this asset.");
      case QTY_STEP -> ApiError.of(-4023, "Qty not increased by step size.");
      case QTY_TOO_SMALL -> ApiError.of(-4004, "Quantity less than min quantity.");
      case QTY_TOO_LARGE -> ApiError.of(-4005, "Quantity greater than max quantity.");
      case PRICE_NOT_POSITIVE -> ApiError.of(-4001, "Price less than 0.");
      case PRICE_TICK -> ApiError.of(-4014, "Price not increased by tick size.");
      case PRICE_TOO_HIGH -> ApiError.of(-4016, "Limit price can't be higher than " + limit + ".");
      case PRICE_TOO_LOW -> ApiError.of(-4024, "Limit price can't be lower than " + limit + ".");
      case NOTIONAL_TOO_SMALL ->
          ApiError.of(
              -4164,
              "Order's notional must be no smaller than "
                  + limit
                  + " (unless you choose reduce only).");
      case DUPLICATE_CLIENT_ID -> ApiError.of(-4116, "ClientOrderId is duplicated.");
      case REDUCE_ONLY -> ApiError.of(-2022, "ReduceOnly Order is rejected.");
      case MARGIN_INSUFFICIENT, BALANCE_INSUFFICIENT ->
          ApiError.of(-2019, "Margin is insufficient.");
      case POST_ONLY_WOULD_TAKE ->
          ApiError.of(
              -5022,
              "Due to the order could not be executed as maker, the Post Only order will be"
                  + " rejected. The order will not be recorded in the order history");
    };
  }

  private static ApiError filter(String name) {
    return ApiError.of(-1013, "Filter failure: " + name);
  }
}
