package org.evenkeel.shell.xchange.okx.trade;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.TreeMap;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.cycle.CallGate.Kind;
import org.evenkeel.cycle.VenueSetup;
import org.evenkeel.shell.xchange.JsonFields;
import org.evenkeel.shell.xchange.ReplyRules;
import org.evenkeel.shell.xchange.UnreadableReply;
import org.evenkeel.shell.xchange.okx.OkxFields;
import org.evenkeel.shell.xchange.okx.OkxKind;
import org.evenkeel.shell.xchange.okx.OkxSymbol;

/**
 * The start-up check of an OKX account: its level, net position mode, no borrowing, and the leverage asked for.
 *
 * <p>Modes are only checked, because changing them concerns positions that may be open; the leverage of cross margin is set.
 *
 * <p>This class is thread-safe.
 */
public final class OkxSetup implements VenueSetup {

  private static final String CROSS = "cross";

  private final OkxCalls calls;
  private final OkxAccountMode mode;

  OkxSetup(OkxCalls calls, OkxAccountMode mode) {
    this.calls = calls;
    this.mode = mode;
  }

  @Override
  public Result<Boolean> prepare(List<InstrumentId> instruments, int leverage) {
    if (leverage < 1 || leverage > 125) {
      return Result.refused(
          RefusalReason.INVALID_INPUT, "the leverage must lie in 1..125, found " + leverage);
    }
    return ReplyRules.judged("the instruments", () -> contracts(instruments))
        .then(
            symbols ->
                mode.read()
                    .then(OkxSetup::checked)
                    .then(ok -> mode.tradeMode(OkxKind.SPOT))
                    .then(ok -> adjusted(symbols, leverage)));
  }

  @Override
  public Result<Boolean> verify(List<InstrumentId> instruments, int leverage) {
    return ReplyRules.judged("the instruments", () -> contracts(instruments))
        .then(
            symbols ->
                mode.read()
                    .then(OkxSetup::checked)
                    .then(ok -> mode.tradeMode(OkxKind.SPOT))
                    .then(ok -> asSet(symbols, leverage)));
  }

  private Result<Boolean> asSet(List<OkxSymbol> symbols, int leverage) {
    for (OkxSymbol symbol : symbols) {
      Result<Boolean> same =
          leverageOf(symbol)
              .then(
                  found ->
                      found.compareTo(BigDecimal.valueOf(leverage)) == 0
                          ? Result.ok(true)
                          : Result.refused(
                              RefusalReason.VENUE_REJECTED,
                              "the leverage of "
                                  + symbol.id()
                                  + " is "
                                  + found.toPlainString()
                                  + " at OKX, "
                                  + leverage
                                  + " was set at the start; set it back, or start the bot anew"));
      if (same instanceof Result.Refused<Boolean>) {
        return same;
      }
    }
    return Result.ok(true);
  }

  private static List<OkxSymbol> contracts(List<InstrumentId> instruments) {
    return instruments.stream()
        .map(OkxSymbol::of)
        .filter(symbol -> symbol.kind().isContract())
        .toList();
  }

  private static Result<Boolean> checked(OkxAccountMode.Configuration configuration) {
    if (!configuration.positionMode().equals("net_mode")) {
      return Result.refused(
          RefusalReason.VENUE_REJECTED,
          "the account is in hedge mode; set Position mode to One-way (net) in OKX's settings");
    }
    if (configuration.level().equals("3") && configuration.borrows()) {
      return Result.refused(
          RefusalReason.VENUE_REJECTED,
          "the account borrows by itself what it does not have; switch Auto-borrow off at OKX");
    }
    return Result.ok(true);
  }

  private Result<Boolean> adjusted(List<OkxSymbol> symbols, int leverage) {
    boolean hasSet = false;
    for (OkxSymbol symbol : symbols) {
      Result<Boolean> set =
          leverageOf(symbol)
              .then(
                  found ->
                      found.compareTo(BigDecimal.valueOf(leverage)) == 0
                          ? Result.ok(false)
                          : set(symbol, leverage));
      if (set instanceof Result.Refused<Boolean>) {
        return set;
      }
      hasSet = hasSet || set.orThrow();
    }
    return Result.ok(hasSet);
  }

  private Result<BigDecimal> leverageOf(OkxSymbol symbol) {
    return ReplyRules.read(
        "the leverage of " + symbol.id(),
        calls.ask(
            1,
            "api/v5/account/leverage-info",
            (api, s) ->
                api.leverage(
                    symbol.instId(),
                    CROSS,
                    s.apiKey(),
                    s.passphrase(),
                    s.timestamp(),
                    s.demo(),
                    s.signature())),
        json -> leverage(symbol, json));
  }

  static BigDecimal leverage(OkxSymbol symbol, JsonNode json) {
    JsonNode row = OkxFields.row(json);
    symbol.require(JsonFields.text(row, "instId"));
    if (!CROSS.equals(JsonFields.text(row, "mgnMode"))) {
      throw new UnreadableReply("the leverage is not that of cross margin");
    }
    return OkxFields.decimal(row, "lever");
  }

  private Result<Boolean> set(OkxSymbol symbol, int leverage) {
    TreeMap<String, Object> body = new TreeMap<>();
    body.put("instId", symbol.instId());
    body.put("mgnMode", CROSS);
    body.put("lever", Integer.toString(leverage));
    return ReplyRules.read(
            "the leverage of " + symbol.id(),
            calls.tell(
                Kind.REDUCE_CANCEL,
                "api/v5/account/set-leverage",
                (api, s) ->
                    api.setLeverage(
                        body, s.apiKey(), s.passphrase(), s.timestamp(), s.demo(), s.signature())),
            json -> leverage(symbol, json))
        .then(
            found ->
                found.compareTo(BigDecimal.valueOf(leverage)) == 0
                    ? Result.ok(true)
                    : Result.refused(
                        RefusalReason.VENUE_REJECTED,
                        "OKX did not set the leverage of " + symbol.id()));
  }
}
