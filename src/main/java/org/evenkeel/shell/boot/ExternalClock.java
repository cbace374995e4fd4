package org.evenkeel.shell.boot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.evenkeel.cycle.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The market time of a simulated venue that runs as its own process.
 *
 * <p>The venue tells its time and rate when asked; between questions the time is carried on by the wall clock. While a
 * venue does not answer, time goes on at the wall's speed: this clock may fall behind, but never runs ahead. Thread-safe.
 */
final class ExternalClock implements Clock {

  private static final Logger LOG = LoggerFactory.getLogger(ExternalClock.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** A third of the fifteen seconds after which the venue forgets a hold. */
  private static final long RENEW_NANOS = 5_000_000_000L;

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final ObjectMapper json = new ObjectMapper();
  private final URI venue;
  private final String holder;

  private double anchorMarketMs;
  private long anchorNanos;
  private double rate = 1;
  private double speed = 1;
  private double latestMs;
  private int held;

  private ExternalClock(URI venue, String holder) {
    this.venue = venue;
    this.holder = holder;
  }

  /** Asks the venue for its time; throws {@link IllegalStateException} if it does not answer. */
  static ExternalClock of(URI venue, String holder) {
    ExternalClock clock = new ExternalClock(venue, holder);
    if (!clock.ask("GET", "/sim/clock")) {
      throw new IllegalStateException(
          "no simulated venue answers at "
              + venue
              + " (rehearsal.external_url); start one with './evenkeel venue-sim' or remove the key");
    }
    return clock;
  }

  @Override
  public synchronized Instant now() {
    if (held > 0 && System.nanoTime() - anchorNanos > RENEW_NANOS) {
      ask("POST", "/sim/clock/hold");
    }
    latestMs = Math.max(latestMs, estimate());
    return Instant.ofEpochMilli((long) latestMs);
  }

  @Override
  public void sleep(Duration duration) {
    Instant until = now().plus(duration);
    boolean wasHeld = isHeld();
    if (wasHeld) {
      askLocked("/sim/clock/release");
    }
    try {
      WallClock.pause(Duration.ofMillis(Math.max(1, wallUntil(until).toMillis())));
    } finally {
      if (wasHeld) {
        askLocked("/sim/clock/hold");
      }
    }
  }

  @Override
  public long elapsedMillis() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
  }

  @Override
  public synchronized Duration wallUntil(Instant instant) {
    double left = instant.toEpochMilli() - estimate();
    return left <= 0 ? Duration.ZERO : Duration.ofMillis((long) Math.ceil(left / speed));
  }

  @Override
  public Hold hold() {
    synchronized (this) {
      held++;
      ask("POST", "/sim/clock/hold");
    }
    return this::letGo;
  }

  private synchronized void letGo() {
    held--;
    if (held == 0) {
      ask("POST", "/sim/clock/release");
    }
  }

  private synchronized boolean isHeld() {
    return held > 0;
  }

  private synchronized void askLocked(String path) {
    ask("POST", path);
  }

  private double estimate() {
    return anchorMarketMs + (System.nanoTime() - anchorNanos) / 1e6 * rate;
  }

  /** Reads the venue's time; without an answer the last reading is carried on at the wall's speed. */
  private boolean ask(String method, String path) {
    double askedAtMs = estimate();
    long askedNanos = System.nanoTime();
    if (isAnswered(method, path)) {
      return true;
    }
    // It may have been heard all the same: a market that is believed to run may be held.
    anchorMarketMs = askedAtMs;
    anchorNanos = askedNanos;
    rate = 1;
    return false;
  }

  private boolean isAnswered(String method, String path) {
    HttpRequest request =
        HttpRequest.newBuilder(venue.resolve(path + "?holder=" + holder))
            .timeout(PATIENCE)
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build();
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      JsonNode clock = json.readTree(answer.body());
      if (answer.statusCode() != 200 || !clock.hasNonNull("marketMs")) {
        LOG.warn("event=venue_clock message=\"{} answers {}\"", path, answer.statusCode());
        return false;
      }
      anchorMarketMs = clock.get("marketMs").asDouble();
      rate = clock.get("rate").asDouble();
      speed = clock.get("speed").asDouble();
      anchorNanos = System.nanoTime();
      return true;
    } catch (IOException e) {
      LOG.warn("event=venue_clock message=\"{} does not answer: {}\"", venue, e.toString());
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
