package org.evenkeel.shell.xchange.kraken;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.catalog.Listing;
import org.evenkeel.core.catalog.ListingStatus;
import org.evenkeel.core.data.Bar;
import org.evenkeel.core.data.BarSeries;
import org.evenkeel.core.data.Quote;
import org.evenkeel.cycle.CallGate.Kind;
import org.evenkeel.cycle.MarketData;
import org.evenkeel.shell.xchange.JsonFields;
import org.evenkeel.shell.xchange.Redaction;
import org.evenkeel.shell.xchange.ReplyRules;
import org.evenkeel.shell.xchange.UnreadableReply;

/**
 * Public market data of Kraken's spot market.
 *
 * <p>It gives the newest 720 candles of an interval and nothing older.
 *
 * <p>Source: docs.kraken.com, Spot REST, "Get Tradable Asset Pairs", "Get Ticker Information", "Get OHLC Data".
 * This class is thread-safe.
 */
public final class KrakenMarketData implements MarketData {

  private static final int MOST_CANDLES = 720;

  private static final List<Long> MINUTES = List.of(1L, 5L, 15L, 30L, 60L, 240L, 1440L);

  /** No pair's maximum is published; orders of ours stay far below this one. */
  private static final BigDecimal MOST = new BigDecimal("100000000");

  private final KrakenLink link;
  private final SpotMarketApi market;

  public KrakenMarketData(KrakenLink link) {
    this.link = link;
    this.market = link.proxy(SpotMarketApi.class);
  }

  @Override
  public Result<List<InstrumentSpec>> specs(List<InstrumentId> instruments) {
    return pairs(instruments)
        .then(
            pairs ->
                mode()
                    .then(
                        mode ->
                            ReplyRules.read(
                                "the pairs",
                                link.make(
                                    Kind.READ,
                                    KrakenLink.POINT,
                                    "AssetPairs",
                                    () -> market.assetPairs(names(pairs))),
                                json -> specs(pairs, json, mode))));
  }

  /** What the whole market takes now: in maintenance no pair trades, whatever it says of itself. */
  private Result<ListingStatus> mode() {
    return ReplyRules.read(
        "the system's status",
        link.make(Kind.READ, KrakenLink.POINT, "SystemStatus", market::systemStatus),
        json -> status(JsonFields.text(json.path("result"), "status")));
  }

  private static String names(List<Pair> pairs) {
    return pairs.stream().map(Pair::text).collect(Collectors.joining(","));
  }

  static List<InstrumentSpec> specs(List<Pair> pairs, JsonNode json, ListingStatus mode) {
    List<InstrumentSpec> specs = new ArrayList<>();
    for (Pair pair : pairs) {
      specs.add(spec(pair, of(pair, json.path("result")), mode));
    }
    specs.sort((a, b) -> a.id().compareTo(b.id()));
    return List.copyOf(specs);
  }

  private static InstrumentSpec spec(Pair pair, JsonNode entry, ListingStatus mode) {
    boolean isSame =
        Pair.currency(JsonFields.text(entry, "base")).equals(pair.instrument().base())
            && Pair.currency(JsonFields.text(entry, "quote")).equals(pair.instrument().quote());
    if (!isSame) {
      throw new UnreadableReply("the entry of " + pair.id() + " has other currencies");
    }
    BigDecimal decimals = JsonFields.decimal(entry, "lot_decimals");
    if (decimals.signum() < 0 || decimals.compareTo(BigDecimal.valueOf(18)) > 0) {
      throw new UnreadableReply(pair.id() + " has quantities of " + decimals + " decimals");
    }
    BigDecimal lot = BigDecimal.ONE.movePointLeft(decimals.intValueExact());
    return new InstrumentSpec(
        pair.instrument(),
        JsonFields.decimal(entry, "tick_size"),
        lot,
        JsonFields.decimal(entry, "ordermin"),
        MOST,
        JsonFields.decimal(entry, "costmin"),
        BigDecimal.ONE,
        Listing.of(
            mode == ListingStatus.TRADING ? status(JsonFields.text(entry, "status")) : mode));
  }

  /** A status that is not known here takes no orders. Every order of ours has a limit. */
  private static ListingStatus status(String word) {
    return switch (word) {
      case "online", "limit_only" -> ListingStatus.TRADING;
      case "reduce_only" -> ListingStatus.REDUCE_ONLY;
      case "post_only" -> ListingStatus.RESTING_ONLY;
      case "cancel_only" -> ListingStatus.CANCEL_ONLY;
      default -> ListingStatus.PAUSED;
    };
  }

  /** What an answer has about a pair, under whichever of its names. */
  static JsonNode of(Pair pair, JsonNode result) {
    Optional<JsonNode> found = Optional.empty();
    for (Map.Entry<String, JsonNode> entry : result.properties()) {
      if (pair.is(entry.getKey())) {
        found = Optional.of(entry.getValue());
      }
    }
    return found.orElseThrow(() -> new UnreadableReply("the answer has nothing of " + pair.id()));
  }

