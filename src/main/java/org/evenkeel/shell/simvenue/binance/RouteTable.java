package org.evenkeel.shell.simvenue.binance;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.evenkeel.shell.simvenue.exchange.SimExchange;
import org.evenkeel.shell.simvenue.market.Market;
import org.evenkeel.shell.simvenue.market.SeriesId;

/** Every endpoint the front speaks, by method and path. Immutable after construction. */
final class RouteTable {

  private final Map<String, Route> routes = new TreeMap<>();

  RouteTable(
      SimExchange exchange,
      Market market,
      Countdowns countdowns,
      BooleanSupplier underMaintenance) {
    new MarketRoutes(exchange, market, SeriesId.Kind.SPOT).addTo(routes);
    new MarketRoutes(exchange, market, SeriesId.Kind.PERPETUAL).addTo(routes);
    new FundingRoutes(exchange, market).addTo(routes);
    new SpotTradeRoutes(exchange).addTo(routes);
    new FuturesTradeRoutes(exchange).addTo(routes);
    new FuturesAccountRoutes(exchange).addTo(routes);
    new ClosedByVenue(exchange).addTo(routes);
    countdowns.addTo(routes);
    new WalletRoutes(exchange, underMaintenance).addTo(routes);
  }

  Route route(ApiRequest request) {
    Route route = routes.get(request.endpoint());
    if (route == null) {
      throw ApiError.withStatus(
          404, -5000, "Path " + request.path() + ", Method " + request.method() + " is invalid");
    }
    return route;
  }
}
