package org.evenkeel.shell.xchange.binance.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.catalog.Listing;
import org.evenkeel.cycle.MarketData;
import org.evenkeel.shell.xchange.binance.BinanceMarketData;
import org.evenkeel.shell.xchange.binance.FakeBinance;
import org.evenkeel.shell.xchange.binance.FakeBinance.Answer;
import org.evenkeel.shell.xchange.binance.Fixtures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DelistScheduleTest {

  private static final InstrumentId USDC = InstrumentId.of("USDC-USDT-SPOT@binance");
  private static final InstrumentId BTC = InstrumentId.of("BTC-USDT-PERP@binance");
  private static final String SCHEDULE = "GET /sapi/v1/spot/delist-schedule";

  private FakeBinance fake;
  private MarketData data;

  @BeforeEach
  void start() throws IOException {
    fake = Fixtures.withClock(new FakeBinance());
    fake.on("GET /fapi/v1/exchangeInfo", Answer.ok(Fixtures.exchangeInfo(Fixtures.BTC_PERP)));
    fake.on("GET /api/v3/exchangeInfo", Answer.ok(Fixtures.exchangeInfo(Fixtures.USDC_SPOT)));
    data =
        OrderFaultsTest.venueAt(fake.url())
            .withDelistSchedule(new BinanceMarketData(Fixtures.link(fake.url())));
  }

  @AfterEach
  void stop() throws IOException {
    fake.close();
  }

  @Test
  void a_spot_market_on_the_schedule_ends_then_and_the_perpetual_of_the_same_name_does_not() {
    fake.on(
        SCHEDULE,
        Answer.ok(
            """
            [{"delistTime":1773565200000,"symbols":["USDCUSDT"]},
             {"delistTime":1773478800000,"symbols":["BTCUSDT","USDCUSDT"]}]"""));

    List<InstrumentSpec> specs = data.specs(List.of(BTC, USDC)).orThrow();

    assertThat(specs)
        .extracting(InstrumentSpec::listing)
        .containsExactly(
            Listing.TRADING, Listing.TRADING.endingAt(Instant.parse("2026-03-14T09:00:00Z")));
  }

  @Test
  void the_schedule_is_read_once_while_it_is_fresh_and_not_at_all_for_futures() {
    fake.on(SCHEDULE, Answer.ok("[]"));
    data.specs(List.of(BTC)).orThrow();
    data.specs(List.of(USDC)).orThrow();
    data.specs(List.of(USDC)).orThrow();
    assertThat(fake.requests().stream().filter(request -> request.path().contains("delist")))
        .hasSize(1);
  }

  @Test
  void a_schedule_that_cannot_be_read_is_not_taken_for_an_empty_one() {
    fake.on(SCHEDULE, Answer.ok("{\"rows\":[]}"));
    assertThat(data.specs(List.of(USDC))).isInstanceOf(Result.Refused.class);
  }
}
