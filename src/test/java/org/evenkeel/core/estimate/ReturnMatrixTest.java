package org.evenkeel.core.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.data.BarSeries;
import org.evenkeel.core.data.FundingRate;
import org.evenkeel.core.data.FundingView;
import org.junit.jupiter.api.Test;

class ReturnMatrixTest {

  private static final double GAP = Double.NaN;
  private static final Universe BOTH = Bars.btcAndEth();
  private static final BarSeries ETH = Bars.series(Bars.ETH, 10, 11, 11, 11, 22);

  @Test
  void returns_are_simple_and_lie_on_the_grid_that_ends_at_the_slot() {
    ReturnMatrix matrix =
        matrix(
            4, Bars.series(Bars.BTC, 100, 110, 99, 99, 198), Bars.series(Bars.ETH, 1, 1, 2, 1, 1));

    assertThat(matrix.barCloses())
        .containsExactly(
            Bars.NOON.minus(Duration.ofHours(3)),
            Bars.NOON.minus(Duration.ofHours(2)),
            Bars.NOON.minus(Duration.ofHours(1)),
            Bars.NOON);
    assertThat(column(matrix, 0)).containsExactly(new double[] {0.1, -0.1, 0, 1}, within(1e-15));
    assertThat(column(matrix, 1)).containsExactly(new double[] {0, 1, -0.5, 0}, within(1e-15));
    assertThat(matrix.minCoverage()).isEqualTo(1);
  }

  @Test
  void a_sleeve_earns_the_sum_of_its_legs_times_their_ratios() {
    Universe carry =
        Bars.universe(Bars.sleeve("carry", Bars.leg(Bars.BTC_SPOT, 1), Bars.leg(Bars.BTC, -1)));

    ReturnMatrix matrix =
        ReturnMatrix.from(
                carry,
                Bars.market(
                    Bars.series(Bars.BTC_SPOT, 100, 102, 102),
                    Bars.series(Bars.BTC, 100, 101.9, 101.9)),
                Bars.settings(2))
            .orThrow();

    assertThat(matrix.returns()[0][0]).isCloseTo(0.001, within(1e-12));
  }

  /** Two settlements in the first bar and one at the close of the second; what was settled before the window is not in it. */
  @Test
  void a_carry_sleeve_earns_the_funding_that_its_short_leg_is_paid() {
    Universe carry =
        Bars.universe(Bars.sleeve("carry", Bars.leg(Bars.BTC_SPOT, 1), Bars.leg(Bars.BTC, -1)));
    Instant first = Bars.NOON.minus(Duration.ofHours(1));
    List<FundingRate> paid =
        List.of(
            funding(Bars.NOON.minus(Duration.ofHours(2)), "0.5"),
            funding(first.minusSeconds(600), "0.0002"),
            funding(first, "0.0001"),
            funding(Bars.NOON, "-0.0004"));

    ReturnMatrix matrix =
        ReturnMatrix.from(
                carry,
                Bars.market(
                        Bars.series(Bars.BTC_SPOT, 100, 102, 102),
                        Bars.series(Bars.BTC, 100, 101.9, 101.9))
                    .with(new FundingView(List.of(), paid, new TreeMap<>())),
                Bars.settings(2))
            .orThrow();

    assertThat(matrix.returns()[0][0]).isCloseTo(0.0013, within(1e-12));
    assertThat(matrix.returns()[1][0]).isCloseTo(-0.0004, within(1e-12));
  }

  private static FundingRate funding(Instant at, String rate) {
    return new FundingRate(Bars.BTC, at, new BigDecimal(rate));
  }

  @Test
  void a_missing_bar_takes_away_both_returns_that_touch_it_and_is_never_filled() {
    ReturnMatrix matrix =
        matrix(
            8,
            Bars.series(Bars.BTC, 1, 1, 1, 1, GAP, 2, 2, 2, 2),
            Bars.series(Bars.ETH, 1, 1, 1, 1, 1, 1, 1, 1, 1));

    assertThat(matrix.barCloses()).hasSize(6);
    assertThat(column(matrix, 0)).containsOnly(0);
    assertThat(matrix.minCoverage()).isEqualTo(0.75);
  }

