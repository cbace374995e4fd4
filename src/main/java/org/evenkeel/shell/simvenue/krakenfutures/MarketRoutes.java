package org.evenkeel.shell.simvenue.krakenfutures;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.shell.simvenue.exchange.Book;
import org.evenkeel.shell.simvenue.exchange.SimExchange;
import org.evenkeel.shell.simvenue.http.Json;
import org.evenkeel.shell.simvenue.market.Bar;
import org.evenkeel.shell.simvenue.market.FundingEvent;
import org.evenkeel.shell.simvenue.market.Market;
import org.evenkeel.shell.simvenue.market.Quote;
import org.evenkeel.shell.simvenue.market.SeriesInfo;

/** Instruments, tickers, books, candles and funding. Thread-safe. */
final class MarketRoutes {

  private static final long HOUR_MS = 3_600_000L;
  private static final long YEAR_MS = 365 * 24 * HOUR_MS;
  private static final int MOST_CANDLES = 5000;
  private static final Map<String, Long> RESOLUTIONS =
      Map.of("1h", HOUR_MS, "4h", 4 * HOUR_MS, "12h", 12 * HOUR_MS, "1d", 24 * HOUR_MS);

  private final SimExchange exchange;
  private final Market market;
  private final Contracts contracts;

  MarketRoutes(SimExchange exchange, Market market, Contracts contracts) {
    this.exchange = exchange;
    this.market = market;
    this.contracts = contracts;
  }

  void addTo(Map<String, Route> routes) {
    String base = "GET /derivatives/api/v3/";
    routes.put(base + "instruments", Route.open(this::instruments));
    routes.put(base + "tickers", Route.open(this::tickers));
    routes.put(base + "orderbook", Route.open(this::book));
    routes.put("GET /derivatives/api/v4/historicalfundingrates", Route.open(this::funding));
    for (SeriesInfo info : contracts.all()) {
      String symbol = Contracts.symbol(info);
      routes.put(base + "instruments/" + symbol + "/status", Route.open((a, at) -> state(symbol)));
      RESOLUTIONS.forEach(
          (word, interval) ->
              routes.put(
                  "GET /api/charts/v1/trade/" + symbol + "/" + word,
                  Route.open((a, at) -> candles(info, interval, a, at))));
    }
  }

  private ObjectNode instruments(Asked asked, long atMs) {
    ObjectNode answer = Json.object();
    ArrayNode list = answer.putArray("instruments");
    for (SeriesInfo info : contracts.all()) {
      ObjectNode one =
          list.addObject()
              .put("symbol", Contracts.symbol(info))
              .put("pair", info.base() + ":USD")
              .put("base", info.base())
              .put("quote", "USD")
              .put("type", "flexible_futures")
              .put("tickSize", info.tickSize())
              .put("contractSize", 1)
              .put("tradeable", exchange.quote(info.id(), atMs).isPresent())
              .put("impactMidSize", info.minQty())
              .put("maxPositionSize", info.maxQty())
              .put("contractValueTradePrecision", Json.decimals(info.lotSize()))
              .put("fundingRateCoefficient", 8)
              .put("maxRelativeFundingRate", new BigDecimal("0.005"))
              .put("openingDate", "2022-03-22T13:18:45.000Z")
              .put("postOnly", false)
              .put("mtf", true);
      Contracts.day(info).ifPresent(day -> one.put("lastTradingTime", lastTrading(day)));
      one.putArray("marginLevels")
          .addObject()
          .put("numNonContractUnits", 0)
          .put("initialMargin", BigDecimal.ONE.movePointLeft(2).multiply(BigDecimal.TWO))
          .put("maintenanceMargin", BigDecimal.ONE.movePointLeft(2));
    }
    return answer;
  }

  /** 15:00 in London without summer time. */
  private static String lastTrading(String day) {
    return "20%s-%s-%sT15:00:00.000Z"
        .formatted(day.substring(0, 2), day.substring(2, 4), day.substring(4));
  }

