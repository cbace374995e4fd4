package org.evenkeel.shell.xchange.binance.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.cycle.DeadManSwitch;
import org.evenkeel.shell.xchange.binance.FakeBinance;
import org.evenkeel.shell.xchange.binance.FakeBinance.Answer;
import org.evenkeel.shell.xchange.binance.Fixtures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is set at the venue: the leverage within its brackets, and the countdown that cancels for a silent bot. */
class AccountSettingsTest {

  private static final InstrumentId PERP = OrderFaultsTest.PERP;
  private static final InstrumentId ETH = InstrumentId.of("ETH-USDT-PERP@binance");
  private static final String COUNTDOWN = "POST /fapi/v1/countdownCancelAll";
  private static final String LEVERAGE = "POST /fapi/v1/leverage";
  private static final String BRACKETS =
      """
      [{"symbol":"BTCUSDT","brackets":[
        {"bracket":1,"initialLeverage":20,"notionalCap":50000,"notionalFloor":0,"maintMarginRatio":0.0065,"cum":0},
        {"bracket":2,"initialLeverage":10,"notionalCap":250000,"notionalFloor":50000,"maintMarginRatio":0.01,"cum":175}]}]""";

  private FakeBinance fake;
  private BinanceVenue venue;

  @BeforeEach
  void start() throws IOException {
    fake = Fixtures.withClock(new FakeBinance());
    fake.on("GET /fapi/v1/exchangeInfo", Answer.ok(Fixtures.exchangeInfo(Fixtures.BTC_PERP)));
    fake.on("GET /fapi/v1/positionSide/dual", Answer.ok("{\"dualSidePosition\":false}"));
    fake.on("GET /fapi/v1/leverageBracket", Answer.ok(BRACKETS));
    fake.on(
        LEVERAGE,
        r ->
            Answer.ok(
                "{\"symbol\":\""
                    + r.parameter("symbol")
                    + "\",\"leverage\":"
                    + r.parameter("leverage")
                    + ",\"maxNotionalValue\":\"1000000\"}"));
    held("0");
    venue = OrderFaultsTest.venueAt(fake.url());
  }

  @AfterEach
  void stop() throws IOException {
    fake.close();
  }

  private void held(String notional) {
    fake.on(
        "GET /fapi/v2/positionRisk",
        Answer.ok(
            "[{\"symbol\":\"BTCUSDT\",\"marginType\":\"cross\",\"leverage\":\"1\",\"notional\":\""
                + notional
                + "\"}]"));
  }

  private Result<Boolean> prepared(int leverage) {
    return venue.setup().prepare(List.of(PERP), leverage);
  }

  private static String refused(Result<Boolean> result) {
    assertThat(result).isInstanceOf(Result.Refused.class);
    return ((Result.Refused<Boolean>) result).refusal().toString();
  }

  @Test
  void a_leverage_within_the_brackets_is_set() {
    assertThat(prepared(20).orThrow()).isTrue();
    assertThat(fake.requests(LEVERAGE)).hasSize(1);
  }

  @Test
  void a_leverage_beyond_the_brackets_is_refused_before_anything_is_set() {
    assertThat(refused(prepared(21)))
        .contains(RefusalReason.LIMIT.name(), "20 at most", "21", "plan.venue_leverage_ratio");
    assertThat(fake.requests(LEVERAGE)).isEmpty();
  }

  @Test
  void what_is_held_must_fit_the_bracket_of_the_leverage() {
    held("-60000");
    assertThat(refused(prepared(20))).contains("50000", "60000");
    assertThat(prepared(10).orThrow()).isTrue();
    held("250001");
    assertThat(refused(prepared(10))).contains("250000");
  }

  @Test
  void a_symbol_without_brackets_has_no_leverage() {
    fake.on("GET /fapi/v1/leverageBracket", Answer.ok("[]"));
    assertThat(refused(prepared(1))).contains("0 at most");
    fake.on("GET /fapi/v1/leverageBracket", Answer.html(200));
    assertThat(refused(prepared(1))).contains(RefusalReason.VENUE_UNAVAILABLE.name());
  }

