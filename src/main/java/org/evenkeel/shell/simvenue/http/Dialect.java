package org.evenkeel.shell.simvenue.http;

import com.fasterxml.jackson.databind.JsonNode;
import org.evenkeel.shell.simvenue.exchange.SymbolState;

/**
 * How one venue talks: what its requests mean, and how its answers and refusals read.
 *
 * <p>Implementations are thread-safe.
 */
public interface Dialect {

  /** Carries a request out, at the market time of now, and says what the venue would. */
  Answer answer(Request request);

  /** Lets the exchange do what fell due until this market time. */
  void advance(long atMs);

  /** Writes down that an order request came and did not reach the exchange; other requests leave no trace. */
  void recordArrival(Request request, String why);

  /** The venue's own words for 'something went wrong here', under an HTTP status. */
  Answer trouble(int status);

  /** The venue's own words for maintenance. */
  Answer maintenance();

  /** Closes the venue for everybody, in its own words and at its own status endpoint, or opens it again. */
  void maintenance(boolean isOn);

  /** Whether the venue has such a state of a symbol at all. */
  default boolean knows(SymbolState state) {
    return true;
  }

  /** The venue's own words for 'too many requests', under HTTP 429 or that of a ban, with the seconds to wait. */
  Answer tooMany(int status, long seconds);

  /** Changes the client order id that an answer echoes; an answer without one stays as it is. */
  void wrongEcho(JsonNode answer, String clientOrderId);
}
