package org.evenkeel.shell.simvenue.krakenfutures;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.evenkeel.shell.simvenue.exchange.OrderRequest;
import org.evenkeel.shell.simvenue.exchange.OrderStatus;
import org.evenkeel.shell.simvenue.exchange.OrderType;
import org.evenkeel.shell.simvenue.exchange.SimOrder;
import org.evenkeel.shell.simvenue.exchange.SimTrade;
import org.evenkeel.shell.simvenue.exchange.TimeInForce;
import org.evenkeel.shell.simvenue.http.Json;

/** Renders orders the way each of Kraken's endpoints does. Thread-safe. */
final class OrderJson {

  private final Contracts contracts;

  OrderJson(Contracts contracts) {
    this.contracts = contracts;
  }

  String uid(SimOrder order) {
    return contracts.uid(Contracts.Thing.ORDER, order.series(), order.orderId());
  }

  String symbol(SimOrder order) {
    return Contracts.symbol(contracts.info(order.series()));
  }

  /** True for an immediate order that ended without a trade: to Kraken it was rejected. */
  static boolean wouldNotExecute(SimOrder order) {
    boolean isImmediate = !order.request().mayRest();
    return isImmediate && order.status() == OrderStatus.EXPIRED && order.cumQty().signum() == 0;
  }

  /** The answer of sendorder about an accepted order. */
  ObjectNode sendStatus(SimOrder order, List<SimTrade> trades, long atMs) {
    ObjectNode status =
        Json.object()
            .put("order_id", uid(order))
            .put("status", wouldNotExecute(order) ? "iocWouldNotExecute" : "placed")
            .put("receivedTime", time(atMs))
            .put("cliOrdId", order.request().clientOrderId());
    ArrayNode events = status.putArray("orderEvents");
    if (wouldNotExecute(order)) {
      events
          .addObject()
          .put("type", "REJECT")
          .put("uid", uid(order))
          .put("reason", "IOC_WOULD_NOT_EXECUTE")
          .set("order", order(order, BigDecimal.ZERO));
      return status;
    }
    BigDecimal filled = BigDecimal.ZERO;
    for (SimTrade trade : trades) {
      ObjectNode event =
          events
              .addObject()
              .put("type", "EXECUTION")
              .put("executionId", execution(trade))
              .put("price", trade.price())
              .put("amount", trade.qty())
              .putNull("orderPriorEdit")
              .putNull("takerReducedQuantity");
      event.set("orderPriorExecution", order(order, filled));
      filled = filled.add(trade.qty());
    }
    if (trades.isEmpty()) {
      events
          .addObject()
          .put("type", "PLACE")
          .putNull("reducedQuantity")
          .set("order", order(order, BigDecimal.ZERO));
    }
    return status;
  }

  String execution(SimTrade trade) {
    return contracts.uid(Contracts.Thing.EXECUTION, trade.series(), trade.tradeId());
  }

  private ObjectNode order(SimOrder order, BigDecimal filled) {
    return core(order, filled).put("type", type(order.request()));
  }

  private ObjectNode core(SimOrder order, BigDecimal filled) {
    OrderRequest request = order.request();
    return Json.object()
        .put("orderId", uid(order))
        .put("cliOrdId", request.clientOrderId())
        .put("symbol", symbol(order))
        .put("side", side(order))
        .put("quantity", request.qty())
        .put("filled", filled)
        .put("limitPrice", request.price())
        .put("reduceOnly", request.reduceOnly())
        .put("timestamp", time(order.createdMs()))
        .put("lastUpdateTimestamp", time(order.updatedMs()));
  }

  private static String side(SimOrder order) {
    return order.request().side().name().toLowerCase(Locale.ROOT);
  }

  static String type(OrderRequest request) {
    if (request.type() == OrderType.MARKET) {
      return "ioc";
    }
    return switch (request.timeInForce()) {
      case IOC -> "ioc";
      case FOK -> "fok";
      case GTX -> "post";
      case GTC -> "lmt";
    };
  }

  /** One entry of orders/status. */
  ObjectNode state(SimOrder order) {
    ObjectNode entry = Json.object();
    entry.set(
        "order", core(order, order.cumQty()).put("type", "ORDER").putNull("priceTriggerOptions"));
    String[] words =
        wouldNotExecute(order)
            ? new String[] {"REJECTED", "IOC_WOULD_NOT_EXECUTE_REASON"}
            : switch (order.status()) {
              case NEW -> new String[] {"ENTERED_BOOK", "NEW_USER_ORDER"};
              case PARTIALLY_FILLED -> new String[] {"ENTERED_BOOK", "PARTIAL_FILL"};
              case FILLED -> new String[] {"FULLY_EXECUTED", "FULL_FILL"};
              case CANCELED -> new String[] {"CANCELLED", "CANCELLED_BY_USER"};
              case EXPIRED -> new String[] {"CANCELLED", "EXPIRED"};
            };
    entry.put("status", words[0]).put("updateReason", words[1]);
    return wouldNotExecute(order)
        ? entry.put("error", "IOC_WOULD_NOT_EXECUTE")
        : entry.putNull("error");
  }

  ObjectNode open(SimOrder order) {
    return Json.object()
        .put("order_id", uid(order))
        .put("cliOrdId", order.request().clientOrderId())
        .put("symbol", symbol(order))
        .put("side", side(order))
        .put("orderType", type(order.request()))
        .put("limitPrice", order.request().price())
        .put("unfilledSize", order.leavesQty())
        .put("filledSize", order.cumQty())
        .put("reduceOnly", order.request().reduceOnly())
        .put("status", order.cumQty().signum() == 0 ? "untouched" : "partiallyFilled")
        .put("receivedTime", time(order.createdMs()))
        .put("lastUpdateTime", time(order.updatedMs()));
  }

  ObjectNode fill(SimTrade trade, SimOrder order) {
    return Json.object()
        .put("fill_id", execution(trade))
        .put("order_id", uid(order))
        .put("cliOrdId", KrakenForced.clientId(order))
        .put("symbol", symbol(order))
        .put("side", trade.side().name().toLowerCase(Locale.ROOT))
        .put("size", trade.qty())
        .put("price", trade.price())
        .put("fillTime", time(trade.timeMs()))
        .put("fillType", KrakenForced.fillType(trade, order));
  }

  /** An order in the account's history, where decimals are text. */
  ObjectNode historical(SimOrder order) {
    OrderRequest request = order.request();
    boolean isImmediate =
        request.type() == OrderType.MARKET || request.timeInForce() == TimeInForce.IOC;
    String side = request.side().name();
    return Json.object()
        .put("uid", uid(order))
        .put("tradeable", symbol(order))
        .put("direction", side.charAt(0) + side.substring(1).toLowerCase(Locale.ROOT))
        .put("quantity", Json.plain(request.qty()))
        .put("filled", Json.plain(order.cumQty()))
        .put("timestamp", order.createdMs())
        .put("limitPrice", Json.plain(request.price()))
        .put("orderType", isImmediate ? "IoC" : "Limit")
        .put("clientId", KrakenForced.clientId(order))
        .put("reduceOnly", request.reduceOnly())
        .put("lastUpdateTimestamp", order.updatedMs());
  }

  static String time(long atMs) {
    return Instant.ofEpochMilli(atMs).toString();
  }
}
