package org.evenkeel.shell.simvenue.binance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.evenkeel.shell.simvenue.exchange.SimExchange;
import org.evenkeel.shell.simvenue.http.Json;
import org.evenkeel.shell.simvenue.market.FundingEvent;
import org.evenkeel.shell.simvenue.market.Market;
import org.evenkeel.shell.simvenue.market.Quote;
import org.evenkeel.shell.simvenue.market.SeriesId;
import org.evenkeel.shell.simvenue.market.SeriesInfo;

/**
 * Mark prices and funding of the futures API.
 *
 * <p>The rate shown is the last one settled: nothing here looks ahead.
 * Thread-safe.
 */
final class FundingRoutes {

  private static final long EIGHT_HOURS_MS = 8 * 3_600_000L;

  private final SimExchange exchange;
  private final Market market;
  private final Lookup lookup;

  FundingRoutes(SimExchange exchange, Market market) {
    this.exchange = exchange;
    this.market = market;
    this.lookup = new Lookup(exchange, SeriesId.Kind.PERPETUAL);
  }

  void addTo(Map<String, Route> routes) {
    routes.put("GET /fapi/v1/premiumIndex", Route.open(10, this::premiumIndex));
    routes.put("GET /fapi/v1/fundingRate", Route.open(1, this::fundingRate));
    routes.put("GET /fapi/v1/fundingInfo", Route.open(0, this::fundingInfo));
  }

  private JsonNode premiumIndex(ApiRequest request, long atMs) {
    Map<String, BigDecimal> rates = new TreeMap<>();
    market.funding(atMs - 3 * EIGHT_HOURS_MS, atMs).forEach(f -> rates.put(f.symbol(), f.rate()));
    if (request.text("symbol").isPresent()) {
      return premium(lookup.one(request), rates, atMs)
          .orElseThrow(() -> ApiError.of(-4141, "Symbol is closed."));
    }
    ArrayNode all = Json.array();
    lookup.all().forEach(info -> premium(info, rates, atMs).ifPresent(all::add));
    return all;
  }

  private Optional<ObjectNode> premium(SeriesInfo info, Map<String, BigDecimal> rates, long atMs) {
    String symbol = info.id().symbol();
    boolean isDated = info.id().kind() == SeriesId.Kind.DATED;
    Optional<Quote> spot =
        exchange.info(info.id().index()).flatMap(i -> exchange.quote(i.id(), atMs));
    return exchange
        .quote(info.id(), atMs)
        .map(
            q ->
                Json.object()
                    .put("symbol", symbol)
                    .put("markPrice", Json.fixed8(q.mark()))
                    .put("indexPrice", Json.fixed8(spot.map(Quote::mark).orElse(q.mark())))
                    .put("estimatedSettlePrice", Json.fixed8(q.mark()))
                    .put(
                        "lastFundingRate",
                        isDated ? "" : Json.fixed8(rates.getOrDefault(symbol, BigDecimal.ZERO)))
                    .put("interestRate", isDated ? "" : "0.00010000")
                    .put(
                        "nextFundingTime",
                        isDated ? 0 : (atMs / EIGHT_HOURS_MS + 1) * EIGHT_HOURS_MS)
                    .put("time", atMs));
  }

  private JsonNode fundingRate(ApiRequest request, long atMs) {
    Optional<String> symbol = request.text("symbol");
    if (symbol.isPresent()) {
      lookup.one(request);
    }
    int limit = request.limit(100, 1000);
    boolean fromStart = request.whole("startTime").isPresent();
    long to = Math.min(request.whole("endTime").orElse(atMs), atMs);
    long from = request.whole("startTime").orElse(to - 365 * TradeWindow.DAY_MS);
    List<FundingEvent> settled =
        from > to
            ? List.of()
            : market.funding(from - 1, to).stream()
                .filter(f -> symbol.map(f.symbol()::equals).orElse(true))
                .toList();
    ArrayNode answer = Json.array();
    for (FundingEvent f :
        new TradeWindow(from, to, fromStart).page(settled, FundingEvent::timeMs, limit)) {
      ObjectNode row =
          answer
              .addObject()
              .put("symbol", f.symbol())
              .put("fundingTime", f.timeMs())
              .put("fundingRate", Json.fixed8(f.rate()));
      exchange
          .quote(SeriesId.perpetual(f.symbol()), f.timeMs())
          .ifPresent(q -> row.put("markPrice", Json.fixed8(q.mark())));
    }
    return answer;
  }

  private JsonNode fundingInfo(ApiRequest request, long atMs) {
    ArrayNode answer = Json.array();
    for (SeriesInfo info : lookup.all()) {
      if (info.id().kind() == SeriesId.Kind.DATED) {
        continue;
      }
      answer
          .addObject()
          .put("symbol", info.id().symbol())
          .put("adjustedFundingRateCap", "0.02000000")
          .put("adjustedFundingRateFloor", "-0.02000000")
          .put("fundingIntervalHours", 8)
          .put("disclaimer", false);
    }
    return answer;
  }
}
