package org.evenkeel.core.parity.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.catalog.Samples;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.estimate.CovarianceEstimate;
import org.junit.jupiter.api.Test;

class OutcomeTest {

  private static final Instant THEN = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant LATER = THEN.plus(Duration.ofDays(73));
  private static final SleeveId BTC = SleeveId.of("btc");
  private static final SleeveId ETH = SleeveId.of("eth");
  private static final Universe UNIVERSE = Samples.universe("BTC", "ETH");

  private static Mark mark(String base, String price) {
    return new Mark(Samples.perpetual(base).id(), Price.of(price));
  }

  private static HeldForecast forecast(String btc, String eth) {
    return HeldForecast.of(
        THEN,
        CovarianceEstimate.given(List.of(BTC, ETH), new double[][] {{0.36, 0.24}, {0.24, 0.64}}),
        List.of(
            new SleeveForecast(BTC, Ratio.of("0.5"), Ratio.of(btc)),
            new SleeveForecast(ETH, Ratio.of("0.5"), Ratio.of(eth))),
        List.of(mark("BTC", "100"), mark("ETH", "10")));
  }

  /** Variance 0.25 * 0.36 + 2 * 0.5 * -0.25 * 0.24 + 0.0625 * 0.64 = 0.07 a year; 73 days are a fifth of one. */
  @Test
  void an_outcome_is_worked_out_from_marks_exposures_and_covariance() {
    Outcome outcome =
        Outcome.of(
                forecast("0.5", "-0.25"),
                UNIVERSE,
                LATER,
                List.of(mark("BTC", "90"), mark("ETH", "12")))
            .orThrow();
    assertThat(outcome.volatility()).isCloseTo(Math.sqrt(0.07 / 5), within(1e-12));
    assertThat(outcome.portfolioReturn()).isCloseTo(0.5 * -0.1 + -0.25 * 0.2, within(1e-12));
    assertThat(outcome.standardized()).isCloseTo(-0.1 / Math.sqrt(0.014), within(1e-9));
    SleeveOutcome btc = outcome.sleeves().get(0);
    assertThat(btc.forecastShare()).isCloseTo(0.5 * (0.18 - 0.06) / 0.07, within(1e-12));
    assertThat(btc.volatility()).isCloseTo(0.6 * Math.sqrt(0.2), within(1e-12));
    assertThat(btc.realized()).isCloseTo(-0.1, within(1e-12));
  }

  @Test
  void what_cannot_be_judged_says_why() {
    List<Mark> marks = List.of(mark("BTC", "90"), mark("ETH", "12"));
    assertRefused(Outcome.of(forecast("0", "0"), UNIVERSE, LATER, marks), "nothing with risk");
    assertRefused(Outcome.of(forecast("1", "1"), UNIVERSE, THEN, marks), "not older");
    assertRefused(
        Outcome.of(forecast("1", "1"), Samples.universe("BTC"), LATER, marks), "no sleeve eth");
    assertRefused(
        Outcome.of(forecast("1", "1"), UNIVERSE, LATER, marks.subList(0, 1)), "no price of ETH");
  }

  private static void assertRefused(Result<Outcome> result, String why) {
    assertThat(result)
        .isInstanceOfSatisfying(
            Result.Refused.class,
            refused -> {
              assertThat(refused.refusal().reason()).isEqualTo(RefusalReason.COVERAGE_TOO_LOW);
              assertThat(refused.refusal().detail()).contains(why);
            });
  }

  /** 0.5 of 100 falls to 0.45, 0.25 rises to 0.30, and the portfolio is what it was: 1 - 0.05 + 0.05. */
  @Test
  void a_carried_forecast_has_the_exposures_that_prices_have_made() {
    List<Mark> marks = List.of(mark("BTC", "90"), mark("ETH", "12"));
    HeldForecast made = forecast("0.5", "0.25");
    Outcome outcome = Outcome.of(made, UNIVERSE, LATER, marks).orThrow();
    HeldForecast carried = made.carriedBy(outcome, marks);
    assertThat(carried.asOf()).isEqualTo(LATER);
    assertThat(carried.sleeves().get(0).exposure()).isEqualTo(Ratio.of("0.45"));
    assertThat(carried.sleeves().get(1).exposure()).isEqualTo(Ratio.of("0.3"));
    assertThat(carried.marks()).isEqualTo(marks);
    assertThat(carried.annualCovariance()).isEqualTo(made.annualCovariance());
  }
}
