package org.evenkeel.shell.simvenue.binance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.shell.simvenue.exchange.OrderCause;
import org.evenkeel.shell.simvenue.exchange.SimEvent;
import org.evenkeel.shell.simvenue.exchange.SimExchange;
import org.evenkeel.shell.simvenue.exchange.SimOrder;
import org.evenkeel.shell.simvenue.http.Json;
import org.evenkeel.shell.simvenue.market.SeriesId;
import org.evenkeel.shell.simvenue.market.SeriesInfo;

/**
 * The venue's own orders and the prices of delivery.
 *
 * <p>Source: USD-M documentation, "User's Force Orders", "Quarterly Contract Settlement Price".
 * Thread-safe.
 */
final class ClosedByVenue {

  private final SimExchange exchange;
  private final Lookup lookup;

  ClosedByVenue(SimExchange exchange) {
    this.exchange = exchange;
    this.lookup = new Lookup(exchange, SeriesId.Kind.PERPETUAL);
  }

  void addTo(Map<String, Route> routes) {
    routes.put("GET /fapi/v1/forceOrders", Route.signed(20, this::forced));
    routes.put("GET /futures/data/delivery-price", Route.open(0, this::prices));
  }

  private JsonNode forced(ApiRequest request, long atMs) {
    int limit = request.limit(50, 100);
    TradeWindow window = TradeWindow.futures(request, atMs);
    Optional<String> type = request.text("autoCloseType");
    ArrayNode answer = Json.array();
    for (SeriesInfo info : lookup.named(request)) {
      window
          .page(
              exchange.orders(info.id()).stream().filter(o -> isAsked(o, type)).toList(),
              SimOrder::createdMs,
              limit)
          .forEach(order -> answer.add(OrderJson.futuresOrder(order, info)));
    }
    return answer;
  }

  /** A delivery is not among them. */
  private static boolean isAsked(SimOrder order, Optional<String> type) {
    boolean isAdl = order.cause() == OrderCause.ADL;
    return (isAdl || order.cause().isLiquidation())
        && type.map(text -> text.equals(isAdl ? "ADL" : "LIQUIDATION")).orElse(true);
  }

  private JsonNode prices(ApiRequest request, long atMs) {
    String pair = request.required("pair");
    ArrayNode answer = Json.array();
    for (SimEvent.Delivered delivered : exchange.deliveries().reversed()) {
      if (delivered.series().pair().equals(pair)) {
        answer
            .addObject()
            .put("deliveryTime", delivered.atMs())
            .put("deliveryPrice", delivered.price());
      }
    }
    return answer;
  }
}
