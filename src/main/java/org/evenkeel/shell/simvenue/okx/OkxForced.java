package org.evenkeel.shell.simvenue.okx;

import org.evenkeel.shell.simvenue.exchange.OrderCause;
import org.evenkeel.shell.simvenue.exchange.Side;
import org.evenkeel.shell.simvenue.exchange.SimOrder;
import org.evenkeel.shell.simvenue.exchange.SimTrade;

/**
 * How OKX tells of an order that it has placed itself.
 *
 * <p>Source: OKX API v5, "Order details" (category) and "Bills details" (type and subType).
 * Positions are net, so the sub types are those of a purchase or a sale.
 * Stateless.
 */
final class OkxForced {

  private OkxForced() {}

  /** The word of an order's category. */
  static String category(SimOrder order) {
    return switch (order.cause()) {
      case CLIENT -> "normal";
      case LIQUIDATION -> "full_liquidation";
      case PARTIAL_LIQUIDATION -> "partial_liquidation";
      case ADL -> "adl";
      case DELIVERY -> "delivery";
    };
  }

  /** A delivery is no order and no execution at OKX: it shows in the bills only. */
  static boolean isOnlyABill(SimOrder order) {
    return order.cause() == OrderCause.DELIVERY;
  }

  /** What a client called it; an order of the venue has no such name. */
  static String clientId(SimOrder order) {
    return order.forced() ? "" : order.request().clientOrderId();
  }

  static String billType(SimOrder order) {
    return switch (order.cause()) {
      case CLIENT -> "2";
      case LIQUIDATION, PARTIAL_LIQUIDATION -> "5";
      case ADL -> "9";
      case DELIVERY -> "3";
    };
  }

  static String billSubType(SimOrder order, SimTrade trade) {
    boolean isBuy = trade.side() == Side.BUY;
    return switch (order.cause()) {
      case CLIENT -> isBuy ? "1" : "2";
      case PARTIAL_LIQUIDATION -> isBuy ? "102" : "103";
      case LIQUIDATION -> isBuy ? "106" : "107";
      case ADL -> isBuy ? "127" : "128";
      // A delivery that sells ends a long position.
      case DELIVERY -> isBuy ? "113" : "112";
    };
  }
}
