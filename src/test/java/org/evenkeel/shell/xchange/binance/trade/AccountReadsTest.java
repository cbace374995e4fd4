package org.evenkeel.shell.xchange.binance.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.TradeId;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.route.Lookup;
import org.evenkeel.core.route.VenueOrder;
import org.evenkeel.core.settle.Fill;
import org.evenkeel.core.settle.Income;
import org.evenkeel.shell.xchange.binance.FakeBinance;
import org.evenkeel.shell.xchange.binance.FakeBinance.Answer;
import org.evenkeel.shell.xchange.binance.FakeBinance.Ending;
import org.evenkeel.shell.xchange.binance.FakeBinance.Request;
import org.evenkeel.shell.xchange.binance.Fixtures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is read of an account: complete or refused, never empty by mistake. */
class AccountReadsTest {

  private static final InstrumentId PERP = OrderFaultsTest.PERP;
  private static final InstrumentId SPOT = OrderFaultsTest.SPOT;
  private static final ClientOrderId ID = ClientOrderId.of("ek4f7q0k3v9x2m1c8z");
  private static final String FUTURES_ACCOUNT =
      """
      {"totalWalletBalance":"1000","assets":[
        {"asset":"USDT","walletBalance":"1000.5","availableBalance":"700.1"},
        {"asset":"BNB","walletBalance":"0","availableBalance":"0"}],
       "positions":[
        {"symbol":"BTCUSDT","positionAmt":"-0.020","entryPrice":"20000.1","unrealizedProfit":"-3.5","positionSide":"BOTH"},
        {"symbol":"ETHUSDT","positionAmt":"0.000","entryPrice":"0","unrealizedProfit":"0","positionSide":"BOTH"}]}""";
  private static final String SPOT_ACCOUNT =
      """
      {"balances":[{"asset":"USDT","free":"90","locked":"10"},{"asset":"USDC","free":"0","locked":"0"}]}""";

  private FakeBinance fake;
  private BinanceVenue venue;

  @BeforeEach
  void start() throws IOException {
    fake = Fixtures.withClock(new FakeBinance());
    fake.on(
        "GET /fapi/v1/exchangeInfo",
        Answer.ok(
            Fixtures.exchangeInfo(Fixtures.BTC_PERP, Fixtures.ETH_PERP, Fixtures.BTC_QUARTER)));
    fake.on("GET /fapi/v2/account", Answer.ok(FUTURES_ACCOUNT));
    fake.on("GET /api/v3/account", Answer.ok(SPOT_ACCOUNT));
    venue = OrderFaultsTest.venueAt(fake.url());
  }

  @AfterEach
  void stop() throws IOException {
    fake.close();
  }

  private static Refusal refusal(Result<?> result) {
    assertThat(result).isInstanceOf(Result.Refused.class);
    return ((Result.Refused<?>) result).refusal();
  }

  @Test
  void the_account_has_both_wallets_and_signed_positions() {
    AccountSnapshot account = venue.account().orThrow();

    assertThat(account.balances())
        .extracting(b -> b.wallet() + " " + b.currency() + " " + b.total() + " " + b.available())
        .containsExactly("FUTURES@binance USDT 1000.5 700.1", "SPOT@binance USDT 100 90");
    assertThat(account.positions()).hasSize(1);
    assertThat(account.position(PERP).toString()).isEqualTo("-0.02");
    assertThat(account.positions().get(0).unrealizedPnl()).isEqualByComparingTo("-3.5");
  }

  @Test
  void a_position_in_a_dated_future_is_named_with_its_date() {
    fake.on(
        "GET /fapi/v2/account",
        Answer.ok(FUTURES_ACCOUNT.replace("\"BTCUSDT\"", "\"BTCUSDT_260327\"")));

    assertThat(venue.account().orThrow().positions().get(0).instrument())
        .isEqualTo(InstrumentId.of("BTC-USDT-20260327@binance"));
  }

  @Test
  void a_position_that_cannot_be_named_refuses_the_account() {
    fake.on("GET /fapi/v2/account", Answer.ok(FUTURES_ACCOUNT.replace("BTCUSDT", "OLDUSDT")));

    assertThat(refusal(venue.account()).detail()).contains("OLDUSDT");
  }

