package org.evenkeel.shell.simvenue.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;

/** Sends what a fault sends in place of carrying the request out. Stateless. */
public final class FaultAnswers {

  /** Where nobody listens. */
  private static final String NOWHERE = "http://127.0.0.1:1";

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
      case MAINTENANCE -> Front.respond(http, dialect.maintenance());
      case REDIRECT -> {
        String to = fault.value().isEmpty() ? NOWHERE : fault.value();
        http.getResponseHeaders().set("Location", to + http.getRequestURI());
        Front.respond(http, 307, "");
      }
      case RESET_AFTER_READ, RESET_BEFORE_READ -> {}
      case DELAY,
          ASYNC_REJECT,
          PIECES,
          LAG,
          CLOCK_OFFSET,
          WRONG_ECHO,
          MUTATED,
          PAGE_HOLE,
          HIDDEN,
          LOST_ACK,
          TRUNCATED,
          CUT,
          GARBLED,
          DRIP ->
          throw new IllegalStateException(fault.kind() + " does not replace the answer");
    }
  }

  private static void tooMany(HttpExchange http, Dialect dialect, int status, long seconds)
      throws IOException {
    http.getResponseHeaders().set("Retry-After", Long.toString(seconds));
    Front.respond(http, dialect.tooMany(status, seconds));
  }
}
