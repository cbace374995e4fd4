package org.evenkeel.shell.simvenue.okx;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.evenkeel.shell.simvenue.exchange.SimExchange;
import org.evenkeel.shell.simvenue.http.Json;
import org.evenkeel.shell.simvenue.market.Bar;
import org.evenkeel.shell.simvenue.market.ContractTerm;
import org.evenkeel.shell.simvenue.market.FundingEvent;
import org.evenkeel.shell.simvenue.market.Market;
import org.evenkeel.shell.simvenue.market.Quote;
import org.evenkeel.shell.simvenue.market.SeriesId;
import org.evenkeel.shell.simvenue.okx.OkxInstruments.Listed;

/** Public questions: instruments, books, marks, index prices, bars, funding. Thread-safe. */
final class OkxMarketRoutes {

  private static final long HOUR_MS = 3_600_000L;
  private static final long EIGHT_HOURS_MS = 8 * HOUR_MS;
  private static final int RECENT_BARS = 1440;
  private static final long FUNDING_KEPT_MS = 90L * 24 * HOUR_MS;

  private static final Map<String, Long> BARS =
      new TreeMap<>(
          Map.of(
              "1H", HOUR_MS,
              "2H", 2 * HOUR_MS,
              "4H", 4 * HOUR_MS,
              "6Hutc", 6 * HOUR_MS,
              "12Hutc", 12 * HOUR_MS,
              "1Dutc", 24 * HOUR_MS));

  private final SimExchange exchange;
  private final Market market;
  private final OkxInstruments instruments;

  OkxMarketRoutes(SimExchange exchange, Market market, OkxInstruments instruments) {
    this.exchange = exchange;
    this.market = market;
    this.instruments = instruments;
  }

  void addTo(Map<String, OkxRoute> routes) {
    routes.put("GET /api/v5/public/time", OkxRoute.open(10, OkxMarketRoutes::time));
    routes.put("GET /api/v5/public/instruments", OkxRoute.open(20, this::listing));
    routes.put("GET /api/v5/public/mark-price", OkxRoute.open(10, this::marks));
    routes.put("GET /api/v5/public/funding-rate", OkxRoute.open(10, this::fundingNow));
    routes.put("GET /api/v5/public/funding-rate-history", OkxRoute.open(10, this::funding));
    routes.put("GET /api/v5/market/ticker", OkxRoute.open(20, this::ticker));
    routes.put("GET /api/v5/market/tickers", OkxRoute.open(20, this::tickers));
    routes.put("GET /api/v5/market/index-tickers", OkxRoute.open(20, this::indices));
    routes.put("GET /api/v5/market/candles", OkxRoute.open(40, (r, at) -> candles(r, at, false)));
    routes.put(
        "GET /api/v5/market/history-candles", OkxRoute.open(20, (r, at) -> candles(r, at, true)));
  }

  private static ArrayNode time(OkxRequest request, long atMs) {
    ArrayNode rows = Json.array();
    rows.addObject().put("ts", Long.toString(atMs));
    return rows;
  }

  private ArrayNode listing(OkxRequest request, long atMs) {
    ArrayNode rows = Json.array();
    for (Listed listed : instruments.ofType(request.required("instType"))) {
      if (request.text("instId").map(listed.instId()::equals).orElse(true)) {
        state(listed, atMs).ifPresent(state -> rows.add(entry(listed, state, atMs)));
      }
    }
    return rows;
  }

  /** The venue's word; empty while the instrument is not listed. */
  private Optional<String> state(Listed listed, long atMs) {
    boolean hasPrice = exchange.quote(listed.info().id(), atMs).isPresent();
    return switch (exchange.state(listed.info().id(), atMs)) {
      case PENDING, DELIVERED -> Optional.empty();
      case TRADING -> Optional.of(hasPrice ? "live" : "suspend");
      case HALTED, SETTLING -> Optional.of("suspend");
      case POST_ONLY -> Optional.of("post_only");
    };
  }