  @Test
  void one_side_of_a_hedge_refuses_the_account() {
    fake.on("GET /fapi/v2/account", Answer.ok(FUTURES_ACCOUNT.replace("\"BOTH\"", "\"SHORT\"")));

    assertThat(refusal(venue.account()).detail()).contains("hedge");
  }

  static Stream<Answer> nothings() {
    return Stream.of(
        Answer.ok(""),
        Answer.ok("null"),
        Answer.ok("{}"),
        Answer.html(200),
        Answer.html(502),
        Answer.ok("[{\"symbol\":\"BTC"),
        Answer.ok("{\"code\":-2015,\"msg\":\"Invalid API-key\"}"),
        Answer.error(401, -2015, "Invalid API-key, IP, or permissions for action."),
        Answer.broken(Ending.RESET),
        Answer.broken(Ending.SILENCE));
  }

  @ParameterizedTest
  @MethodSource("nothings")
  void an_answer_that_says_nothing_is_refused_and_never_nothing_there(Answer nothing) {
    for (String path :
        List.of(
            "GET /fapi/v2/account",
            "GET /fapi/v1/openOrders",
            "GET /fapi/v1/userTrades",
            "GET /fapi/v1/income",
            "GET /fapi/v1/order",
            "DELETE /fapi/v1/order")) {
      fake.on(path, nothing);
    }

    refusal(venue.account());
    refusal(venue.openOrders(PERP));
    refusal(venue.fills(PERP, Optional.empty(), Instant.now()));
    refusal(venue.income(Instant.now()));
    refusal(venue.cancel(ID, PERP));
    assertThat(venue.lookup(ID, PERP)).isInstanceOf(Lookup.Unreadable.class);
    assertThat(fake.requests("DELETE /fapi/v1/order").size()).isLessThanOrEqualTo(2);
  }

  @Test
  void an_order_that_the_venue_does_not_show_is_not_visible_only_with_its_own_code() {
    fake.on("GET /fapi/v1/order", Answer.error(400, -2013, "Order does not exist."));
    assertThat(venue.lookup(ID, PERP)).isInstanceOf(Lookup.NotVisible.class);

    fake.on("GET /fapi/v1/order", Answer.error(503, -2013, "Order does not exist."));
    assertThat(venue.lookup(ID, PERP)).isInstanceOf(Lookup.Unreadable.class);

    fake.on("GET /fapi/v1/order", Answer.error(404, -1121, "Invalid symbol."));
    assertThat(venue.lookup(ID, PERP)).isInstanceOf(Lookup.Unreadable.class);
  }

  @Test
  void a_cancel_of_an_unknown_order_answers_false() {
    fake.on("DELETE /fapi/v1/order", Answer.error(400, -2011, "Unknown order sent."));

    assertThat(venue.cancel(ID, PERP).orThrow()).isFalse();
  }

  @Test
  void a_question_outside_of_the_window_is_asked_again_after_the_clock_was_read() {
    fake.on("GET /fapi/v1/openOrders", Answer.error(400, -1021, "outside of the recvWindow"));

    assertThat(refusal(venue.openOrders(PERP)).reason()).isEqualTo(RefusalReason.CLOCK_OFFSET);
    assertThat(fake.requests("GET /fapi/v1/openOrders")).hasSize(2);
    assertThat(fake.requests("GET /fapi/v1/time")).hasSize(2);
  }

  @Test
  void questions_are_signed_with_the_venues_time() {
    long ahead = Duration.ofHours(3).toMillis();
    fake.on(
        "GET /fapi/v1/time",
        r -> Answer.ok("{\"serverTime\":" + (Instant.now().toEpochMilli() + ahead) + "}"));
    fake.on("GET /fapi/v1/openOrders", Answer.ok("[]"));

    venue.openOrders(PERP).orThrow();

    long signed =
        Long.parseLong(fake.requests("GET /fapi/v1/openOrders").get(0).parameter("timestamp"));
    assertThat(signed - Instant.now().toEpochMilli()).isBetween(ahead - 2_000, ahead + 100);
  }

