package org.evenkeel.shell.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebPageTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final JsonMapper JSON = new JsonMapper();

  private final FakeRecords records = new FakeRecords(SampleBook.busy());
  private Optional<Duration> sinceHeartbeat = Optional.of(Duration.ofSeconds(3));
  private WebPage page;

  @BeforeEach
  void start() {
    page =
        WebPage.start(0, records, () -> "evenkeel_nav 1.0\n", () -> sinceHeartbeat, "0.1.0-test");
  }

  @AfterEach
  void stop() {
    page.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "page.css", "page.js", "charts.js", "icon.svg"})
  void every_file_of_the_page_comes_from_the_jar_and_names_no_other_host(String path)
      throws Exception {
    HttpResponse<String> response = get(path);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isNotBlank();
    assertThat(response.body().replace("http://www.w3.org/2000/svg", ""))
        .doesNotContain("http://")
        .doesNotContain("https://");
  }

  @Test
  void the_browser_is_told_to_trust_our_own_files_only_and_no_other_site_may_read()
      throws Exception {
    HttpResponse<String> response = get("api/status");

    assertThat(response.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'")
        .contains("script-src 'self'")
        .contains("frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(response.headers().firstValue("Cross-Origin-Resource-Policy"))
        .contains("same-origin");
    assertThat(response.headers().firstValue("Server")).isEmpty();
  }

  @Test
  void status_is_told_with_plain_decimals_and_the_number_of_locks() throws Exception {
    records.show(SampleBook.broken());

    HttpResponse<String> response = get("api/status");
    JsonNode status = JSON.readTree(response.body());

    assertThat(response.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/json");
    assertThat(response.body()).contains("\"nav\":1036610.62").contains("\"grossLeverage\":1.42");
    assertThat(status.get("mode").asText()).isEqualTo("live");
    assertThat(status.get("locks").asInt()).isEqualTo(2);
    assertThat(status.get("lastSeen").asText()).isEqualTo("2026-01-31T16:00:07Z");
  }

  @Test
  void lists_are_as_long_as_asked_for() throws Exception {
    assertThat(JSON.readTree(get("api/cycles?limit=5").body())).hasSize(5);
    assertThat(JSON.readTree(get("api/cycles").body())).hasSize(12);
    assertThat(JSON.readTree(get("api/navs?limit=7").body())).hasSize(7);
    assertThat(JSON.readTree(get("api/orders?open=true&limit=2").body())).hasSize(2);
    assertThat(JSON.readTree(get("api/weights").body())).hasSize(8);
    assertThat(JSON.readTree(get("api/positions").body())).hasSize(11);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "1001", "99999999999", "ten", ""})
  void a_limit_that_is_none_is_refused_with_what_to_write(String limit) throws Exception {
    HttpResponse<String> response = get("api/cycles?limit=" + limit);

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).contains("limit must be a whole number from 1 to 1000");
  }

  @ParameterizedTest
  @ValueSource(strings = {SampleBook.LAST_CYCLE, "default%2F2026-01-31T16%3A00%3A00Z"})
  void a_cycle_is_found_by_its_id_and_its_documents_are_json(String id) throws Exception {
    JsonNode cycle = JSON.readTree(get("api/cycle/" + id).body());

    assertThat(cycle.at("/row/status").asText()).isEqualTo("DONE");
    assertThat(cycle.at("/documents/plan/legs/0/instrument").asText()).isEqualTo("BTC");
    assertThat(cycle.at("/stageMillis/send").asLong()).isEqualTo(320);
  }

  @Test
  void a_cycle_that_never_was_is_not_found() throws Exception {
    HttpResponse<String> response = get("api/cycle/default/1999-01-01T00:00:00Z");

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.body()).contains("there is no cycle default/1999-01-01T00:00:00Z");
  }

  @Test
  void metrics_are_prometheus_text() throws Exception {
    HttpResponse<String> response = get("metrics");

    assertThat(response.body()).isEqualTo("evenkeel_nav 1.0\n");
    assertThat(response.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("text/plain");
  }

  @Test
  void health_follows_the_heartbeat_and_not_the_page() throws Exception {
    assertThat(get("healthz").statusCode()).isEqualTo(200);

    sinceHeartbeat = Optional.of(Duration.ofSeconds(31));
    assertThat(get("healthz").statusCode()).isEqualTo(503);

    sinceHeartbeat = Optional.empty();
    assertThat(get("healthz").statusCode()).isEqualTo(503);
    assertThat(get("healthz").body()).contains("\"healthy\":false");
  }

  @Test
  void a_database_that_is_down_is_a_503_that_says_so_and_passes() throws Exception {
    records.goDown();

    HttpResponse<String> response = get("api/status");
    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(JSON.readTree(response.body()).get("error").asText())
        .isEqualTo("journal_unavailable");
    assertThat(JSON.readTree(response.body()).get("message").asText())
        .isEqualTo("connection refused");
    assertThat(get("").statusCode()).isEqualTo(200);
    assertThat(get("healthz").statusCode()).isEqualTo(200);

    records.comeBack();
    assertThat(get("api/status").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS"})
  void nothing_can_be_written(String method) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(page.url() + "api/status"))
            .method(method, BodyPublishers.ofString("{}"))
            .build();

    HttpResponse<String> response = CLIENT.send(request, BodyHandlers.ofString());

    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(response.headers().firstValue("Allow")).contains("GET, HEAD");
    assertThat(records.statusReads()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "evil.example:80",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "0.0.0.0",
        "[::1]"
      })
  void a_foreign_host_name_is_refused_because_dns_can_point_it_here(String host) throws Exception {
    assertThat(answerTo("/api/status", "Host: " + host + "\r\n"))
        .startsWith("HTTP/1.1 421 ")
        .doesNotContain("nav");
    assertThat(answerTo("/events", "Host: " + host + "\r\n")).startsWith("HTTP/1.1 421 ");
    assertThat(answerTo("/", "Host: " + host + "\r\n")).startsWith("HTTP/1.1 421 ");
    assertThat(records.statusReads()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "LOCALHOST:9000", "127.0.0.1", "127.0.0.1:1"})
  void our_own_names_are_answered_whatever_the_port_of_the_tunnel(String host) throws Exception {
    assertThat(answerTo("/api/status", "Host: " + host + "\r\n")).startsWith("HTTP/1.1 200 ");
  }

  @Test
  void a_request_without_a_host_is_refused() throws Exception {
    assertThat(answerTo("/api/status", "")).startsWith("HTTP/1.1 400 ");
  }

  @Test
  void the_page_listens_on_loopback_only() throws Exception {
    int port = URI.create(page.url()).getPort();

    // The address is ours to take on every other interface only if the page has not taken it.
    try (ServerSocket other = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.2"))) {
      assertThat(other.isBound()).isTrue();
    }
  }

  @Test
  void a_taken_port_is_told_with_the_setting_that_moves_it() {
    int port = URI.create(page.url()).getPort();

    assertThatThrownBy(
            () -> WebPage.start(port, records, () -> "", () -> Optional.empty(), "test").close())
        .isInstanceOf(WebPortTaken.class)
        .hasMessageContaining("127.0.0.1:" + port)
        .hasMessageContaining("web.port")
        .hasMessageContaining("--no-web");
  }

  private HttpResponse<String> get(String path) throws Exception {
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create(page.url() + path)).build(), BodyHandlers.ofString());
  }

  /** By hand, because the JDK's client does not let a Host header be forged. */
  private String answerTo(String path, String hostLine) throws IOException {
    URI url = URI.create(page.url());
    try (Socket socket = new Socket(url.getHost(), url.getPort())) {
      socket.setSoTimeout(5_000);
      String request = "GET " + path + " HTTP/1.1\r\n" + hostLine + "Connection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
