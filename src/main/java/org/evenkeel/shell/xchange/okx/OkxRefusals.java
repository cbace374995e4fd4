package org.evenkeel.shell.xchange.okx;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.evenkeel.shell.xchange.Redaction;
import org.evenkeel.shell.xchange.Refusals;
import org.evenkeel.shell.xchange.Reply;
import org.evenkeel.shell.xchange.Reply.Meaning;

/**
 * OKX's way to say no: a code other than 0 in the envelope or, for orders, in the row ('sCode'), mostly with HTTP 200.
 *
 * <p>For example, {@code {"code":"1","data":[{"sCode":"51008",...}]}} with HTTP 200 refuses an order for want of money.
 * Source: OKX API v5, "Error Code" and "Transaction Timeouts".
 */
public final class OkxRefusals implements Refusals {

  /** Nothing of it is known to be decided: timeouts, outages, unknown errors, and requests that the venue lost itself. */
  private static final List<String> TROUBLE =
      List.of("50001", "50004", "50005", "50013", "50026", "51149");

  private static final List<String> BUSY = List.of("50011", "50061");

  private static final List<String> CLOCK = List.of("50102", "50107", "50112");

  /** All of an operation failed; what and why is in the rows. */
  private static final List<String> SEE_ROWS = List.of("0", "1", "2");

  @Override
  public Optional<Reply.Refused> in(int httpStatus, JsonNode body) {
    String code = body.path("code").asText("");
    if (!code.matches("[0-9]{1,9}")) {
      return Optional.empty();
    }
    JsonNode row = body.path("data").path(0);
    String rowCode = row.path("sCode").asText("");
    boolean saysInRow =
        SEE_ROWS.contains(code) && rowCode.matches("[0-9]{1,9}") && !rowCode.equals("0");
    if (saysInRow) {
      return Optional.of(refused(httpStatus, rowCode, row.path("sMsg").asText("")));
    }
    return code.equals("0")
        ? Optional.empty()
        : Optional.of(refused(httpStatus, code, body.path("msg").asText("")));
  }

  private static Reply.Refused refused(int httpStatus, String code, String text) {
    return new Reply.Refused(httpStatus, code, Redaction.line(text), meaning(httpStatus, code));
  }

  private static Meaning meaning(int httpStatus, String code) {
    boolean isKnownNotLookedAt = BUSY.contains(code);
    if (TROUBLE.contains(code) || httpStatus == 408 || (httpStatus >= 500 && !isKnownNotLookedAt)) {
      return Meaning.TROUBLE;
    }
    if (isKnownNotLookedAt) {
      return Meaning.BUSY;
    }
    return CLOCK.contains(code) ? Meaning.CLOCK : Meaning.DECISION;
  }
}
