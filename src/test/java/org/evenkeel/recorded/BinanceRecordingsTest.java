package org.evenkeel.recorded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.basics.TradeId;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.data.Balance;
import org.evenkeel.core.data.Quote;
import org.evenkeel.core.route.Lookup;
import org.evenkeel.core.route.OrderTicket;
import org.evenkeel.core.route.SendOutcome;
import org.evenkeel.core.route.TimeInForce;
import org.evenkeel.core.route.VenueOrder;
import org.evenkeel.core.settle.Fill;
import org.evenkeel.shell.config.secret.Secret;
import org.evenkeel.shell.xchange.binance.BinanceLink;
import org.evenkeel.shell.xchange.binance.BinanceMarketData;
import org.evenkeel.shell.xchange.binance.FakeBinance;
import org.evenkeel.shell.xchange.binance.FakeBinance.Answer;
import org.evenkeel.shell.xchange.binance.Fixtures;
import org.evenkeel.shell.xchange.binance.trade.AccountKeys;
import org.evenkeel.shell.xchange.binance.trade.BinanceVenue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The adapter reads what Binance really sent, and what other projects test against.
 *
 * <p>The messages lie beside the repository, in {@code ../shared/fixtures/binance} or below the folder that the system
 * property 'evenkeel.shared' names; without them these tests are skipped and say so.
 */
class BinanceRecordingsTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final InstrumentId BTC = InstrumentId.of("BTC-USDT-PERP@binance");
  private static final String JKORF = "upstream_tests/jkorf/Endpoints/";
  private static final String NAUTILUS = "upstream_tests/nautilus/";
  private static final String LIVE_INFO =
      "recorded/rest_binance_futures_fapi_v1_exchangeInfo_1.json";

  private Path folder;
  private FakeBinance fake;
  private BinanceMarketData data;
  private BinanceVenue venue;

  @BeforeEach
  void start() throws IOException {
    Optional<Path> found =
        Stream.of(System.getProperty("evenkeel.shared", "../shared"), "../../shared")
            .map(path -> Path.of(path, "fixtures", "binance"))
            .filter(Files::isDirectory)
            .findFirst();
    assumeThat(found)
        .as("skipped: no folder ../shared/fixtures/binance with recorded messages")
        .isPresent();
    folder = found.orElseThrow();
    fake = Fixtures.withClock(new FakeBinance());
    BinanceLink link = Fixtures.link(fake.url());
    data = new BinanceMarketData(link);
    venue =
        new BinanceVenue(
            link,
            Fixtures.capabilities(),
            new AccountKeys(Secret.of("test-key"), Secret.of("test-secret")));
  }

  @AfterEach
  void stop() throws IOException {
    if (fake != null) {
      fake.close();
    }
  }

  /** The answer in a file; those that were converted have it under 'response'. */
  private JsonNode message(String file) {
    try {
      JsonNode root = MAPPER.readTree(Files.readString(folder.resolve(file)));
      return root.has("response") && root.has("method") ? root.get("response") : root;
    } catch (IOException e) {
      throw new IllegalStateException("the recorded message " + file + " cannot be read", e);
    }
  }

  private void answers(String methodAndPath, String file) {
    fake.on(methodAndPath, Answer.ok(message(file).toString()));
  }

  private void answersList(String methodAndPath, String file) {
    JsonNode message = message(file);
    fake.on(methodAndPath, Answer.ok(message.isArray() ? message.toString() : "[" + message + "]"));
  }

  @Test
  void every_usdt_perpetual_of_the_live_list_of_2021_has_a_specification() {
    answers("GET /fapi/v1/exchangeInfo", LIVE_INFO);
    List<InstrumentId> perpetuals =
        Stream.of("BTC", "ETH", "SOL", "BNB", "XRP", "ADA", "DOGE", "LINK")
            .map(base -> InstrumentId.of(base + "-USDT-PERP@binance"))
            .toList();

    List<InstrumentSpec> specs = data.specs(perpetuals).orThrow();

    assertThat(specs).hasSize(8).allMatch(InstrumentSpec::isTrading);
    InstrumentSpec btc = specs.stream().filter(s -> s.id().equals(BTC)).findFirst().orElseThrow();
    assertThat(btc.tickSize()).isEqualByComparingTo("0.01");
    assertThat(btc.lotSize()).isEqualByComparingTo("0.001");
    assertThat(btc.minNotional()).isEqualByComparingTo("5");
  }

  @Test
  void a_spot_list_without_the_newer_filter_is_read_by_the_older_one() {
    answers(
        "GET /api/v3/exchangeInfo",
        NAUTILUS + "py_http_responses/http_spot_market_exchange_info.json");

    InstrumentSpec spec =
        data.specs(List.of(InstrumentId.of("BTC-USDT-SPOT@binance"))).orThrow().get(0);

    assertThat(spec.tickSize()).isEqualByComparingTo("0.01");
    assertThat(spec.minNotional()).isEqualByComparingTo("10");
  }

  @Test
  void klines_of_both_markets_are_read() {
    for (String market :
        List.of("Spot/ExchangeData/GetKlines", "UsdFutures/ExchangeData/GetKlines")) {
      JsonNode rows = message(JKORF + market + ".json");
      boolean isSpot = market.startsWith("Spot");
      fake.on(isSpot ? "GET /api/v3/klines" : "GET /fapi/v1/klines", Answer.ok(rows.toString()));
      Instant opened = Instant.ofEpochMilli(rows.get(0).get(0).longValue());
      InstrumentId id = isSpot ? InstrumentId.of("BTC-USDT-SPOT@binance") : BTC;

      assertThat(
              data.bars(id, Duration.ofDays(7), 3, opened.plus(Duration.ofDays(7)))
                  .orThrow()
                  .bars())
          .hasSize(1)
          .allSatisfy(bar -> assertThat(bar.close().toString()).isEqualTo("0.015771"));
    }
  }

  @Test
  void book_mark_and_newest_trade_make_a_quote() {
    answers("GET /fapi/v2/ticker/price", JKORF + "UsdFutures/ExchangeData/GetPrice.json");
    answers("GET /fapi/v1/ticker/bookTicker", JKORF + "UsdFutures/ExchangeData/GetBookPrice.json");
    answers("GET /fapi/v1/premiumIndex", JKORF + "UsdFutures/ExchangeData/GetMarkPrice.json");

    Quote quote = data.quotes(List.of(BTC)).orThrow().get(0);

    assertThat(quote.ask().toString()).isEqualTo("4.000002");
    assertThat(quote.mark().toString()).isEqualTo("11793.63104562");
    assertThat(quote.last().orElseThrow().toString()).isEqualTo("6000.01");
  }

  @Test
  void accounts_of_both_markets_are_read() {
    answers("GET /fapi/v1/exchangeInfo", LIVE_INFO);
    answers("GET /api/v3/account", JKORF + "Spot/Account/GetAccountInfo.json");
    answers("GET /fapi/v2/account", NAUTILUS + "futures/http_json/account_info_v2.json");

    AccountSnapshot account = venue.account().orThrow();

    assertThat(account.balances())
        .extracting(Balance::toString)
        .anyMatch(text -> text.contains("FUTURES") && text.contains("23.72469206"))
        .anyMatch(text -> text.contains("SPOT") && text.contains("4723846.89208129"));
    assertThat(account.positions()).isEmpty();
  }

  private static OrderTicket ticket() {
    Instant now = Instant.now();
    return new OrderTicket(
        ClientOrderId.of("testOrder"),
        BTC,
        Side.BUY,
        Contracts.of("10"),
        Price.of("9300"),
        TimeInForce.IOC,
        false,
        now,
        now.plusSeconds(5));
  }

  @Test
  void an_acknowledgment_of_another_kind_of_order_is_read_and_does_not_echo_ours() {
    answers("POST /fapi/v1/order", JKORF + "UsdFutures/Trading/PlaceOrder.json");

    SendOutcome outcome = venue.send(ticket());

    assertThat(outcome).isInstanceOf(SendOutcome.Accepted.class);
    assertThat(((SendOutcome.Accepted) outcome).order().echoes(ticket())).isFalse();
  }

  @Test
  void a_queried_order_and_open_orders_are_read() {
    answers("GET /fapi/v1/order", JKORF + "UsdFutures/Trading/GetOrder.json");
    answersList("GET /fapi/v1/openOrders", JKORF + "UsdFutures/Trading/GetOpenOrders.json");

    assertThat(venue.lookup(ClientOrderId.of("abc"), BTC)).isInstanceOf(Lookup.Found.class);
    assertThat(venue.lookup(ClientOrderId.of("other"), BTC)).isInstanceOf(Lookup.Unreadable.class);
    assertThat(venue.openOrders(BTC).orThrow())
        .extracting(VenueOrder::status)
        .containsExactly(VenueOrder.Status.NEW);
  }

  @Test
  void a_canceled_order_is_taken_for_a_cancel_that_was_accepted() {
    answers("DELETE /fapi/v1/order", JKORF + "UsdFutures/Trading/CancelOrder.json");

    assertThat(venue.cancel(ClientOrderId.of("myOrder1"), BTC).orThrow()).isTrue();
  }

  @Test
  void trades_of_a_real_account_are_read_and_the_fee_is_a_charge() {
    answers(
        "GET /fapi/v1/userTrades", NAUTILUS + "py_http_responses/http_futures_account_trades.json");

    List<Fill> fills =
        venue
            .fills(
                InstrumentId.of("ETH-USDT-PERP@binance"),
                Optional.of(TradeId.of("1")),
                Instant.EPOCH)
            .orThrow();

    assertThat(fills).isNotEmpty();
    assertThat(fills.get(0).fee().toString()).isEqualTo("0.0055567 USDT");
    assertThat(fills.get(0).side()).isEqualTo(Side.SELL);
  }

  @Test
  void income_leaves_to_other_readings_what_comes_with_fills_and_flows() {
    answers("GET /fapi/v1/income", JKORF + "UsdFutures/Account/GetIncomeHistory.json");

    assertThat(venue.income(Instant.now()).orThrow())
        .as("the sample has a commission and a transfer, and both are told elsewhere")
        .isEmpty();
  }

  @Test
  void isolated_margin_in_a_sample_is_noticed() {
    fake.on(
        "GET /fapi/v1/exchangeInfo",
        FakeBinance.Answer.ok(Fixtures.exchangeInfo(Fixtures.BTC_PERP)));
    fake.on("GET /fapi/v1/positionSide/dual", Answer.ok("{\"dualSidePosition\":false}"));
    answers("GET /fapi/v2/positionRisk", JKORF + "UsdFutures/Account/GetPositionInformation.json");

    assertThat(venue.setup().prepare(List.of(BTC), 3).toString()).contains("cross margin");
  }
}