  private static ObjectNode state(String symbol) {
    return Json.object()
        .put("tradeable", symbol)
        .put("experiencingDislocation", false)
        .putNull("priceDislocationDirection")
        .put("experiencingExtremeVolatility", false)
        .put("extremeVolatilityInitialMarginMultiplier", 1);
  }

  private ObjectNode tickers(Asked asked, long atMs) {
    ObjectNode answer = Json.object();
    ArrayNode list = answer.putArray("tickers");
    for (SeriesInfo info : contracts.all()) {
      exchange.quote(info.id(), atMs).ifPresent(quote -> list.add(ticker(info, quote, atMs)));
    }
    return answer;
  }

  private static ObjectNode ticker(SeriesInfo info, Quote quote, long atMs) {
    return Json.object()
        .put("symbol", Contracts.symbol(info))
        .put("tag", Contracts.day(info).isPresent() ? "quarter" : "perpetual")
        .put("pair", info.base() + ":USD")
        .put("markPrice", quote.mark())
        .put("indexPrice", quote.mark())
        .put("bid", quote.bid())
        .put("bidSize", quote.bidQty())
        .put("ask", quote.ask())
        .put("askSize", quote.askQty())
        .put("last", quote.last())
        .put("lastTime", Instant.ofEpochMilli(atMs).toString())
        .put("lastSize", info.minQty())
        .put("suspended", false)
        .put("postOnly", false);
  }

  private ObjectNode book(Asked asked, long atMs) {
    SeriesInfo info =
        contracts.find(asked.required("symbol")).orElseThrow(() -> KrakenError.invalid("symbol"));
    Optional<Book> book = exchange.quote(info.id(), atMs).map(q -> Book.around(q, info));
    ObjectNode answer = Json.object();
    ObjectNode sides = answer.putObject("orderBook");
    levels(sides.putArray("bids"), book.map(Book::bids).orElse(List.of()));
    levels(sides.putArray("asks"), book.map(Book::asks).orElse(List.of()));
    return answer;
  }

  private static void levels(ArrayNode into, List<Book.Level> levels) {
    levels.forEach(level -> into.addArray().add(level.price()).add(level.qty()));
  }

  private ObjectNode candles(SeriesInfo info, long interval, Asked asked, long atMs) {
    long to = asked.whole("to").map(s -> s * 1000).orElse(atMs);
    long from = asked.whole("from").map(s -> s * 1000).orElse(to - MOST_CANDLES * interval);
    List<Bar> bars =
        from > to
            ? List.of()
            : market.bars(info.id(), interval, from, Math.min(to, atMs), MOST_CANDLES + 1, atMs);
    ObjectNode answer = Json.object();
    ArrayNode list = answer.putArray("candles");
    bars.stream()
        .limit(MOST_CANDLES)
        .forEach(
            bar ->
                list.addObject()
                    .put("time", bar.openTimeMs())
                    .put("open", Json.plain(bar.open()))
                    .put("high", Json.plain(bar.high()))
                    .put("low", Json.plain(bar.low()))
                    .put("close", Json.plain(bar.close()))
                    .put("volume", Json.plain(bar.volume())));
    return answer.put("more_candles", bars.size() > MOST_CANDLES);
  }

  private ObjectNode funding(Asked asked, long atMs) {
    SeriesInfo info =
        contracts.find(asked.required("symbol")).orElseThrow(() -> KrakenError.invalid("symbol"));
    ObjectNode answer = Json.object();
    ArrayNode rates = answer.putArray("rates");
    for (FundingEvent event : market.funding(Math.max(0, atMs - YEAR_MS), atMs)) {
      if (event.symbol().equals(info.id().symbol())) {
        BigDecimal mark =
            exchange.quote(info.id(), event.timeMs()).map(Quote::mark).orElse(BigDecimal.ZERO);
        rates
            .addObject()
            .put("timestamp", Instant.ofEpochMilli(event.timeMs()).toString())
            .put("fundingRate", event.rate().multiply(mark))
            .put("relativeFundingRate", event.rate());
      }
    }
    return answer;
  }
}
