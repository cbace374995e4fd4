package org.evenkeel.shell.simvenue.okx;

import org.evenkeel.shell.simvenue.exchange.Placement.Rejected;

/** Translates the exchange's reasons into OKX's codes and words. Stateless. */
final class OkxCodes {

  private OkxCodes() {}

  static OkxError of(Rejected rejected) {
    return switch (rejected.reason()) {
      case UNKNOWN_SYMBOL -> OkxError.row("51001", "Instrument ID does not exist.");
      case MARKET_BREAK, HALTED -> OkxError.row("51022", "Contract suspended.");
      case NOT_LISTED -> OkxError.row("51021", "The pair or contract is not yet listed.");
      case SETTLING -> OkxError.row("51028", "Contract is being delivered.");
      case DELIVERED -> OkxError.row("51027", "Contract expired.");
      case ONLY_POST -> OkxError.rowParameter("ordType");
      case POSITION_TOO_LARGE -> OkxError.row("51004", "Order amount exceeds current tier limit.");
      case QTY_NOT_POSITIVE -> OkxError.rowParameter("sz");
      case QTY_PRECISION, QTY_STEP ->
          OkxError.row("51121", "Order quantity must be a multiple of the lot size.");
      case QTY_TOO_SMALL, NOTIONAL_TOO_SMALL ->
          OkxError.row("51020", "Your order should meet or exceed the minimum order amount.");
      case QTY_TOO_LARGE -> OkxError.row("51202", "Order amount exceeds the maximum amount.");
      case PRICE_NOT_POSITIVE, PRICE_PRECISION, PRICE_TICK -> OkxError.rowParameter("px");
      case PRICE_TOO_HIGH, PRICE_TOO_LOW ->
          OkxError.row("51006", "Order price is not within the price limit.");
      case DUPLICATE_CLIENT_ID -> OkxError.row("51016", "Duplicated client order ID.");
      case REDUCE_ONLY ->
          OkxError.row("51169", "There is no position in this direction to reduce or close.");
      case MARGIN_INSUFFICIENT, BALANCE_INSUFFICIENT ->
          OkxError.row("51008", "Order failed. Insufficient balance in account.");
      case POST_ONLY_WOULD_TAKE -> OkxError.rowParameter("ordType");
    };
  }
}
