package org.evenkeel.shell.simvenue.binance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.evenkeel.shell.simvenue.exchange.Book;
import org.evenkeel.shell.simvenue.exchange.SimExchange;
import org.evenkeel.shell.simvenue.http.Json;
import org.evenkeel.shell.simvenue.market.Bar;
import org.evenkeel.shell.simvenue.market.ContractTerm;
import org.evenkeel.shell.simvenue.market.Market;
import org.evenkeel.shell.simvenue.market.Quote;
import org.evenkeel.shell.simvenue.market.SeriesId;
import org.evenkeel.shell.simvenue.market.SeriesInfo;

/** Public market data that spot and futures have in common, under each API's own path. Thread-safe. */
final class MarketRoutes {

  private static final long HOUR_MS = 3_600_000L;
  private static final long DELIVERED_SHOWN_MS = 7 * 24 * HOUR_MS;
  private static final Map<String, Long> INTERVALS =
      Map.of(
          "1h", HOUR_MS,
          "2h", 2 * HOUR_MS,
          "4h", 4 * HOUR_MS,
          "6h", 6 * HOUR_MS,
          "8h", 8 * HOUR_MS,
          "12h", 12 * HOUR_MS,
          "1d", 24 * HOUR_MS);

  private final SimExchange exchange;
  private final Market market;
  private final Lookup lookup;
  private final boolean futures;

  MarketRoutes(SimExchange exchange, Market market, SeriesId.Kind kind) {
    this.exchange = exchange;
    this.market = market;
    this.lookup = new Lookup(exchange, kind);
    this.futures = kind.isContract();
  }

  void addTo(Map<String, Route> routes) {
    String base = futures ? "GET /fapi/v1/" : "GET /api/v3/";
    routes.put(base + "ping", Route.open(1, (r, at) -> Json.object()));
    routes.put(base + "time", Route.open(1, (r, at) -> Json.object().put("serverTime", at)));
    routes.put(base + "exchangeInfo", Route.open(futures ? 1 : 20, this::exchangeInfo));
    routes.put(base + "depth", Route.open(5, this::depth));
    routes.put(base + "klines", Route.open(futures ? 5 : 2, this::klines));
    routes.put(base + "ticker/24hr", Route.open(2, (r, at) -> each(r, i -> day(i, at))));
    routes.put(base + "ticker/bookTicker", Route.open(2, (r, at) -> each(r, i -> top(i, at))));
    routes.put(base + "ticker/price", Route.open(2, (r, at) -> each(r, i -> price(i, at))));
    if (futures) {
      routes.put("GET /fapi/v2/ticker/price", Route.open(1, (r, at) -> each(r, i -> price(i, at))));
    }
  }

  private JsonNode exchangeInfo(ApiRequest request, long atMs) {
    Function<SeriesInfo, String> status = info -> ContractStatus.word(exchange, info.id(), atMs);
    List<SeriesInfo> wanted =
        lookup.named(request).stream().filter(i -> isListed(i, atMs)).toList();
    return futures
        ? ExchangeInfoJson.futures(wanted, status, exchange.rules(), atMs)
        : ExchangeInfoJson.spot(wanted, status, exchange.rules(), atMs);
  }

  /** What was delivered is shown for a week. */
  private boolean isListed(SeriesInfo info, long atMs) {
    return ContractTerm.of(info.id())
        .map(term -> term.onboardMs() <= atMs && atMs < term.expiryMs() + DELIVERED_SHOWN_MS)
        .orElse(true);
  }

  private JsonNode depth(ApiRequest request, long atMs) {
    SeriesInfo info = lookup.one(request);
    int limit = request.limit(100, 5000);
    ObjectNode answer = Json.object().put("lastUpdateId", atMs);
    if (futures) {
      answer.put("E", atMs).put("T", atMs);
    }
    Optional<Book> book = exchange.quote(info.id(), atMs).map(q -> Book.around(q, info));
    answer.set("bids", levels(book.map(Book::bids).orElse(List.of()), info, limit));
    answer.set("asks", levels(book.map(Book::asks).orElse(List.of()), info, limit));
    return answer;
  }

  private static ArrayNode levels(List<Book.Level> levels, SeriesInfo info, int limit) {
    ArrayNode answer = Json.array();
    levels.stream()
        .limit(limit)
        .forEach(
            l ->
                answer
                    .addArray()
                    .add(Json.inSteps(l.price(), info.tickSize()))
                    .add(Json.inSteps(l.qty(), info.lotSize())));
    return answer;
  }

