package org.evenkeel.shell.xchange.binance.trade;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.basics.TradeId;
import org.evenkeel.core.basics.VenueOrderId;
import org.evenkeel.core.settle.Fill;
import org.evenkeel.shell.xchange.JsonFields;
import org.evenkeel.shell.xchange.Reply;
import org.evenkeel.shell.xchange.ReplyRules;
import org.evenkeel.shell.xchange.UnreadableReply;
import org.evenkeel.shell.xchange.binance.BinanceLink;
import org.evenkeel.shell.xchange.binance.Symbol;
import org.jspecify.annotations.Nullable;

/**
 * Executions of an instrument, page by page until a short one.
 *
 * <p>From a trade on, both markets page by id, which loses nothing at equal milliseconds.
 * Without a trade, the spot market pages from id 0; futures are searched in windows of seven days, the longest that the
 * venue takes, until one has a trade, from which on the ids take over.
 * Where a search found nothing, the next one begins a day before the end of that search.
 * Source: Binance REST documentation, "Account Trade List" of both markets.
 */
final class FillPages {

  /** Trades of one page, the most that either market gives. */
  static final int PAGE = 1000;

  private static final Duration WINDOW = Duration.ofDays(7);

  /** A hundred thousand trades in one call would be a mistake of the request, not an answer to it. */
  private static final int MOST_PAGES = 100;

  /** How much of a stretch in which nothing was found is searched again: far more than any visibility lag. */
  private static final Duration OVERLAP = Duration.ofDays(1);

  private final BinanceLink link;
  private final SignedCalls calls;
  private final Map<InstrumentId, Long> nothingUntil = new ConcurrentHashMap<>();

  FillPages(BinanceLink link, SignedCalls calls) {
    this.link = link;
    this.calls = calls;
  }

  Result<List<Fill>> fills(Symbol symbol, Optional<TradeId> from, Instant since) {
    if (from.isPresent()) {
      String id = from.get().value();
      if (!id.matches("[0-9]{1,18}")) {
        return Result.refused(RefusalReason.INVALID_INPUT, "no trade of Binance is called " + id);
      }
      return pagesFrom(symbol, Long.parseLong(id));
    }
    return switch (symbol.market()) {
      case SPOT ->
          pagesFrom(symbol, 0)
              .map(all -> all.stream().filter(f -> !f.venueTime().isBefore(since)).toList());
      case FUTURES -> windowsSince(symbol, since);
    };
  }

  private Result<List<Fill>> pagesFrom(Symbol symbol, long firstId) {
    List<Fill> all = new ArrayList<>();
    long fromId = firstId;
    for (int page = 0; page < MOST_PAGES; page++) {
      Result<SortedMap<Long, Fill>> answer = page(symbol, fromId, null, null);
      if (answer instanceof Result.Refused<SortedMap<Long, Fill>> refused) {
        return Result.refused(refused.refusal());
      }
      SortedMap<Long, Fill> fills = answer.orThrow();
      all.addAll(fills.values());
      if (fills.size() < PAGE) {
        return Result.ok(List.copyOf(all));
      }
      fromId = fills.lastKey() + 1;
    }
    return Result.refused(
        RefusalReason.VENUE_UNAVAILABLE,
        "the trades of " + symbol.id() + " do not end after " + MOST_PAGES + " pages");
  }

  private Result<List<Fill>> windowsSince(Symbol symbol, Instant since) {
    long now = link.estimatedVenueTime().toEpochMilli();
    long known = nothingUntil.getOrDefault(symbol.id(), 0L) - OVERLAP.toMillis();
    long start = Math.max(since.toEpochMilli(), known);
    while (true) {
      long end = start + WINDOW.toMillis();
      boolean isLast = end > now;
      // The last window is left open, so that an estimate of the venue's time hides nothing.
      Result<SortedMap<Long, Fill>> answer = page(symbol, null, start, isLast ? null : end - 1);
      if (answer instanceof Result.Refused<SortedMap<Long, Fill>> refused) {
        return Result.refused(refused.refusal());
      }
      SortedMap<Long, Fill> found = answer.orThrow();
      if (!found.isEmpty()) {
        return pagesFrom(symbol, found.firstKey());
      }
      if (isLast) {
        nothingUntil.put(symbol.id(), now);
        return Result.ok(List.of());
      }
      start = end;
    }
  }

  private Result<SortedMap<Long, Fill>> page(
      Symbol symbol, @Nullable Long fromId, @Nullable Long start, @Nullable Long end) {
    Reply reply =
        switch (symbol.market()) {
          case FUTURES ->
              calls.askFutures(
                  5,
                  "fapi/v1/userTrades",
                  (api, s) ->
                      api.userTrades(
                          symbol.text(),
                          fromId,
                          start,
                          end,
                          PAGE,
                          s.recvWindow(),
                          s.timestamp(),
                          s.apiKey(),
                          s.signature()));
          case SPOT ->
              calls.askSpot(
                  20,
                  "api/v3/myTrades",
                  (api, s) ->
                      api.myTrades(
                          symbol.text(),
                          fromId == null ? 0 : fromId,
                          PAGE,
                          s.recvWindow(),
                          s.timestamp(),
                          s.apiKey(),
                          s.signature()));
        };
    return ReplyRules.read(
        "the trades of " + symbol.id(), reply, json -> fillsById(symbol, json, fromId));
  }

  private static SortedMap<Long, Fill> fillsById(
      Symbol symbol, JsonNode json, @Nullable Long fromId) {
    TreeMap<Long, Fill> fills = new TreeMap<>();
    for (JsonNode row : JsonFields.array(json)) {
      Fill fill = fill(symbol, row);
      long id = Long.parseLong(fill.tradeId().value());
      if (fromId != null && id < fromId) {
        throw new UnreadableReply("trade " + id + " lies before the one asked for");
      }
      if (fills.put(id, fill) != null) {
        throw new UnreadableReply("trade " + id + " is listed twice");
      }
    }
    return fills;
  }

  static Fill fill(Symbol symbol, JsonNode row) {
    symbol.require(JsonFields.text(row, "symbol"));
    Currency quote = symbol.instrument().quote();
    Currency feeCurrency = Currency.of(JsonFields.text(row, "commissionAsset"));
    Side side =
        switch (symbol.market()) {
          case FUTURES -> OrderReader.side(JsonFields.text(row, "side"));
          case SPOT -> JsonFields.flag(row, "isBuyer") ? Side.BUY : Side.SELL;
        };
    boolean isMaker =
        switch (symbol.market()) {
          case FUTURES -> JsonFields.flag(row, "maker");
          case SPOT -> JsonFields.flag(row, "isMaker");
        };
    BigDecimal realized =
        switch (symbol.market()) {
          case FUTURES -> JsonFields.decimal(row, "realizedPnl");
          case SPOT -> BigDecimal.ZERO;
        };
    return new Fill(
        symbol.id(),
        TradeId.of(JsonFields.text(row, "id")),
        VenueOrderId.of(JsonFields.text(row, "orderId")),
        side,
        Contracts.of(JsonFields.decimal(row, "qty")),
        Price.of(symbol.ours(JsonFields.decimal(row, "price"))),
        new Money(JsonFields.decimal(row, "commission"), feeCurrency),
        new Money(realized, quote),
        isMaker,
        JsonFields.time(row, "time"));
  }
}
