package org.evenkeel.shell.cli.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.shell.cli.table.BarTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EstimatorTrialTest {

  private static final Duration DAY = Duration.ofDays(1);

  @TempDir Path directory;

  @Test
  void a_loss_of_one_variance_and_of_a_matrix_by_hand() {
    assertThat(Loss.qlike(4, 6)).isCloseTo(StrictMath.log(4) + 9, within(1e-14));
    // det {{2, 1}, {1, 2}} = 3, and (1, -1) is an eigenvector of the inverse with value 1: 2 in
    // all.
    assertThat(Loss.qlike(new double[][] {{2, 1}, {1, 2}}, new double[] {1, -1}))
        .isCloseTo((StrictMath.log(3) + 2) / 2, within(1e-14));
    assertThat(Loss.qlike(new double[][] {{1, 2}, {2, 1}}, new double[] {1, 1})).isInfinite();
  }

  @Test
  void the_error_of_contributions_by_hand() {
    double[][] covariance = {{4, 0}, {0, 1}};

    assertThat(Loss.parityError(covariance, new double[] {1, 2})).isCloseTo(0, within(1e-15));
    // Contributions 0.8 and 0.2: 60 % above and 60 % below their halves.
    assertThat(Loss.parityError(covariance, new double[] {1, 1})).isCloseTo(0.6, within(1e-15));
  }

  @Test
  void the_standard_error_grows_where_neighbours_are_alike() {
    Random random = new Random(3);
    double[] alone = new double[2000];
    Arrays.setAll(alone, i -> random.nextGaussian());
    double[] alike = new double[2000];
    Arrays.setAll(alike, i -> alone[i / 10 * 10]);

    assertThat(BlockBootstrap.standardError(alone, 20))
        .isCloseTo(1 / StrictMath.sqrt(2000), within(0.004));
    assertThat(BlockBootstrap.standardError(alike, 20)).isGreaterThan(0.05);
    assertThat(BlockBootstrap.standardError(new double[30], 20)).isNaN();
  }

  @Test
  void random_portfolios_are_the_same_in_every_run_and_sum_to_one() {
    double[] portfolio = RandomPortfolio.of(7, new int[] {0, 3, 5});

    assertThat(Arrays.stream(portfolio).sum()).isCloseTo(1, within(1e-15));
    assertThat(RandomPortfolio.of(7, new int[] {0, 3, 5})).isEqualTo(portfolio);
    assertThat(RandomPortfolio.of(8, new int[] {0, 3, 5})).isNotEqualTo(portfolio);
  }

  @Test
  void a_steady_market_is_best_foreseen_by_a_long_memory() throws IOException {
    EstimatorTrial trial =
        EstimatorTrial.of(
            BarTable.read(steady(300)), DAY, 1, Instant.parse("2021-08-01T00:00:00Z"), "naive");

    EstimatorTrial.Row reference = trial.rows().get(0);
    EstimatorTrial.Row naive = trial.rows().get(1);
    assertThat(reference.before().loss()).isZero();
    assertThat(naive.before().loss()).isNegative();
    assertThat(naive.before().parityBias()).isCloseTo(1, within(0.15));
    assertThat(naive.before().weightTurnover()).isLessThan(reference.before().weightTurnover());
    assertThat(naive.before().parityError()).isLessThan(reference.before().parityError());
    assertThat(naive.after().steps()).isPositive();
    assertThat(trial.text()).contains("naive: sample of 90 days", "QLIKE");
  }

  @Test
  void a_forecast_sees_nothing_of_its_own_day_or_later() throws IOException {
    Path file = steady(200);
    Panel panel = new Panel(BarTable.read(file), DAY);

    assertThat(panel.before(150, 30, new int[] {0}, List.of(SleeveId.of("a"))).barCloses())
        .hasSize(30)
        .last()
        .isEqualTo(panel.time(150));
  }

  /** Three coins with volatilities of 1, 2 and 4 % a day that never change. */
  private Path steady(int days) throws IOException {
    Random random = new Random(11);
    StringBuilder text = new StringBuilder("date,A,B,C\n");
    double[] prices = {100, 100, 100};
    for (int t = 0; t < days; t++) {
      double common = random.nextGaussian();
      for (int i = 0; i < 3; i++) {
        prices[i] *= 1 + 0.01 * (1 << i) * (0.6 * common + 0.8 * random.nextGaussian());
      }
      text.append(
          String.format(
              Locale.ROOT,
              "%s,%.8f,%.8f,%.8f%n",
              LocalDate.of(2021, 1, 1).plusDays(t),
              prices[0],
              prices[1],
              prices[2]));
    }
    Path file = directory.resolve("steady.csv");
    Files.writeString(file, text);
    return file;
  }
}
