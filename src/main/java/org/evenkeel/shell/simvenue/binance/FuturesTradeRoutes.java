package org.evenkeel.shell.simvenue.binance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.Map;
import org.evenkeel.shell.simvenue.exchange.OrderRequest;
import org.evenkeel.shell.simvenue.exchange.OrderType;
import org.evenkeel.shell.simvenue.exchange.Placement;
import org.evenkeel.shell.simvenue.exchange.SimExchange;
import org.evenkeel.shell.simvenue.exchange.SimOrder;
import org.evenkeel.shell.simvenue.exchange.SimTrade;
import org.evenkeel.shell.simvenue.http.Json;
import org.evenkeel.shell.simvenue.market.SeriesId;
import org.evenkeel.shell.simvenue.market.SeriesInfo;

/**
 * Orders and trades of the USD-M futures API.
 *
 * <p>Like the venue it forgets orders that ended without a fill after three days, and everything older than ninety.
 * Thread-safe.
 */
final class FuturesTradeRoutes {

  private static final long UNFILLED_KEPT_MS = 3 * TradeWindow.DAY_MS;
  private static final long ORDERS_KEPT_MS = 90 * TradeWindow.DAY_MS;

  private final SimExchange exchange;
  private final Lookup lookup;
  private final OrderForm form = new OrderForm();

  FuturesTradeRoutes(SimExchange exchange) {
    this.exchange = exchange;
    this.lookup = new Lookup(exchange, SeriesId.Kind.PERPETUAL);
  }

  void addTo(Map<String, Route> routes) {
    routes.put("POST /fapi/v1/order", Route.signed(0, this::place));
    routes.put("GET /fapi/v1/order", Route.signed(1, this::query));
    routes.put("DELETE /fapi/v1/order", Route.signed(1, this::cancel));
    routes.put("GET /fapi/v1/openOrder", Route.signed(1, this::queryOpen));
    routes.put("GET /fapi/v1/openOrders", Route.signed(1, this::open));
    routes.put("DELETE /fapi/v1/allOpenOrders", Route.signed(1, this::cancelAll));
    routes.put("GET /fapi/v1/allOrders", Route.signed(5, this::all));
    routes.put("GET /fapi/v1/userTrades", Route.signed(5, this::trades));
  }

  private JsonNode place(ApiRequest request, long atMs) {
    SeriesInfo info = lookup.one(request);
    OrderRequest order = form.futures(request, info);
    if (reducesTooMuch(order, atMs)) {
      throw ApiError.of(-2022, "ReduceOnly Order is rejected.");
    }
    boolean result = request.text("newOrderRespType").orElse("ACK").equals("RESULT");
    return switch (exchange.place(order, atMs)) {
      case Placement.Rejected r -> throw RejectionCodes.futures(r).alreadyLogged();
      case Placement.Accepted a ->
          result ? OrderJson.futuresResult(a.order(), info) : OrderJson.futuresAck(a.order(), info);
    };
  }

  /**
   * A limit order that only reduces must not exceed the position; a market order may, and stops at flat.
   *
   * <p>Source: support, "Summary of Failed Orders in Binance Futures", reduce-only orders.
   */
  private boolean reducesTooMuch(OrderRequest order, long atMs) {
    if (!order.reduceOnly() || order.type() != OrderType.LIMIT) {
      return false;
    }
    return exchange.futures(atMs).positions().stream()
        .filter(held -> held.symbol().equals(order.series().symbol()))
        .map(held -> held.position().reducible(order.side()))
        .anyMatch(most -> order.qty().compareTo(most) > 0);
  }

  private JsonNode query(ApiRequest request, long atMs) {
    SimOrder order =
        lookup.order(request).filter(o -> isKept(o, atMs)).orElseThrow(ApiError::noSuchOrder);
    return OrderJson.futuresOrder(order, lookup.info(order.series()));
  }

  private JsonNode queryOpen(ApiRequest request, long atMs) {
    SimOrder order =
        lookup.order(request).filter(o -> o.status().isOpen()).orElseThrow(ApiError::noSuchOrder);
    return OrderJson.futuresOrder(order, lookup.info(order.series()));
  }

  private JsonNode cancel(ApiRequest request, long atMs) {
    SimOrder order = lookup.order(request).orElseThrow(ApiError::unknownOrder);
    SimOrder canceled =
        exchange.cancel(order.series(), order.orderId(), atMs).orElseThrow(ApiError::unknownOrder);
    return OrderJson.futuresResult(canceled, lookup.info(order.series()));
  }

  private JsonNode cancelAll(ApiRequest request, long atMs) {
    SeriesInfo info = lookup.one(request);
    for (SimOrder order : exchange.openContractOrders()) {
      if (order.series().equals(info.id())) {
        exchange.cancel(order.series(), order.orderId(), atMs);
      }
    }
    return Json.message(200, "The operation of cancel all open order is done.");
  }

  private JsonNode open(ApiRequest request, long atMs) {
    List<SeriesId> wanted = lookup.named(request).stream().map(SeriesInfo::id).toList();
    ArrayNode open = Json.array();
    exchange.openContractOrders().stream()
        .filter(o -> wanted.contains(o.series()))
        .forEach(o -> open.add(OrderJson.futuresOrder(o, lookup.info(o.series()))));
    return open;
  }

  private JsonNode all(ApiRequest request, long atMs) {
    SeriesInfo info = lookup.one(request);
    int limit = request.limit(500, 1000);
    List<SimOrder> kept = exchange.orders(info.id()).stream().filter(o -> isKept(o, atMs)).toList();
    List<SimOrder> page =
        request
            .whole("orderId")
            .map(from -> kept.stream().filter(o -> o.orderId() >= from).limit(limit).toList())
            .orElseGet(
                () -> TradeWindow.futures(request, atMs).page(kept, SimOrder::createdMs, limit));
    ArrayNode answer = Json.array();
    page.forEach(o -> answer.add(OrderJson.futuresOrder(o, info)));
    return answer;
  }

  private JsonNode trades(ApiRequest request, long atMs) {
    SeriesInfo info = lookup.one(request);
    int limit = request.limit(500, 1000);
    boolean byId = request.whole("fromId").isPresent();
    boolean byTime = request.whole("startTime").isPresent() || request.whole("endTime").isPresent();
    if (byId && byTime) {
      throw ApiError.of(-1128, "Combination of optional parameters invalid.");
    }
    List<SimTrade> trades =
        exchange.trades(info.id(), request.whole("fromId").orElse(1L)).stream()
            .filter(t -> request.whole("orderId").map(id -> id == t.orderId()).orElse(true))
            .toList();
    List<SimTrade> page =
        byId
            ? trades.stream().limit(limit).toList()
            : TradeWindow.futures(request, atMs).page(trades, SimTrade::timeMs, limit);
    ArrayNode answer = Json.array();
    page.forEach(t -> answer.add(OrderJson.futuresTrade(t, info)));
    return answer;
  }

  private static boolean isKept(SimOrder order, long atMs) {
    boolean noEffect = !order.status().isOpen() && order.cumQty().signum() == 0;
    long age = atMs - order.updatedMs();
    return order.status().isOpen() || age <= (noEffect ? UNFILLED_KEPT_MS : ORDERS_KEPT_MS);
  }
}
