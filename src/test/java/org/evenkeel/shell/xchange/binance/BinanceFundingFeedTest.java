package org.evenkeel.shell.xchange.binance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.data.FundingRate;
import org.evenkeel.shell.simvenue.Fronts;
import org.evenkeel.shell.simvenue.HandMarket;
import org.evenkeel.shell.simvenue.binance.FrontLimits;
import org.evenkeel.shell.simvenue.exchange.ExchangeRules;
import org.evenkeel.shell.simvenue.exchange.ExchangeSetup;
import org.evenkeel.shell.simvenue.exchange.OpeningBalances;
import org.evenkeel.shell.simvenue.exchange.SimExchange;
import org.evenkeel.shell.simvenue.http.Credentials;
import org.evenkeel.shell.simvenue.http.Front;
import org.evenkeel.shell.simvenue.http.VenueClock;
import org.junit.jupiter.api.Test;

class BinanceFundingFeedTest {

  private static final InstrumentId PERP = InstrumentId.of("BTC-USDT-PERP@binance");
  private static final String ROW =
      "{\"symbol\":\"BTCUSDT\",\"fundingTime\":1772352000000,\"fundingRate\":\"0.00010000\",\"markPrice\":\"\"}";

  private static Result<List<FundingRate>> answered(FakeBinance.Answer answer) throws IOException {
    try (FakeBinance fake = new FakeBinance().on("GET /fapi/v1/fundingRate", r -> answer)) {
      return new BinanceFundingFeed(Fixtures.link(fake.url()))
          .settled(PERP, Instant.EPOCH, Instant.ofEpochMilli(1772352000000L));
    }
  }

  @Test
  void all_pages_are_read_and_the_bounds_are_kept() {
    HandMarket market = HandMarket.calm();
    Instant now = Instant.now();
    Instant first = now.minus(Duration.ofDays(100));
    for (int i = 0; i < 2400; i++) {
      market.fund(first.plus(Duration.ofHours(i)).toEpochMilli(), "BTCUSDT", "0.0001");
      market.fund(first.plus(Duration.ofHours(i)).toEpochMilli(), "ETHUSDT", "0.0003");
    }
    Map<String, BigDecimal> money = Map.of("USDT", BigDecimal.ONE);
    List<String> lines = new ArrayList<>();
    SimExchange exchange =
        SimExchange.open(
            new ExchangeSetup(ExchangeRules.standard(), market.series(), market::quote, lines::add),
            new OpeningBalances(money, money),
            now.toEpochMilli());
    try (Front front =
        Fronts.binance(
            exchange,
            market,
            VenueClock.wallSpeed(System::currentTimeMillis),
            new Credentials("key", "secret"),
            FrontLimits.standard())) {
      BinanceFundingFeed feed = new BinanceFundingFeed(Fixtures.link(URI.create(front.url())));

      List<FundingRate> rates =
          feed.settled(PERP, first, first.plus(Duration.ofHours(2399))).orThrow();

      assertThat(rates).hasSize(2399);
      assertThat(rates.getFirst().settledAt().toEpochMilli())
          .isEqualTo(first.plus(Duration.ofHours(1)).toEpochMilli());
      assertThat(rates).allMatch(rate -> rate.rate().compareTo(new BigDecimal("0.0001")) == 0);
      assertThat(rates).allMatch(rate -> rate.instrument().equals(PERP));
    }
  }

  @Test
  void a_row_is_read_as_it_was_sent() throws IOException {
    assertThat(answered(FakeBinance.Answer.ok("[" + ROW + "]")).orThrow())
        .containsExactly(
            new FundingRate(PERP, Instant.ofEpochMilli(1772352000000L), new BigDecimal("0.0001")));
    assertThat(answered(FakeBinance.Answer.ok("[]")).orThrow()).isEmpty();
  }

  @Test
  void what_is_not_a_list_of_this_instruments_funding_is_refused_and_never_empty()
      throws IOException {
    assertThat(answered(FakeBinance.Answer.ok("{}"))).isInstanceOf(Result.Refused.class);
    assertThat(answered(FakeBinance.Answer.ok(""))).isInstanceOf(Result.Refused.class);
    assertThat(answered(FakeBinance.Answer.html(200))).isInstanceOf(Result.Refused.class);
    assertThat(answered(FakeBinance.Answer.html(502))).isInstanceOf(Result.Refused.class);
    assertThat(answered(FakeBinance.Answer.ok("[" + ROW.replace("BTC", "ETH") + "]")))
        .isInstanceOf(Result.Refused.class);
    assertThat(answered(FakeBinance.Answer.ok("[" + ROW + "," + ROW + "]")))
        .isInstanceOf(Result.Refused.class);
  }

  @Test
  void a_spot_market_pays_no_funding() {
    BinanceFundingFeed feed =
        new BinanceFundingFeed(Fixtures.link(URI.create("http://127.0.0.1:1")));

    assertThat(
            feed.settled(
                InstrumentId.of("USDC-USDT-SPOT@binance"),
                Instant.EPOCH,
                Instant.EPOCH.plusMillis(1)))
        .isInstanceOf(Result.Refused.class);
  }
}
