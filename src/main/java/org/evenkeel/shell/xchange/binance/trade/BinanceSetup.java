package org.evenkeel.shell.xchange.binance.trade;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.cycle.CallGate.Kind;
import org.evenkeel.cycle.VenueSetup;
import org.evenkeel.shell.xchange.JsonFields;
import org.evenkeel.shell.xchange.Reply;
import org.evenkeel.shell.xchange.ReplyRules;
import org.evenkeel.shell.xchange.binance.BinanceLink;
import org.evenkeel.shell.xchange.binance.MarketKind;
import org.evenkeel.shell.xchange.binance.Symbol;
import org.jspecify.annotations.Nullable;

/**
 * The start-up check of a Binance account: one-way position mode, cross margin, and the leverage asked
 * for, which must lie within the brackets that the venue grants.
 *
 * <p>Modes are only checked, because changing them concerns positions that may be open; the leverage is set.
 *
 * <p>This class is thread-safe.
 */
public final class BinanceSetup implements VenueSetup {

  private final BinanceLink link;
  private final SignedCalls calls;
  private final SettingCalls settings;

  BinanceSetup(BinanceLink link, SignedCalls calls) {
    this.link = link;
    this.calls = calls;
    this.settings = new SettingCalls(calls);
  }

  @Override
  public Result<Boolean> prepare(List<InstrumentId> instruments, int leverage) {
    if (leverage < 1 || leverage > 125) {
      return Result.refused(
          RefusalReason.INVALID_INPUT, "the leverage must lie in 1..125, found " + leverage);
    }
    return futures(instruments)
        .then(
            symbols ->
                oneWay()
                    .then(ok -> positionRisk())
                    .then(
                        risk ->
                            allCross(symbols, risk)
                                .then(ok -> withinBrackets(symbols, risk, leverage))
                                .then(ok -> adjusted(symbols, risk, leverage))));
  }

  @Override
  public Result<Boolean> verify(List<InstrumentId> instruments, int leverage) {
    return futures(instruments)
        .then(
            symbols ->
                symbols.isEmpty()
                    ? Result.ok(true)
                    : oneWay()
                        .then(ok -> positionRisk())
                        .then(
                            risk ->
                                allCross(symbols, risk)
                                    .then(ok -> asSet(symbols, risk, leverage))));
  }

  private static Result<Boolean> asSet(
      List<Symbol> symbols, SortedMap<String, JsonNode> risk, int leverage) {
    for (Symbol symbol : symbols) {
      JsonNode row = risk.get(symbol.text());
      if (row == null || !row.path("leverage").asText().equals(Integer.toString(leverage))) {
        return Result.refused(
            RefusalReason.VENUE_REJECTED,
            "the leverage of "
                + symbol.id()
                + " is "
                + (row == null ? "not shown" : row.path("leverage").asText())
                + " at Binance, "
                + leverage
                + " was set at the start; set it back, or start the bot anew");
      }
    }
    return Result.ok(true);
  }

  /** The futures by the names that the venue has for them now: this comes before the first look at specifications. */
  private Result<List<Symbol>> futures(List<InstrumentId> instruments) {
    return ReplyRules.judged(
            "the instruments",
            () ->
                instruments.stream()
                    .map(Symbol::of)
                    .filter(symbol -> symbol.market() == MarketKind.FUTURES)
                    .toList())
        .then(
            plain ->
                plain.isEmpty()
                    ? Result.ok(plain)
                    : link.listing().read().map(listing -> listing.resolved(plain)));
  }

  private Result<Boolean> oneWay() {
    Reply reply =
        calls.askFutures(
            30,
            "fapi/v1/positionSide/dual",
            (api, s) -> api.positionMode(s.recvWindow(), s.timestamp(), s.apiKey(), s.signature()));
    return ReplyRules.read(
            "the position mode", reply, json -> JsonFields.flag(json, "dualSidePosition"))
        .then(
            isHedge ->
                isHedge
                    ? Result.refused(
                        RefusalReason.VENUE_REJECTED,
                        "the account is in hedge mode; set Position Mode to One-way in the"
                            + " preferences of Binance futures")
                    : Result.ok(true));
  }

  private Result<SortedMap<String, JsonNode>> positionRisk() {
    Reply reply =
        calls.askFutures(
            5,
            "fapi/v2/positionRisk",
            (api, s) -> api.positionRisk(s.recvWindow(), s.timestamp(), s.apiKey(), s.signature()));
    return ReplyRules.read(
        "the margin settings",
        reply,
        json -> {
          TreeMap<String, JsonNode> rows = new TreeMap<>();
          JsonFields.array(json).forEach(row -> rows.put(JsonFields.text(row, "symbol"), row));
          return rows;
        });
  }

  private Result<Boolean> withinBrackets(
      List<Symbol> symbols, SortedMap<String, JsonNode> risk, int leverage) {
    if (symbols.isEmpty()) {
      return Result.ok(true);
    }
    Reply reply =
        calls.askFutures(
            1,
            "fapi/v1/leverageBracket",
            (api, s) ->
                api.leverageBrackets(s.recvWindow(), s.timestamp(), s.apiKey(), s.signature()));
    return ReplyRules.read(
            "the brackets of leverage",
            reply,
            json -> {
              LeverageBrackets brackets = LeverageBrackets.read(json);
              return symbols.stream()
                  .flatMap(
                      symbol ->
                          brackets
                              .objection(symbol, leverage, notional(risk.get(symbol.text())))
                              .stream())
                  .toList();
            })
        .then(
            objections ->
                objections.isEmpty()
                    ? Result.ok(true)
                    : Result.refused(RefusalReason.LIMIT, String.join("; ", objections)));
  }

  private static BigDecimal notional(@Nullable JsonNode row) {
    return row == null ? BigDecimal.ZERO : JsonFields.decimal(row, "notional");
  }

  private static Result<Boolean> allCross(List<Symbol> symbols, SortedMap<String, JsonNode> risk) {
    for (Symbol symbol : symbols) {
      JsonNode row = risk.get(symbol.text());
      if (row != null && !"cross".equalsIgnoreCase(row.path("marginType").asText())) {
        return Result.refused(
            RefusalReason.VENUE_REJECTED,
            symbol.id() + " is not under cross margin; set its margin mode to Cross at Binance");
      }
    }
    return Result.ok(true);
  }

  private Result<Boolean> adjusted(
      List<Symbol> symbols, SortedMap<String, JsonNode> risk, int leverage) {
    boolean hasChanged = false;
    for (Symbol symbol : symbols) {
      JsonNode row = risk.get(symbol.text());
      if (row == null || !row.path("leverage").asText().equals(Integer.toString(leverage))) {
        Result<Boolean> set = set(symbol, leverage);
        if (set instanceof Result.Refused<Boolean>) {
          return set;
        }
        hasChanged = true;
      }
    }
    return Result.ok(hasChanged);
  }

  private Result<Boolean> set(Symbol symbol, int leverage) {
    SettingCalls.Setting setting =
        new SettingCalls.Setting(
            "leverage",
            "fapi/v1/leverage",
            "leverage",
            Integer.toString(leverage),
            Kind.REDUCE_CANCEL,
            1);
    return settings.set(
        symbol,
        setting,
        (api, s) ->
            api.leverage(
                symbol.text(), leverage, s.recvWindow(), s.timestamp(), s.apiKey(), s.signature()));
  }
}
