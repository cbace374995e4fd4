package org.evenkeel.core.parity.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.parity.score.ScoreState.Alarm;
import org.junit.jupiter.api.Test;

class ScoreEntryTest {

  private static final ScoreSettings SETTINGS = ScoreSettings.defaults();

  private static double[] joined(double[] first, double[] second) {
    double[] all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }

  private static ScoreEntry last(double[] zs) {
    List<ScoreEntry> entries = Outcomes.entries(zs, SETTINGS);
    return entries.get(entries.size() - 1);
  }

  @Test
  void right_forecasts_cut_nothing_for_a_year_on_all_but_a_few_of_a_hundred_paths() {
    int cut = 0;
    for (int path = 0; path < 100; path++) {
      double[] zs = Outcomes.draws(250, path, Outcomes::fatTailed);
      cut += Outcomes.entries(zs, SETTINGS).stream().anyMatch(e -> e.factor() < 1) ? 1 : 0;
    }
    assertThat(cut).isLessThanOrEqualTo(6);
  }

  /** Squares of exactly 2.25: the truth is 1.5 times the forecast, so exposures must be two thirds. */
  @Test
  void forecasts_that_are_too_low_cut_exposures_by_the_measured_factor() {
    double[] zs = new double[60];
    for (int day = 0; day < zs.length; day++) {
      zs[day] = day % 2 == 0 ? 1.5 : -1.5;
    }
    ScoreEntry entry = last(zs);
    assertThat(entry.state().alarm()).isNotEqualTo(Alarm.NONE);
    assertThat(entry.measuredBias()).isCloseTo(1.5, within(1e-9));
    assertThat(entry.factor()).isCloseTo(1 / 1.5, within(1e-9));
    assertThat(entry.exposureScale().lowers()).isTrue();
    assertThat(entry.exposureScale().cause()).isEqualTo("forecasts too low");
    assertThat(entry.exposureScale().detail()).contains("60 outcomes").contains("bias 1.50");
  }

  @Test
  void a_crash_after_a_calm_year_cuts_within_two_weeks() {
    double[] calm = Outcomes.draws(200, 5, Random::nextGaussian);
    double[] crash = {-4, 3, -6, -3, 4, -2, 3, 1, -5, 2, -3, 2};
    assertThat(last(calm).factor()).isEqualTo(1);
    ScoreEntry entry = last(joined(calm, crash));
    assertThat(entry.state().alarm()).isEqualTo(Alarm.SEQUENTIAL_TEST);
    assertThat(entry.factor()).isLessThan(0.7);
  }

  @Test
  void the_cut_ends_when_forecasts_are_right_again_and_the_bets_begin_anew() {
    double[] wrong = Outcomes.draws(40, 3, r -> 2 * r.nextGaussian());
    double[] right = new double[25];
    Arrays.fill(right, 0.9);
    List<ScoreEntry> entries = Outcomes.entries(joined(wrong, right), SETTINGS);
    assertThat(entries.get(39).factor()).isLessThan(1);
    assertThat(entries.get(64).factor()).isEqualTo(1);
    assertThat(entries.get(64).state().alarm()).isEqualTo(Alarm.NONE);
    assertThat(entries.get(64).state().outcomes()).isLessThan(20);
  }

  @Test
  void leverage_is_never_raised_and_never_cut_below_the_floor() {
    for (int path = 0; path < 40; path++) {
      double scale = 0.2 + path * 0.2;
      double[] zs = Outcomes.draws(80, path, r -> scale * Outcomes.fatTailed(r));
      for (ScoreEntry entry : Outcomes.entries(zs, SETTINGS)) {
        assertThat(entry.factor()).isBetween(0.25, 1.0);
      }
    }
  }

  @Test
  void forecasts_that_are_too_high_change_nothing() {
    double[] zs = Outcomes.draws(250, 8, r -> 0.4 * r.nextGaussian());
    assertThat(Outcomes.entries(zs, SETTINGS)).allMatch(entry -> entry.factor() == 1);
  }

  @Test
  void cuts_that_are_switched_off_are_only_told() {
    ScoreSettings off = new ScoreSettings(false, 250, 20, 0.01, 0.05, 0.25, Duration.ZERO);
    double[] zs = Outcomes.draws(60, 1, r -> 3 * r.nextGaussian());
    List<ScoreEntry> entries = Outcomes.entries(zs, off);
    assertThat(entries.get(59).state().alarm()).isNotEqualTo(Alarm.NONE);
    assertThat(entries).allMatch(entry -> entry.factor() == 1);
    assertThat(entries.get(59).exposureScale().detail()).contains("switched off");
  }

  @Test
  void a_look_without_an_outcome_keeps_the_cut_and_says_why() {
    double[] zs = Outcomes.draws(40, 3, r -> 2 * r.nextGaussian());
    List<ScoreEntry> entries = Outcomes.entries(zs, SETTINGS);
    List<Outcome> window = new java.util.ArrayList<>();
    entries.forEach(entry -> window.add(0, entry.outcome().orElseThrow()));
    ScoreEntry next =
        ScoreEntry.next(
            Outcomes.START.plus(Duration.ofDays(41)),
            Optional.of(entries.get(39)),
            window,
            Result.refused(RefusalReason.COVERAGE_TOO_LOW, "no price"),
            SETTINGS);
    assertThat(next.outcome()).isEmpty();
    assertThat(next.remark()).isEqualTo("no price");
    assertThat(next.state()).isEqualTo(entries.get(39).state());
    assertThat(next.factor()).isEqualTo(entries.get(39).factor()).isLessThan(1);
  }
}
