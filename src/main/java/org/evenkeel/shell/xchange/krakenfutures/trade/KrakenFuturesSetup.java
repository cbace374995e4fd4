package org.evenkeel.shell.xchange.krakenfutures.trade;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.data.VenuePosition;
import org.evenkeel.cycle.CallGate.Kind;
import org.evenkeel.cycle.VenueSetup;
import org.evenkeel.shell.xchange.JsonFields;
import org.evenkeel.shell.xchange.Reply;
import org.evenkeel.shell.xchange.ReplyRules;
import org.evenkeel.shell.xchange.krakenfutures.FuturesSymbol;

/**
 * The start-up check of a Kraken Futures account: cross margin, profit paid in USD, and orders that do not trade with each
 * other.
 *
 * <p>Kraken has one net position per instrument, and no leverage to set under cross margin: setting one isolates the
 * instrument. So a preference for one of our instruments is taken away, but only while nothing is held in it.
 *
 * <p>Source: docs.kraken.com, Futures, "Set the leverage setting", "Set the PNL currency preference".
 */
public final class KrakenFuturesSetup implements VenueSetup {

  private static final int MOST = 50;

  private final FuturesCalls calls;

  KrakenFuturesSetup(FuturesCalls calls) {
    this.calls = calls;
  }

  @Override
  public Result<Boolean> prepare(List<InstrumentId> instruments, int leverage) {
    if (leverage < 1 || leverage > MOST) {
      return Result.refused(
          RefusalReason.INVALID_INPUT,
          "the leverage must lie in 1.." + MOST + ", found " + leverage);
    }
    return ReplyRules.judged(
            "the instruments", () -> instruments.stream().map(FuturesSymbol::of).toList())
        .then(
            symbols ->
                paidInDollars(symbols)
                    .then(ok -> new FuturesSelfMatch(calls).read())
                    .then(apart -> crossed(symbols)));
  }

  @Override
  public Result<Boolean> verify(List<InstrumentId> instruments, int leverage) {
    return ReplyRules.judged(
            "the instruments", () -> instruments.stream().map(FuturesSymbol::of).toList())
        .then(
            symbols ->
                paidInDollars(symbols)
                    .then(ok -> new FuturesSelfMatch(calls).read())
                    .then(apart -> isolated(symbols)))
        .then(
            isolated ->
                isolated.isEmpty()
                    ? Result.ok(true)
                    : Result.refused(
                        RefusalReason.VENUE_REJECTED,
                        isolated.get(0).id()
                            + " is under isolated margin at Kraken, it was under cross margin at the"
                            + " start; set its margin mode to Cross, or start the bot anew"));
  }

  private Result<Boolean> paidInDollars(List<FuturesSymbol> symbols) {
    Reply reply =
        calls.ask(
            2,
            "pnlpreferences",
            (api, s) -> api.pnlPreferences(s.apiKey(), s.nonce(), s.authent()));
    return ReplyRules.read(
            "the currencies of profit",
            reply,
            json -> {
              List<FuturesSymbol> others = new ArrayList<>();
              for (JsonNode row : JsonFields.array(json, "preferences")) {
                boolean isOther = !JsonFields.text(row, "pnlCurrency").equals("USD");
                String symbol = JsonFields.text(row, "symbol");
                symbols.stream().filter(s -> isOther && s.is(symbol)).forEach(others::add);
              }
              return List.copyOf(others);
            })
        .then(
            others ->
                others.isEmpty()
                    ? Result.ok(true)
                    : Result.refused(
                        RefusalReason.VENUE_REJECTED,
                        "the profit of "
                            + others.get(0).id()
                            + " is paid in another currency; set its PNL currency to USD at Kraken"));
  }

  private Result<Boolean> crossed(List<FuturesSymbol> symbols) {
    return isolated(symbols)
        .then(
            isolated ->
                isolated.isEmpty() ? Result.ok(false) : held().then(held -> cross(isolated, held)));
  }

  private Result<List<FuturesSymbol>> isolated(List<FuturesSymbol> symbols) {
    Reply reply =
        calls.ask(
            2,
            "leveragepreferences",
            (api, s) -> api.leveragePreferences(s.apiKey(), s.nonce(), s.authent()));
    return ReplyRules.read(
        "the leverage preferences",
        reply,
        json -> {
          List<FuturesSymbol> isolated = new ArrayList<>();
          for (JsonNode row : JsonFields.array(json, "leveragePreferences")) {
            String symbol = JsonFields.text(row, "symbol");
            symbols.stream().filter(s -> s.is(symbol)).forEach(isolated::add);
          }
          return List.copyOf(isolated);
        });
  }

  private Result<List<VenuePosition>> held() {
    return ReplyRules.read(
        "the positions",
        calls.ask(
            2, "openpositions", (api, s) -> api.openPositions(s.apiKey(), s.nonce(), s.authent())),
        json -> FuturesAccountReader.positions(json, calls.link().venue().value()));
  }

  private Result<Boolean> cross(List<FuturesSymbol> isolated, List<VenuePosition> held) {
    for (FuturesSymbol symbol : isolated) {
      boolean isHeld = held.stream().anyMatch(p -> p.instrument().equals(symbol.id()));
      if (isHeld) {
        return Result.refused(
            RefusalReason.VENUE_REJECTED,
            symbol.id() + " is held under isolated margin; set its margin mode to Cross at Kraken");
      }
    }
    for (FuturesSymbol symbol : isolated) {
      Result<Boolean> set = cross(symbol);
      if (set instanceof Result.Refused<Boolean>) {
        return set;
      }
    }
    return Result.ok(true);
  }

  private Result<Boolean> cross(FuturesSymbol symbol) {
    Reply reply =
        calls.inTime(
            () ->
                calls.tell(
                    Kind.REDUCE_CANCEL,
                    10,
                    "leveragepreferences",
                    (api, s) ->
                        api.setCrossMargin(symbol.text(), s.apiKey(), s.nonce(), s.authent())));
    return ReplyRules.read(
        "the margin mode of " + symbol.id(),
        reply,
        json -> JsonFields.text(json, "result").equals("success"));
  }
}