  private static ObjectNode entry(Listed listed, String state, long atMs) {
    Optional<ContractTerm> term = ContractTerm.of(listed.info().id());
    boolean isContract = listed.isContract();
    String base = listed.info().base();
    String quote = listed.info().quote();
    return Json.object()
        .put("instType", listed.instType())
        .put("instId", listed.instId())
        .put("uly", isContract ? base + "-" + quote : "")
        .put("instFamily", isContract ? base + "-" + quote : "")
        .put("baseCcy", isContract ? "" : base)
        .put("quoteCcy", isContract ? "" : quote)
        .put("settleCcy", isContract ? listed.info().settlement() : "")
        .put("ctVal", isContract ? Json.plain(listed.contractSize()) : "")
        .put("ctMult", isContract ? "1" : "")
        .put("ctValCcy", isContract ? (listed.isInverse() ? quote : base) : "")
        .put("ctType", isContract ? (listed.isInverse() ? "inverse" : "linear") : "")
        .put("lever", isContract ? "50" : "")
        .put("tickSz", Json.plain(listed.info().tickSize()))
        .put("lotSz", Json.plain(listed.size(listed.info().lotSize())))
        .put("minSz", Json.plain(listed.size(listed.info().minQty())))
        .put("maxLmtSz", Json.plain(listed.size(listed.info().maxQty())))
        .put("maxMktSz", Json.plain(listed.size(listed.info().maxQty())))
        .put("expTime", term.map(t -> Long.toString(t.expiryMs())).orElse(""))
        .put(
            "alias",
            term.map(t -> t.isCurrentQuarter(atMs) ? "quarter" : "next_quarter").orElse(""))
        .put("listTime", term.map(t -> Long.toString(t.onboardMs())).orElse("1573557408000"))
        .put("ruleType", "normal")
        .put("state", state);
  }

  private ArrayNode ticker(OkxRequest request, long atMs) {
    ArrayNode rows = Json.array();
    ticker(instruments.asked(request), atMs).ifPresent(rows::add);
    return rows;
  }

  private ArrayNode tickers(OkxRequest request, long atMs) {
    ArrayNode rows = Json.array();
    instruments
        .ofType(request.required("instType"))
        .forEach(listed -> ticker(listed, atMs).ifPresent(rows::add));
    return rows;
  }

  private Optional<ObjectNode> ticker(Listed listed, long atMs) {
    return exchange
        .quote(listed.info().id(), atMs)
        .map(
            q ->
                Json.object()
                    .put("instType", listed.instType())
                    .put("instId", listed.instId())
                    .put("last", Json.inSteps(q.last(), listed.info().tickSize()))
                    .put("lastSz", Json.plain(listed.size(listed.info().minQty())))
                    .put("askPx", Json.inSteps(q.ask(), listed.info().tickSize()))
                    .put("askSz", Json.plain(listed.size(q.askQty())))
                    .put("bidPx", Json.inSteps(q.bid(), listed.info().tickSize()))
                    .put("bidSz", Json.plain(listed.size(q.bidQty())))
                    .put("ts", Long.toString(atMs)));
  }

  private ArrayNode marks(OkxRequest request, long atMs) {
    ArrayNode rows = Json.array();
    Optional<String> instId = request.text("instId");
    if (instId.isPresent()) {
      instruments.asked(request);
    }
    for (Listed listed : instruments.ofType(request.required("instType"))) {
      if (instId.map(listed.instId()::equals).orElse(true)) {
        exchange
            .quote(listed.info().id(), atMs)
            .ifPresent(
                q ->
                    rows.addObject()
                        .put("instType", listed.instType())
                        .put("instId", listed.instId())
                        .put("markPx", Json.plain(q.mark()))
                        .put("ts", Long.toString(atMs)));
      }
    }
    return rows;
  }

  private ArrayNode indices(OkxRequest request, long atMs) {
    ArrayNode rows = Json.array();
    for (Listed listed : instruments.ofType("SWAP")) {
      String index = listed.info().base() + "-" + listed.info().quote();
      boolean isAsked =
          request.text("instId").map(index::equals).orElse(true)
              && request.text("quoteCcy").map(listed.info().quote()::equals).orElse(true);
      if (isAsked) {
        indexPrice(listed, atMs)
            .ifPresent(
                price ->
                    rows.addObject()
                        .put("instId", index)
                        .put("idxPx", Json.plain(price))
                        .put("ts", Long.toString(atMs)));
      }
    }
    return rows;
  }

  private Optional<BigDecimal> indexPrice(Listed listed, long atMs) {
    SeriesId spot = listed.info().id().index();
    return exchange
        .info(spot)
        .flatMap(info -> exchange.quote(spot, atMs))
        .or(() -> exchange.quote(listed.info().id(), atMs))
        .map(Quote::mark);
  }

