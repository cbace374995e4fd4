package org.evenkeel.core.estimate.shrink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.evenkeel.core.estimate.correlation.Correlations;
import org.evenkeel.core.estimate.sample.WeightedSample;
import org.junit.jupiter.api.Test;

class AverageCorrelationTest {

  private static final int SLEEVES = 15;
  private static final int ROWS = 60;

  @Test
  void shrunk_correlations_are_nearer_to_the_truth_than_measured_ones() {
    double measuredError = 0;
    double shrunkError = 0;
    for (long seed = 0; seed < 200; seed++) {
      double[][] rows = twoGroups(seed);
      Shrunk shrunk = shrunk(rows);
      shrunkError += error(shrunk.matrix());
      measuredError += error(Correlations.ofProducts(WeightedSample.equallyWeighted(rows)));
    }

    assertThat(shrunkError).isLessThan(0.85 * measuredError);
  }

  @Test
  void where_all_correlations_are_equal_nearly_everything_is_noise() {
    Random random = new Random(11);
    double[][] rows = new double[ROWS][SLEEVES];
    for (double[] row : rows) {
      double common = random.nextGaussian();
      for (int i = 0; i < SLEEVES; i++) {
        row[i] = common + random.nextGaussian();
      }
    }

    assertThat(shrunk(rows).intensity()).isGreaterThan(0.7);
  }

  @Test
  void a_pair_has_nothing_to_be_shrunk_toward() {
    assertThat(shrunk(new double[][] {{1, 1}, {1, -1}, {2, 1}}).intensity()).isZero();
  }

  /** Correlations 0.6 within a group and 0.4 between the two. */
  private static double[][] twoGroups(long seed) {
    Random random = new Random(seed);
    double[][] rows = new double[ROWS][SLEEVES];
    for (double[] row : rows) {
      double common = StrictMath.sqrt(0.4) * random.nextGaussian();
      double one = StrictMath.sqrt(0.2) * random.nextGaussian();
      double other = StrictMath.sqrt(0.2) * random.nextGaussian();
      for (int i = 0; i < SLEEVES; i++) {
        double own = StrictMath.sqrt(0.4) * random.nextGaussian();
        row[i] = common + (i % 2 == 0 ? one : other) + own;
      }
    }
    return rows;
  }

  private static double error(double[][] correlation) {
    double error = 0;
    for (int i = 0; i < SLEEVES; i++) {
      for (int j = 0; j < i; j++) {
        double difference = correlation[i][j] - (i % 2 == j % 2 ? 0.6 : 0.4);
        error += difference * difference;
      }
    }
    return error;
  }

  private static Shrunk shrunk(double[][] rows) {
    WeightedSample sample = WeightedSample.equallyWeighted(rows);
    return AverageCorrelation.of(
        sample.standardized(), Correlations.ofProducts(sample), rows.length);
  }
}
