package org.evenkeel.shell.xchange.binance.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.settle.CashFlow;
import org.evenkeel.shell.xchange.binance.FakeBinance;
import org.evenkeel.shell.xchange.binance.FakeBinance.Answer;
import org.evenkeel.shell.xchange.binance.FakeBinance.Request;
import org.evenkeel.shell.xchange.binance.Fixtures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Deposits, withdrawals and transfers as the venue's documentation shows them. */
class FlowReadsTest {

  private final Instant since = Instant.now().minus(Duration.ofDays(20));

  private FakeBinance fake;
  private BinanceVenue venue;

  @BeforeEach
  void start() throws IOException {
    fake = Fixtures.withClock(new FakeBinance());
    fake.on("GET /sapi/v1/capital/deposit/hisrec", Answer.ok("[]"));
    fake.on("GET /sapi/v1/capital/withdraw/history", Answer.ok("[]"));
    fake.on("GET /sapi/v1/asset/transfer", Answer.ok("{\"total\":0,\"rows\":[]}"));
    venue = OrderFaultsTest.venueAt(fake.url());
  }

  @AfterEach
  void stop() throws IOException {
    fake.close();
  }

  private static String words(CashFlow flow) {
    return flow.reference() + " " + flow.wallet() + " " + flow.amount();
  }

  @Test
  void only_a_credited_deposit_of_the_spot_wallet_counts_and_at_the_time_of_its_credit() {
    fake.on(
        "GET /sapi/v1/capital/deposit/hisrec",
        Answer.ok(
            """
            [{"id":"1","amount":"10","coin":"USDT","status":0,"insertTime":1566791463000,"walletType":0},
             {"id":"2","amount":"20.5","coin":"USDT","status":1,"insertTime":1566791463000,
              "completeTime":1566791999000,"walletType":0},
             {"id":"3","amount":"30","coin":"BTC","status":6,"insertTime":1566791464000},
             {"id":"4","amount":"40","coin":"BTC","status":1,"insertTime":1566791464000,"walletType":1}]"""));

    List<CashFlow> flows = venue.cashFlows(since).orThrow();

    assertThat(flows)
        .extracting(FlowReadsTest::words)
        .containsExactly(
            "binance/DEPOSIT/3 SPOT@binance 30 BTC", "binance/DEPOSIT/2 SPOT@binance 20.5 USDT");
    assertThat(flows.get(1).venueTime()).isEqualTo(Instant.ofEpochMilli(1566791999000L));
  }

  @Test
  void a_withdrawal_counts_with_its_fee_and_one_that_came_to_nothing_with_its_return() {
    fake.on(
        "GET /sapi/v1/capital/withdraw/history",
        Answer.ok(
            """
            [{"id":"a","amount":"8.91","transactionFee":"0.004","coin":"USDT","status":4,
              "applyTime":"2019-10-12 11:12:02","walletType":0},
             {"id":"b","amount":"5","transactionFee":"1","coin":"USDT","status":5,
              "applyTime":"2019-10-12 11:12:03","walletType":0}]"""));

    List<CashFlow> flows = venue.cashFlows(since).orThrow();

    assertThat(flows)
        .extracting(FlowReadsTest::words)
        .containsExactly(
            "binance/WITHDRAWAL/a SPOT@binance -8.914 USDT",
            "binance/DEPOSIT/b-returned SPOT@binance 6 USDT",
            "binance/WITHDRAWAL/b SPOT@binance -6 USDT");
    assertThat(flows.get(0).venueTime()).isEqualTo(Instant.parse("2019-10-12T11:12:02Z"));
  }

  /** Rows 1 to 230 of transfers to futures, newest first and in the pages that are asked for. */
  private static Answer transfers(Request request) {
    if (!request.parameter("type").equals("MAIN_UMFUTURE")) {
      return Answer.ok("{\"total\":0}");
    }
    int size = Integer.parseInt(request.parameter("size"));
    int first = (Integer.parseInt(request.parameter("current")) - 1) * size;
    StringBuilder rows = new StringBuilder();
    for (int i = first; i < Math.min(230, first + size); i++) {
      rows.append(rows.isEmpty() ? "" : ",")
          .append("{\"asset\":\"USDT\",\"amount\":\"1\",\"type\":\"MAIN_UMFUTURE\",\"status\":\"")
          .append(i == 7 ? "FAILED" : "CONFIRMED")
          .append("\",\"tranId\":")
          .append(1000 + i)
          .append(",\"timestamp\":1544433328000}");
    }
    return Answer.ok("{\"total\":230,\"rows\":[" + rows + "]}");
  }

  @Test
  void transfers_are_read_to_the_last_page_and_failed_ones_left_out() {
    fake.on("GET /sapi/v1/asset/transfer", FlowReadsTest::transfers);

    List<CashFlow> flows = venue.cashFlows(since).orThrow();

    assertThat(flows).hasSize(229).allMatch(flow -> !flow.isExternal());
    assertThat(flows).extracting(CashFlow::id).doesNotHaveDuplicates();
    assertThat(fake.requests("GET /sapi/v1/asset/transfer")).hasSize(3 + 5);
  }

  @Test
  void what_comes_from_the_funding_wallet_comes_from_outside() {
    fake.on(
        "GET /sapi/v1/asset/transfer",
        request ->
            Answer.ok(
                request.parameter("type").equals("FUNDING_UMFUTURE")
                    ? """
                      {"total":1,"rows":[{"asset":"USDT","amount":"7","type":"FUNDING_UMFUTURE",
                       "status":"CONFIRMED","tranId":5,"timestamp":1544433328000}]}"""
                    : "{\"total\":0}"));

    assertThat(venue.cashFlows(since).orThrow())
        .extracting(FlowReadsTest::words)
        .containsExactly("binance/DEPOSIT/5 FUTURES@binance 7 USDT");
  }

  @Test
  void one_answer_that_cannot_be_read_refuses_all() {
    fake.on("GET /sapi/v1/asset/transfer", Answer.html(200));

    assertThat(venue.cashFlows(since)).isInstanceOf(Result.Refused.class);
  }

  @Test
  void a_time_longer_than_the_venue_answers_for_is_cut() {
    assertThat(venue.cashFlows(Instant.EPOCH)).isInstanceOf(Result.Ok.class);

    Request asked = fake.requests("GET /sapi/v1/capital/deposit/hisrec").get(0);
    long asks =
        Long.parseLong(asked.parameter("endTime")) - Long.parseLong(asked.parameter("startTime"));
    assertThat(Duration.ofMillis(asks)).isEqualTo(Duration.ofDays(89));
  }
}