  /** Newest first, earlier than 'after' and later than 'before'. */
  private ArrayNode candles(OkxRequest request, long atMs, boolean isHistory) {
    Listed listed = instruments.asked(request);
    Long interval = BARS.get(request.text("bar").orElse("1m"));
    if (interval == null) {
      throw OkxError.parameter("bar");
    }
    long newest = Math.min(atMs, request.whole("after").orElse(atMs + 1) - 1);
    long lastOpen = Math.floorDiv(newest, interval) * interval;
    long oldest = lastOpen - (request.limit() - 1) * interval;
    long kept = isHistory ? 0 : Math.floorDiv(atMs, interval) * interval - RECENT_BARS * interval;
    long from = Math.max(Math.max(oldest, kept + 1), request.whole("before").orElse(-1L) + 1);
    ArrayNode rows = Json.array();
    if (from <= newest) {
      List<Bar> bars =
          market.bars(listed.info().id(), interval, from, newest, request.limit(), atMs);
      bars.reversed().forEach(bar -> rows.add(candle(listed, bar, interval, atMs)));
    }
    return rows;
  }

  private static ArrayNode candle(Listed listed, Bar bar, long interval, long atMs) {
    BigDecimal tick = listed.info().tickSize();
    BigDecimal middle = bar.high().add(bar.low()).multiply(new BigDecimal("0.5"));
    return Json.array()
        .add(Long.toString(bar.openTimeMs()))
        .add(Json.inSteps(bar.open(), tick))
        .add(Json.inSteps(bar.high(), tick))
        .add(Json.inSteps(bar.low(), tick))
        .add(Json.inSteps(bar.close(), tick))
        .add(Json.plain(sized(listed, bar, middle)))
        .add(Json.plain(listed.isContract() ? bar.volume() : middle.multiply(bar.volume())))
        .add(Json.plain(middle.multiply(bar.volume())))
        .add(bar.openTimeMs() + interval <= atMs ? "1" : "0");
  }

  /** The volume as the venue sizes orders. */
  private static BigDecimal sized(Listed listed, Bar bar, BigDecimal middle) {
    if (listed.isInverse()) {
      BigDecimal dollars = middle.multiply(bar.volume()).setScale(0, RoundingMode.DOWN);
      return listed.size(dollars).setScale(0, RoundingMode.DOWN);
    }
    return listed.isContract() ? listed.size(bar.volume()) : bar.volume();
  }

  private ArrayNode fundingNow(OkxRequest request, long atMs) {
    Listed listed = swap(request);
    BigDecimal rate =
        settled(listed, atMs - 3 * EIGHT_HOURS_MS, atMs).stream()
            .reduce((first, second) -> second)
            .map(FundingEvent::rate)
            .orElse(BigDecimal.ZERO);
    long next = (atMs / EIGHT_HOURS_MS + 1) * EIGHT_HOURS_MS;
    ArrayNode rows = Json.array();
    rows.addObject()
        .put("instType", "SWAP")
        .put("instId", listed.instId())
        .put("fundingRate", Json.plain(rate))
        .put("fundingTime", Long.toString(next))
        .put("nextFundingTime", Long.toString(next + EIGHT_HOURS_MS))
        .put("ts", Long.toString(atMs));
    return rows;
  }

  private ArrayNode funding(OkxRequest request, long atMs) {
    Listed listed = swap(request);
    long until = Math.min(atMs, request.whole("after").orElse(atMs + 1) - 1);
    long since = Math.max(atMs - FUNDING_KEPT_MS, request.whole("before").orElse(0L));
    ArrayNode rows = Json.array();
    if (since < until) {
      settled(listed, since, until).reversed().stream()
          .limit(request.limit())
          .forEach(
              f ->
                  rows.addObject()
                      .put("instType", "SWAP")
                      .put("instId", listed.instId())
                      .put("fundingRate", Json.plain(f.rate()))
                      .put("realizedRate", Json.plain(f.rate()))
                      .put("fundingTime", Long.toString(f.timeMs())));
    }
    return rows;
  }

  private Listed swap(OkxRequest request) {
    Listed listed = instruments.asked(request);
    if (!listed.instType().equals("SWAP")) {
      throw OkxError.parameter("instId");
    }
    return listed;
  }

  private List<FundingEvent> settled(Listed listed, long since, long until) {
    return market.funding(since, until).stream()
        .filter(f -> f.symbol().equals(listed.info().id().symbol()))
        .toList();
  }
}
