package org.evenkeel.shell.xchange.krakenfutures.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.VenueOrderId;
import org.evenkeel.core.route.SendOutcome;
import org.evenkeel.shell.xchange.binance.FakeBinance;
import org.evenkeel.shell.xchange.binance.FakeBinance.Answer;
import org.evenkeel.shell.xchange.krakenfutures.KrakenFuturesFundingFeed;
import org.evenkeel.shell.xchange.krakenfutures.KrakenFuturesMarketData;
import org.junit.jupiter.api.Test;

/** Messages that others have recorded or test against, through the whole adapter: decoded, or refused for a reason. */
class FuturesRecordedTest {

  private static final InstrumentId ETH = InstrumentId.of("ETH-USD-PERP@krakenfutures");
  private static final InstrumentId BTC = InstrumentId.of("BTC-USD-PERP@krakenfutures");
  private static final Path SHARED =
      Path.of(System.getProperty("evenkeel.shared", "../shared"), "fixtures");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** An endpoint of a message, and what is asked of the adapter then. */
  private interface Question {
    Object ask(KrakenFuturesVenue venue, KrakenFuturesMarketData data);
  }

  private static final String NO_MONEY =
      "{\"accounts\":{\"flex\":{\"type\":\"multiCollateralMarginAccount\",\"currencies\":{}}}}";

  private final Map<String, String> outcomes = new LinkedHashMap<>();

  @Test
  void messages_decode_or_are_refused_for_a_reason() throws IOException {
    assumeThat(SHARED).as("the shared fixtures are not here").exists();
    String old = "krakenfutures/recorded/rest_kraken_futures_derivatives_api_v3_instruments_1.json";
    String nautilus = "kraken/upstream_tests/nautilus/http_";
    String jkorf = "kraken/upstream_tests/jkorf/Endpoints/Futures/";
    String base = "/derivatives/api/v3/";

    specs(old, BTC, "lists no");
    specs(nautilus + "futures_instruments.json", ETH, "");
    specs(jkorf + "ExchangeData/GetSymbols.json", BTC, "");
    quotes(nautilus + "futures_tickers.json", ETH, "");
    quotes(jkorf + "ExchangeData/GetTickers.json", BTC, "no ticker");
    one(
        "GET /api/charts/v1/trade/PF_ETHUSD/1h",
        nautilus + "futures_candles_trade.json",
        "",
        (v, d) -> d.bars(ETH, Duration.ofHours(1), 3, Instant.ofEpochMilli(1731726000000L)));
    one("GET " + base + "accounts", jkorf + "Account/GetBalances.json", "", (v, d) -> v.account());
    one(
        "GET " + base + "openpositions",
        jkorf + "Trading/GetOpenPositions.json",
        "no linear contract",
        (v, d) -> v.account());
    for (String file :
        List.of(nautilus + "futures_open_orders.json", jkorf + "Trading/GetOpenOrders.json")) {
      one("GET " + base + "openorders", file, "", (v, d) -> v.openOrders(ETH));
    }
    for (String file :
        List.of(nautilus + "futures_fills.json", jkorf + "Trading/GetUserTrades.json")) {
      one(
          "GET " + base + "fills",
          file,
          file.contains("nautilus") ? "order of time" : "",
          (v, d) -> v.fills(ETH, Optional.empty(), Instant.EPOCH));
    }
    one(
        "POST " + base + "sendorder",
        nautilus + "send_order_futures.json",
        "orderEvents",
        (v, d) -> v.send(FuturesOrderFaultsTest.ticket()));
    one(
        "POST " + base + "sendorder",
        jkorf + "Trading/PlaceOrder.json",
        "client order id",
        (v, d) -> v.send(FuturesOrderFaultsTest.ticket()));
    for (String file :
        List.of(nautilus + "cancel_order_futures.json", jkorf + "Trading/CancelOrder.json")) {
      one(
          "POST " + base + "cancelorder",
          file,
          "",
          (v, d) -> v.cancel(ClientOrderId.of("a1"), ETH));
    }
    one(
        "POST " + base + "cancelallordersafter",
        jkorf + "Trading/CancelAllOrderAfter.json",
        "",
        (v, d) -> v.deadMan().arm(Duration.ofMinutes(1)));
    one(
        "POST " + base + "orders/status",
        jkorf + "Trading/GetOrders.json",
        "'orders' is missing",
        (v, d) -> v.clientIdOf(VenueOrderId.of("59302619-41d2-4f0b-941f-7e7914760ad3"), ETH));
    one(
        "GET /api/history/v3/account-log",
        jkorf + "Account/GetAccountLog.json",
        "no time|not in the order",
        (v, d) -> v.income(Instant.EPOCH));
    one(
        "GET " + base + "pnlpreferences",
        jkorf + "Account/GetPnlCurrency.json",
        "another currency",
        (v, d) -> v.setup().prepare(List.of(BTC), 3));
    funding(nautilus + "futures_historical_funding_rates.json");
    funding(jkorf + "ExchangeData/GetHistoricalFundingRates.json");

    outcomes.forEach((file, outcome) -> System.out.println(outcome + "  " + file));
    long decoded = outcomes.values().stream().filter(o -> o.startsWith("decoded")).count();
    System.out.println(
        "Kraken Futures messages: "
            + decoded
            + " decoded, "
            + (outcomes.size() - decoded)
            + " refused");
    assertThat(decoded).isEqualTo(13);
  }

  private void specs(String file, InstrumentId id, String refusal) throws IOException {
    one("GET /derivatives/api/v3/instruments", file, refusal, (v, d) -> d.specs(List.of(id)));
  }

  private void quotes(String file, InstrumentId id, String refusal) throws IOException {
    one("GET /derivatives/api/v3/tickers", file, refusal, (v, d) -> d.quotes(List.of(id)));
  }

  private void funding(String file) throws IOException {
    try (FakeBinance fake =
        new FakeBinance().on("GET /derivatives/api/v4/historicalfundingrates", body(file))) {
      note(
          file,
          "",
          new KrakenFuturesFundingFeed(FuturesAt.link(fake.url()))
              .settled(ETH, Instant.EPOCH, Instant.parse("2030-01-01T00:00:00Z")));
    }
  }

  private void one(String endpoint, String file, String refusal, Question question)
      throws IOException {
    try (FakeBinance fake = new FakeBinance()) {
      fake.on("GET /derivatives/api/v3/openpositions", Answer.ok("{\"openPositions\":[]}"));
      fake.on("GET /derivatives/api/v3/accounts", Answer.ok(NO_MONEY));
      fake.on(endpoint, body(file));
      var link = FuturesAt.link(fake.url());
      note(file, refusal, question.ask(FuturesAt.venue(link), new KrakenFuturesMarketData(link)));
    }
  }

  private static Answer body(String file) throws IOException {
    JsonNode json = JSON.readTree(Files.readString(SHARED.resolve(file)));
    return Answer.ok((json.has("response") ? json.path("response") : json).toString());
  }

  private void note(String file, String refusal, Object answer) {
    String detail =
        switch (answer) {
          case Result.Refused<?> no -> no.refusal().detail();
          case SendOutcome.Unknown unknown -> unknown.detail();
          default -> "";
        };
    outcomes.put(file, detail.isEmpty() ? "decoded" : "refused: " + detail);
    if (refusal.isEmpty()) {
      assertThat(detail).as(file).isEmpty();
    } else {
      assertThat(detail).as(file).containsPattern(refusal);
    }
  }
}
