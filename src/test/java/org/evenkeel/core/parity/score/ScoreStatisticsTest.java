package org.evenkeel.core.parity.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.SleeveId;
import org.junit.jupiter.api.Test;

class ScoreStatisticsTest {

  private static Outcome outcome(int day, double volatility, double earned, SleeveOutcome... rows) {
    Outcome frame = Outcomes.day(day, 0);
    return new Outcome(frame.from(), frame.to(), volatility, earned, List.of(rows));
  }

  private static SleeveOutcome sleeve(
      String name, String budget, double share, double exposure, double volatility, double earned) {
    return new SleeveOutcome(
        SleeveId.of(name), Ratio.of(budget), share, exposure, volatility, earned);
  }

  @Test
  void without_outcomes_nothing_is_said() {
    ScoreStatistics none = ScoreStatistics.of(List.of(), 0.05);
    assertThat(none.outcomes()).isZero();
    assertThat(none.bias()).isZero();
    assertThat(none.sleeves()).isEmpty();
  }

  /** Two days by hand: returns of +3 % and -2 % where 2 % and 1 % were forecast. */
  @Test
  void the_statistics_of_two_days_are_those_worked_out_by_hand() {
    ScoreStatistics two =
        ScoreStatistics.of(
            List.of(
                outcome(
                    0,
                    0.02,
                    0.03,
                    sleeve("btc", "0.5", 0.6, 0.5, 0.02, 0.04),
                    sleeve("eth", "0.5", 0.4, 0.25, 0.05, 0.04)),
                outcome(
                    1,
                    0.01,
                    -0.02,
                    sleeve("btc", "0.5", 0.4, 0.5, 0.02, -0.02),
                    sleeve("eth", "0.5", 0.6, 0.25, 0.02, -0.04))),
            0.05);
    assertThat(two.outcomes()).isEqualTo(2);
    assertThat(two.bias()).isCloseTo(Math.sqrt((1.5 * 1.5 + 2 * 2) / 2), within(1e-12));
    double first = Math.log(0.0004) + 0.0009 / 0.0004;
    double second = Math.log(0.0001) + 0.0004 / 0.0001;
    assertThat(two.qlike()).isCloseTo((first + second) / 2, within(1e-12));
    assertThat(two.exceedances()).as("two volatilities are beyond 1.645").isEqualTo(1);
    assertThat(two.expectedExceedances()).isCloseTo(0.1, within(1e-12));

    SleeveScore btc = two.sleeves().get(0);
    double share = (0.02 * 0.03 / 0.0004 + -0.01 * -0.02 / 0.0001) / (2.25 + 4);
    assertThat(btc.realizedShare()).isCloseTo(share, within(1e-12));
    assertThat(btc.parityError()).isCloseTo(share - 0.5, within(1e-12));
    assertThat(btc.forecastShare()).isCloseTo(0.5, within(1e-12));
    assertThat(btc.bias()).isCloseTo(Math.sqrt((4 + 1) / 2.0), within(1e-12));
    assertThat(two.sleeves().stream().mapToDouble(SleeveScore::realizedShare).sum())
        .isCloseTo(1, within(1e-12));
  }

  /** Kupiec, 1995, table of non-rejection regions at 95 %: days, level, and the open interval of counts. */
  @Test
  void kupiecs_table_comes_out() {
    double[][] table = {
      {255, 0.05, 6, 21},
      {255, 0.10, 16, 36},
      {510, 0.05, 16, 36},
      {510, 0.01, 1, 11},
      {1000, 0.01, 4, 17},
      {1000, 0.05, 37, 65},
      {1000, 0.10, 81, 120},
    };
    for (double[] row : table) {
      for (int count = (int) row[2] + 1; count < row[3]; count++) {
        assertThat(ScoreStatistics.kupiec((int) row[0], count, row[1]))
            .as(count + " of " + row[0] + " at " + row[1])
            .isGreaterThan(0.05);
      }
      assertThat(ScoreStatistics.kupiec((int) row[0], (int) row[3], row[1])).isLessThan(0.05);
      if (row[2] > 1) {
        assertThat(ScoreStatistics.kupiec((int) row[0], (int) row[2], row[1])).isLessThan(0.05);
      }
    }
  }

  @Test
  void kupiec_has_nothing_against_no_exceedance_where_none_is_expected() {
    assertThat(ScoreStatistics.kupiec(10, 0, 0.01)).isGreaterThan(0.5);
  }

  /** The band must hold the true bias as often as it says, with fat tails too: within what 400 samples can tell. */
  @Test
  void the_band_holds_the_truth_about_as_often_as_it_says() {
    assertThat(covered(Random::nextGaussian)).isBetween(0.90, 0.99);
    assertThat(covered(Outcomes::fatTailed)).isBetween(0.85, 0.99);
  }

  private static double covered(java.util.function.ToDoubleFunction<Random> draw) {
    int held = 0;
    for (int sample = 0; sample < 400; sample++) {
      List<Outcome> outcomes = new ArrayList<>();
      double[] zs = Outcomes.draws(120, sample, r -> 1.3 * draw.applyAsDouble(r));
      for (int day = 0; day < zs.length; day++) {
        outcomes.add(Outcomes.day(day, zs[day]));
      }
      boolean low = ScoreStatistics.bound(outcomes, 0.975) < 1.3;
      boolean high = ScoreStatistics.bound(outcomes, 0.025) > 1.3;
      held += low && high ? 1 : 0;
    }
    return held / 400.0;
  }

  /** Textbook values: 95 % of a normal lies below 1.6449, and of chi-square with 20 degrees below 31.410. */
  @Test
  void quantiles_are_those_of_the_textbooks() {
    assertThat(Normal.quantile(0.95)).isCloseTo(1.644853626951, within(1e-9));
    assertThat(Normal.quantile(0.001)).isCloseTo(-3.090232306168, within(1e-9));
    assertThat(Normal.below(1.96)).isCloseTo(0.975002104852, within(1e-9));
    assertThat(Normal.chiSquareQuantile(0.95, 20)).isCloseTo(31.410, within(0.02));
    assertThat(Normal.chiSquareQuantile(0.025, 20)).isCloseTo(9.591, within(0.02));
  }
}
