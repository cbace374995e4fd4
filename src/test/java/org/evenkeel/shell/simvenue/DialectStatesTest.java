package org.evenkeel.shell.simvenue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.evenkeel.shell.simvenue.exchange.OpeningBalances;
import org.evenkeel.shell.simvenue.http.Credentials;
import org.evenkeel.shell.simvenue.market.ContractTerm;
import org.evenkeel.shell.simvenue.market.DatedMarket;
import org.evenkeel.shell.simvenue.market.Market;
import org.evenkeel.shell.simvenue.market.SeriesId;
import org.evenkeel.shell.simvenue.market.SimClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Maintenance, states of symbols, dated contracts and margin tiers, each in the words of its venue. */
class DialectStatesTest {

  private static final String SECRET = "c2VjcmV0";

  @TempDir Path folder;
  private final Market market =
      DatedMarket.over(HandMarket.calm(), List.of("BTCUSDT"), System.currentTimeMillis(), 1);
  private SimVenueServer server;

  private record Said(int status, String body) {}

  private void start(String dialect) {
    Map<String, BigDecimal> money = Map.of("USDT", new BigDecimal("1000"));
    server =
        SimVenueServer.start(
            new SimVenueServer.Options(
                market,
                from -> new SimClock(from, 2, System::nanoTime),
                System.currentTimeMillis(),
                folder.resolve("events.ndjson"),
                new Credentials("key", SECRET),
                new OpeningBalances(money, money),
                0),
            new SimVenueServer.Manner(DialectName.of(dialect), List.of()));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Said ask(String method, String path) throws Exception {
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(server.url() + path))
                    .method(method, HttpRequest.BodyPublishers.noBody())
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    return new Said(answer.statusCode(), answer.body());
  }

  private String get(String path) throws Exception {
    return ask("GET", path).body();
  }

  private String dated() {
    SeriesId series =
        market.series().stream()
            .map(info -> info.id())
            .filter(id -> id.kind() == SeriesId.Kind.DATED)
            .findFirst()
            .orElseThrow();
    return series.symbol().substring(series.pair().length() + 1);
  }

  private String expiry() {
    long ms = ContractTerm.of(SeriesId.contract("BTCUSDT_" + dated())).orElseThrow().expiryMs();
    return Long.toString(ms);
  }

  @ParameterizedTest
  @CsvSource({
    "binance, /fapi/v1/exchangeInfo, 503, -1016, /sapi/v1/system/status, system_maintenance",
    "okx, /api/v5/public/time, 503, 50001, /api/v5/system/status, ongoing",
    "kraken, /0/public/Time, 200, EService:Unavailable, /0/public/SystemStatus, maintenance",
    "kraken-futures, /derivatives/api/v3/tickers, 200, apiServerTemporarilyUnavailable, /derivatives/api/v3/instruments, apiServerTemporarilyUnavailable"
  })
  void maintenance_is_told_as_the_venue_tells_it_and_ends(
      String dialect, String path, int status, String word, String statusPath, String ongoing)
      throws Exception {
    start(dialect);
    assertThat(get(path)).doesNotContain(word);
    assertThat(get(statusPath)).doesNotContain(ongoing);
    assertThat(ask("POST", "/sim/maintenance?on=true").status()).isEqualTo(200);
    assertThat(ask("GET", path).status()).isEqualTo(status);
    assertThat(get(path)).contains(word);
    assertThat(get(statusPath)).contains(ongoing);
    ask("POST", "/sim/maintenance?on=false");
    assertThat(get(path)).doesNotContain(word);
  }

