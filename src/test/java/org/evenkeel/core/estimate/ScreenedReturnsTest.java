package org.evenkeel.core.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.TreeMap;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.data.MarketSnapshot;
import org.junit.jupiter.api.Test;

/** Sleeves with bad or little data beside good ones. */
class ScreenedReturnsTest {

  private static final SleeveId BTC = SleeveId.of("btc");
  private static final SleeveId ETH = SleeveId.of("eth");

  @Test
  void a_sleeve_with_a_bad_print_leaves_and_says_why() {
    double[] bad = walk(41, 1);
    bad[20] *= 10;
    MarketSnapshot market =
        Bars.market(Bars.series(Bars.BTC, walk(41, 2)), Bars.series(Bars.ETH, bad));

    ScreenedReturns screened =
        ReturnMatrix.screened(Bars.btcAndEth(), market, Bars.settings(40)).orThrow();

    assertThat(screened.returns().sleeves()).containsExactly(BTC);
    assertThat(screened.universe().sleeves()).hasSize(1);
    assertThat(screened.unusable()).containsOnlyKeys(ETH);
    assertThat(screened.unusable().get(ETH).reason()).isEqualTo(RefusalReason.DATA_OUTLIER);
    assertThat(
            CovarianceEstimator.estimate(screened.returns(), screened.universe(), Bars.settings(40))
                .orThrow()
                .sleeves())
        .containsExactly(BTC);
  }

  @Test
  void good_data_loses_nobody() {
    MarketSnapshot market =
        Bars.market(Bars.series(Bars.BTC, walk(41, 2)), Bars.series(Bars.ETH, walk(41, 3)));

    ScreenedReturns screened =
        ReturnMatrix.screened(Bars.btcAndEth(), market, Bars.settings(40)).orThrow();

    assertThat(screened.unusable()).isEmpty();
    assertThat(screened.returns())
        .isEqualTo(ReturnMatrix.from(Bars.btcAndEth(), market, Bars.settings(40)).orThrow());
  }

  @Test
  void a_sleeve_of_two_legs_leaves_with_either() {
    Universe universe =
        Bars.universe(
            Bars.sleeve("carry", Bars.leg(Bars.BTC, -1), Bars.leg(Bars.BTC_SPOT, 1)),
            Bars.sleeve("eth", Bars.leg(Bars.ETH, 1)));
    MarketSnapshot market =
        Bars.market(Bars.series(Bars.BTC, walk(41, 2)), Bars.series(Bars.ETH, walk(41, 3)));

    ScreenedReturns screened = ReturnMatrix.screened(universe, market, Bars.settings(40)).orThrow();

    assertThat(screened.unusable()).containsOnlyKeys(SleeveId.of("carry"));
  }

  @Test
  void without_any_good_sleeve_there_is_a_refusal() {
    Refusal refusal =
        Bars.refusal(ReturnMatrix.screened(Bars.btcAndEth(), Bars.market(), Bars.settings(40)));

    assertThat(refusal.reason()).isEqualTo(RefusalReason.COVERAGE_TOO_LOW);
  }

  @Test
  void a_young_listing_is_estimated_from_its_own_bars() {
    double[] young = walk(201, 3);
    Arrays.fill(young, 0, 120, Double.NaN);
    MarketSnapshot market =
        Bars.market(Bars.series(Bars.BTC, walk(201, 2)), Bars.series(Bars.ETH, young));
    EstimateSettings pairwise = settings(MissingRule.PAIRWISE, 60);

    ReturnMatrix returns = ReturnMatrix.from(Bars.btcAndEth(), market, pairwise).orThrow();
    CovarianceEstimate estimate =
        CovarianceEstimator.estimate(returns, Bars.btcAndEth(), pairwise).orThrow();

    assertThat(returns.barCloses()).hasSize(200);
    assertThat(returns.minCoverage()).isEqualTo(1);
    double ofAll = StrictMath.sqrt(8760) * 0.01;
    assertThat(estimate.annualVolatility(ETH)).isCloseTo(ofAll, within(0.3 * ofAll));
    assertThat(
            Bars.refusal(
                    ReturnMatrix.from(
                        Bars.btcAndEth(), market, settings(MissingRule.COMMON_BARS, 60)))
                .detail())
        .contains("ETH-USDT-PERP@binance has 40.0 % of 200 returns");
  }

  @Test
  void a_listing_that_is_too_young_is_refused() {
    double[] young = walk(201, 3);
    Arrays.fill(young, 0, 160, Double.NaN);
    MarketSnapshot market =
        Bars.market(Bars.series(Bars.BTC, walk(201, 2)), Bars.series(Bars.ETH, young));

    Refusal refusal =
        Bars.refusal(
            ReturnMatrix.from(Bars.btcAndEth(), market, settings(MissingRule.PAIRWISE, 60)));

    assertThat(refusal.detail()).contains("has 40 returns", "60 needed with any other");
  }

  @Test
  void pairs_that_do_not_overlap_enough_are_refused_by_name() {
    double[] late = walk(201, 3);
    double[] holes = walk(201, 2);
    Arrays.fill(late, 0, 120, Double.NaN);
    for (int k = 121; k < 201; k += 2) {
      holes[k] = Double.NaN;
    }
    MarketSnapshot market =
        Bars.market(
            Bars.NOON.plus(Bars.HOUR), Bars.series(Bars.BTC, holes), Bars.series(Bars.ETH, late));
    EstimateSettings pairwise = settings(MissingRule.PAIRWISE, 60);

    ReturnMatrix returns = ReturnMatrix.from(Bars.btcAndEth(), market, pairwise).orThrow();

    assertThat(
            Bars.refusal(CovarianceEstimator.estimate(returns, Bars.btcAndEth(), pairwise))
                .detail())
        .contains("btc and eth have 0 bars in common, 60 needed");
  }

  private static EstimateSettings settings(MissingRule rule, int overlap) {
    return new EstimateSettings(
        Bars.HOUR,
        200,
        100,
        100,
        0.5,
        2,
        0.5,
        1e5,
        new TreeMap<>(),
        1e-4,
        EstimatorChoice.defaults().withMissing(rule, overlap));
  }

  /** Closes of a random walk with steps of one percent. */
  private static double[] walk(int bars, long seed) {
    Random random = new Random(seed);
    double[] closes = new double[bars];
    double price = 100;
    for (int k = 0; k < bars; k++) {
      price *= 1 + 0.01 * random.nextGaussian();
      closes[k] = price;
    }
    return closes;
  }
}
