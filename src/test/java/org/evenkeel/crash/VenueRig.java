package org.evenkeel.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.evenkeel.shell.simvenue.SimVenueServer;
import org.evenkeel.shell.simvenue.exchange.OpeningBalances;
import org.evenkeel.shell.simvenue.exchange.SimExchange;
import org.evenkeel.shell.simvenue.http.Credentials;
import org.evenkeel.shell.simvenue.market.GeneratedMarket;
import org.evenkeel.shell.simvenue.market.SimClock;

/** A simulated venue in the test's own process: it outlives every bot that trades there, and keeps the log. */
final class VenueRig implements AutoCloseable {

  static final Instant START = Instant.parse("2025-12-31T23:30:00Z");
  private static final int HISTORY_DAYS = 40;
  private static final long SEED = 20260101;
  private static final String KEY = "a".repeat(64);
  private static final String SECRET = "b".repeat(64);

  private final Path directory;
  private final SimVenueServer server;
  private final HttpClient http = HttpClient.newHttpClient();

  private VenueRig(Path directory, SimVenueServer server) {
    this.directory = directory;
    this.server = server;
  }

  /** Starts a venue with a generated market of so many market seconds per second. */
  static VenueRig start(Path directory, double speed) {
    try {
      Files.createDirectories(directory);
      Files.writeString(directory.resolve("api-key"), KEY + "\n");
      Files.writeString(directory.resolve("api-secret"), SECRET + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new VenueRig(
        directory,
        SimVenueServer.start(
            new SimVenueServer.Options(
                GeneratedMarket.standard(
                    SEED, START.toEpochMilli(), Duration.ofDays(HISTORY_DAYS).toMillis()),
                from -> new SimClock(from, speed, System::nanoTime),
                START.toEpochMilli(),
                directory.resolve("events.ndjson"),
                new Credentials(KEY, SECRET),
                new OpeningBalances(
                    Map.of("USDT", new BigDecimal("40000")),
                    Map.of("USDT", new BigDecimal("60000"))),
                0)));
  }

  Path directory() {
    return directory;
  }

  String url() {
    return server.url();
  }

  List<String> log() {
    return server.logLines();
  }

  SimExchange exchange() {
    return server.exchange();
  }

  /** How many orders it has accepted. */
  int orders() {
    return exchange().series().stream().mapToInt(info -> exchange().orders(info.id()).size()).sum();
  }

  long nowMs() {
    return server.clock().nowMs();
  }

  /** Orders what goes wrong with the next so many requests of an endpoint. */
  void fault(String method, String path, String kind, int count) {
    fault(method, path, kind, count, "");
  }

  /** The same with the fault's value, such as the milliseconds of a delay. */
  void fault(String method, String path, String kind, int count, String value) {
    ask(
        "POST",
        "/sim/fault",
        """
        {"method":"%s","path":"%s","kind":"%s","count":%d,"value":"%s"}
        """
            .formatted(method, path, kind, count, value));
  }

  /** Ends all faults. */
  void clearFaults() {
    ask("DELETE", "/sim/fault", "");
  }

  /** Releases the clock from those that were killed while they held it; the venue itself waits for 15 seconds. */
  void letTimeRun() {
    ask("POST", "/sim/clock/release?holder=*", "");
  }

  private void ask(String method, String path, String body) {
    try {
      HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(URI.create(url() + path))
                  .method(method, BodyPublishers.ofString(body))
                  .build(),
              BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(path + " answers " + answer.body());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
