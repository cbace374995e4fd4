package org.evenkeel.shell.xchange.kraken.trade;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.TradeId;
import org.evenkeel.core.basics.VenueOrderId;
import org.evenkeel.core.settle.Fill;
import org.evenkeel.shell.xchange.JsonFields;
import org.evenkeel.shell.xchange.Reply;
import org.evenkeel.shell.xchange.ReplyRules;
import org.evenkeel.shell.xchange.UnreadableReply;
import org.evenkeel.shell.xchange.kraken.Pair;

/**
 * Executions of all markets, fifty at a time by offset from the newest backwards.
 *
 * <p>A trade that happens between two pages moves all others one place down: the next page repeats what was seen, which
 * is dropped, and nothing is lost.
 * Trades are asked for one by one instead of one for each order, because the latter grow while an order fills.
 * The fee is in the quote currency, as every order asks.
 *
 * <p>Source: docs.kraken.com, Spot REST, "Get Trades History".
 */
final class TradePages {

  /** Trades of one page, fixed by the venue. */
  static final int PAGE = 50;

  private static final int MOST_PAGES = 200;

  private final SpotCalls calls;

  TradePages(SpotCalls calls) {
    this.calls = calls;
  }

  Result<List<Fill>> fills(Pair pair, Optional<TradeId> from, Instant since) {
    return from.isEmpty()
        ? all(pair, since)
            .map(fills -> fills.stream().filter(f -> !f.venueTime().isBefore(since)).toList())
        : time(from.get().value())
            .then(start -> all(pair, start))
            .then(fills -> from(fills, from.get()));
  }

  private static Result<List<Fill>> from(List<Fill> fills, TradeId first) {
    for (int i = 0; i < fills.size(); i++) {
      if (fills.get(i).tradeId().equals(first)) {
        return Result.ok(List.copyOf(fills.subList(i, fills.size())));
      }
    }
    return Result.refused(
        RefusalReason.VENUE_UNAVAILABLE, "the venue shows no trade " + first + " in its market");
  }

  private Result<Instant> time(String trade) {
    return ReplyRules.read(
        "the trade " + trade,
        calls.ask(
            1, "QueryTrades", (api, s) -> api.queryTrades(s.nonce(), trade, s.apiKey(), s.sign())),
        json -> SpotOrderReader.seconds(json.path("result").path(trade), "time"));
  }

  /** Everything of a pair since the second before an instant, oldest first. */
  private Result<List<Fill>> all(Pair pair, Instant since) {
    Map<String, JsonNode> seen = new TreeMap<>();
    for (int i = 0; i < MOST_PAGES; i++) {
      int offset = i * PAGE;
      Reply reply =
          calls.ask(
              2,
              "TradesHistory",
              (api, s) ->
                  api.tradesHistory(
                      s.nonce(), since.getEpochSecond() - 1, offset, false, s.apiKey(), s.sign()));
      Result<Integer> size =
          ReplyRules.read("the trades", reply, json -> add(json.path("result"), seen));
      if (size instanceof Result.Refused<Integer> refused) {
        return Result.refused(refused.refusal());
      }
      if (size.orThrow() < PAGE) {
        return ReplyRules.judged("the trades of " + pair.id(), () -> read(pair, seen));
      }
    }
    return Result.refused(
        RefusalReason.VENUE_UNAVAILABLE, "the trades do not end after " + MOST_PAGES + " pages");
  }

  private static int add(JsonNode result, Map<String, JsonNode> seen) {
    JsonNode trades = result.path("trades");
    if (!trades.isObject()) {
      throw new UnreadableReply("the list 'trades' is missing");
    }
    trades.properties().forEach(entry -> seen.put(entry.getKey(), entry.getValue()));
    return trades.size();
  }

  private static List<Fill> read(Pair pair, Map<String, JsonNode> seen) {
    List<Fill> fills = new ArrayList<>();
    seen.forEach(
        (id, trade) -> {
          if (pair.is(JsonFields.text(trade, "pair"))) {
            fills.add(fill(pair, id, trade));
          }
        });
    Comparator<Fill> byNumber =
        Comparator.comparingLong(
            fill ->
                number(seen.getOrDefault(fill.tradeId().value(), seen.values().iterator().next())));
    fills.sort(
        Comparator.comparing(Fill::venueTime).thenComparing(byNumber).thenComparing(Fill::tradeId));
    return List.copyOf(fills);
  }

  private static long number(JsonNode trade) {
    return trade.path("trade_id").asLong(0);
  }

  static Fill fill(Pair pair, String id, JsonNode trade) {
    pair.require(JsonFields.text(trade, "pair"));
    return new Fill(
        pair.id(),
        TradeId.of(id),
        VenueOrderId.of(JsonFields.text(trade, "ordertxid")),
        SpotOrderReader.side(JsonFields.text(trade, "type")),
        Contracts.of(JsonFields.decimal(trade, "vol")),
        Price.of(JsonFields.decimal(trade, "price")),
        new Money(JsonFields.decimal(trade, "fee"), pair.instrument().quote()),
        new Money(BigDecimal.ZERO, pair.instrument().quote()),
        trade.path("maker").asBoolean(false),
        SpotOrderReader.seconds(trade, "time"));
  }
}
