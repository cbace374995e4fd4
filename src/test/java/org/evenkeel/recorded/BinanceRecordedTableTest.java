package org.evenkeel.recorded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.TradeId;
import org.evenkeel.recorded.RecordedTable.Row;
import org.evenkeel.recorded.RecordedTable.Verdict;
import org.evenkeel.shell.config.secret.Secret;
import org.evenkeel.shell.xchange.binance.BinanceFundingFeed;
import org.evenkeel.shell.xchange.binance.BinanceLink;
import org.evenkeel.shell.xchange.binance.BinanceMarketData;
import org.evenkeel.shell.xchange.binance.BinanceRefusals;
import org.evenkeel.shell.xchange.binance.BinanceSettings;
import org.evenkeel.shell.xchange.binance.Fixtures;
import org.evenkeel.shell.xchange.binance.trade.AccountKeys;
import org.evenkeel.shell.xchange.binance.trade.BinanceVenue;
import org.junit.jupiter.api.Test;

/** Every recorded message of an endpoint that the adapter uses decodes, or is listed here with the reason. */
class BinanceRecordedTableTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** The endpoints of the messages whose files do not name them. */
  private static final String NAMED =
      """
      recorded/rest_binance_futures_fapi_v1_exchangeInfo_1.json | GET fapi/v1/exchangeInfo
      upstream_tests/nautilus/futures/http_json/account_info_v2.json | GET fapi/v2/account
      upstream_tests/nautilus/futures/http_json/order_response.json | GET fapi/v1/order
      upstream_tests/nautilus/futures/http_json/position_risk.json | GET fapi/v2/positionRisk
      upstream_tests/nautilus/spot/http_json/account_response.json | GET api/v3/account
      upstream_tests/nautilus/spot/http_json/account_trades_response.json | GET api/v3/myTrades
      upstream_tests/nautilus/spot/http_json/book_ticker_response.json | GET api/v3/ticker/bookTicker
      upstream_tests/nautilus/spot/http_json/cancel_order_response.json | DELETE api/v3/order
      upstream_tests/nautilus/spot/http_json/exchange_info_response.json | GET api/v3/exchangeInfo
      upstream_tests/nautilus/spot/http_json/klines_response.json | GET api/v3/klines
      upstream_tests/nautilus/spot/http_json/new_order_full_response.json | POST api/v3/order
      upstream_tests/nautilus/spot/http_json/order_response.json | GET api/v3/order
      upstream_tests/nautilus/py_http_responses/http_futures_market_exchange_info.json | GET fapi/v1/exchangeInfo
      upstream_tests/nautilus/py_http_responses/http_spot_market_exchange_info.json | GET api/v3/exchangeInfo
      upstream_tests/nautilus/py_http_responses/http_futures_market_klines.json | GET fapi/v1/klines
      upstream_tests/nautilus/py_http_responses/http_spot_market_klines.json | GET api/v3/klines
      upstream_tests/nautilus/py_http_responses/http_futures_account_position_side_dual.json | GET fapi/v1/positionSide/dual
      upstream_tests/nautilus/py_http_responses/http_futures_account_positions_hedge.json | GET fapi/v2/positionRisk
      upstream_tests/nautilus/py_http_responses/http_futures_account_positions_one_way.json | GET fapi/v2/positionRisk
      upstream_tests/nautilus/py_http_responses/http_futures_account_trades.json | GET fapi/v1/userTrades
      upstream_tests/nautilus/py_http_responses/http_spot_wallet_account.json | GET api/v3/account
      upstream_tests/nautilus/py_http_responses/http_futures_market_book_ticker.json | GET fapi/v1/ticker/bookTicker
      upstream_tests/nautilus/py_http_responses/http_spot_market_book_ticker.json | GET api/v3/ticker/bookTicker
      upstream_tests/nautilus/py_http_responses/http_futures_market_premium_index.json | GET fapi/v1/premiumIndex
      upstream_tests/nautilus/py_http_responses/http_futures_market_funding_rate.json | GET fapi/v1/fundingRate
      """;

  /** The messages that must be refused: the end of the file's name, and words of the reason. */
  private static final Map<String, String> REFUSED =
      new TreeMap<>(
          Map.of(
              "Spot/ExchangeData/GetExchangeInfo.json", "PRICE_FILTER is missing",
              "spot/http_json/exchange_info_response.json", "PRICE_FILTER is missing",
              "Account/GetPositionInformation.json", "is not under cross margin",
              "http_futures_account_positions_one_way.json", "is not under cross margin",
              "http_futures_account_positions_hedge.json", "is not under cross margin",
              "http_futures_account_position_side_dual.json", "hedge mode"));

  private final ScriptedGate gate = new ScriptedGate(new BinanceRefusals());
  private final BinanceLink link =
      new BinanceLink(
          Fixtures.BINANCE,
          new BinanceSettings(
              URI.create("http://127.0.0.1:1"),
              URI.create("http://127.0.0.1:1"),
              Duration.ofSeconds(1),
              Duration.ofSeconds(1),
              Duration.ofMillis(-1),
              Duration.ofSeconds(10)),
          gate,
          Fixtures.clock());
  private final BinanceVenue venue =
      new BinanceVenue(
          link, Fixtures.capabilities(), new AccountKeys(Secret.of("key"), Secret.of("secret")));
  private final BinanceMarketData data = new BinanceMarketData(link);

  private static JsonNode json(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  private static JsonNode list(JsonNode row) {
    return row.isArray() ? row : MAPPER.createArrayNode().add(row);
  }

  /** The instrument of a symbol, which the venue's own catalogue would name. */
  private static InstrumentId instrument(String symbol, String kind) {
    for (String quote : List.of("USDT", "USDC", "BUSD", "BTC", "ETH")) {
      if (symbol.endsWith(quote) && symbol.length() > quote.length()) {
        String base = symbol.substring(0, symbol.length() - quote.length());
        return InstrumentId.of(base + "-" + quote + "-" + kind + "@binance");
      }
    }
    throw new IllegalArgumentException("no instrument is called " + symbol);
  }

  private static InstrumentId perpetual(JsonNode row) {
    return instrument(row.path("symbol").asText(), "PERP");
  }

  private static InstrumentId spot(JsonNode row) {
    return instrument(row.path("symbol").asText(), "SPOT");
  }

  private Map<String, Function<JsonNode, Object>> readings() {
    Map<String, Function<JsonNode, Object>> all = new TreeMap<>();
    all.put("GET fapi/v1/time", m -> gate(m, "fapi/v1/time").venueTime());
    addMarket(all);
    for (String method : List.of("GET", "POST")) {
      all.put(method + " fapi/v1/order", m -> order(m, "fapi/v1/", perpetual(m)));
      all.put(method + " api/v3/order", m -> order(m, "api/v3/", spot(m)));
    }
    all.put("GET fapi/v1/openOrders", m -> openOrders(m, "fapi/v1/", perpetual(list(m).get(0))));
    all.put("GET api/v3/openOrders", m -> openOrders(m, "api/v3/", spot(list(m).get(0))));
    ClientOrderId any = ClientOrderId.of("any");
    all.put("DELETE fapi/v1/order", m -> gate(m, "fapi/v1/order").cancel(any, perpetual(m)));
    all.put("DELETE api/v3/order", m -> gate(m, "api/v3/order").cancel(any, spot(m)));
    addAccount(all);
    return all;
  }

  private BinanceVenue gate(JsonNode message, String call) {
    gate.on(call, message);
    return venue;
  }

  private Object order(JsonNode message, String market, InstrumentId instrument) {
    String id = message.path("clientOrderId").asText();
    if (id.matches("[A-Za-z0-9]{1,18}")) {
      gate.on(market + "order", message);
      return venue.lookup(ClientOrderId.of(id), instrument);
    }
    return openOrders(message, market, instrument);
  }

  private Object openOrders(JsonNode message, String market, InstrumentId instrument) {
    gate.on(market + "openOrders", list(message));
    return venue.openOrders(instrument);
  }

  private void addMarket(Map<String, Function<JsonNode, Object>> all) {
    all.put("GET fapi/v1/exchangeInfo", m -> specs(m, "fapi/v1/exchangeInfo", "PERP"));
    all.put("GET api/v3/exchangeInfo", m -> specs(m, "api/v3/exchangeInfo", "SPOT"));
    all.put("GET fapi/v1/klines", m -> bars(m, "fapi/v1/klines", "PERP"));
    all.put("GET api/v3/klines", m -> bars(m, "api/v3/klines", "SPOT"));
    all.put(
        "GET fapi/v1/ticker/bookTicker",
        m -> {
          gate.on("fapi/v1/ticker/bookTicker", m)
              .on("fapi/v1/premiumIndex", mark(m))
              .on("fapi/v2/ticker/price", trade(m));
          return data.quotes(List.of(perpetual(m)));
        });
    all.put(
        "GET fapi/v1/premiumIndex",
        m -> {
          gate.on("fapi/v1/premiumIndex", m)
              .on("fapi/v1/ticker/bookTicker", book(m))
              .on("fapi/v2/ticker/price", trade(m));
          return data.quotes(List.of(perpetual(m)));
        });
    all.put(
        "GET fapi/v2/ticker/price",
        m -> {
          gate.on("fapi/v2/ticker/price", m)
              .on("fapi/v1/ticker/bookTicker", book(m))
              .on("fapi/v1/premiumIndex", mark(m));
          return data.quotes(List.of(perpetual(m)));
        });
    all.put(
        "GET api/v3/ticker/price",
        m -> {
          gate.on("api/v3/ticker/price", m).on("api/v3/ticker/bookTicker", book(m));
          return data.quotes(List.of(spot(m)));
        });
    all.put(
        "GET api/v3/ticker/bookTicker",
        m -> {
          gate.on("api/v3/ticker/bookTicker", m).on("api/v3/ticker/price", trade(m));
          return data.quotes(List.of(spot(m)));
        });
    all.put(
        "GET fapi/v1/fundingRate",
        m -> {
          gate.on("fapi/v1/fundingRate", m);
          return new BinanceFundingFeed(link)
              .settled(perpetual(m.get(0)), Instant.ofEpochMilli(1), Instant.now());
        });
  }

  private static JsonNode mark(JsonNode book) {
    return json(
        "{\"symbol\":\""
            + book.path("symbol").asText()
            + "\",\"markPrice\":\"4\",\"indexPrice\":\"4\",\"time\":1589437530011}");
  }

  private static JsonNode trade(JsonNode book) {
    return json("{\"symbol\":\"" + book.path("symbol").asText() + "\",\"price\":\"4\"}");
  }

  private static JsonNode book(JsonNode mark) {
    return json(
        "{\"symbol\":\""
            + mark.path("symbol").asText()
            + "\",\"bidPrice\":\"4\",\"askPrice\":\"5\",\"time\":1589437530011}");
  }

  private Object specs(JsonNode message, String call, String kind) {
    gate.on(call, message);
    List<InstrumentId> wanted = new ArrayList<>();
    for (JsonNode entry : message.path("symbols")) {
      boolean isKnownKind =
          kind.equals("SPOT") || entry.path("contractType").asText().equals("PERPETUAL");
      String base = entry.path("baseAsset").asText();
      String quote = entry.path("quoteAsset").asText();
      boolean isPlain = entry.path("symbol").asText().equals(base + quote);
      if (isKnownKind && isPlain) {
        wanted.add(InstrumentId.of(base + "-" + quote + "-" + kind + "@binance"));
      }
    }
    assertThat(wanted)
        .as("what %s lists: %s", call, message.toString().substring(0, 200))
        .isNotEmpty();
    return data.specs(wanted);
  }

  private Object bars(JsonNode message, String call, String kind) {
    gate.on(call, message);
    JsonNode first = message.get(0);
    long length = first.get(6).longValue() - first.get(0).longValue() + 1;
    Instant until = Instant.ofEpochMilli(message.get(message.size() - 1).get(6).longValue() + 1);
    return data.bars(
        InstrumentId.of("BTC-USDT-" + kind + "@binance"),
        Duration.ofMillis(length),
        message.size(),
        until);
  }

  private void addAccount(Map<String, Function<JsonNode, Object>> all) {
    all.put("GET fapi/v2/account", m -> gate(m, "fapi/v2/account").account());
    all.put("GET api/v3/account", m -> gate(m, "api/v3/account").account());
    all.put(
        "GET fapi/v1/userTrades",
        m -> gate(m, "fapi/v1/userTrades").fills(perpetual(m.get(0)), from(m), Instant.EPOCH));
    all.put(
        "GET api/v3/myTrades",
        m -> gate(m, "api/v3/myTrades").fills(spot(m.get(0)), from(m), Instant.EPOCH));
    all.put("GET fapi/v1/income", m -> gate(m, "fapi/v1/income").income(Instant.now()));
    InstrumentId btc = InstrumentId.of("BTC-USDT-PERP@binance");
    all.put(
        "GET fapi/v1/positionSide/dual",
        m -> gate(m, "fapi/v1/positionSide/dual").setup().prepare(List.of(btc), 3));
    all.put(
        "GET fapi/v2/positionRisk",
        m -> gate(m, "fapi/v2/positionRisk").setup().prepare(List.of(btc), 20));
    all.put(
        "POST fapi/v1/leverage",
        m -> gate(m, "fapi/v1/leverage").setup().prepare(List.of(btc), m.path("leverage").asInt()));
    all.put(
        "GET fapi/v1/leverageBracket",
        m -> {
          gate.on("fapi/v1/leverage", json("{\"symbol\":\"ETHUSDT\",\"leverage\":7}"));
          return gate(m, "fapi/v1/leverageBracket")
              .setup()
              .prepare(List.of(perpetual(m.get(0))), 7);
        });
    all.put(
        "POST fapi/v1/countdownCancelAll",
        m ->
            gate(m, "fapi/v1/countdownCancelAll")
                .deadMan(List.of(perpetual(m)))
                .arm(Duration.ofMillis(m.path("countdownTime").asLong())));
    all.put(
        "GET sapi/v1/asset/transfer",
        m -> gate(m, "sapi/v1/asset/transfer").cashFlows(Instant.now().minusSeconds(60)));
    all.put(
        "GET sapi/v1/account/apiRestrictions",
        m -> gate(m, "sapi/v1/account/apiRestrictions").keyRights().read());
  }

  private static Optional<TradeId> from(JsonNode message) {
    return Optional.of(TradeId.of(message.get(0).path("id").asText()));
  }

  /** What each reading needs besides the message that it is about. */
  private void restoreTheRest() {
    ArrayNode nothing = MAPPER.createArrayNode();
    gate.on("fapi/v1/time", json("{\"serverTime\":" + System.currentTimeMillis() + "}"))
        .on("fapi/v1/exchangeInfo", json(Fixtures.exchangeInfo(Fixtures.BTC_PERP)))
        .on(
            "fapi/v2/account",
            json("{\"totalWalletBalance\":\"0\",\"assets\":[],\"positions\":[]}"))
        .on("api/v3/account", json("{\"uid\":7,\"balances\":[]}"))
        .on("sapi/v1/capital/deposit/hisrec", nothing)
        .on("sapi/v1/capital/withdraw/history", nothing)
        .on("sapi/v1/asset/transfer", json("{\"total\":0,\"rows\":[]}"))
        .on("fapi/v1/positionSide/dual", json("{\"dualSidePosition\":false}"))
        .on("fapi/v2/positionRisk", nothing)
        .on(
            "fapi/v1/leverageBracket",
            json(
                "[{\"symbol\":\"BTCUSDT\",\"brackets\":[{\"initialLeverage\":125,\"notionalCap\":5000000}]}]"))
        .on("fapi/v1/leverage", json("{\"symbol\":\"BTCUSDT\",\"leverage\":3}"));
  }

  @Test
  void every_message_of_an_endpoint_in_use_decodes_or_is_listed_with_its_reason() {
    Optional<Path> folder = RecordedTable.folder("binance");
    assumeThat(folder)
        .as("skipped: no folder ../shared/fixtures/binance with recorded messages")
        .isPresent();
    Map<String, String> named = new TreeMap<>();
    NAMED
        .lines()
        .forEach(line -> named.put(line.split(" \\| ", 2)[0], line.split(" \\| ", 2)[1].strip()));
    Map<String, Function<JsonNode, Object>> readings = new TreeMap<>();
    readings()
        .forEach(
            (endpoint, reading) ->
                readings.put(
                    endpoint,
                    message -> {
                      restoreTheRest();
                      return reading.apply(message);
                    }));

    List<Row> rows = RecordedTable.rows(folder.orElseThrow(), readings, named);

    System.out.print(RecordedTable.text("binance", rows));
    assertThat(rows)
        .filteredOn(row -> row.verdict() == Verdict.REFUSED)
        .hasSize(REFUSED.size())
        .allSatisfy(row -> assertThat(row.reason()).as(row.file()).contains(expected(row.file())));
    assertThat(rows)
        .filteredOn(row -> row.verdict() == Verdict.DECODED)
        .extracting(Row::file)
        .noneMatch(file -> REFUSED.keySet().stream().anyMatch(file::endsWith));
    assertThat(rows)
        .filteredOn(row -> row.verdict() == Verdict.DECODED)
        .extracting(Row::endpoint)
        .as("nearly every endpoint in use has a recorded message")
        .hasSizeGreaterThan(45);
    assertThat(named.keySet()).allMatch(file -> rows.stream().anyMatch(r -> r.file().equals(file)));
  }

  private static String expected(String file) {
    return REFUSED.entrySet().stream()
        .filter(entry -> file.endsWith(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("no refusal is expected of this message");
  }
}
