package org.evenkeel.shell.simvenue.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class GeneratedMarketTest {

  private static final long START = Instant.parse("2025-01-01T00:00:00Z").toEpochMilli();
  private static final long DAY = Hours.PER_DAY * Hours.MS;
  private static final long YEAR = 365 * DAY;
  private static final SeriesId BTC = SeriesId.perpetual("BTCUSDT");

  /**
   * SHA-256 over 1000 hourly bars of every series of seed 42, the quotes at their closes and the funding.
   * It was computed once by this test; a change means that every recorded run of a seed has changed.
   */
  private static final String GOLDEN =
      "c8d6d13c8ecc8b076579e03026d3f0d5466963b824915b6f1378701f61338d77";

  @Test
  void a_seed_gives_the_same_market_in_every_instance_and_on_every_machine() throws Exception {
    assertThat(fingerprint(GeneratedMarket.standard(42, START, 50 * DAY))).isEqualTo(GOLDEN);
    assertThat(fingerprint(GeneratedMarket.standard(42, START, 50 * DAY))).isEqualTo(GOLDEN);
    assertThat(fingerprint(GeneratedMarket.standard(43, START, 50 * DAY))).isNotEqualTo(GOLDEN);
  }

  private static String fingerprint(Market market) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (SeriesInfo info : market.series()) {
      List<Bar> bars = market.bars(info.id(), Hours.MS, 0, START, 1_000, START);
      assertThat(bars).hasSize(1_000);
      for (Bar bar : bars) {
        String text = bar + " " + market.quote(info.id(), bar.closeTimeMs()) + "\n";
        digest.update(text.getBytes(StandardCharsets.UTF_8));
      }
    }
    String funding = market.funding(0, START).toString();
    return HexFormat.of().formatHex(digest.digest(funding.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void the_order_of_questions_does_not_change_the_answers() {
    Market late = GeneratedMarket.standard(7, START, 10 * DAY);
    Market early = GeneratedMarket.standard(7, START, 10 * DAY);
    late.quote(BTC, START + 40 * DAY);
    for (long t = START - 10 * DAY; t < START; t += 37 * 60_000) {
      assertThat(late.quote(BTC, t)).isPresent().isEqualTo(early.quote(BTC, t));
    }
    assertThat(late.bars(BTC, DAY, 0, START, 99, START))
        .isEqualTo(early.bars(BTC, DAY, 0, START, 99, START));
  }

  @Test
  void the_standard_market_has_eight_coins_twice_and_a_stablecoin() {
    Market market = GeneratedMarket.standard(1, START, 0);
    assertThat(market.series()).hasSize(17);
    assertThat(market.series().stream().map(SeriesInfo::id))
        .isSorted()
        .contains(SeriesId.spot("USDCUSDT"), SeriesId.spot("LINKUSDT"), BTC);
    SeriesInfo btc =
        market.series().stream().filter(s -> s.id().equals(BTC)).findFirst().orElseThrow();
    assertThat(btc.tickSize()).isEqualByComparingTo("0.1");
    assertThat(btc.lotSize()).isEqualByComparingTo("0.001");
    assertThat(btc.minNotional()).isEqualByComparingTo("100");
    assertThat(btc.base()).isEqualTo("BTC");
    assertThat(btc.quote()).isEqualTo("USDT");
  }

  @Test
  void a_market_begins_with_its_history_and_does_not_end() {
    Market market = GeneratedMarket.standard(1, START, 2 * DAY);
    assertThat(market.startMs()).isEqualTo(START - 2 * DAY);
    assertThat(market.endMs()).isEqualTo(Long.MAX_VALUE);
    assertThat(market.quote(BTC, START - 2 * DAY - 1)).isEmpty();
    assertThat(market.quote(BTC, START - 2 * DAY)).isPresent();
    assertThat(market.quote(BTC, START + YEAR)).isPresent();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> market.quote(BTC, START + 40 * YEAR))
        .withMessageContaining("30 years");
  }

  @Test
  void a_year_has_the_volatility_and_the_correlation_it_was_asked_for() {
    Market market = GeneratedMarket.standard(5, START, YEAR);
    List<double[]> returns =
        AssetSpec.DEFAULTS.stream().map(a -> hourlyReturns(market, a.symbol())).toList();
    for (int i = 0; i < returns.size(); i++) {
      AssetSpec asset = AssetSpec.DEFAULTS.get(i);
      double volatility = Math.sqrt(product(returns.get(i), returns.get(i)));
      assertThat(volatility / asset.annualVolatility()).isCloseTo(1, within(0.15));
      for (int j = 0; j < i; j++) {
        double correlation =
            product(returns.get(i), returns.get(j))
                / Math.sqrt(
                    product(returns.get(i), returns.get(i))
                        * product(returns.get(j), returns.get(j)));
        assertThat(correlation)
            .isCloseTo(asset.loading() * AssetSpec.DEFAULTS.get(j).loading(), within(0.08));
      }
    }
  }

  private static double[] hourlyReturns(Market market, String symbol) {
    List<Bar> bars = market.bars(SeriesId.spot(symbol), Hours.MS, 0, START - 1, 9_000, START - 1);
    assertThat(bars).hasSize(365 * 24);
    double[] returns = new double[bars.size() - 1];
    for (int i = 0; i < returns.length; i++) {
      returns[i] =
          Math.log(bars.get(i + 1).close().doubleValue() / bars.get(i).close().doubleValue());
    }
    return returns;
  }

  private static double product(double[] left, double[] right) {
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      sum += left[i] * right[i];
    }
    return sum;
  }

  @Test
  void hours_join_without_a_step_and_quiet_months_differ_from_wild_ones() {
    Market market = GeneratedMarket.standard(3, START, YEAR);
    List<Bar> hours = market.bars(BTC, Hours.MS, 0, START - 1, 9_000, START - 1);
    double[] monthly = new double[12];
    for (int i = 1; i < hours.size(); i++) {
      assertThat(hours.get(i).open()).isEqualByComparingTo(hours.get(i - 1).close());
      double move =
          Math.log(hours.get(i).close().doubleValue() / hours.get(i).open().doubleValue());
      monthly[Math.min(11, i / 730)] += move * move;
    }
    double wildest = Arrays.stream(monthly).max().orElseThrow();
    double quietest = Arrays.stream(monthly).min().orElseThrow();
    assertThat(Math.sqrt(wildest / quietest)).isGreaterThan(1.5);
  }

  @Test
  void funding_comes_every_eight_hours_sorted_and_bounded() {
    Market market = GeneratedMarket.standard(5, START, YEAR);
    List<FundingEvent> events = market.funding(START - YEAR, START);
    assertThat(events).hasSize(365 * 3 * 8);
    assertThat(events)
        .allSatisfy(
            e -> {
              assertThat(e.timeMs() % (8 * Hours.MS)).isZero();
              assertThat(e.rate().abs().doubleValue()).isLessThanOrEqualTo(Premium.MAX_FUNDING);
            })
        .isSortedAccordingTo(
            Comparator.comparingLong(FundingEvent::timeMs).thenComparing(FundingEvent::symbol));
    assertThat(events).anyMatch(e -> e.rate().signum() < 0);
    assertThat(events.stream().map(FundingEvent::rate).distinct().count()).isGreaterThan(100);
  }

  @Test
  void funding_windows_exclude_their_start_and_include_their_end() {
    Market market = GeneratedMarket.standard(5, START, DAY);
    assertThat(market.funding(START - 8 * Hours.MS, START)).hasSize(8);
    assertThat(market.funding(START - 8 * Hours.MS - 1, START - 1)).hasSize(8);
    assertThat(market.funding(START, START + 8 * Hours.MS - 1)).isEmpty();
    assertThat(market.funding(START, START - DAY)).isEmpty();
  }

  @Test
  void a_perpetual_stays_near_its_spot_and_its_mark_near_both() {
    Market market = GeneratedMarket.standard(9, START, 30 * DAY);
    for (long t = START - 30 * DAY; t < START; t += 30 * 60_000 + 7_000) {
      double spot = market.quote(SeriesId.spot("ETHUSDT"), t).orElseThrow().last().doubleValue();
      Quote perp = market.quote(SeriesId.perpetual("ETHUSDT"), t).orElseThrow();
      assertThat(perp.mark().doubleValue() / perp.last().doubleValue()).isCloseTo(1, within(0.01));
      if ((t + 60_000) % Hours.MS < 60_000) {
        assertThat(perp.last().doubleValue() / spot).isCloseTo(1, within(0.02));
      }
    }
  }

  @Test
  void a_coin_unknown_to_the_venue_gets_filters_from_its_price() {
    Market market =
        new GeneratedMarket(1, START, 0, List.of(AssetSpec.of("NEWCOIN", "0.08", 1.0, 0.5, 1e6)));
    SeriesInfo info = market.series().getLast();
    assertThat(info.id()).isEqualTo(SeriesId.perpetual("NEWCOINUSDT"));
    assertThat(info.tickSize()).isEqualByComparingTo("0.000001");
    assertThat(info.lotSize()).isEqualByComparingTo("10");
    assertThat(info.minNotional()).isEqualByComparingTo(new BigDecimal("5"));
  }

  @Test
  void wrong_coins_are_refused_with_the_field_at_fault() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AssetSpec.of("BTC", "60000", 0.5, 1.2, 1e6))
        .withMessageContaining("loading");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AssetSpec.of("BTC", "0", 0.5, 0.9, 1e6))
        .withMessageContaining("startPrice");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AssetSpec.of("BTC", "60000", Double.NaN, 0.9, 1e6))
        .withMessageContaining("annualVolatility");
    AssetSpec btc = AssetSpec.DEFAULTS.getFirst();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new GeneratedMarket(1, START, 0, List.of(btc, btc)))
        .withMessageContaining("twice");
  }
}
