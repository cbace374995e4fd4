package org.evenkeel.shell.xchange.binance.trade;

import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.cycle.CallGate.Kind;
import org.evenkeel.shell.xchange.JsonFields;
import org.evenkeel.shell.xchange.Reply;
import org.evenkeel.shell.xchange.ReplyRules;
import org.evenkeel.shell.xchange.binance.Symbol;

/**
 * Settings of one futures symbol, which hold only if the venue repeats them in its answer. Thread-safe.
 */
final class SettingCalls {

  private final SignedCalls calls;

  SettingCalls(SignedCalls calls) {
    this.calls = calls;
  }

  /**
   * One setting.
   *
   * @param words what it is called, such as 'leverage'
   * @param endpoint where it is set
   * @param field the field of the answer that repeats it
   * @param value what it shall be
   * @param kind whose budget it uses
   */
  record Setting(
      String words, String endpoint, String field, String value, Kind kind, int weight) {}

  /** Sets it; may be said twice, because the second time changes nothing. */
  Result<Boolean> set(Symbol symbol, Setting setting, SignedCalls.FuturesRequest request) {
    Reply reply =
        calls.inTime(
            () ->
                calls.tellFutures(
                    setting.kind(),
                    setting.weight(),
                    setting.endpoint(),
                    calls.signedNow(),
                    request));
    String what = "the " + setting.words() + " of " + symbol.id();
    return ReplyRules.read(
            what,
            reply,
            json -> {
              symbol.require(JsonFields.text(json, "symbol"));
              return JsonFields.text(json, setting.field()).equals(setting.value());
            })
        .then(
            isSet ->
                isSet
                    ? Result.ok(true)
                    : Result.refused(RefusalReason.VENUE_REJECTED, "Binance did not set " + what));
  }
}
