package org.evenkeel.shell.xchange.kraken.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.VenueOrderId;
import org.evenkeel.core.route.Lookup;
import org.evenkeel.core.route.SendOutcome;
import org.evenkeel.shell.xchange.Adapter;
import org.evenkeel.shell.xchange.binance.FakeBinance;
import org.evenkeel.shell.xchange.binance.FakeBinance.Answer;
import org.evenkeel.shell.xchange.kraken.KrakenMarketData;
import org.junit.jupiter.api.Test;

/**
 * Every message of Kraken's spot market that lies beside the repository: decoded, refused for a reason that is written down
 * here, or of an endpoint that is not used.
 */
class SpotRecordedTest {

  private static final InstrumentId BTC = InstrumentId.of("BTC-USD-SPOT@kraken");
  private static final Path SAMPLES =
      Path.of(
          System.getProperty("evenkeel.shared", "../shared"),
          "fixtures",
          "kraken",
          "upstream_tests");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What is asked of the adapter when an endpoint gives a message. */
  private interface Question {
    Object ask(KrakenVenue venue, KrakenMarketData data);
  }

  private static final Map<String, Question> QUESTIONS =
      Map.ofEntries(
          Map.entry("GET /0/public/Time", (venue, data) -> venue.venueTime()),
          Map.entry("GET /0/public/AssetPairs", (venue, data) -> data.specs(List.of(BTC))),
          Map.entry("GET /0/public/Ticker", (venue, data) -> data.quotes(List.of(BTC))),
          Map.entry(
              "GET /0/public/OHLC",
              (venue, data) ->
                  data.bars(
                      BTC, Duration.ofHours(1), 3, Instant.EPOCH.plus(Duration.ofDays(30000)))),
          Map.entry(
              "POST /0/private/AddOrder", (venue, data) -> venue.send(Adapter.KRAKEN.ticket())),
          Map.entry(
              "POST /0/private/QueryOrders",
              (venue, data) -> venue.clientIdOf(VenueOrderId.of("OBCMZD-JIEE7-77TH3F"), BTC)),
          Map.entry("POST /0/private/OpenOrders", (venue, data) -> venue.openOrders(BTC)),
          Map.entry(
              "POST /0/private/ClosedOrders",
              (venue, data) -> venue.lookup(ClientOrderId.of("ek4f7q0k3v9x2m1c8z"), BTC)),
          Map.entry(
              "POST /0/private/CancelOrder",
              (venue, data) -> venue.cancel(ClientOrderId.of("a1"), BTC)),
          Map.entry(
              "POST /0/private/CancelAllOrdersAfter",
              (venue, data) -> venue.deadMan().arm(Duration.ofMinutes(1))),
          Map.entry("POST /0/private/BalanceEx", (venue, data) -> venue.account()),
          Map.entry(
              "POST /0/private/TradesHistory",
              (venue, data) -> venue.fills(BTC, Optional.empty(), Instant.EPOCH)),
          Map.entry("POST /0/private/Ledgers", (venue, data) -> venue.cashFlows(Instant.EPOCH)));

  /** The endpoints of samples that do not name their own, by what their file is called. */
  private static final Map<String, String> NAMED =
      Map.ofEntries(
          Map.entry("http_add_order_spot", "POST /0/private/AddOrder"),
          Map.entry("http_asset_pairs", "GET /0/public/AssetPairs"),
          Map.entry("http_asset_pairs_tokenized", "GET /0/public/AssetPairs"),
          Map.entry("http_cancel_order_spot", "POST /0/private/CancelOrder"),
          Map.entry("http_closed_orders", "POST /0/private/ClosedOrders"),
          Map.entry("http_ohlc", "GET /0/public/OHLC"),
          Map.entry("http_open_orders", "POST /0/private/OpenOrders"),
          Map.entry("http_server_time", "GET /0/public/Time"),
          Map.entry("http_ticker", "GET /0/public/Ticker"),
          Map.entry("http_trades_history", "POST /0/private/TradesHistory"),
          Map.entry("example-addorder-response-data", "POST /0/private/AddOrder"),
          Map.entry("example-assetpairs-data", "GET /0/public/AssetPairs"),
          Map.entry("example-cancelorder-data", "POST /0/private/CancelOrder"),
          Map.entry("example-ledgerinfo-data", "POST /0/private/Ledgers"),
          Map.entry("example-ohlc-data", "GET /0/public/OHLC"),
          Map.entry("example-openorders-data", "POST /0/private/OpenOrders"),
          Map.entry(
              "example-openorders-in-transaction-currency-data", "POST /0/private/OpenOrders"),
          Map.entry("example-order-data", "POST /0/private/QueryOrders"),
          Map.entry("example-servertime-data", "GET /0/public/Time"),
          Map.entry("example-ticker-data", "GET /0/public/Ticker"),
          Map.entry("example-tradehistory-data", "POST /0/private/TradesHistory"),
          Map.entry("example-tradehistory-icn", "POST /0/private/TradesHistory"));