  @Override
  public Result<List<Quote>> quotes(List<InstrumentId> instruments) {
    Instant asked = link.estimatedVenueTime();
    return pairs(instruments)
        .then(
            pairs ->
                ReplyRules.read(
                    "the tickers",
                    link.make(
                        Kind.READ, KrakenLink.POINT, "Ticker", () -> market.ticker(names(pairs))),
                    json -> quotes(pairs, json, asked, link.now())));
  }

  static List<Quote> quotes(List<Pair> pairs, JsonNode json, Instant asked, Instant receivedAt) {
    List<Quote> quotes = new ArrayList<>();
    for (Pair pair : pairs) {
      JsonNode ticker = of(pair, json.path("result"));
      Price bid = Price.of(JsonFields.decimal(JsonFields.array(ticker, "b"), 0));
      Price ask = Price.of(JsonFields.decimal(JsonFields.array(ticker, "a"), 0));
      Price mid = Price.of(bid.value().add(ask.value()).multiply(new BigDecimal("0.5")));
      Quote quote = new Quote(pair.id(), bid, ask, mid, asked, receivedAt);
      quotes.add(
          ticker.hasNonNull("c")
              ? quote.lastAt(Price.of(JsonFields.decimal(JsonFields.array(ticker, "c"), 0)))
              : quote);
    }
    quotes.sort((a, b) -> a.instrument().compareTo(b.instrument()));
    return List.copyOf(quotes);
  }

  @Override
  public Result<BarSeries> bars(
      InstrumentId instrument, Duration interval, int count, Instant until) {
    long minutes = interval.toMinutes();
    if (!MINUTES.contains(minutes) || interval.toSeconds() != minutes * 60 || count < 1) {
      return Result.refused(
          RefusalReason.INVALID_INPUT, "Kraken has no candles of " + interval + ", count " + count);
    }
    if (count > MOST_CANDLES - 1) {
      return Result.refused(
          RefusalReason.INVALID_INPUT,
          "Kraken gives the newest " + (MOST_CANDLES - 1) + " closed candles, not " + count);
    }
    long step = interval.toSeconds();
    long lastOpen = Math.floorDiv(until.getEpochSecond() - step, step) * step;
    long firstOpen = lastOpen - step * (count - 1L);
    return pairs(List.of(instrument))
        .then(
            pairs ->
                ReplyRules.read(
                    "the candles of " + instrument,
                    link.make(
                        Kind.READ,
                        KrakenLink.POINT,
                        "OHLC",
                        () -> market.ohlc(pairs.get(0).text(), minutes, firstOpen - 1)),
                    json -> series(pairs.get(0), json, interval, firstOpen, lastOpen)));
  }

  static BarSeries series(
      Pair pair, JsonNode json, Duration interval, long firstOpen, long lastOpen) {
    TreeMap<Long, Bar> bars = new TreeMap<>();
    long last = Long.MIN_VALUE;
    for (JsonNode row : JsonFields.array(of(pair, json.path("result")))) {
      long open = JsonFields.decimal(row, 0).longValueExact();
      if (open <= last) {
        throw new UnreadableReply("the candles are not in the order of time");
      }
      last = open;
      if (open >= firstOpen && open <= lastOpen) {
        bar(row, Instant.ofEpochSecond(open), interval).ifPresent(bar -> bars.put(open, bar));
      }
    }
    return new BarSeries(pair.id(), interval, List.copyOf(bars.values()));
  }

  /** A candle without a usable price is left out: a missing bar is seen by the coverage gate. */
  private static Optional<Bar> bar(JsonNode row, Instant open, Duration interval) {
    BigDecimal[] prices = new BigDecimal[4];
    for (int i = 0; i < 4; i++) {
      prices[i] = JsonFields.decimal(row, i + 1);
      if (prices[i].signum() <= 0) {
        return Optional.empty();
      }
    }
    return prices[2].compareTo(prices[1]) > 0
        ? Optional.empty()
        : Optional.of(
            new Bar(
                open,
                open.plus(interval),
                Price.of(prices[0]),
                Price.of(prices[1]),
                Price.of(prices[2]),
                Price.of(prices[3]),
                JsonFields.decimal(row, 6)));
  }

  private static Result<List<Pair>> pairs(List<InstrumentId> instruments) {
    try {
      return Result.ok(instruments.stream().map(Pair::of).toList());
    } catch (IllegalArgumentException e) {
      return Result.refused(
          RefusalReason.INSTRUMENT_NOT_TRADING, Redaction.line(String.valueOf(e.getMessage())));
    }
  }
}
