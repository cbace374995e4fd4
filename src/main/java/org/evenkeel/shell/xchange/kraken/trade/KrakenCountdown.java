package org.evenkeel.shell.xchange.kraken.trade;

import java.time.Duration;
import org.evenkeel.core.basics.Result;
import org.evenkeel.cycle.DeadManSwitch;
import org.evenkeel.shell.xchange.JsonFields;
import org.evenkeel.shell.xchange.ReplyRules;

/** The spot market's countdown (CancelAllOrdersAfter): one for the whole account. This class is thread-safe. */
final class KrakenCountdown implements DeadManSwitch {

  private final SpotCalls calls;

  KrakenCountdown(SpotCalls calls) {
    this.calls = calls;
  }

  @Override
  public String description() {
    return "Kraken cancels all working orders of the spot account when the bot falls silent";
  }

  @Override
  public Result<Boolean> arm(Duration countdown) {
    return set(Math.max(1, countdown.plusMillis(999).toSeconds()));
  }

  @Override
  public Result<Boolean> disarm() {
    return set(0);
  }

  private Result<Boolean> set(long seconds) {
    return ReplyRules.read(
        "the countdown",
        calls.ask(
            1,
            "CancelAllOrdersAfter",
            (api, s) -> api.cancelAllOrdersAfter(s.nonce(), seconds, s.apiKey(), s.sign())),
        json -> {
          String trigger = JsonFields.text(json.path("result"), "triggerTime");
          return seconds == 0 || !trigger.equals("0");
        });
  }
}
