package org.evenkeel.shell.xchange.krakenfutures;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.data.Bar;
import org.evenkeel.core.data.BarSeries;
import org.evenkeel.cycle.CallGate.Kind;
import org.evenkeel.shell.xchange.JsonFields;
import org.evenkeel.shell.xchange.ReplyRules;
import org.evenkeel.shell.xchange.UnreadableReply;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Candles of the trades, in windows that are smaller than what one answer holds.
 *
 * <p>A candle without a usable price is left out and logged: a missing bar is seen by the coverage gate, a zero would
 * reach the returns.
 *
 * <p>Source: docs.kraken.com, Futures, "Market candles": resolutions, and a flag for more candles in the range.
 */
final class CandleReader {

  private static final Logger LOG = LoggerFactory.getLogger(CandleReader.class);

  /** Candles asked for at once: far below the thousands that one answer holds. */
  private static final int WINDOW = 1000;

  private static final Map<Duration, String> RESOLUTIONS =
      Map.of(
          Duration.ofMinutes(1), "1m",
          Duration.ofMinutes(5), "5m",
          Duration.ofMinutes(15), "15m",
          Duration.ofMinutes(30), "30m",
          Duration.ofHours(1), "1h",
          Duration.ofHours(4), "4h",
          Duration.ofHours(12), "12h",
          Duration.ofDays(1), "1d");

  private final KrakenFuturesLink link;
  private final FuturesMarketApi market;

  CandleReader(KrakenFuturesLink link, FuturesMarketApi market) {
    this.link = link;
    this.market = market;
  }

  Result<BarSeries> bars(FuturesSymbol symbol, Duration interval, int count, Instant until) {
    String resolution = RESOLUTIONS.get(interval);
    if (resolution == null || count < 1) {
      return Result.refused(
          RefusalReason.INVALID_INPUT,
          "Kraken Futures has no candles of " + interval + ", count " + count);
    }
    long step = interval.toMillis();
    long lastOpen = Math.floorDiv(until.toEpochMilli() - step, step) * step;
    long nextOpen = lastOpen - step * (count - 1L);
    TreeMap<Long, Bar> bars = new TreeMap<>();
    while (nextOpen <= lastOpen) {
      long from = nextOpen;
      long to = Math.min(lastOpen, from + step * (WINDOW - 1L));
      Result<SortedMap<Long, Bar>> window =
          ReplyRules.read(
              "the candles of " + symbol.id(),
              link.make(
                  Kind.READ,
                  KrakenFuturesLink.FUTURES,
                  1,
                  "charts",
                  () -> market.candles(symbol.text(), resolution, from / 1000, to / 1000)),
              json -> bars(symbol.id(), json, from, to, interval));
      switch (window) {
        case Result.Refused<SortedMap<Long, Bar>> refused -> {
          return Result.refused(refused.refusal());
        }
        case Result.Ok<SortedMap<Long, Bar>> ok -> bars.putAll(ok.value());
      }
      nextOpen = to + step;
    }
    return Result.ok(new BarSeries(symbol.id(), interval, List.copyOf(bars.values())));
  }

  static SortedMap<Long, Bar> bars(
      InstrumentId id, JsonNode json, long from, long to, Duration interval) {
    TreeMap<Long, Bar> bars = new TreeMap<>();
    long last = Long.MIN_VALUE;
    for (JsonNode candle : JsonFields.array(json, "candles")) {
      Instant open = JsonFields.time(candle, "time");
      long millis = open.toEpochMilli();
      if (millis < from || millis > to || millis <= last) {
        throw new UnreadableReply("a candle of " + open + " was not asked for or is out of order");
      }
      last = millis;
      bar(candle, open, interval)
          .ifPresentOrElse(
              bar -> bars.put(millis, bar),
              () -> LOG.warn("event=bars_left_out instrument={} opened={} reason=price", id, open));
    }
    if (json.path("more_candles").asBoolean(false) && last < to) {
      throw new UnreadableReply("the candles of " + id + " are cut short");
    }
    return bars;
  }

  private static Optional<Bar> bar(JsonNode candle, Instant open, Duration interval) {
    BigDecimal first = JsonFields.decimal(candle, "open");
    BigDecimal high = JsonFields.decimal(candle, "high");
    BigDecimal low = JsonFields.decimal(candle, "low");
    BigDecimal close = JsonFields.decimal(candle, "close");
    boolean isUsable = first.min(high).min(low).min(close).signum() > 0 && low.compareTo(high) <= 0;
    return isUsable
        ? Optional.of(
            new Bar(
                open,
                open.plus(interval),
                Price.of(first),
                Price.of(high),
                Price.of(low),
                Price.of(close),
                JsonFields.decimal(candle, "volume")))
        : Optional.empty();
  }
}