  @Test
  void the_orders_of_others_are_listed_under_a_name_that_cannot_be_ours() {
    String ours =
        OrderFaultsTest.ACK
            .replace("FILLED", "NEW")
            .replace("\"executedQty\":\"0.010\"", "\"executedQty\":\"0\"");
    fake.on(
        "GET /fapi/v1/openOrders",
        Answer.ok("[" + ours + "," + ours.replace("ek4f7q0k3v9x2m1c8z", "web_Kq3-x.9") + "]"));

    List<VenueOrder> orders = venue.openOrders(PERP).orThrow();

    assertThat(orders)
        .extracting(order -> order.clientOrderId().value())
        .containsExactly("ek4f7q0k3v9x2m1c8z", "x22542179");
  }

  private static String trade(long id, long time, String symbol) {
    return String.format(
        "{\"symbol\":\"%s\",\"id\":%d,\"orderId\":7,\"side\":\"BUY\",\"price\":\"20000\",\"qty\":\"0.001\","
            + "\"realizedPnl\":\"0.5\",\"commission\":\"0.00002\",\"commissionAsset\":\"BNB\",\"time\":%d,"
            + "\"maker\":false,\"buyer\":true,\"positionSide\":\"BOTH\",\"isBuyer\":true,\"isMaker\":false}",
        symbol, id, time);
  }

  /** Trades 1 to {@code count}, of which each thousand share one millisecond. */
  private static Answer trades(Request request, int count, long firstTime, String symbol) {
    long from =
        request.parameters().containsKey("fromId")
            ? Long.parseLong(request.parameter("fromId"))
            : 1;
    long start =
        request.parameters().containsKey("startTime")
            ? Long.parseLong(request.parameter("startTime"))
            : 0;
    long end =
        request.parameters().containsKey("endTime")
            ? Long.parseLong(request.parameter("endTime"))
            : Long.MAX_VALUE;
    assertThat(
            end - start >= 0
                && (start == 0
                    || end == Long.MAX_VALUE
                    || end - start <= Duration.ofDays(7).toMillis()))
        .isTrue();
    int limit = Integer.parseInt(request.parameter("limit"));
    StringBuilder rows = new StringBuilder("[");
    int given = 0;
    for (long id = Math.max(1, from); id <= count && given < limit; id++) {
      long time = firstTime + id / 1000;
      if (time >= start && time <= end) {
        rows.append(given == 0 ? "" : ",").append(trade(id, time, symbol));
        given++;
      }
    }
    return Answer.ok(rows.append("]").toString());
  }

  @Test
  void fills_are_paged_by_id_so_that_equal_milliseconds_lose_nothing() {
    long time = Instant.now().minus(Duration.ofDays(1)).toEpochMilli();
    fake.on("GET /fapi/v1/userTrades", r -> trades(r, 2500, time, "BTCUSDT"));

    List<Fill> fills = venue.fills(PERP, Optional.of(TradeId.of("3")), Instant.EPOCH).orThrow();

    assertThat(fills).hasSize(2498);
    assertThat(fills.get(0).tradeId()).isEqualTo(TradeId.of("3"));
    assertThat(fills.get(2497).tradeId()).isEqualTo(TradeId.of("2500"));
    assertThat(fills.get(0).fee().toString()).isEqualTo("0.00002 BNB");
    assertThat(fills.get(0).realizedPnl().toString()).isEqualTo("0.5 USDT");
    assertThat(fake.requests("GET /fapi/v1/userTrades")).hasSize(3);
  }

  @Test
  void fills_since_an_instant_are_searched_in_windows_of_seven_days_and_then_paged_by_id() {
    long time = Instant.now().minus(Duration.ofDays(2)).toEpochMilli();
    fake.on("GET /fapi/v1/userTrades", r -> trades(r, 1200, time, "BTCUSDT"));

    List<Fill> fills =
        venue.fills(PERP, Optional.empty(), Instant.now().minus(Duration.ofDays(20))).orThrow();

    assertThat(fills).hasSize(1200);
    List<Request> requests = fake.requests("GET /fapi/v1/userTrades");
    assertThat(requests.get(requests.size() - 1).parameter("fromId")).isEqualTo("1001");
  }

  @Test
  void an_instrument_without_trades_is_not_searched_from_the_beginning_every_time() {
    fake.on("GET /fapi/v1/userTrades", Answer.ok("[]"));
    Instant since = Instant.now().minus(Duration.ofDays(20));

    assertThat(venue.fills(PERP, Optional.empty(), since).orThrow()).isEmpty();
    int first = fake.requests("GET /fapi/v1/userTrades").size();
    assertThat(venue.fills(PERP, Optional.empty(), since).orThrow()).isEmpty();

    assertThat(first).isEqualTo(3);
    assertThat(fake.requests("GET /fapi/v1/userTrades")).hasSize(first + 1);
  }

