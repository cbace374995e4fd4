package org.evenkeel.shell.simvenue.krakenfutures;

import org.evenkeel.shell.simvenue.exchange.OrderCause;
import org.evenkeel.shell.simvenue.exchange.SimOrder;
import org.evenkeel.shell.simvenue.exchange.SimTrade;

/**
 * How Kraken tells of positions that it has closed itself.
 *
 * <p>Where a position is closed against that of a bankrupt account, its owner is the counterparty of an unwind.
 * At delivery there is no fill, only entries 'settlement' of the account log.
 * Source: docs.kraken.com, Futures, "Get your fills" (fillType) and "Get account log" (info).
 * Stateless.
 */
final class KrakenForced {

  private KrakenForced() {}

  static String fillType(SimTrade trade, SimOrder order) {
    return switch (order.cause()) {
      case CLIENT -> trade.maker() ? "maker" : "taker";
      case LIQUIDATION, PARTIAL_LIQUIDATION -> "liquidation";
      case ADL -> "unwindCounterparty";
      case DELIVERY -> "settlement";
    };
  }

  /** The account log's word for what a trade was. */
  static String info(OrderCause cause) {
    return switch (cause) {
      case CLIENT -> "futures trade";
      case LIQUIDATION -> "futures liquidation";
      case PARTIAL_LIQUIDATION -> "futures partial liquidation";
      case ADL -> "futures unwind counterparty";
      case DELIVERY -> "settlement";
    };
  }

  /** Whether it is an entry of the account log only. */
  static boolean isOnlyLogged(SimOrder order) {
    return order.cause() == OrderCause.DELIVERY;
  }

  /** What a client called it; an order of the venue has no such name. */
  static String clientId(SimOrder order) {
    return order.forced() ? "" : order.request().clientOrderId();
  }
}
