package org.evenkeel.shell.simvenue.binance;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Locale;

/** Sends what a fault sends in place of an answer. Stateless. */
final class FaultAnswers {

  private FaultAnswers() {}

  static void send(HttpExchange http, Fault fault) throws IOException {
    switch (fault.kind()) {
      case HTTP500 ->
          BinanceFront.respond(
              http,
              (int) fault.number(500),
              Json.message(-1000, "An unknown error occurred while processing the request.")
                  .toString());
      case HTML -> {
        http.getResponseHeaders().set("Content-Type", "text/html");
        BinanceFront.respond(
            http,
            (int) fault.number(200),
            "<html><head><title>Bad Gateway</title></head><body>nginx</body></html>");
      }
      case EMPTY200 -> BinanceFront.respond(http, 200, "");
      case RATE_LIMIT -> tooMany(http, 429, fault.number(1));
      case BAN -> tooMany(http, 418, fault.number(60));
      case RESET_AFTER_READ, RESET_BEFORE_READ -> {}
      case DELAY, LOST_ACK, WRONG_ECHO ->
          throw new IllegalStateException(fault.kind() + " does not replace the answer");
    }
  }

  private static void tooMany(HttpExchange http, int status, long seconds) throws IOException {
    http.getResponseHeaders().set("Retry-After", Long.toString(seconds));
    String message =
        String.format(Locale.ROOT, "Way too many requests; retry after %d seconds.", seconds);
    BinanceFront.respond(http, status, Json.message(-1003, message).toString());
  }

  static void delay(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
