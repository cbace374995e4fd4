package org.evenkeel.shell.xchange.okx.trade;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.TradeId;
import org.evenkeel.core.basics.VenueOrderId;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.settle.Fill;
import org.evenkeel.shell.xchange.JsonFields;
import org.evenkeel.shell.xchange.Reply;
import org.evenkeel.shell.xchange.ReplyRules;
import org.evenkeel.shell.xchange.UnreadableReply;
import org.evenkeel.shell.xchange.okx.OkxFields;
import org.evenkeel.shell.xchange.okx.OkxSymbol;
import org.jspecify.annotations.Nullable;

/**
 * Executions of an instrument, in contracts or coins, page by page.
 *
 * <p>Those of the last three days come from trade/fills, older ones from trade/fills-history.
 * Trade ids are unique for an instrument only and cannot be asked for, so the pages are read back until one has the trade
 * that is asked for; if none has it any more, all that the venue still shows is given.
 * A fee that was paid is negative at OKX and a charge with us.
 */
final class OkxFillPages {

  /** How far back trade/fills is trusted to reach, an hour less than it is said to. */
  private static final Duration RECENT = Duration.ofDays(3).minusHours(1);

  private final OkxCalls calls;

  OkxFillPages(OkxCalls calls) {
    this.calls = calls;
  }

  Result<List<Fill>> fills(OkxSymbol symbol, Optional<TradeId> from, Instant since) {
    Instant recent = calls.link().estimatedVenueTime().minus(RECENT);
    String begin = from.isPresent() ? null : Long.toString(since.toEpochMilli());
    return pages(symbol, from, begin, false)
        .then(
            rows -> {
              boolean isWhole =
                  from.map(trade -> rows.values().stream().anyMatch(row -> is(trade, row)))
                      .orElse(!since.isBefore(recent));
              return isWhole
                  ? Result.ok(rows)
                  : pages(symbol, from, begin, true).map(older -> joined(rows, older));
            })
        .then(
            rows ->
                ReplyRules.judged(
                    "the trades of " + symbol.id(), () -> fills(symbol, from, since, rows)));
  }

  private static SortedMap<BigInteger, JsonNode> joined(
      SortedMap<BigInteger, JsonNode> recent, SortedMap<BigInteger, JsonNode> older) {
    TreeMap<BigInteger, JsonNode> all = new TreeMap<>(older);
    all.putAll(recent);
    return all;
  }

  private Result<SortedMap<BigInteger, JsonNode>> pages(
      OkxSymbol symbol, Optional<TradeId> from, @Nullable String begin, boolean isHistory) {
    return OkxPages.all(
        "the trades of " + symbol.id(),
        before -> page(symbol, before, begin, isHistory),
        row -> from.isPresent() && is(from.get(), row));
  }

  private static boolean is(TradeId trade, JsonNode row) {
    return trade.value().equals(row.path("tradeId").asText());
  }

  private Reply page(
      OkxSymbol symbol, @Nullable String before, @Nullable String begin, boolean isHistory) {
    String type = symbol.kind().instType();
    String size = Integer.toString(OkxPages.PAGE);
    return isHistory
        ? calls.ask(
            2,
            "api/v5/trade/fills-history",
            (api, s) ->
                api.fillHistory(
                    type,
                    symbol.instId(),
                    before,
                    begin,
                    size,
                    s.apiKey(),
                    s.passphrase(),
                    s.timestamp(),
                    s.demo(),
                    s.signature()))
        : calls.ask(
            1,
            "api/v5/trade/fills",
            (api, s) ->
                api.fills(
                    type,
                    symbol.instId(),
                    before,
                    begin,
                    size,
                    s.apiKey(),
                    s.passphrase(),
                    s.timestamp(),
                    s.demo(),
                    s.signature()));
  }

  /** Oldest first, from the trade on or since the instant. */
  private static List<Fill> fills(
      OkxSymbol symbol,
      Optional<TradeId> from,
      Instant since,
      SortedMap<BigInteger, JsonNode> rows) {
    List<Fill> all = new ArrayList<>();
    TreeSet<TradeId> seen = new TreeSet<>();
    for (JsonNode row : rows.values()) {
      Fill fill = fill(symbol, row);
      if (!seen.add(fill.tradeId())) {
        throw new UnreadableReply("trade " + fill.tradeId() + " is listed twice");
      }
      if (from.isPresent() && fill.tradeId().equals(from.get())) {
        all.clear();
      }
      if (from.isPresent() || !fill.venueTime().isBefore(since)) {
        all.add(fill);
      }
    }
    return List.copyOf(all);
  }

  static Fill fill(OkxSymbol symbol, JsonNode row) {
    symbol.require(JsonFields.text(row, "instId"));
    BigDecimal realized =
        row.has("fillPnl") ? OkxFields.decimalOrZero(row, "fillPnl") : BigDecimal.ZERO;
    return new Fill(
        symbol.id(),
        TradeId.of(JsonFields.text(row, "tradeId")),
        VenueOrderId.of(JsonFields.text(row, "ordId")),
        OkxOrderReader.side(JsonFields.text(row, "side")),
        Contracts.of(OkxFields.decimal(row, "fillSz")),
        Price.of(OkxFields.decimal(row, "fillPx")),
        charge(row),
        new Money(realized, settlement(symbol.instrument())),
        isMaker(row),
        OkxFields.time(row, "ts"));
  }

  /** What a profit is counted in, which the fill does not say; on the spot market there is none. */
  private static Currency settlement(Instrument instrument) {
    return switch (instrument) {
      case Instrument.Future future -> future.settlement();
      case Instrument.Spot spot -> spot.quote();
    };
  }

  /** Without an amount there was no fee, but it must say in which coin, or what was charged is not known. */
  private static Money charge(JsonNode row) {
    return new Money(
        OkxFields.decimalOrZero(row, "fee").negate(), Currency.of(JsonFields.text(row, "feeCcy")));
  }

  /** An execution that says neither, such as one of a liquidation, took. */
  private static boolean isMaker(JsonNode row) {
    return "M".equals(row.path("execType").asText());
  }
}
