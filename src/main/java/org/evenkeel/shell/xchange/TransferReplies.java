package org.evenkeel.shell.xchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;
import java.util.function.Predicate;
import org.evenkeel.core.basics.Result;
import org.evenkeel.cycle.WalletTransfers.Outcome;

/**
 * The one place that says what a reply means for a transfer: the rule is that of orders, an allow-list.
 *
 * <p>This class is stateless and thread-safe.
 */
public final class TransferReplies {

  private TransferReplies() {}

  /**
   * What a transfer's one send came to.
   *
   * @param isDefinitive whether a code proves that nothing was moved; one that came outside of its time was not looked at
   * @param reference the venue's name for the transfer in its acknowledgment
   */
  public static Outcome sent(
      Reply reply, Predicate<String> isDefinitive, Function<JsonNode, String> reference) {
    return switch (reply) {
      case Reply.Body body ->
          switch (ReplyRules.judged("the acknowledgment", () -> reference.apply(body.json()))) {
            case Result.Ok<String> ok -> new Outcome.Accepted(ok.value());
            case Result.Refused<String> bad ->
                new Outcome.Unknown(
                    bad.refusal().detail() + "; it said " + Redaction.line(body.json().toString()));
          };
      case Reply.Refused refused ->
          switch (refused.meaning()) {
            case CLOCK, BUSY -> new Outcome.Rejected(refused.code(), refused.text());
            case DECISION ->
                isDefinitive.test(refused.code())
                    ? new Outcome.Rejected(refused.code(), refused.text())
                    : new Outcome.Unknown(refused.code() + ", " + refused.text());
            case TROUBLE -> new Outcome.Unknown(refused.code() + ", " + refused.text());
          };
      case Reply.Failed failed -> new Outcome.Unknown(failed.detail());
      case Reply.NotSent notSent -> new Outcome.Rejected(ReplyRules.NOT_SENT, notSent.detail());
    };
  }
}