  @Test
  void spot_fills_realize_nothing_and_keep_the_currency_of_the_fee() {
    long time = Instant.now().minus(Duration.ofDays(2)).toEpochMilli();
    fake.on("GET /api/v3/myTrades", r -> trades(r, 1001, time, "USDCUSDT"));

    List<Fill> fills = venue.fills(SPOT, Optional.empty(), Instant.EPOCH).orThrow();

    assertThat(fills).hasSize(1001);
    assertThat(fills.get(0).realizedPnl().isZero()).isTrue();
    assertThat(fills.get(0).fee().currency().value()).isEqualTo("BNB");
  }

  @Test
  void a_failure_on_the_second_page_refuses_all_fills() {
    long time = Instant.now().minus(Duration.ofDays(1)).toEpochMilli();
    fake.on(
        "GET /fapi/v1/userTrades",
        r ->
            r.parameter("fromId").equals("1001")
                ? Answer.html(200)
                : trades(r, 2500, time, "BTCUSDT"));

    refusal(venue.fills(PERP, Optional.of(TradeId.of("1")), Instant.EPOCH));
  }

  private static String income(long id, String kind, long time) {
    return String.format(
        "{\"symbol\":\"BTCUSDT\",\"incomeType\":\"%s\",\"income\":\"-0.1\",\"asset\":\"USDT\",\"time\":%d,\"tranId\":%d,\"tradeId\":\"\"}",
        kind, time, id);
  }

  /** Incomes 1 to {@code count} with {@code perMilli} in each millisecond. */
  private static Answer incomes(Request request, int count, int perMilli, long firstTime) {
    long start = Long.parseLong(request.parameter("startTime"));
    int limit = Integer.parseInt(request.parameter("limit"));
    String number = request.parameter("page");
    int page = number.isEmpty() ? 1 : Integer.parseInt(number);
    StringBuilder rows = new StringBuilder("[");
    int seen = 0;
    int given = 0;
    for (int id = 1; id <= count && given < limit; id++) {
      long time = firstTime + (id - 1) / perMilli;
      if (time >= start && seen++ >= (page - 1) * limit) {
        String kind = id % 2 == 0 ? "COMMISSION" : "FUNDING_FEE";
        rows.append(given == 0 ? "" : ",").append(income(id, kind, time));
        given++;
      }
    }
    return Answer.ok(rows.append("]").toString());
  }

  @Test
  void income_pages_overlap_so_that_equal_milliseconds_lose_nothing() {
    long time = Instant.now().minus(Duration.ofDays(1)).toEpochMilli();
    fake.on("GET /fapi/v1/income", r -> incomes(r, 2600, 7, time));

    List<Income> income = venue.income(Instant.ofEpochMilli(time)).orThrow();

    assertThat(income).hasSize(1300);
    assertThat(income).extracting(Income::id).doesNotHaveDuplicates();
    assertThat(income).allMatch(i -> i.kind() == Income.Kind.FUNDING);
  }

  @Test
  void a_millisecond_that_fills_more_than_a_page_is_read_to_its_end() {
    long time = Instant.now().minus(Duration.ofDays(1)).toEpochMilli();
    fake.on("GET /fapi/v1/income", r -> incomes(r, 2600, 2500, time));

    assertThat(venue.income(Instant.ofEpochMilli(time)).orThrow()).hasSize(1300);
  }

  @Test
  void hedge_mode_and_isolated_margin_are_refused_with_what_to_change() {
    fake.on("GET /fapi/v1/positionSide/dual", Answer.ok("{\"dualSidePosition\":true}"));
    assertThat(refusal(venue.setup().prepare(List.of(PERP), 3)).detail()).contains("One-way");

    fake.on("GET /fapi/v1/positionSide/dual", Answer.ok("{\"dualSidePosition\":false}"));
    fake.on(
        "GET /fapi/v2/positionRisk",
        Answer.ok("[{\"symbol\":\"BTCUSDT\",\"marginType\":\"isolated\",\"leverage\":\"3\"}]"));
    assertThat(refusal(venue.setup().prepare(List.of(PERP), 3)).detail()).contains("Cross");
  }
}