  private JsonNode klines(ApiRequest request, long atMs) {
    SeriesInfo info = lookup.one(request);
    Long interval = INTERVALS.get(request.required("interval"));
    if (interval == null) {
      throw ApiError.of(-1120, "Invalid interval.");
    }
    if (futures && request.whole("limit").orElse(1L) > 1500) {
      throw ApiError.of(-1130, "Data sent for parameter 'limit' is not valid.");
    }
    int limit = request.limit(500, futures ? 1500 : 1000);
    long to = Math.min(request.whole("endTime").orElse(atMs), atMs);
    long from =
        request
            .whole("startTime")
            .orElseGet(() -> Math.floorDiv(to, interval) * interval - (limit - 1L) * interval);
    ArrayNode answer = Json.array();
    if (from <= to) {
      market
          .bars(info.id(), interval, from, to, limit, atMs)
          .forEach(bar -> answer.add(kline(bar, info)));
    }
    return answer;
  }

  private static ArrayNode kline(Bar bar, SeriesInfo info) {
    DayBars one = DayBars.of(List.of(bar));
    return Json.array()
        .add(bar.openTimeMs())
        .add(Json.inSteps(bar.open(), info.tickSize()))
        .add(Json.inSteps(bar.high(), info.tickSize()))
        .add(Json.inSteps(bar.low(), info.tickSize()))
        .add(Json.inSteps(bar.close(), info.tickSize()))
        .add(Json.plain(bar.volume()))
        .add(bar.closeTimeMs())
        .add(Json.fixed8(one.quoteVolume()))
        .add(100)
        .add(Json.fixed8(one.half(bar.volume())))
        .add(Json.fixed8(one.half(one.quoteVolume())))
        .add("0");
  }

  private JsonNode each(ApiRequest request, Function<SeriesInfo, Optional<ObjectNode>> one) {
    if (request.text("symbol").isPresent()) {
      return one.apply(lookup.one(request))
          .orElseThrow(() -> ApiError.of(-1013, "Market is closed."));
    }
    ArrayNode all = Json.array();
    lookup.all().forEach(info -> one.apply(info).ifPresent(all::add));
    return all;
  }

  private Optional<ObjectNode> day(SeriesInfo info, long atMs) {
    Optional<Quote> quote = exchange.quote(info.id(), atMs);
    List<Bar> bars = market.bars(info.id(), HOUR_MS, atMs - 24 * HOUR_MS, atMs, 25, atMs);
    if (quote.isEmpty() || bars.isEmpty()) {
      return Optional.empty();
    }
    ObjectNode day = DayBars.of(bars).json(info, quote.get(), atMs);
    if (!futures) {
      day.put("prevClosePrice", Json.inSteps(bars.getFirst().open(), info.tickSize()))
          .put("bidPrice", Json.inSteps(quote.get().bid(), info.tickSize()))
          .put("bidQty", Json.inSteps(quote.get().bidQty(), info.lotSize()))
          .put("askPrice", Json.inSteps(quote.get().ask(), info.tickSize()))
          .put("askQty", Json.inSteps(quote.get().askQty(), info.lotSize()));
    }
    return Optional.of(day);
  }

  private Optional<ObjectNode> top(SeriesInfo info, long atMs) {
    return exchange
        .quote(info.id(), atMs)
        .map(
            q -> {
              ObjectNode top =
                  Json.object()
                      .put("symbol", info.id().symbol())
                      .put("bidPrice", Json.inSteps(q.bid(), info.tickSize()))
                      .put("bidQty", Json.inSteps(q.bidQty(), info.lotSize()))
                      .put("askPrice", Json.inSteps(q.ask(), info.tickSize()))
                      .put("askQty", Json.inSteps(q.askQty(), info.lotSize()));
              return futures ? top.put("time", atMs).put("lastUpdateId", atMs) : top;
            });
  }

  private Optional<ObjectNode> price(SeriesInfo info, long atMs) {
    return exchange
        .quote(info.id(), atMs)
        .map(
            q -> {
              ObjectNode price =
                  Json.object()
                      .put("symbol", info.id().symbol())
                      .put("price", Json.inSteps(q.last(), info.tickSize()));
              return futures ? price.put("time", atMs) : price;
            });
  }
}
