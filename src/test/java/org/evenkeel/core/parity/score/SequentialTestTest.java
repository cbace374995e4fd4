package org.evenkeel.core.parity.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class SequentialTestTest {

  private static final int PATHS = 400;
  private static final int DAYS = 400;

  private static SequentialTest after(double... numbers) {
    SequentialTest test = SequentialTest.fresh();
    for (double x : numbers) {
      test = test.after(x);
    }
    return test;
  }

  @Test
  void before_the_first_number_there_is_no_evidence() {
    assertThat(SequentialTest.fresh().evidence()).isEqualTo(1);
  }

  /** Every bet and every beginning written out: 1/sqrt(s) - 1/sqrt(s+1) begins at s, the rest is still to begin. */
  @Test
  void the_wealth_is_the_average_over_bets_and_beginnings() {
    double[] numbers = {3, 0, 0.5, 7, 1};
    double sum = 0;
    for (double bet : new double[] {0.02, 0.06, 0.2, 0.5}) {
      for (int begin = 1; begin <= numbers.length; begin++) {
        double product = 1 / Math.sqrt(begin) - 1 / Math.sqrt(begin + 1.0);
        for (int t = begin; t <= numbers.length; t++) {
          product *= 1 - bet + bet * numbers[t - 1];
        }
        sum += product / 4;
      }
    }
    double rest = 1 / Math.sqrt(numbers.length + 1.0);
    assertThat(after(numbers).evidence()).isCloseTo(sum + rest, within(1e-12));
  }

  /** A number that is 0 or 2 with equal chance has mean one: the expected wealth must stay what it is. */
  @Test
  void the_bet_is_fair_whatever_came_before() {
    SequentialTest test = after(4, 0, 0, 9, 1.5);
    double expected = (test.after(0).evidence() + test.after(2).evidence()) / 2;
    assertThat(expected).isCloseTo(test.evidence(), within(1e-12));
  }

  @Test
  void what_is_negative_or_no_number_is_not_bet_on() {
    assertThatThrownBy(() -> after(-0.1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> after(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> after(Double.POSITIVE_INFINITY))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new SequentialTest(1, List.of(1.0)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Looked at every day, right forecasts are rejected at most as often as the level says, with thin and with fat tails. */
  @Test
  void right_forecasts_are_rejected_at_most_as_often_as_promised_though_looked_at_every_day() {
    double level = 0.05;
    double slack = 3 * Math.sqrt(level * (1 - level) / PATHS);
    assertThat(rejected(level, r -> square(r.nextGaussian()))).isLessThan(level + slack);
    assertThat(rejected(level, r -> square(Outcomes.fatTailed(r)))).isLessThan(level + slack);
    assertThat(rejected(level, r -> r.nextDouble() < 0.05 ? 20 : 0)).isLessThan(level + slack);
  }

  @Test
  void forecasts_that_are_half_of_the_truth_are_rejected_nearly_always() {
    assertThat(rejected(0.01, r -> square(2 * Outcomes.fatTailed(r)))).isGreaterThan(0.95);
    assertThat(rejected(0.01, r -> r.nextDouble() < 0.2 ? 20 : 0)).isGreaterThan(0.95);
  }

  @Test
  void a_change_after_a_year_is_found_in_weeks() {
    int late = 0;
    int early = 0;
    for (int path = 0; path < 60; path++) {
      Random random = new Random(path);
      SequentialTest calm = SequentialTest.fresh();
      for (int day = 0; day < 365; day++) {
        calm = calm.after(square(random.nextGaussian()));
      }
      late += daysUntilRejected(calm, new Random(path));
      early += daysUntilRejected(SequentialTest.fresh(), new Random(path));
    }
    assertThat(early / 60).isLessThan(21);
    assertThat(late / 60).isLessThan(42);
  }

  private static int daysUntilRejected(SequentialTest start, Random random) {
    SequentialTest test = start;
    int day = 0;
    while (test.evidence() < 100) {
      test = test.after(square(2 * random.nextGaussian()));
      day++;
    }
    return day;
  }

  private static double rejected(double level, ToDoubleFunction<Random> draw) {
    int rejected = 0;
    for (int path = 0; path < PATHS; path++) {
      Random random = new Random(path);
      SequentialTest test = SequentialTest.fresh();
      boolean ever = false;
      for (int day = 0; day < DAYS && !ever; day++) {
        test = test.after(draw.applyAsDouble(random));
        ever = test.evidence() >= 1 / level;
      }
      rejected += ever ? 1 : 0;
    }
    return (double) rejected / PATHS;
  }

  private static double square(double x) {
    return x * x;
  }
}
