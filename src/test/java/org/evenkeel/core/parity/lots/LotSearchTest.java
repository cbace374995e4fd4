package org.evenkeel.core.parity.lots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.estimate.CovarianceEstimate;
import org.junit.jupiter.api.Test;

/** The search for lots against a count of all combinations that shares no line with it. */
class LotSearchTest {

  private static final Ratio TOLERANCE = Ratio.of("0.01");

  /** A random portfolio of equal risk budgets on coarse lots. */
  private static final class Trial {
    private final int n;
    private final double[][] covariance;
    private final double[] ideal;
    private final List<LotChoice> choices = new ArrayList<>();
    private final List<Ratio> caps;

    Trial(long seed, int n) {
      Random random = new Random(seed);
      this.n = n;
      covariance = new double[n][n];
      double[] volatility = random.doubles(n, 0.4, 1.2).toArray();
      double common = 0.3 + 0.5 * random.nextDouble();
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          covariance[i][j] = volatility[i] * volatility[j] * (i == j ? 1 : common);
        }
      }
      ideal = new double[n];
      double gross = 0;
      for (int i = 0; i < n; i++) {
        // With one correlation for all, equal risk is inverse volatility.
        ideal[i] = 0.3 / (n * volatility[i]);
        gross += ideal[i];
      }
      for (int i = 0; i < n; i++) {
        double step = ideal[i] * (0.1 + 0.8 * random.nextDouble());
        choices.add(
            new LotChoice(
                SleeveId.of(String.format(java.util.Locale.ROOT, "s%03d", i)),
                exact(ideal[i]),
                exact(step),
                1 + random.nextInt(2),
                List.of(Ratio.ONE)));
      }
      caps = List.of(exact(random.nextBoolean() ? gross * 0.97 : gross * 3));
    }

    CovarianceEstimate estimate() {
      return CovarianceEstimate.given(
          choices.stream().map(LotChoice::sleeve).sorted().toList(), covariance);
    }

    LotSolution solved() {
      return LotSearch.solve(estimate(), choices, caps, Money.of("1000", "USDT"), TOLERANCE)
          .orElseThrow();
    }

    long[] lots(LotSolution solution) {
      return choices.stream().mapToLong(c -> solution.lots().get(c.sleeve())).toArray();
    }

    boolean isAllowed(long[] lots) {
      double gross = 0;
      for (int i = 0; i < n; i++) {
        gross += lots[i] * choices.get(i).step().value().doubleValue();
        if (lots[i] != 0 && lots[i] < choices.get(i).least()) {
          return false;
        }
      }
      return gross <= caps.get(0).value().doubleValue() * (1 + 1e-8);
    }

    /** Relative errors of the shares of the variance, by the textbook. */
    double[] errors(long[] lots) {
      double[] x = exposures(lots);
      double variance = variance(x);
      double[] errors = new double[n];
      for (int i = 0; i < n; i++) {
        double marginal = 0;
        for (int j = 0; j < n; j++) {
          marginal += covariance[i][j] * x[j];
        }
        errors[i] = variance > 0 ? x[i] * marginal / variance * n - 1 : -1;
      }
      return errors;
    }

    private double[] exposures(long[] lots) {
      double[] x = new double[n];
      for (int i = 0; i < n; i++) {
        x[i] = lots[i] * choices.get(i).step().value().doubleValue();
      }
      return x;
    }

    private double variance(double[] x) {
      double sum = 0;
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          sum += x[i] * x[j] * covariance[i][j];
        }
      }
      return sum;
    }

    double worst(long[] lots) {
      double worst = 0;
      for (double error : errors(lots)) {
        worst = Math.max(worst, Math.abs(error));
      }
      return worst;
    }

    double score(long[] lots) {
      double sum = 0;
      for (double error : errors(lots)) {
        sum += error * error / n;
      }
      double[] off = exposures(lots);
      for (int i = 0; i < n; i++) {
        off[i] -= ideal[i];
      }
      return sum + variance(off) / variance(ideal);
    }

    long[] rounded() {
      long[] lots = new long[n];
      for (int i = 0; i < n; i++) {
        long nearest = (long) Math.rint(ideal[i] / choices.get(i).step().value().doubleValue());
        lots[i] = nearest < choices.get(i).least() ? 0 : nearest;
      }
      return lots;
    }

    /** The best of all combinations of up to a number of lots each. */
    long[] byCounting(long most, double worstAllowed) {
      long[] lots = new long[n];
      long[] best = new long[n];
      double bestScore = Double.POSITIVE_INFINITY;
      while (true) {
        boolean isPositive = java.util.Arrays.stream(lots).anyMatch(lot -> lot > 0);
        if (isPositive && isAllowed(lots) && worst(lots) <= worstAllowed * (1 + 1e-9)) {
          double score = score(lots);
          if (score < bestScore) {
            bestScore = score;
            best = lots.clone();
          }
        }
        int place = 0;
        while (place < n && lots[place] == most) {
          lots[place++] = 0;
        }
        if (place == n) {
          return best;
        }
        lots[place]++;
      }
    }
  }

  private static Ratio exact(double value) {
    return Ratio.of(BigDecimal.valueOf(value));
  }

  @Property(tries = 60)
  void four_sleeves_get_the_best_of_all_combinations(@ForAll long seed) {
    Trial trial = new Trial(seed, 4);
    LotSolution solution = trial.solved();
    long[] found = trial.lots(solution);
    double allowed =
        trial.isAllowed(trial.rounded()) ? trial.worst(trial.rounded()) : Double.POSITIVE_INFINITY;
    long[] best = trial.byCounting(14, allowed);
    assertThat(trial.score(found)).as(solution + "").isLessThanOrEqualTo(trial.score(best) + 1e-9);
    assertThat(solution.report().isProven()).isTrue();
    assertThat(solution.report().error().value().doubleValue())
        .isCloseTo(trial.worst(found), within(1e-9));
    assertThat(solution.report().naiveError().value().doubleValue())
        .isCloseTo(trial.worst(trial.rounded()), within(1e-9));
  }

  @Property(tries = 100)
  void the_search_is_never_worse_than_rounding_and_makes_no_dust(@ForAll long seed) {
    Trial trial = new Trial(seed, 2 + (int) Math.floorMod(seed, 11L));
    LotSolution solution = trial.solved();
    long[] found = trial.lots(solution);
    assertThat(trial.isAllowed(found)).isTrue();
    if (trial.isAllowed(trial.rounded())) {
      assertThat(trial.score(found)).isLessThanOrEqualTo(trial.score(trial.rounded()) + 1e-12);
      assertThat(trial.worst(found)).isLessThanOrEqualTo(trial.worst(trial.rounded()) + 1e-9);
    }
  }

  @Property(tries = 60)
  void the_order_of_the_choices_changes_no_bit(@ForAll long seed) {
    Trial one = new Trial(seed, 7);
    LotSolution expected = one.solved();
    Collections.shuffle(one.choices, new Random(seed));
    assertThat(one.solved()).isEqualTo(expected);
  }

  @Property(tries = 40)
  void a_smaller_tolerance_never_names_a_smaller_account(@ForAll long seed) {
    Trial trial = new Trial(seed, 5);
    double before = 0;
    for (String tolerance : List.of("0.2", "0.05", "0.02", "0.01", "0.002")) {
      LotReport report =
          LotSearch.solve(
                  trial.estimate(),
                  trial.choices,
                  List.of(Ratio.of("9")),
                  Money.of("1000", "USDT"),
                  Ratio.of(tolerance))
              .orElseThrow()
              .report();
      double account = report.vanishesFrom().orElseThrow().amount().doubleValue();
      assertThat(account).isGreaterThanOrEqualTo(before);
      before = account;
    }
  }

  @Test
  void an_account_of_the_named_size_has_no_error_and_a_much_smaller_one_has() {
    Trial trial = new Trial(5, 6);
    double size = trial.solved().report().vanishesFrom().orElseThrow().amount().doubleValue();
    assertThat(errorAt(trial, size / 1000)).isLessThanOrEqualTo(0.01);
    assertThat(errorAt(trial, size / 4000)).isGreaterThan(0.01);
  }

  private static double errorAt(Trial trial, double growth) {
    List<LotChoice> finer =
        trial.choices.stream()
            .map(
                c ->
                    new LotChoice(
                        c.sleeve(),
                        c.ideal(),
                        exact(c.step().value().doubleValue() / growth),
                        c.least(),
                        c.uses()))
            .toList();
    return LotSearch.solve(
            trial.estimate(), finer, List.of(Ratio.of("9")), Money.of("1000", "USDT"), TOLERANCE)
        .orElseThrow()
        .report()
        .error()
        .value()
        .doubleValue();
  }

  @Test
  void a_short_sleeve_gets_the_lots_of_its_mirror_image() {
    Trial trial = new Trial(3, 4);
    LotSolution solution = trial.solved();
    LotChoice first = trial.choices.get(0);
    trial.choices.set(
        0,
        new LotChoice(
            first.sleeve(), first.ideal().negated(), first.step(), first.least(), first.uses()));
    for (int j = 1; j < 4; j++) {
      trial.covariance[0][j] = -trial.covariance[0][j];
      trial.covariance[j][0] = -trial.covariance[j][0];
    }
    LotSolution mirrored = trial.solved();
    assertThat(mirrored.report()).isEqualTo(solution.report());
    assertThat(mirrored.lots().get(first.sleeve())).isEqualTo(-solution.lots().get(first.sleeve()));
  }

  @Test
  void two_hundred_sleeves_are_searched_too() {
    Trial trial = new Trial(1, 200);
    LotSolution solution = trial.solved();
    assertThat(solution.report().error()).isLessThanOrEqualTo(solution.report().naiveError());
  }
}
