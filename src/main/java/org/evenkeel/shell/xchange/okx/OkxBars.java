package org.evenkeel.shell.xchange.okx;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.data.Bar;
import org.evenkeel.core.data.BarSeries;
import org.evenkeel.shell.xchange.JsonFields;
import org.evenkeel.shell.xchange.Reply;
import org.evenkeel.shell.xchange.ReplyRules;
import org.evenkeel.shell.xchange.UnreadableReply;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bars, page by page from the newest to the oldest.
 *
 * <p>The newest 1440 come from market/candles, older ones from market/history-candles.
 * From six hours on the words are those of bars that open by UTC: '1D' would be a day of Hong Kong.
 * A bar without a usable price is left out and logged: a missing bar is seen by the coverage gate.
 *
 * <p>This class is thread-safe.
 */
final class OkxBars {

  private static final Logger LOG = LoggerFactory.getLogger(OkxBars.class);

  /** Bars of one call: the most that market/history-candles gives. */
  static final int PAGE = 100;

  private static final int MOST_PAGES = 500;

  private static final SortedMap<Long, String> WORDS =
      new TreeMap<>(
          Map.of(
              60L, "1m", 300L, "5m", 900L, "15m", 1800L, "30m", 3600L, "1H", 7200L, "2H", 14400L,
              "4H", 21600L, "6Hutc", 43200L, "12Hutc", 86400L, "1Dutc"));

  private final OkxLink link;
  private final OkxMarketApi api;

  OkxBars(OkxLink link, OkxMarketApi api) {
    this.link = link;
    this.api = api;
  }

  Result<BarSeries> bars(OkxSymbol symbol, Duration interval, int count, Instant until) {
    String word = interval.toMillisPart() == 0 ? WORDS.get(interval.toSeconds()) : null;
    if (word == null || count < 1) {
      return Result.refused(
          RefusalReason.INVALID_INPUT, "OKX has no bars of " + interval + ", count " + count);
    }
    long step = interval.toMillis();
    long firstOpen = until.toEpochMilli() - step * (count + 1L) + 1;
    long after = until.toEpochMilli() - step + 1;
    boolean isHistory = false;
    TreeMap<Long, Bar> bars = new TreeMap<>();
    for (int i = 0; i < MOST_PAGES && after > firstOpen; i++) {
      Result<Page> page = page(symbol, word, step, after, isHistory);
      if (page instanceof Result.Refused<Page> refused) {
        return Result.refused(refused.refusal());
      }
      Page rows = page.orThrow();
      bars.putAll(rows.bars().tailMap(firstOpen));
      after = rows.oldest();
      boolean isEnd = rows.size() < PAGE;
      if (isEnd && isHistory) {
        return Result.ok(series(symbol.id(), interval, bars));
      }
      isHistory = isHistory || isEnd;
    }
    return after <= firstOpen
        ? Result.ok(series(symbol.id(), interval, bars))
        : Result.refused(
            RefusalReason.VENUE_UNAVAILABLE,
            "the bars of " + symbol.id() + " do not end after " + MOST_PAGES + " pages");
  }

  private static BarSeries series(InstrumentId id, Duration interval, SortedMap<Long, Bar> bars) {
    return new BarSeries(id, interval, List.copyOf(bars.values()));
  }

  /** The usable bars of one answer, how many rows it had, and when the oldest of them opened. */
  record Page(SortedMap<Long, Bar> bars, int size, long oldest) {}

  private Result<Page> page(
      OkxSymbol symbol, String word, long step, long after, boolean isHistory) {
    Reply reply =
        isHistory
            ? link.ask(
                1,
                "api/v5/market/history-candles",
                () -> api.historyCandles(symbol.instId(), word, after, PAGE))
            : link.ask(
                1, "api/v5/market/candles", () -> api.candles(symbol.instId(), word, after, PAGE));
    return ReplyRules.read(
        "the bars of " + symbol.id(), reply, json -> page(symbol, json, after, step));
  }

  static Page page(OkxSymbol symbol, JsonNode json, long after, long step) {
    TreeMap<Long, Bar> bars = new TreeMap<>();
    List<String> unusable = new ArrayList<>();
    List<JsonNode> rows = OkxFields.rows(json);
    long oldest = after;
    for (JsonNode row : rows) {
      Instant open = OkxFields.time(JsonFields.array(row), 0);
      if (open.toEpochMilli() >= oldest) {
        throw new UnreadableReply("a bar of " + open + " was not asked for or is out of order");
      }
      oldest = open.toEpochMilli();
      if (isUsable(row)) {
        bars.put(oldest, bar(symbol, row, open, open.plusMillis(step)));
      } else {
        unusable.add(open.toString());
      }
    }
    if (!unusable.isEmpty()) {
      LOG.warn("event=bars_left_out instrument={} opened={} reason=price", symbol.id(), unusable);
    }
    return new Page(bars, rows.size(), oldest);
  }

  private static boolean isUsable(JsonNode row) {
    for (int i = 1; i <= 4; i++) {
      if (OkxFields.decimal(row, i).signum() <= 0) {
        return false;
      }
    }
    return OkxFields.decimal(row, 3).compareTo(OkxFields.decimal(row, 2)) <= 0;
  }

  private static Bar bar(OkxSymbol symbol, JsonNode row, Instant open, Instant close) {
    // A swap's first volume is in contracts, its second one in coins.
    BigDecimal volume =
        switch (symbol.kind()) {
          case SPOT -> OkxFields.decimal(row, 5);
          case SWAP, FUTURES -> OkxFields.decimal(row, 6);
        };
    return new Bar(
        open,
        close,
        Price.of(OkxFields.decimal(row, 1)),
        Price.of(OkxFields.decimal(row, 2)),
        Price.of(OkxFields.decimal(row, 3)),
        Price.of(OkxFields.decimal(row, 4)),
        volume);
  }
}
