package org.evenkeel.shell.xchange.kraken;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.evenkeel.shell.xchange.Redaction;
import org.evenkeel.shell.xchange.Refusals;
import org.evenkeel.shell.xchange.Reply;
import org.evenkeel.shell.xchange.Reply.Meaning;

/**
 * Kraken's way to say no on the spot market: a list of errors, with HTTP 200.
 *
 * <p>A code is the error with dots and underscores: 'EOrder:Insufficient funds' is 'EOrder.Insufficient_funds'.
 * Warnings, which begin with a W, are no refusal.
 *
 * <p>Source: docs.kraken.com, Spot REST, "Error messages"; support.kraken.com, "API error messages".
 */
public final class KrakenRefusals implements Refusals {

  /** An order to be canceled or asked for does not exist for the venue. */
  public static final String UNKNOWN_ORDER = "EOrder.Unknown_order";

  /** A pair that was asked for is not on the list. */
  static final String UNKNOWN_PAIR = "EQuery.Unknown_asset_pair";

  private static final int LONGEST = 32;

  @Override
  public Optional<Reply.Refused> in(int httpStatus, JsonNode body) {
    for (JsonNode error : body.path("error")) {
      String text = error.asText("");
      if (text.startsWith("E")) {
        String code = code(text);
        return Optional.of(
            new Reply.Refused(httpStatus, code, Redaction.line(text), meaning(httpStatus, text)));
      }
    }
    return httpStatus < 400
        ? Optional.empty()
        : Optional.of(
            new Reply.Refused(
                httpStatus, "HTTP_" + httpStatus, "no error told", meaning(httpStatus, "")));
  }

  static String code(String text) {
    String plain = text.replace(':', '.').replaceAll("[^A-Za-z0-9._]+", "_");
    return plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
  }

  private static Meaning meaning(int httpStatus, String text) {
    boolean isInternal =
        text.startsWith("EGeneral:Internal") || text.startsWith("EGeneral:Unknown");
    boolean isLimit =
        text.contains("Rate limit exceeded")
            || text.contains("Too many requests")
            || text.startsWith("EService: Throttled")
            || text.startsWith("EService:Throttled")
            || text.startsWith("EGeneral:Temporary lockout");
    if (httpStatus == 429 || isLimit) {
      return Meaning.BUSY;
    }
    boolean isOutsideItsTime =
        text.startsWith("EAPI:Invalid nonce") || text.startsWith("EService:Deadline elapsed");
    if (isOutsideItsTime && httpStatus < 500) {
      return Meaning.CLOCK;
    }
    // A market that only takes cancels or resting orders has decided; anything else of the service
    // is trouble.
    boolean isService = text.startsWith("EService:") && !text.startsWith("EService:Market in");
    return httpStatus >= 500 || httpStatus == 408 || isService || isInternal
        ? Meaning.TROUBLE
        : Meaning.DECISION;
  }
}
