package org.evenkeel.shell.xchange.binance.trade;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
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
import org.evenkeel.shell.xchange.binance.MarketKind;
import org.evenkeel.shell.xchange.binance.Symbol;

/**
 * The start-up check of a Binance account: one-way position mode, cross margin, and the leverage asked for.
 *
 * <p>Modes are only checked, because changing them concerns positions that may be open; the leverage is set.
 *
 * <p>This class is thread-safe.
 */
public final class BinanceSetup implements VenueSetup {

  private final SignedCalls calls;

  BinanceSetup(SignedCalls calls) {
    this.calls = calls;
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
                    .then(risk -> adjusted(symbols, risk, leverage)));
  }

  private static Result<List<Symbol>> futures(List<InstrumentId> instruments) {
    return ReplyRules.judged(
        "the instruments",
        () ->
            instruments.stream()
                .map(Symbol::of)
                .filter(symbol -> symbol.market() == MarketKind.FUTURES)
                .toList());
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

  private Result<Boolean> adjusted(
      List<Symbol> symbols, SortedMap<String, JsonNode> risk, int leverage) {
    List<Symbol> toSet = new ArrayList<>();
    for (Symbol symbol : symbols) {
      JsonNode row = risk.get(symbol.text());
      if (row != null && !"cross".equalsIgnoreCase(row.path("marginType").asText())) {
        return Result.refused(
            RefusalReason.VENUE_REJECTED,
            symbol.id() + " is not under cross margin; set its margin mode to Cross at Binance");
      }
      if (row == null || !row.path("leverage").asText().equals(Integer.toString(leverage))) {
        toSet.add(symbol);
      }
    }
    for (Symbol symbol : toSet) {
      Result<Boolean> set = set(symbol, leverage);
      if (set instanceof Result.Refused<Boolean>) {
        return set;
      }
    }
    return Result.ok(!toSet.isEmpty());
  }

  private Result<Boolean> set(Symbol symbol, int leverage) {
    Reply reply =
        calls.inTime(
            () ->
                calls.tellFutures(
                    Kind.REDUCE_CANCEL,
                    "fapi/v1/leverage",
                    calls.signedNow(),
                    (api, s) ->
                        api.leverage(
                            symbol.text(),
                            leverage,
                            s.recvWindow(),
                            s.timestamp(),
                            s.apiKey(),
                            s.signature())));
    return ReplyRules.read(
            "the leverage of " + symbol.id(),
            reply,
            json -> {
              symbol.require(JsonFields.text(json, "symbol"));
              return JsonFields.text(json, "leverage").equals(Integer.toString(leverage));
            })
        .then(
            isSet ->
                isSet
                    ? Result.ok(true)
                    : Result.refused(
                        RefusalReason.VENUE_REJECTED,
                        "Binance did not set the leverage of " + symbol.id()));
  }
}