  @ParameterizedTest
  @CsvSource({
    "binance, futures, halted, /fapi/v1/exchangeInfo?symbol=BTCUSDT, \"status\":\"CLOSE\"",
    "binance, futures, settling, /fapi/v1/exchangeInfo?symbol=BTCUSDT, \"status\":\"PRE_SETTLE\"",
    "binance, spot, halted, /api/v3/exchangeInfo?symbol=BTCUSDT, \"status\":\"HALT\"",
    "okx, futures, halted, /api/v5/public/instruments?instType=SWAP&instId=BTC-USDT-SWAP, \"state\":\"suspend\"",
    "kraken, spot, post_only, /0/public/AssetPairs?pair=XBTUSD, \"status\":\"post_only\"",
    "kraken, spot, halted, /0/public/AssetPairs?pair=XBTUSD, \"status\":\"cancel_only\"",
    "kraken-futures, futures, post_only, /derivatives/api/v3/instruments, \"postOnly\":true",
    "kraken-futures, futures, halted, /derivatives/api/v3/tickers, \"suspended\":true"
  })
  void a_symbol_changes_its_state_in_the_words_of_the_venue(
      String dialect, String kind, String state, String path, String word) throws Exception {
    start(dialect);
    assertThat(get(path)).doesNotContain(word);
    String question = "/sim/symbol?symbol=BTCUSDT&market=" + kind + "&state=";
    assertThat(ask("POST", question + state).status()).isEqualTo(200);
    assertThat(get(path)).contains(word);
    ask("POST", question + "trading");
    assertThat(get(path)).doesNotContain(word);
  }

  @Test
  void a_state_that_the_venue_does_not_have_is_refused() throws Exception {
    start("binance");
    Said no = ask("POST", "/sim/symbol?symbol=BTCUSDT&state=post_only");
    assertThat(no.status()).isEqualTo(400);
    assertThat(no.body()).contains("no state post_only");
    assertThat(ask("POST", "/sim/symbol?symbol=NOUSDT&state=halted").status()).isEqualTo(400);
  }

  @Test
  void a_dated_contract_has_the_venues_name_and_its_day_of_delivery() throws Exception {
    start("binance");
    assertThat(get("/fapi/v1/exchangeInfo"))
        .contains("\"symbol\":\"BTCUSDT_" + dated() + "\"")
        .contains("\"contractType\":\"CURRENT_QUARTER\",\"deliveryDate\":" + expiry());
    server.close();
    start("okx");
    assertThat(get("/api/v5/public/instruments?instType=FUTURES"))
        .contains("\"instId\":\"BTC-USDT-" + dated() + "\"")
        .contains("\"ctVal\":\"0.01\"")
        .contains("\"expTime\":\"" + expiry() + "\"");
    server.close();
    start("kraken-futures");
    assertThat(get("/derivatives/api/v3/instruments"))
        .contains("\"symbol\":\"FF_XBTUSD_" + dated() + "\"")
        .contains("\"lastTradingTime\"");
  }

  /** The second step begins at 3 million: 15,000 contracts of 0.01 BTC at 20,000. */
  @Test
  void margin_tiers_are_published_in_the_venues_own_units() throws Exception {
    start("okx");
    JsonNode rows =
        new ObjectMapper()
            .readTree(
                get("/api/v5/public/position-tiers?instType=SWAP&tdMode=cross&instFamily=BTC-USDT"))
            .path("data");
    assertThat(rows).hasSize(10);
    assertThat(rows.path(1).path("minSz").asText()).isEqualTo("15000");
    assertThat(rows.path(1).path("mmr").asText()).isEqualTo("0.01");
    server.close();
    start("kraken-futures");
    assertThat(get("/derivatives/api/v3/instruments"))
        .contains(
            "{\"numNonContractUnits\":3000000,\"initialMargin\":0.0250,\"maintenanceMargin\":0.01}");
  }

  @Test
  void what_is_not_held_is_not_closed() throws Exception {
    start("okx");
    assertThat(ask("POST", "/sim/close?symbol=BTCUSDT&cause=adl").status()).isEqualTo(400);
    assertThat(ask("POST", "/sim/close?symbol=BTCUSDT&cause=nonsense").status()).isEqualTo(400);
    assertThat(ask("POST", "/sim/close?symbol=BTCUSDT&cause=adl&move=0.1").body())
        .contains("\"from\":\"20000\"");
  }
}
