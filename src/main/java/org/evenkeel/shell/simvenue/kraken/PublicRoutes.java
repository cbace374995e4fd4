package org.evenkeel.shell.simvenue.kraken;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.evenkeel.shell.simvenue.exchange.Book;
import org.evenkeel.shell.simvenue.exchange.SimExchange;
import org.evenkeel.shell.simvenue.http.Json;
import org.evenkeel.shell.simvenue.market.Bar;
import org.evenkeel.shell.simvenue.market.Market;
import org.evenkeel.shell.simvenue.market.SeriesInfo;

/** Time, status, pairs, tickers, books and candles. Thread-safe. */
final class PublicRoutes {

  private static final int MOST_CANDLES = 720;
  private static final long MINUTE_MS = 60_000;
  private static final List<Long> MINUTES = List.of(60L, 240L, 1440L);

  private final SimExchange exchange;
  private final Market market;
  private final Pairs pairs;
  private final BooleanSupplier underMaintenance;

  PublicRoutes(SimExchange exchange, Market market, Pairs pairs, BooleanSupplier underMaintenance) {
    this.exchange = exchange;
    this.market = market;
    this.pairs = pairs;
    this.underMaintenance = underMaintenance;
  }

  void addTo(Map<String, KrakenDesk.Action> routes) {
    String base = "GET /0/public/";
    routes.put(
        base + "Time", (asked, at) -> Json.object().put("unixtime", Math.floorDiv(at, 1000L)));
    routes.put(
        base + "SystemStatus",
        (asked, at) ->
            Json.object()
                .put("status", underMaintenance.getAsBoolean() ? "maintenance" : "online")
                .put("timestamp", Instant.ofEpochMilli(at).toString()));
    routes.put(base + "AssetPairs", this::assetPairs);
    routes.put(base + "Ticker", this::ticker);
    routes.put(base + "Depth", this::depth);
    routes.put(base + "OHLC", this::ohlc);
  }

  private List<SeriesInfo> wanted(Map<String, String> asked) {
    if (!asked.containsKey("pair")) {
      return pairs.all();
    }
    List<SeriesInfo> wanted = new ArrayList<>();
    for (String name : asked.get("pair").split(",", -1)) {
      wanted.add(pairs.require(name));
    }
    return wanted;
  }

  private ObjectNode assetPairs(Map<String, String> asked, long atMs) {
    ObjectNode answer = Json.object();
    for (SeriesInfo info : wanted(asked)) {
      answer
          .putObject(Pairs.longName(info))
          .put("altname", Pairs.shortName(info))
          .put("base", Pairs.asset(info.base()))
          .put("quote", "ZUSD")
          .put("pair_decimals", Json.decimals(info.tickSize()))
          .put("lot_decimals", Json.decimals(info.lotSize()))
          .put("lot_multiplier", 1)
          .put("ordermin", Json.plain(info.minQty()))
          .put("costmin", Json.plain(info.minNotional()))
          .put("tick_size", Json.plain(info.tickSize()))
          .put("status", status(info, atMs));
    }
    return answer;
  }

  private String status(SeriesInfo info, long atMs) {
    return switch (exchange.state(info.id(), atMs)) {
      case TRADING -> exchange.quote(info.id(), atMs).isPresent() ? "online" : "cancel_only";
      case POST_ONLY -> "post_only";
      case SETTLING -> "reduce_only";
      case HALTED, PENDING, DELIVERED -> "cancel_only";
    };
  }

  private ObjectNode ticker(Map<String, String> asked, long atMs) {
    ObjectNode answer = Json.object();
    for (SeriesInfo info : wanted(asked)) {
      exchange
          .quote(info.id(), atMs)
          .ifPresent(
              quote -> {
                ObjectNode one = answer.putObject(Pairs.longName(info));
                one.putArray("a")
                    .add(Json.inSteps(quote.ask(), info.tickSize()))
                    .add("1")
                    .add(Json.plain(quote.askQty()));
                one.putArray("b")
                    .add(Json.inSteps(quote.bid(), info.tickSize()))
                    .add("1")
                    .add(Json.plain(quote.bidQty()));
                one.putArray("c").add(Json.inSteps(quote.last(), info.tickSize())).add("1");
              });
    }
    return answer;
  }

  private ObjectNode depth(Map<String, String> asked, long atMs) {
    SeriesInfo info = pairs.require(asked.getOrDefault("pair", ""));
    ObjectNode answer = Json.object();
    ObjectNode sides = answer.putObject(Pairs.longName(info));
    ArrayNode asks = sides.putArray("asks");
    ArrayNode bids = sides.putArray("bids");
    exchange
        .quote(info.id(), atMs)
        .map(quote -> Book.around(quote, info))
        .ifPresent(
            book -> {
              levels(asks, book.asks(), atMs);
              levels(bids, book.bids(), atMs);
            });
    return answer;
  }

  private static void levels(ArrayNode into, List<Book.Level> levels, long atMs) {
    levels.forEach(
        level ->
            into.addArray()
                .add(Json.plain(level.price()))
                .add(Json.plain(level.qty()))
                .add(atMs / 1000));
  }

  /** The newest candles, whatever the beginning; the last is still open. */
  private ObjectNode ohlc(Map<String, String> asked, long atMs) {
    SeriesInfo info = pairs.require(asked.getOrDefault("pair", ""));
    long minutes = KrakenDesk.whole(asked, "interval", 1);
    if (!MINUTES.contains(minutes)) {
      throw SpotError.arguments("interval");
    }
    long step = minutes * MINUTE_MS;
    long since = KrakenDesk.whole(asked, "since", 0) * 1000;
    long from = Math.max(since + 1, Math.floorDiv(atMs, step) * step - (MOST_CANDLES - 1) * step);
    ObjectNode answer = Json.object();
    ArrayNode rows = answer.putArray(Pairs.longName(info));
    for (Bar bar : market.bars(info.id(), step, from, atMs, MOST_CANDLES, atMs)) {
      rows.addArray()
          .add(bar.openTimeMs() / 1000)
          .add(Json.plain(bar.open()))
          .add(Json.plain(bar.high()))
          .add(Json.plain(bar.low()))
          .add(Json.plain(bar.close()))
          .add(Json.plain(bar.close()))
          .add(Json.plain(bar.volume()))
          .add(1);
    }
    return answer.put("last", atMs / 1000);
  }
}
