package org.evenkeel.shell.xchange.krakenfutures;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.evenkeel.shell.xchange.Redaction;
import org.evenkeel.shell.xchange.Refusals;
import org.evenkeel.shell.xchange.Reply;
import org.evenkeel.shell.xchange.Reply.Meaning;

/**
 * Kraken Futures' ways to say no, most of them with HTTP 200: {@code result: error}, or a success whose order or cancel
 * has a status other than that it was done.
 *
 * <p>Spaces in a code become underscores: 'Server Error' is 'Server_Error'.
 * An immediate order that would not execute, or a post-only one that would, is no refusal where the answer tells of it as
 * an order: it was one, and ended.
 *
 * <p>Source: docs.kraken.com, Futures, "Send order" (statuses and errors), "Cancel order", "Futures REST".
 */
public final class KrakenFuturesRefusals implements Refusals {

  /** An order to be canceled is not open, or never was. */
  public static final String NOT_FOUND = "notFound";

  /** An immediate order found nobody to trade with; a post-only one found somebody. */
  private static final List<String> ENDED = List.of("iocWouldNotExecute", "postWouldExecute");

  private static final List<String> DONE = List.of("placed", "partiallyFilled", "filled");

  private static final List<String> OUTSIDE_ITS_TIME =
      List.of("nonceBelowThreshold", "nonceDuplicate", "wouldProcessAfterSpecifiedTime");

  private static final List<String> TROUBLES =
      List.of("Server_Error", "Unavailable", "unknownError");

  @Override
  public Optional<Reply.Refused> in(int httpStatus, JsonNode body) {
    Optional<String> code = error(body).or(() -> order(body)).or(() -> cancel(body));
    boolean isFailure = httpStatus >= 400;
    if (code.isEmpty() && !isFailure) {
      return Optional.empty();
    }
    String named = code.orElse("HTTP_" + httpStatus);
    return Optional.of(
        new Reply.Refused(httpStatus, named, text(body, named), meaning(httpStatus, named)));
  }

  /** An error may come with what it is about behind a colon, or as a list, or as the history's own words. */
  private static Optional<String> error(JsonNode body) {
    if (body.path("result").asText().equals("error") || body.path("error").isTextual()) {
      String word = body.path("error").asText(body.path("errors").path(0).asText("unknownError"));
      return Optional.of(word(word));
    }
    boolean isUnauthorized = body.path("status").asText().equals("unauthorized");
    return isUnauthorized ? Optional.of("authenticationError") : Optional.empty();
  }

  private static Optional<String> order(JsonNode body) {
    JsonNode sent = body.path("sendStatus");
    String status = sent.path("status").asText();
    boolean isOrder =
        DONE.contains(status) || (ENDED.contains(status) && sent.path("orderEvents").has(0));
    return status.isEmpty() || isOrder ? Optional.empty() : Optional.of(word(status));
  }

  private static Optional<String> cancel(JsonNode body) {
    String status = body.path("cancelStatus").path("status").asText();
    return switch (status) {
      case "", "cancelled" -> Optional.empty();
      case "notFound", "filled" -> Optional.of(NOT_FOUND);
      default -> Optional.of(word(status));
    };
  }

  private static String word(String text) {
    int colon = text.indexOf(':');
    String head = (colon < 0 ? text : text.substring(0, colon)).strip().replace(' ', '_');
    if (head.isEmpty()) {
      return "unknownError";
    }
    // The venue's words are long enough to look like keys, but they have no digits.
    return head.matches("[A-Za-z_]{1,40}") ? head : Redaction.line(head);
  }

  private static String text(JsonNode body, String code) {
    String words = body.path("error").asText(body.path("reason").asText(""));
    return words.isEmpty() || words.equals(code) ? code : Redaction.line(words);
  }

  private static Meaning meaning(int httpStatus, String code) {
    if (httpStatus >= 500 || httpStatus == 408 || TROUBLES.contains(code)) {
      return Meaning.TROUBLE;
    }
    if (httpStatus == 429 || code.equals("apiLimitExceeded")) {
      return Meaning.BUSY;
    }
    return OUTSIDE_ITS_TIME.contains(code) ? Meaning.CLOCK : Meaning.DECISION;
  }
}
