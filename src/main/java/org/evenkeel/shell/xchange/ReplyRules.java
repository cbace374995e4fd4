package org.evenkeel.shell.xchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.route.Lookup;
import org.evenkeel.core.route.SendOutcome;
import org.evenkeel.core.route.VenueCapabilities;
import org.evenkeel.core.route.VenueOrder;

/**
 * The one place that says what a reply means for an order, a question for an order, a cancel and any other read.
 *
 * <p>The rule for orders is an allow-list: accepted if the acknowledgment was understood, rejected if the venue's code is
 * on its list of definitive rejections with a status below 500 other than 408, or if nothing was sent; otherwise unknown.
 * For example, HTTP 400 with -2010 is a rejection, HTTP 503 with -1007 and HTTP 200 with a web page are unknown.
 *
 * <p>This class is stateless and thread-safe.
 */
public final class ReplyRules {

  /** The code of an order that was provably never sent. */
  public static final String NOT_SENT = "NOT_SENT";

  private ReplyRules() {}

  /** What an order's one send came to. */
  public static SendOutcome sent(
      Reply reply, VenueCapabilities venue, Function<JsonNode, VenueOrder> parse) {
    return switch (reply) {
      case Reply.Body body -> {
        Result<VenueOrder> order = parsed("the acknowledgment", body, parse);
        yield switch (order) {
          case Result.Ok<VenueOrder> ok -> new SendOutcome.Accepted(ok.value());
          // An answer that was not understood is kept: it is all there is to look into.
          case Result.Refused<VenueOrder> bad ->
              new SendOutcome.Unknown(
                  bad.refusal().detail() + "; it said " + Redaction.line(body.json().toString()));
        };
      }
      case Reply.Refused refused ->
          isDefinitive(refused, venue)
              ? new SendOutcome.Rejected(refused.code(), refused.text())
              : new SendOutcome.Unknown(describe(refused));
      case Reply.Failed failed -> new SendOutcome.Unknown(failed.detail());
      case Reply.NotSent notSent -> new SendOutcome.Rejected(NOT_SENT, notSent.detail());
    };
  }

  /** Whether a reply is the venue's word for 'there is no such order'. */
  public static boolean isNotFound(Reply reply, VenueCapabilities venue) {
    return reply instanceof Reply.Refused refused
        && refused.meaning() != Reply.Meaning.TROUBLE
        && venue.notFoundCodes().contains(refused.code());
  }

  /** What the question for one order came to. */
  public static Lookup lookedUp(
      Reply reply, VenueCapabilities venue, Function<JsonNode, VenueOrder> parse) {
    return switch (reply) {
      case Reply.Body body -> {
        Result<VenueOrder> order = parsed("the order", body, parse);
        yield switch (order) {
          case Result.Ok<VenueOrder> ok -> new Lookup.Found(ok.value());
          case Result.Refused<VenueOrder> bad -> new Lookup.Unreadable(bad.refusal().detail());
        };
      }
      case Reply.Refused refused ->
          isNotFound(refused, venue)
              ? new Lookup.NotVisible()
              : new Lookup.Unreadable(describe(refused));
      case Reply.Failed failed -> new Lookup.Unreadable(failed.detail());
      case Reply.NotSent notSent -> new Lookup.Unreadable(notSent.detail());
    };
  }

  /**
   * What a request to cancel came to: true if the venue took it, false if it knows no such open order.
   *
   * @param notOpenCode the venue's code for an order that is not open
   * @param parse throws if the answer is no confirmation
   */
  public static Result<Boolean> canceled(
      Reply reply, String notOpenCode, Consumer<JsonNode> parse) {
    if (reply instanceof Reply.Refused refused
        && refused.code().equals(notOpenCode)
        && refused.meaning() != Reply.Meaning.TROUBLE) {
      return Result.ok(false);
    }
    return read(
        "the cancel",
        reply,
        json -> {
          parse.accept(json);
          return true;
        });
  }

  /** What any other question came to; whatever cannot be read is refused, never empty. */
  public static <T> Result<T> read(String what, Reply reply, Function<JsonNode, T> parse) {
    return switch (reply) {
      case Reply.Body body -> parsed(what, body, parse);
      case Reply.Refused refused ->
          Result.refused(reasonOf(refused), what + ": " + describe(refused));
      case Reply.Failed failed ->
          Result.refused(RefusalReason.VENUE_UNAVAILABLE, what + ": " + failed.detail());
      case Reply.NotSent notSent ->
          Result.refused(RefusalReason.VENUE_UNAVAILABLE, what + ": " + notSent.detail());
    };
  }

  private static <T> Result<T> parsed(String what, Reply.Body body, Function<JsonNode, T> parse) {
    return judged(what, () -> parse.apply(body.json()));
  }

  /** What comes of reading answers that are in hand; whatever is wrong with them refuses. */
  public static <T> Result<T> judged(String what, Supplier<T> reading) {
    try {
      return Result.ok(reading.get());
    } catch (UnreadableReply | IllegalArgumentException | ArithmeticException e) {
      return Result.refused(
          RefusalReason.VENUE_UNAVAILABLE,
          what + " cannot be read: " + Redaction.line(String.valueOf(e.getMessage())));
    } catch (RuntimeException e) {
      return Result.refused(
          RefusalReason.VENUE_UNAVAILABLE,
          what + " cannot be read: " + e.getClass().getSimpleName());
    }
  }

  private static boolean isDefinitive(Reply.Refused refused, VenueCapabilities venue) {
    return refused.meaning() != Reply.Meaning.TROUBLE
        && venue.definitiveRejectCodes().contains(refused.code());
  }

  private static RefusalReason reasonOf(Reply.Refused refused) {
    return switch (refused.meaning()) {
      case CLOCK -> RefusalReason.CLOCK_OFFSET;
      case BUSY, TROUBLE -> RefusalReason.VENUE_UNAVAILABLE;
      case DECISION -> RefusalReason.VENUE_REJECTED;
    };
  }

  private static String describe(Reply.Refused refused) {
    return "HTTP " + refused.httpStatus() + ", code " + refused.code() + ", " + refused.text();
  }
}
