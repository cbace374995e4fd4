package org.evenkeel.shell.simvenue.krakenfutures;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

  /**
   * Why an order that was taken in is a rejected one to Kraken, in the words of its events: an immediate one that ended
   * without a trade, or a post-only one that would have traded at once.
   */
  static Optional<String> rejection(SimOrder order) {
    boolean hasEnded = order.status() == OrderStatus.EXPIRED && order.cumQty().signum() == 0;
    if (!hasEnded) {
      return Optional.empty();
    }
    if (order.endedBecause().equals(SimOrder.WOULD_TAKE)) {
      return Optional.of("POST_WOULD_EXECUTE");
    }
    return order.request().mayRest() ? Optional.empty() : Optional.of("IOC_WOULD_NOT_EXECUTE");
  }

  /** The status of an acknowledgment; it has its own spelling of the reasons. */
  private static String sendWord(Optional<String> rejection) {
    return rejection
        .map(why -> why.equals("POST_WOULD_EXECUTE") ? "postWouldExecute" : "iocWouldNotExecute")
        .orElse("placed");
  }

  /** The answer of sendorder about an accepted order. */
  ObjectNode sendStatus(SimOrder order, List<SimTrade> trades, long atMs) {
    Optional<String> rejection = rejection(order);
    ObjectNode status =
        Json.object()
            .put("order_id", uid(order))
            .put("status", sendWord(rejection))
            .put("receivedTime", time(atMs))
            .put("cliOrdId", order.request().clientOrderId());
    ArrayNode events = status.putArray("orderEvents");
    if (rejection.isPresent()) {
      events
          .addObject()
          .put("type", "REJECT")
          .put("uid", uid(order))
          .put("reason", rejection.get())
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
    Optional<String> rejection = rejection(order);
    String[] words =
        rejection.isPresent()
            ? new String[] {"REJECTED", rejection.get() + "_REASON"}
            : switch (order.status()) {
              case NEW -> new String[] {"ENTERED_BOOK", "NEW_USER_ORDER"};
              case PARTIALLY_FILLED -> new String[] {"ENTERED_BOOK", "PARTIAL_FILL"};
              case FILLED -> new String[] {"FULLY_EXECUTED", "FULL_FILL"};
              case CANCELED -> new String[] {"CANCELLED", "CANCELLED_BY_USER"};
              case EXPIRED -> new String[] {"CANCELLED", "EXPIRED"};
            };
    entry.put("status", words[0]).put("updateReason", words[1]);
    return entry.put("error", rejection.orElse(null));
  }

  ObjectNode open(SimOrder order) {
    return Json.object()
        .put("order_id", uid(order))
        .put("cliOrdId", order.request().clientOrderId())
        .put("symbol", symbol(order))
        .put("side", side(order))
        // The documented words of this list are lmt, stop and take_profit: it does not say post.
        .put("orderType", "lmt")
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
        .put(
            "orderType",
            isImmediate ? "IoC" : request.timeInForce() == TimeInForce.GTX ? "Post" : "Limit")
        .put("clientId", KrakenForced.clientId(order))
        .put("reduceOnly", request.reduceOnly())
        .put("lastUpdateTimestamp", order.updatedMs());
  }

  static String time(long atMs) {
    return Instant.ofEpochMilli(atMs).toString();
  }
}
