package org.evenkeel.shell.simvenue.binance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.Map;
import org.evenkeel.shell.simvenue.exchange.OrderRequest;
import org.evenkeel.shell.simvenue.exchange.Placement;
import org.evenkeel.shell.simvenue.exchange.SimExchange;
import org.evenkeel.shell.simvenue.exchange.SimOrder;
import org.evenkeel.shell.simvenue.exchange.SimTrade;
import org.evenkeel.shell.simvenue.http.Json;
import org.evenkeel.shell.simvenue.market.SeriesId;
import org.evenkeel.shell.simvenue.market.SeriesInfo;

/** Orders and trades of the spot API. Thread-safe. */
final class SpotTradeRoutes {

  private final SimExchange exchange;
  private final Lookup lookup;
  private final OrderForm form = new OrderForm();

  SpotTradeRoutes(SimExchange exchange) {
    this.exchange = exchange;
    this.lookup = new Lookup(exchange, SeriesId.Kind.SPOT);
  }

  void addTo(Map<String, Route> routes) {
    routes.put("POST /api/v3/order", Route.signed(1, this::place));
    routes.put("GET /api/v3/order", Route.signed(4, this::query));
    routes.put("DELETE /api/v3/order", Route.signed(1, this::cancel));
    routes.put("GET /api/v3/openOrders", Route.signed(6, this::open));
    routes.put("DELETE /api/v3/openOrders", Route.signed(1, this::cancelAll));
    routes.put("GET /api/v3/allOrders", Route.signed(20, this::all));
    routes.put("GET /api/v3/myTrades", Route.signed(20, this::trades));
  }

  private JsonNode place(ApiRequest request, long atMs) {
    SeriesInfo info = lookup.one(request);
    OrderRequest order = form.spot(request, info);
    String standard = request.required("type").equals("LIMIT_MAKER") ? "ACK" : "FULL";
    String answer = request.text("newOrderRespType").orElse(standard);
    return switch (exchange.place(order, atMs)) {
      case Placement.Rejected r -> throw RejectionCodes.spot(r).alreadyLogged();
      case Placement.Accepted a ->
          switch (answer) {
            case "ACK" -> OrderJson.spotAck(a.order());
            case "RESULT" -> OrderJson.spotResult(a.order());
            default -> OrderJson.spotFull(a.order(), a.trades());
          };
    };
  }

  private JsonNode query(ApiRequest request, long atMs) {
    return OrderJson.spotOrder(lookup.order(request).orElseThrow(ApiError::noSuchOrder));
  }

  private JsonNode cancel(ApiRequest request, long atMs) {
    SimOrder order = lookup.order(request).orElseThrow(ApiError::unknownOrder);
    return OrderJson.spotCanceled(
        exchange.cancel(order.series(), order.orderId(), atMs).orElseThrow(ApiError::unknownOrder));
  }

  private JsonNode cancelAll(ApiRequest request, long atMs) {
    SeriesInfo info = lookup.one(request);
    ArrayNode canceled = Json.array();
    for (SimOrder order : exchange.openOrders(SeriesId.Kind.SPOT)) {
      if (order.series().equals(info.id())) {
        exchange
            .cancel(order.series(), order.orderId(), atMs)
            .ifPresent(o -> canceled.add(OrderJson.spotCanceled(o)));
      }
    }
    if (canceled.isEmpty()) {
      throw ApiError.unknownOrder();
    }
    return canceled;
  }

  private JsonNode open(ApiRequest request, long atMs) {
    List<SeriesId> wanted = lookup.named(request).stream().map(SeriesInfo::id).toList();
    ArrayNode open = Json.array();
    exchange.openOrders(SeriesId.Kind.SPOT).stream()
        .filter(o -> wanted.contains(o.series()))
        .forEach(o -> open.add(OrderJson.spotOrder(o)));
    return open;
  }

  private JsonNode all(ApiRequest request, long atMs) {
    SeriesInfo info = lookup.one(request);
    int limit = request.limit(500, 1000);
    List<SimOrder> orders = exchange.orders(info.id());
    ArrayNode page = Json.array();
    if (request.whole("orderId").isPresent()) {
      long from = request.whole("orderId").get();
      orders.stream()
          .filter(o -> o.orderId() >= from)
          .limit(limit)
          .forEach(o -> page.add(OrderJson.spotOrder(o)));
    } else {
      TradeWindow.spot(request)
          .page(orders, SimOrder::createdMs, limit)
          .forEach(o -> page.add(OrderJson.spotOrder(o)));
    }
    return page;
  }

  private JsonNode trades(ApiRequest request, long atMs) {
    SeriesInfo info = lookup.one(request);
    int limit = request.limit(500, 1000);
    List<SimTrade> trades =
        exchange.trades(info.id(), request.whole("fromId").orElse(1L)).stream()
            .filter(t -> request.whole("orderId").map(id -> id == t.orderId()).orElse(true))
            .toList();
    TradeWindow window = TradeWindow.spot(request);
    boolean forward = request.whole("fromId").isPresent() || window.fromStart();
    ArrayNode page = Json.array();
    new TradeWindow(window.startMs(), window.endMs(), forward)
        .page(trades, SimTrade::timeMs, limit)
        .forEach(t -> page.add(OrderJson.spotTrade(t)));
    return page;
  }
}
