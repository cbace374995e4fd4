package org.evenkeel.shell.xchange.okx;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.evenkeel.shell.fault.CallPolicies;
import org.evenkeel.shell.fault.CallSettings;
import org.evenkeel.shell.xchange.binance.Fixtures;
import org.evenkeel.shell.xchange.okx.trade.OkxVenue;
import org.junit.jupiter.api.Test;

/** What OKX says of itself, and by which header its demo account is told from the real one. */
class OkxStatusTest {

  private static final Instant BEGIN = Instant.parse("2026-05-01T08:00:00Z");

  private static Optional<String> told(String state, String service, String env, Instant soon)
      throws Exception {
    String row =
        """
        {"code":"0","data":[{"title":"Upgrade","state":"%s","begin":"%d","end":"%d",
         "serviceType":"%s","env":"%s"}]}"""
            .formatted(
                state, BEGIN.toEpochMilli(), BEGIN.plusSeconds(3600).toEpochMilli(), service, env);
    return OkxStatus.told(new ObjectMapper().readTree(row), soon, "1");
  }

  @Test
  void maintenance_of_trading_that_is_scheduled_counts_once_it_is_near() throws Exception {
    assertThat(told("scheduled", "5", "1", BEGIN.minusMillis(1))).isEmpty();
    assertThat(told("scheduled", "5", "1", BEGIN).orElseThrow())
        .contains("Upgrade, scheduled", "2026-05-01T08:00:00Z", "2026-05-01T09:00:00Z");
  }

  @Test
  void maintenance_that_has_begun_counts_until_it_is_over() throws Exception {
    assertThat(told("ongoing", "8", "1", BEGIN.minusSeconds(60))).isPresent();
    assertThat(told("pre_open", "9", "1", BEGIN.plusSeconds(60))).isPresent();
    assertThat(told("completed", "5", "1", BEGIN.plusSeconds(60))).isEmpty();
    assertThat(told("canceled", "5", "1", BEGIN.plusSeconds(60))).isEmpty();
  }

  @Test
  void other_services_and_the_other_environment_do_not_count() throws Exception {
    assertThat(told("ongoing", "7", "1", BEGIN)).isEmpty();
    assertThat(told("ongoing", "5", "2", BEGIN)).isEmpty();
  }

  @Test
  void the_venue_is_asked_and_says_so_while_it_is_closed() throws Exception {
    try (OkxRig rig = new OkxRig()) {
      OkxStatus status = new OkxStatus(rig.link());
      assertThat(status.closed().orThrow()).isEmpty();

      rig.post("/sim/maintenance?on=true");

      assertThat(status.closed().orThrow().orElseThrow()).contains("Trading system maintenance");
    }
  }

  @Test
  void every_request_for_the_demo_account_says_so_and_no_other_one_does() throws Exception {
    assertThat(demoHeaders(true)).isNotEmpty().containsOnly("1");
    assertThat(demoHeaders(false)).isNotEmpty().doesNotContain("1");
  }

  /** The header of a public and of a signed request; an absent one is empty. */
  private static List<String> demoHeaders(boolean isDemo) throws Exception {
    List<String> seen = new CopyOnWriteArrayList<>();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    byte[] time = "{\"code\":\"0\",\"data\":[{\"ts\":\"1\"}]}".getBytes(StandardCharsets.UTF_8);
    server.createContext(
        "/",
        http -> {
          seen.add(
              Optional.ofNullable(http.getRequestHeaders().getFirst("x-simulated-trading"))
                  .orElse(""));
          http.sendResponseHeaders(200, time.length);
          http.getResponseBody().write(time);
          http.close();
        });
    server.start();
    try {
      OkxSettings real =
          new OkxSettings(
              URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
              false,
              Duration.ofSeconds(3),
              Duration.ofSeconds(10),
              Duration.ofMinutes(10));
      OkxLink link =
          new OkxLink(
              OkxRig.OKX,
              isDemo ? real.demo() : real,
              new CallPolicies("okx", CallSettings.okx()),
              Fixtures.clock());
      link.venueTime();
      new OkxVenue(link, OkxRig.capabilities(), OkxRig.keys()).account();
      assertThat(seen).hasSizeGreaterThan(1);
      return new ArrayList<>(seen);
    } finally {
      server.stop(0);
    }
  }
}