  @Test
  void a_slot_between_two_closes_uses_the_one_before() {
    ReturnMatrix matrix =
        ReturnMatrix.from(
                BOTH,
                Bars.market(
                    Bars.NOON.plus(Duration.ofMinutes(17)),
                    Bars.series(Bars.BTC, 1, 1, 1),
                    Bars.series(Bars.ETH, 1, 1, 1)),
                Bars.settings(2))
            .orThrow();

    assertThat(matrix.barCloses()).endsWith(Bars.NOON);
  }

  @Test
  void an_instrument_without_enough_returns_is_refused() {
    Refusal refusal = refused(4, Bars.series(Bars.BTC, 1, GAP, 1, 1, 1), ETH);

    assertThat(refusal.reason()).isEqualTo(RefusalReason.COVERAGE_TOO_LOW);
    assertThat(refusal.detail())
        .isEqualTo(
            "BTC-USDT-PERP@binance has 50.0 % of 4 returns up to 2024-03-01T12:00:00Z, 75.0 % needed");
  }

  @Test
  void an_instrument_without_bars_is_refused() {
    assertThat(refused(4, ETH).detail()).contains("BTC-USDT-PERP@binance has no bars");
    assertThat(refused(4, Bars.series(Bars.BTC), ETH).detail()).contains("no closed bars");
  }

  @Test
  void holes_that_leave_too_few_common_rows_are_refused() {
    EstimateSettings lenient =
        new EstimateSettings(Bars.HOUR, 8, 8, 8, 0.4, 1, 0.5, 1e5, new TreeMap<>(), 1e-4);

    Refusal refusal =
        Bars.refusal(
            ReturnMatrix.from(
                BOTH,
                Bars.market(
                    Bars.series(Bars.BTC, GAP, GAP, GAP, 1, 1, 1, 1, 1, 1),
                    Bars.series(Bars.ETH, 1, 1, 1, 1, 1, 1, GAP, 1, 1)),
                lenient));

    assertThat(refusal.reason()).isEqualTo(RefusalReason.COVERAGE_TOO_LOW);
    assertThat(refusal.detail()).contains("only 3 of 8 bars");
  }

  @Test
  void data_that_ended_before_the_slot_is_refused() {
    Refusal refusal = refused(4, Bars.series(Bars.BTC, 1, 1, 1, GAP, GAP), ETH);

    assertThat(refusal.reason()).isEqualTo(RefusalReason.DATA_STALE);
    assertThat(refusal.detail())
        .contains("BTC-USDT-PERP@binance", "10:00:00Z", "2.0 bars", "at most 1");
  }

  @Test
  void a_jump_beyond_belief_is_refused() {
    Refusal refusal = refused(4, Bars.series(Bars.BTC, 100, 100, 151, 151, 151), ETH);

    assertThat(refusal.reason()).isEqualTo(RefusalReason.DATA_OUTLIER);
    assertThat(refusal.detail()).contains("51.00 %", "100.0 to 151.0", "at most 50.00 %");
  }

  @Test
  void bars_of_another_length_are_refused() {
    BarSeries daily = new BarSeries(Bars.BTC, Duration.ofDays(1), List.of());

    Refusal refusal = refused(4, daily, ETH);

    assertThat(refusal.reason()).isEqualTo(RefusalReason.INVALID_INPUT);
    assertThat(refusal.detail()).contains("bars of PT24H", "bars of PT1H");
  }

  private static ReturnMatrix matrix(int lookback, BarSeries... series) {
    EstimateSettings believing =
        new EstimateSettings(Bars.HOUR, lookback, 8, 8, 0.75, 1, 2, 1e5, new TreeMap<>(), 1e-4);
    return ReturnMatrix.from(BOTH, Bars.market(series), believing).orThrow();
  }

  private static Refusal refused(int lookback, BarSeries... series) {
    return Bars.refusal(ReturnMatrix.from(BOTH, Bars.market(series), Bars.settings(lookback)));
  }

  private static double[] column(ReturnMatrix matrix, int column) {
    return Arrays.stream(matrix.returns()).mapToDouble(row -> row[column]).toArray();
  }
}
