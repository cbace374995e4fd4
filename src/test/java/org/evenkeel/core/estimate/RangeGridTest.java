package org.evenkeel.core.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.data.Bar;
import org.evenkeel.core.data.BarSeries;
import org.evenkeel.core.data.MarketSnapshot;
import org.junit.jupiter.api.Test;

/** Volatilities from bars that all open at the close before, rise 2 %, fall 1 % and close at 100 again. */
class RangeGridTest {

  private static final double PARKINSON =
      StrictMath.pow(StrictMath.log(102) - StrictMath.log(99), 2) / (4 * StrictMath.log(2)) * 8760;

  @Test
  void ranges_make_the_volatility_where_closes_stand_still() {
    CovarianceEstimate estimate = estimate(1, VolatilityModel.PARKINSON);

    assertThat(StrictMath.pow(estimate.annualVolatility(estimate.sleeves().get(0)), 2))
        .isCloseTo(PARKINSON, within(1e-12));
    assertThat(estimate(1, VolatilityModel.EWMA).quality().floored()).hasSize(1);
  }

  @Test
  void the_ratio_of_the_leg_scales_the_range() {
    CovarianceEstimate estimate = estimate(-0.5, VolatilityModel.PARKINSON);

    assertThat(StrictMath.pow(estimate.annualVolatility(estimate.sleeves().get(0)), 2))
        .isCloseTo(PARKINSON / 4, within(1e-12));
  }

  @Test
  void the_range_of_a_sum_is_not_known() {
    Universe carry =
        Bars.universe(Bars.sleeve("carry", Bars.leg(Bars.BTC, -1), Bars.leg(Bars.BTC_SPOT, 1)));
    EstimateSettings settings = settings(VolatilityModel.YANG_ZHANG);
    MarketSnapshot market = Bars.market(flat(Bars.BTC), flat(Bars.BTC_SPOT));

    Refusal refusal =
        Bars.refusal(
            ReturnMatrix.from(carry, market, settings)
                .then(returns -> CovarianceEstimator.estimate(returns, carry, settings)));

    assertThat(refusal.detail())
        .contains("range of sleeve carry is not known", "several legs", "use ewma");
  }

  private static CovarianceEstimate estimate(double ratio, VolatilityModel model) {
    Universe universe = Bars.universe(Bars.sleeve("btc", Bars.leg(Bars.BTC, ratio)));
    EstimateSettings settings = settings(model);
    return ReturnMatrix.from(universe, Bars.market(flat(Bars.BTC)), settings)
        .then(returns -> CovarianceEstimator.estimate(returns, universe, settings))
        .orThrow();
  }

  private static EstimateSettings settings(VolatilityModel model) {
    return Bars.settings(40).with(EstimatorChoice.defaults().withVolatility(model, 0));
  }

  private static BarSeries flat(InstrumentId instrument) {
    List<Bar> bars = new ArrayList<>();
    for (int k = 40; k >= 0; k--) {
      Instant close = Bars.NOON.minus(Bars.HOUR.multipliedBy(k));
      bars.add(
          new Bar(
              close.minus(Bars.HOUR),
              close,
              Price.of("100"),
              Price.of("102"),
              Price.of("99"),
              Price.of("100"),
              BigDecimal.ONE));
    }
    return new BarSeries(instrument, Bars.HOUR, bars);
  }
}
