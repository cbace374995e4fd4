package org.evenkeel.shell.xchange.binance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.evenkeel.shell.xchange.Redaction;
import org.evenkeel.shell.xchange.Refusals;
import org.evenkeel.shell.xchange.Reply;
import org.evenkeel.shell.xchange.Reply.Meaning;

/**
 * Binance's way to say no: an error status with an object that has a code and a message.
 *
 * <p>Source: Binance, "Error codes" and "General info" of both markets.
 */
public final class BinanceRefusals implements Refusals {

  /** An order to be canceled is not open, or never was. */
  public static final String CANCEL_UNKNOWN = "-2011";

  /** The timestamp lies outside of the receive window. */
  private static final int OUTSIDE_WINDOW = -1021;

  /** Spot: also the code of a client id that is in use; then an order of that id exists. */
  private static final int NEW_ORDER_REJECTED = -2010;

  @Override
  public Optional<Reply.Refused> in(int httpStatus, JsonNode body) {
    JsonNode code = body.path("code");
    if (httpStatus < 400 || !code.isInt()) {
      return Optional.empty();
    }
    String text = Redaction.line(body.path("msg").asText());
    boolean saysDuplicate =
        code.intValue() == NEW_ORDER_REJECTED && text.contains("Duplicate order");
    return Optional.of(
        new Reply.Refused(
            httpStatus,
            saysDuplicate ? code.intValue() + " duplicate" : code.asText(),
            text,
            meaning(httpStatus, code.intValue())));
  }

  private static Meaning meaning(int httpStatus, int code) {
    if (httpStatus >= 500 || httpStatus == 408) {
      return Meaning.TROUBLE;
    }
    if (httpStatus == 429 || httpStatus == 418) {
      return Meaning.BUSY;
    }
    return code == OUTSIDE_WINDOW ? Meaning.CLOCK : Meaning.DECISION;
  }
}
