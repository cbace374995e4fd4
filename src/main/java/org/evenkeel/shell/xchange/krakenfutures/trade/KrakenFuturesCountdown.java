package org.evenkeel.shell.xchange.krakenfutures.trade;

import java.time.Duration;
import org.evenkeel.core.basics.Result;
import org.evenkeel.cycle.DeadManSwitch;
import org.evenkeel.shell.xchange.JsonFields;
import org.evenkeel.shell.xchange.Reply;
import org.evenkeel.shell.xchange.ReplyRules;

/**
 * Kraken Futures' countdown (cancelallordersafter): one for the whole account, other people's orders included.
 *
 * <p>It goes with the questions' budget, so that keeping the switch armed can never use up what cancels and reductions
 * are kept back for. This class is thread-safe.
 */
final class KrakenFuturesCountdown implements DeadManSwitch {

  private static final int COST = 25;

  private final FuturesCalls calls;

  KrakenFuturesCountdown(FuturesCalls calls) {
    this.calls = calls;
  }

  @Override
  public String description() {
    return "Kraken cancels all working orders of the futures account when the bot falls silent";
  }

  @Override
  public Result<Boolean> arm(Duration countdown) {
    long seconds = Math.max(1, countdown.plusMillis(999).toSeconds());
    return set(seconds);
  }

  @Override
  public Result<Boolean> disarm() {
    return set(0);
  }

  private Result<Boolean> set(long seconds) {
    Reply reply =
        calls.ask(
            COST,
            "cancelallordersafter",
            (api, s) -> api.cancelAllOrdersAfter(seconds, s.apiKey(), s.nonce(), s.authent()));
    return ReplyRules.read(
        "the countdown",
        reply,
        json -> {
          String trigger = JsonFields.text(json.path("status"), "triggerTime");
          return seconds == 0 || !trigger.equals("0");
        });
  }
}
