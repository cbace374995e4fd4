package org.evenkeel.shell.xchange.okx.trade;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.TreeMap;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.cycle.CallGate.Kind;
import org.evenkeel.cycle.DeadManSwitch;
import org.evenkeel.shell.xchange.JsonFields;
import org.evenkeel.shell.xchange.ReplyRules;
import org.evenkeel.shell.xchange.okx.OkxFields;

/**
 * OKX's cancel-all-after: one for the whole account, of 10 to 120 seconds.
 *
 * <p>It goes with the questions' budget, so that keeping the switch armed can never use up what cancels and reductions
 * are kept back for. This class is thread-safe.
 */
final class OkxCountdown implements DeadManSwitch {

  private static final long SHORTEST_SECONDS = 10;
  private static final long LONGEST_SECONDS = 120;

  private final OkxCalls calls;

  OkxCountdown(OkxCalls calls) {
    this.calls = calls;
  }

  @Override
  public String description() {
    return "the venue cancels every working order of the account, on all its markets, when the bot falls silent";
  }

  @Override
  public Result<Boolean> arm(Duration countdown) {
    long seconds = countdown.toSeconds();
    if (seconds < SHORTEST_SECONDS || seconds > LONGEST_SECONDS) {
      return Result.refused(
          RefusalReason.INVALID_INPUT,
          "OKX takes a countdown of 10 s to 120 s, not of " + seconds + " s");
    }
    return set(seconds);
  }

  @Override
  public Result<Boolean> disarm() {
    return set(0);
  }

  private Result<Boolean> set(long seconds) {
    TreeMap<String, Object> body = new TreeMap<>();
    body.put("timeOut", Long.toString(seconds));
    return ReplyRules.read(
            "the countdown",
            calls.tell(
                Kind.READ,
                "api/v5/trade/cancel-all-after",
                (api, s) ->
                    api.cancelAllAfter(
                        body, s.apiKey(), s.passphrase(), s.timestamp(), s.demo(), s.signature())),
            json -> isSet(json, seconds))
        .then(
            isSet ->
                isSet
                    ? Result.ok(true)
                    : Result.refused(
                        RefusalReason.VENUE_REJECTED, "OKX did not set the countdown"));
  }

  /** A countdown that runs has a time at which it triggers; one that was ended has 0. */
  static boolean isSet(JsonNode json, long seconds) {
    boolean isRunning = !"0".equals(JsonFields.text(OkxFields.row(json), "triggerTime"));
    return isRunning == (seconds > 0);
  }
}
