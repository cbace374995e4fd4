package org.evenkeel.shell.xchange.binance;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
import org.evenkeel.shell.xchange.Reply;
import org.evenkeel.shell.xchange.ReplyRules;
import org.evenkeel.shell.xchange.UnreadableReply;
import org.knowm.xchange.binance.dto.marketdata.KlineInterval;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bars, page by page.
 *
 * <p>A bar without a usable price (zero, negative, low above high) is left out and logged: a missing bar is seen by the
 * coverage gate, a zero would reach the returns.
 *
 * <p>This class is thread-safe.
 */
final class BarReader {

  private static final Logger LOG = LoggerFactory.getLogger(BarReader.class);

  /** Bars of one call: the most that the spot market gives; futures would give 1500 for twice the weight. */
  private static final int PAGE = 1000;

  private final BinanceLink link;
  private final FuturesMarketApi futures;
  private final SpotMarketApi spot;

  BarReader(BinanceLink link, FuturesMarketApi futures, SpotMarketApi spot) {
    this.link = link;
    this.futures = futures;
    this.spot = spot;
  }

  Result<BarSeries> bars(Symbol symbol, Duration interval, int count, Instant until) {
    KlineInterval code = KlineInterval.getPeriodTypeFromSecs(interval.toSeconds());
    if (code == null || interval.toMillisPart() != 0 || count < 1) {
      return Result.refused(
          RefusalReason.INVALID_INPUT, "Binance has no bars of " + interval + ", count " + count);
    }
    long step = interval.toMillis();
    long lastOpen = until.toEpochMilli() - step;
    long nextOpen = until.toEpochMilli() - step * (count + 1L) + 1;
    TreeMap<Long, Bar> bars = new TreeMap<>();
    while (nextOpen <= lastOpen) {
      int limit = (int) Math.min(PAGE, (lastOpen - nextOpen) / step + 1);
      Result<Page> page = page(symbol, code, nextOpen, lastOpen, limit);
      switch (page) {
        case Result.Refused<Page> refused -> {
          return Result.refused(refused.refusal());
        }
        case Result.Ok<Page> ok -> {
          bars.putAll(ok.value().bars());
          if (ok.value().size() < limit) {
            return Result.ok(series(symbol.id(), interval, bars));
          }
          nextOpen = ok.value().lastOpen() + step;
        }
      }
    }
    return Result.ok(series(symbol.id(), interval, bars));
  }

  private static BarSeries series(InstrumentId id, Duration interval, SortedMap<Long, Bar> bars) {
    return new BarSeries(id, interval, List.copyOf(bars.values()));
  }

  /** The usable bars of one answer, how many it had, and when the last of them opened. */
  private record Page(SortedMap<Long, Bar> bars, int size, long lastOpen) {}

  private Result<Page> page(Symbol symbol, KlineInterval code, long from, long to, int limit) {
    Reply reply =
        switch (symbol.market()) {
          case FUTURES ->
              link.make(
                  Kind.READ,
                  MarketKind.FUTURES,
                  futuresWeight(limit),
                  "fapi/v1/klines",
                  () -> futures.klines(symbol.text(), code.code(), from, to, limit));
          case SPOT ->
              link.make(
                  Kind.READ,
                  MarketKind.SPOT,
                  2,
                  "api/v3/klines",
                  () -> spot.klines(symbol.text(), code.code(), from, to, limit));
        };
    return ReplyRules.read(
        "the bars of " + symbol.id(), reply, json -> page(symbol, json, from, to, code));
  }

  private static Page page(Symbol symbol, JsonNode json, long from, long to, KlineInterval code) {
    TreeMap<Long, Bar> bars = new TreeMap<>();
    List<String> unusable = new ArrayList<>();
    long lastOpen = from - 1;
    int size = 0;
    for (JsonNode row : JsonFields.array(json)) {
      Instant open = JsonFields.time(row, 0);
      long openMillis = open.toEpochMilli();
      if (openMillis < from || openMillis > to || openMillis <= lastOpen) {
        throw new UnreadableReply("a bar of " + open + " was not asked for or is out of order");
      }
      lastOpen = openMillis;
      size++;
      if (isUsable(row)) {
        bars.put(openMillis, bar(symbol, row, open, open.plusMillis(code.getMillis())));
      } else {
        unusable.add(open.toString());
      }
    }
    if (!unusable.isEmpty()) {
      LOG.warn("event=bars_left_out instrument={} opened={} reason=price", symbol.id(), unusable);
    }
    return new Page(bars, size, lastOpen);
  }

  private static boolean isUsable(JsonNode row) {
    for (int i = 1; i <= 4; i++) {
      if (JsonFields.decimal(row, i).signum() <= 0) {
        return false;
      }
    }
    BigDecimal high = JsonFields.decimal(row, 2);
    BigDecimal low = JsonFields.decimal(row, 3);
    return low.compareTo(high) <= 0;
  }

  private static Bar bar(Symbol symbol, JsonNode row, Instant open, Instant close) {
    return new Bar(
        open,
        close,
        Price.of(symbol.ours(JsonFields.decimal(row, 1))),
        Price.of(symbol.ours(JsonFields.decimal(row, 2))),
        Price.of(symbol.ours(JsonFields.decimal(row, 3))),
        Price.of(symbol.ours(JsonFields.decimal(row, 4))),
        JsonFields.decimal(row, 5));
  }

  /** What futures bars cost by how many are asked for (USD-M documentation, "Kline/Candlestick Data"). */
  private static int futuresWeight(int limit) {
    if (limit < 100) {
      return 1;
    }
    if (limit < 500) {
      return 2;
    }
    return limit <= 1000 ? 5 : 10;
  }
}
