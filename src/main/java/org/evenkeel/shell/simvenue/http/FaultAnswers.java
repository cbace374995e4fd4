package org.evenkeel.shell.simvenue.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;

/** Sends what a fault sends in place of an answer. Stateless. */
public final class FaultAnswers {

  private FaultAnswers() {}

  static void send(HttpExchange http, Fault fault, Dialect dialect) throws IOException {
    switch (fault.kind()) {
      case HTTP500 -> Front.respond(http, dialect.trouble((int) fault.number(500)));
      case HTML -> {
        http.getResponseHeaders().set("Content-Type", "text/html");
        Front.respond(
            http,
            (int) fault.number(200),
            "<html><head><title>Bad Gateway</title></head><body>nginx</body></html>");
      }
      case EMPTY200 -> Front.respond(http, 200, "");
      case RATE_LIMIT -> tooMany(http, dialect, 429, fault.number(1));
      case BAN -> tooMany(http, dialect, 418, fault.number(60));
      case RESET_AFTER_READ, RESET_BEFORE_READ -> {}
      case DELAY, LOST_ACK, WRONG_ECHO ->
          throw new IllegalStateException(fault.kind() + " does not replace the answer");
    }
  }

  private static void tooMany(HttpExchange http, Dialect dialect, int status, long seconds)
      throws IOException {
    http.getResponseHeaders().set("Retry-After", Long.toString(seconds));
    Front.respond(http, dialect.tooMany(status, seconds));
  }

  static void delay(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