  /** What is asked right after an acknowledgment, which says no more than an id. */
  private static final String STATE =
      """
      {"error":[],"result":{"OUF4EM-FRGI2-MQMWZD":{"cl_ord_id":"ek4f7q0k3v9x2m1c8z",
       "status":"closed","opentm":1688665496.7808,"closetm":1688665499.1922,"descr":{
        "pair":"USDCUSD","type":"buy","ordertype":"limit","price":"65130"},
       "vol":"10","vol_exec":"10","cost":"10","fee":"0.1","price":"1"}}}""";

  /** Messages of endpoints that are used, with words of the reason for which they are refused. */
  private static final Map<String, String> REFUSED =
      Map.ofEntries(
          // Their orders are not the one that is asked for.
          Map.entry("GetClosedOrders", "not about the client order id"),
          Map.entry("http_closed_orders", "not about the client order id"),
          // They have other markets.
          Map.entry("http_asset_pairs", "nothing of BTC-USD-SPOT"),
          Map.entry("http_asset_pairs_tokenized", "nothing of BTC-USD-SPOT"),
          // From before Kraken published ticks.
          Map.entry("example-assetpairs-data", "'tick_size' is missing"),
          Map.entry("http_ohlc", "nothing of BTC-USD-SPOT"),
          Map.entry("http_ticker", "nothing of BTC-USD-SPOT"),
          Map.entry("example-ticker-data", "nothing of BTC-USD-SPOT"));

  @Test
  void every_message_is_decoded_or_refused_for_a_reason_that_is_written_down() throws IOException {
    assumeThat(SAMPLES).as("skipped: no folder ../shared/fixtures/kraken").exists();
    TreeMap<String, Integer> counts = new TreeMap<>();
    List<String> lines = new ArrayList<>();
    List<String> unexplained = new ArrayList<>();
    for (Path file : spotFiles()) {
      String name = file.getFileName().toString().replaceFirst("[.](json|txt)$", "");
      Optional<JsonNode> message = message(file);
      String endpoint = message.map(json -> endpoint(name, json)).orElse("");
      if (message.isEmpty() || !QUESTIONS.containsKey(endpoint)) {
        counts.merge("unsupported", 1, Integer::sum);
        continue;
      }
      String refusal = refusal(endpoint, message.orElseThrow());
      counts.merge(refusal.isEmpty() ? "decoded" : "refused", 1, Integer::sum);
      lines.add((refusal.isEmpty() ? "decoded  " : "refused  ") + name + " " + refusal);
      String reason = REFUSED.getOrDefault(name, "");
      if (reason.isEmpty() != refusal.isEmpty() || !refusal.contains(reason)) {
        unexplained.add(name + " (" + endpoint + "): " + refusal);
      }
    }
    lines.forEach(System.out::println);
    System.out.println("Kraken spot messages: " + counts);
    assertThat(unexplained).isEmpty();
    assertThat(counts.get("decoded")).isGreaterThan(10);
  }

  /** The folder has the messages of the futures, too, which are another adapter's. */
  private static List<Path> spotFiles() throws IOException {
    try (Stream<Path> files = Files.walk(SAMPLES)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.toString().toLowerCase(Locale.ROOT).contains("futures"))
          .sorted()
          .toList();
    }
  }

  private static Optional<JsonNode> message(Path file) throws IOException {
    try {
      return Optional.of(JSON.readTree(Files.readString(file)));
    } catch (JsonProcessingException notOneMessage) {
      return Optional.empty();
    }
  }

  private static String endpoint(String name, JsonNode json) {
    return json.has("method") && json.has("path")
        ? json.path("method").asText() + " " + json.path("path").asText()
        : NAMED.getOrDefault(name, "");
  }

  private static String refusal(String endpoint, JsonNode json) throws IOException {
    try (FakeBinance fake = new FakeBinance()) {
      String nothing = "{\"error\":[],\"result\":{\"open\":{},\"closed\":{},\"count\":0}}";
      fake.on("POST /0/private/OpenOrders", Answer.ok(nothing));
      fake.on(
          "GET /0/public/SystemStatus",
          Answer.ok("{\"error\":[],\"result\":{\"status\":\"online\"}}"));
      fake.on(
          "POST /0/private/QueryOrders",
          asked -> Answer.ok(STATE.replace("OUF4EM-FRGI2-MQMWZD", asked.parameter("txid"))));
      fake.on(
          endpoint, Answer.ok((json.has("response") ? json.path("response") : json).toString()));
      KrakenVenue venue = (KrakenVenue) Adapter.KRAKEN.at(fake.url());
      Question question = QUESTIONS.get(endpoint);
      return switch (question.ask(venue, new KrakenMarketData(Adapter.krakenLink(fake.url())))) {
        case Result.Refused<?> no -> no.refusal().detail();
        case SendOutcome.Unknown unknown -> unknown.detail();
        case SendOutcome.Rejected no -> no.text();
        case Lookup.Unreadable bad -> bad.detail();
        default -> "";
      };
    }
  }
}
