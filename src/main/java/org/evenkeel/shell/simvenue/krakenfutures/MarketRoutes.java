package org.evenkeel.shell.simvenue.krakenfutures;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.shell.simvenue.exchange.Book;
import org.evenkeel.shell.simvenue.exchange.MarginTiers;
import org.evenkeel.shell.simvenue.exchange.SimExchange;
import org.evenkeel.shell.simvenue.exchange.SymbolState;
import org.evenkeel.shell.simvenue.http.Json;
import org.evenkeel.shell.simvenue.market.Bar;
import org.evenkeel.shell.simvenue.market.ContractTerm;
import org.evenkeel.shell.simvenue.market.FundingEvent;
import org.evenkeel.shell.simvenue.market.Market;
import org.evenkeel.shell.simvenue.market.Quote;
import org.evenkeel.shell.simvenue.market.SeriesId;
import org.evenkeel.shell.simvenue.market.SeriesInfo;

/** Instruments, tickers, books, candles and funding. Thread-safe. */
final class MarketRoutes {

  private static final long HOUR_MS = 3_600_000L;
  private static final long DAY_MS = 24 * HOUR_MS;
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
      SymbolState state = exchange.state(info.id(), atMs);
      if (state == SymbolState.PENDING || state == SymbolState.DELIVERED) {
        continue;
      }
      ObjectNode one =
          list.addObject()
              .put("symbol", Contracts.symbol(info))
              .put("pair", info.base() + ":USD")
              .put("base", info.base())
              .put("quote", "USD")
              .put("type", "flexible_futures")
              .put("tickSize", info.tickSize())
              .put("contractSize", 1)
              .put("tradeable", isTradeable(state) && exchange.quote(info.id(), atMs).isPresent())
              .put("impactMidSize", info.minQty())
              .put("maxPositionSize", info.maxQty())
              .put("contractValueTradePrecision", Json.decimals(info.lotSize()))
              .put("fundingRateCoefficient", 8)
              .put("maxRelativeFundingRate", new BigDecimal("0.005"))
              .put("openingDate", "2022-03-22T13:18:45.000Z")
              .put("postOnly", state == SymbolState.POST_ONLY)
              .put("mtf", true);
      ContractTerm.of(info.id())
          .ifPresent(term -> one.put("lastTradingTime", OrderJson.time(term.expiryMs())));
      ArrayNode levels = one.putArray("marginLevels");
      exchange.tiers(info).tiers().forEach(tier -> level(levels, tier));
    }
    return answer;
  }

  /** The margin from a notional on; Kraken writes it as fractions, and larger positions need more. */
  private static void level(ArrayNode levels, MarginTiers.Tier tier) {
    BigDecimal initial =
        BigDecimal.ONE.divide(BigDecimal.valueOf(tier.maxLeverage()), 4, RoundingMode.HALF_EVEN);
    levels
        .addObject()
        .put("numNonContractUnits", tier.floor())
        .put("initialMargin", initial)
        .put("maintenanceMargin", tier.rate());
  }

  private static boolean isTradeable(SymbolState state) {
    return state == SymbolState.TRADING || state == SymbolState.POST_ONLY;
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

  private ObjectNode ticker(SeriesInfo info, Quote quote, long atMs) {
    ObjectNode ticker = quoted(info, quote, atMs);
    if (info.id().kind() == SeriesId.Kind.PERPETUAL) {
      // The venue settles by the hour; the market's events are of eight.
      BigDecimal hourly = newestRate(info, atMs).multiply(new BigDecimal("0.125"));
      ticker.put("fundingRate", Json.plain(hourly.multiply(quote.mark())));
    }
    return ticker;
  }

  private BigDecimal newestRate(SeriesInfo info, long atMs) {
    return market.funding(Math.max(0, atMs - DAY_MS), atMs).stream()
        .filter(event -> event.symbol().equals(info.id().symbol()))
        .reduce((first, second) -> second)
        .map(FundingEvent::rate)
        .orElse(BigDecimal.ZERO);
  }

  private ObjectNode quoted(SeriesInfo info, Quote quote, long atMs) {
    return Json.object()
        .put("symbol", Contracts.symbol(info))
        .put("tag", Contracts.day(info).isPresent() ? "quarter" : "perpetual")
        .put("pair", info.base() + ":USD")
        .put("markPrice", quote.mark())
        .put("indexPrice", index(info, atMs).orElse(quote.mark()))
        .put("bid", quote.bid())
        .put("bidSize", quote.bidQty())
        .put("ask", quote.ask())
        .put("askSize", quote.askQty())
        .put("last", quote.last())
        .put("lastTime", Instant.ofEpochMilli(atMs).toString())
        .put("lastSize", info.minQty())
        .put("suspended", !isTradeable(exchange.state(info.id(), atMs)))
        .put("postOnly", exchange.state(info.id(), atMs) == SymbolState.POST_ONLY);
  }

  /** A dated contract's index is the spot price; that of a perpetual is its own mark. */
  private Optional<BigDecimal> index(SeriesInfo info, long atMs) {
    return info.id().kind() == SeriesId.Kind.DATED
        ? exchange.quote(info.id().index(), atMs).map(Quote::mark)
        : Optional.empty();
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
