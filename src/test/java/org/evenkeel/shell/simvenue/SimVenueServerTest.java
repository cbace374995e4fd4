package org.evenkeel.shell.simvenue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.evenkeel.shell.simvenue.exchange.OpeningBalances;
import org.evenkeel.shell.simvenue.exchange.OrderRequest;
import org.evenkeel.shell.simvenue.exchange.Side;
import org.evenkeel.shell.simvenue.exchange.TimeInForce;
import org.evenkeel.shell.simvenue.http.Credentials;
import org.evenkeel.shell.simvenue.market.SimClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimVenueServerTest {

  private static final long START = 1_667_952_000_000L;
  private static final double SPEED = 3600;

  @TempDir Path folder;

  private final HttpClient http = HttpClient.newHttpClient();

  private SimVenueServer.Options options(long notBefore, int port) {
    Map<String, BigDecimal> money = Map.of("USDT", new BigDecimal("500000"));
    return new SimVenueServer.Options(
        HandMarket.calm(),
        from -> new SimClock(from, SPEED, System::nanoTime),
        notBefore,
        folder.resolve("venue.ndjson"),
        new Credentials("key", "secret"),
        new OpeningBalances(money, money),
        port);
  }

  private JsonNode call(SimVenueServer venue, String method, String path)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(venue.url() + path))
            .method(method, BodyPublishers.noBody())
            .build();
    return new ObjectMapper().readTree(http.send(request, BodyHandlers.ofString()).body());
  }

  @Test
  void a_restart_continues_with_the_same_account_and_a_later_market_time() throws IOException {
    String hash;
    long last;
    try (SimVenueServer venue = SimVenueServer.start(options(START, 0))) {
      long now = venue.clock().nowMs();
      BigDecimal one = BigDecimal.ONE;
      venue.exchange().place(OrderRequest.market(HandMarket.BTC_PERP, "a", Side.BUY, one), now);
      venue
          .exchange()
          .place(
              OrderRequest.limit(
                  HandMarket.BTC_PERP,
                  "b",
                  Side.BUY,
                  TimeInForce.GTC,
                  one,
                  new BigDecimal("19000")),
              now);
    }
    Files.writeString(
        folder.resolve("venue.ndjson"),
        "{\"event\":\"Ti",
        StandardCharsets.UTF_8,
        StandardOpenOption.APPEND);
    try (SimVenueServer venue = SimVenueServer.start(options(START, 0))) {
      last = venue.exchange().lastMs();
      assertThat(last).isGreaterThanOrEqualTo(START);
      assertThat(venue.clock().nowMs()).isGreaterThanOrEqualTo(last);
      assertThat(venue.exchange().trades(HandMarket.BTC_PERP, 1)).hasSize(1);
      assertThat(venue.exchange().openOrders(HandMarket.BTC_PERP.kind())).hasSize(1);
      hash = venue.exchange().futures(last).position("BTCUSDT").position().toString();
    }
    try (SimVenueServer venue = SimVenueServer.start(options(last + 50 * 3_600_000L, 0))) {
      assertThat(venue.clock().nowMs()).isGreaterThanOrEqualTo(last + 50 * 3_600_000L);
      assertThat(venue.exchange().futures(last).position("BTCUSDT").position()).hasToString(hash);
    }
  }

  @Test
  void a_held_clock_runs_at_wall_speed_and_is_released_again()
      throws IOException, InterruptedException {
    try (SimVenueServer venue = SimVenueServer.start(options(START, 0))) {
      assertThat(call(venue, "GET", "/sim/clock").path("rate").asDouble()).isEqualTo(SPEED);

      JsonNode held = call(venue, "POST", "/sim/clock/hold");
      assertThat(held.path("held").asBoolean()).isTrue();
      assertThat(held.path("rate").asDouble()).isEqualTo(1);
      long later = call(venue, "GET", "/api/v3/time").path("serverTime").asLong();
      assertThat(later - held.path("marketMs").asLong()).isBetween(0L, 5_000L);

      assertThat(call(venue, "POST", "/sim/clock/release").path("held").asBoolean()).isFalse();
    }
  }

  @Test
  void market_time_passes_and_is_logged_without_any_request() throws InterruptedException {
    try (SimVenueServer venue = SimVenueServer.start(options(START, 0))) {
      long deadline = System.nanoTime() + 10_000_000_000L;
      while (venue.logLines().size() < 3 && System.nanoTime() < deadline) {
        Thread.sleep(50);
      }
      assertThat(venue.logLines().getLast()).contains("Ticked");
    }
  }

  @Test
  void a_taken_port_is_named_and_the_log_is_left_free() {
    try (SimVenueServer venue = SimVenueServer.start(options(START, 0))) {
      Path other = folder.resolve("other.ndjson");
      SimVenueServer.Options base = options(START, venue.port());
      SimVenueServer.Options clash =
          new SimVenueServer.Options(
              base.market(),
              base.clockFrom(),
              START,
              other,
              base.credentials(),
              base.opening(),
              venue.port());
      for (int attempt = 0; attempt < 2; attempt++) {
        assertThatThrownBy(() -> SimVenueServer.start(clash))
            .isInstanceOf(UncheckedIOException.class)
            .hasMessageContaining("127.0.0.1:" + venue.port());
      }
    }
  }
}
