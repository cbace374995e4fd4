package org.evenkeel.shell.xchange.krakenfutures.trade;

import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.cycle.SelfMatch;
import org.evenkeel.shell.xchange.JsonFields;
import org.evenkeel.shell.xchange.Redaction;
import org.evenkeel.shell.xchange.ReplyRules;

/**
 * The strategy of an account at Kraken Futures for orders that would trade with its own.
 *
 * <p>It is read and never set: it is one for all bots and people of the account. Every documented word keeps an order from
 * trading with one of the same account; a new word is refused, because nobody knows what it lets happen.
 *
 * <p>Source: docs.kraken.com, Futures, "Get self trade strategy", "Update self trade strategy". What the question costs is
 * not documented; 2 is assumed, as of other questions for settings.
 *
 * <p>This class is thread-safe.
 */
final class FuturesSelfMatch implements SelfMatch {

  private static final int COST = 2;

  private final FuturesCalls calls;

  FuturesSelfMatch(FuturesCalls calls) {
    this.calls = calls;
  }

  @Override
  public Result<Found> read() {
    return ReplyRules.read(
            "the self-trade strategy",
            calls.ask(
                COST,
                "self-trade-strategy",
                (api, s) -> api.selfTradeStrategy(s.apiKey(), s.nonce(), s.authent())),
            json -> JsonFields.text(json, "strategy"))
        .then(this::judged);
  }

  private Result<Found> judged(String word) {
    return switch (word) {
      // The new order is rejected, or the own one that rests is canceled.
      case "REJECT_TAKER", "CANCEL_MAKER_SELF" -> found(word, false);
      case "CANCEL_MAKER_CHILD", "CANCEL_MAKER_ANY" -> found(word, true);
      default ->
          Result.refused(
              RefusalReason.VENUE_REJECTED,
              "what keeps orders of the account from trading with each other is set to "
                  + Redaction.line(word)
                  + ", which is not known; set the self-trade strategy to REJECT_TAKER at Kraken");
    };
  }

  private Result<Found> found(String word, boolean reachesOthers) {
    return Result.ok(new Found(calls.link().venue(), word, reachesOthers));
  }
}
