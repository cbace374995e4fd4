package org.evenkeel.shell.boot;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.evenkeel.cycle.Clock;
import org.junit.jupiter.api.Test;

class ExternalClockTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final double SPEED = 86_400_000;

  @Test
  void a_venue_that_does_not_answer_whether_it_stands_is_not_taken_to_run() throws IOException {
    AtomicBoolean isSilent = new AtomicBoolean();
    HttpServer venue =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    venue.createContext(
        "/",
        exchange -> {
          boolean holds = exchange.getRequestURI().getPath().endsWith("/hold");
          if (holds && isSilent.get()) {
            exchange.close();
            return;
          }
          byte[] body =
              "{\"marketMs\":%d,\"rate\":%s,\"speed\":%s}"
                  .formatted(START.toEpochMilli(), holds ? "1" : SPEED, SPEED)
                  .getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    venue.start();
    try {
      Clock clock =
          ExternalClock.of(URI.create("http://localhost:" + venue.getAddress().getPort()), "test");
      isSilent.set(true);
      try (Clock.Hold held = clock.hold()) {
        Instant asked = clock.now();
        // A tenth of a second would be a hundred days of a market at full speed.
        WallClock.pause(Duration.ofMillis(100));
        assertThat(Duration.between(asked, clock.now())).isLessThan(Duration.ofMinutes(1));
      }
    } finally {
      venue.stop(0);
    }
  }
}