  @Test
  void a_leverage_that_the_venue_does_not_repeat_is_not_set() {
    fake.on(LEVERAGE, Answer.ok("{\"symbol\":\"BTCUSDT\",\"leverage\":7}"));
    assertThat(refused(prepared(5))).contains("did not set the leverage");
    fake.on(LEVERAGE, Answer.ok("{\"symbol\":\"ETHUSDT\",\"leverage\":5}"));
    assertThat(refused(prepared(5))).contains("another instrument");
  }

  @Test
  void a_setting_that_somebody_has_changed_is_refused_and_nothing_is_set_back() {
    assertThat(venue.setup().verify(List.of(PERP), 1).orThrow()).isTrue();
    assertThat(refused(venue.setup().verify(List.of(PERP), 3)))
        .contains("leverage of BTC-USDT-PERP@binance is 1", "3 was set");
    risk("isolated", "3");
    assertThat(refused(venue.setup().verify(List.of(PERP), 3))).contains("not under cross margin");
    risk("cross", "3");
    fake.on("GET /fapi/v1/positionSide/dual", Answer.ok("{\"dualSidePosition\":true}"));
    assertThat(refused(venue.setup().verify(List.of(PERP), 3))).contains("hedge mode");
    fake.on("GET /fapi/v1/positionSide/dual", Answer.html(200));
    assertThat(venue.setup().verify(List.of(PERP), 3)).isInstanceOf(Result.Refused.class);
    assertThat(fake.requests(LEVERAGE)).isEmpty();
  }

  private void risk(String margin, String leverage) {
    fake.on(
        "GET /fapi/v2/positionRisk",
        Answer.ok(
            "[{\"symbol\":\"BTCUSDT\",\"marginType\":\""
                + margin
                + "\",\"leverage\":\""
                + leverage
                + "\",\"notional\":\"0\"}]"));
  }

  private DeadManSwitch countdown(InstrumentId... instruments) {
    return venue.deadMan(List.of(instruments));
  }

  @Test
  void every_futures_symbol_is_told_even_after_one_has_failed() {
    fake.on(
        COUNTDOWN,
        r ->
            r.parameter("symbol").equals("BTCUSDT")
                ? Answer.error(500, -1000, "unknown")
                : Answer.ok(
                    "{\"symbol\":\"ETHUSDT\",\"countdownTime\":\""
                        + r.parameter("countdownTime")
                        + "\"}"));

    Result<Boolean> armed = countdown(PERP, ETH, OrderFaultsTest.SPOT).arm(Duration.ofMinutes(2));

    assertThat(refused(armed)).contains("the countdown of " + PERP);
    assertThat(fake.requests(COUNTDOWN))
        .extracting(r -> r.parameter("symbol") + " " + r.parameter("countdownTime"))
        .contains("BTCUSDT 120000", "ETHUSDT 120000")
        .noneMatch(told -> told.startsWith("USDC"));
  }

  @Test
  void a_countdown_that_the_venue_does_not_repeat_is_not_armed() {
    fake.on(COUNTDOWN, Answer.ok("{\"symbol\":\"BTCUSDT\",\"countdownTime\":\"60000\"}"));
    assertThat(refused(countdown(PERP).arm(Duration.ofMinutes(2)))).contains("did not set");
    assertThat(countdown(PERP).arm(Duration.ofMinutes(1)).orThrow()).isTrue();
    assertThat(refused(countdown(PERP).disarm())).contains("did not set");
  }

  @Test
  void without_futures_there_is_nothing_to_arm() {
    assertThat(countdown(OrderFaultsTest.SPOT).arm(Duration.ofMinutes(1)).orThrow()).isFalse();
    assertThat(fake.requests()).isEmpty();
  }

  @Test
  void a_countdown_that_nobody_renews_cancels_what_works_and_one_that_is_ended_does_not()
      throws InterruptedException {
    try (SimulatedBinance sim = new SimulatedBinance()) {
      DeadManSwitch countdown = sim.venue.deadMan(List.of(PERP));
      sim.rest("outside1");
      assertThat(countdown.arm(Duration.ofMillis(300)).orThrow()).isTrue();
      assertThat(countdown.disarm().orThrow()).isTrue();
      Thread.sleep(600);
      assertThat(sim.venue.openOrders(PERP).orThrow()).hasSize(1);

      assertThat(countdown.arm(Duration.ofMillis(300)).orThrow()).isTrue();
      Thread.sleep(600);
      assertThat(sim.venue.openOrders(PERP).orThrow()).isEmpty();
    }
  }
}
