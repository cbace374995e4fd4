package org.evenkeel.core.estimate.volatility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.evenkeel.core.estimate.sample.BarRanges;
import org.evenkeel.core.estimate.sample.WeightedSample;
import org.junit.jupiter.api.Test;

class RangeVarianceTest {

  private static final BarRanges ONE_BAR = ranges(0.01, 0.05, -0.03, 0.02);

  @Test
  void one_bar_by_hand() {
    // (0.05 + 0.03)^2 = 0.0064; 0.0064 / (4 ln 2) = 0.00230831; the gap adds 0.0001.
    assertThat(RangeVariance.parkinson(ONE_BAR)[0][0]).isCloseTo(0.00240831206, within(1e-11));
    // 0.0032 - 0.38629436 * 0.0004.
    assertThat(RangeVariance.garmanKlass(ONE_BAR)[0][0]).isCloseTo(0.00314548226, within(1e-11));
    // 0.05 * 0.03 + 0.03 * 0.05.
    assertThat(RangeVariance.rogersSatchell(ONE_BAR)[0][0]).isCloseTo(0.0031, within(1e-15));
    // k = 0.34 / (1.34 + 11 / 9) = 0.132697; 0.0001 + k 0.0004 + (1 - k) 0.003.
    assertThat(RangeVariance.yangZhang(ONE_BAR, 10)[0][0]).isCloseTo(0.00275498699, within(1e-11));
  }

  @Test
  void all_of_them_find_the_variance_of_a_random_walk_with_less_noise_than_closes() {
    BarRanges walk = walk(4000);

    assertThat(mean(RangeVariance.parkinson(walk))).isBetween(1.1, 1.27);
    assertThat(mean(RangeVariance.garmanKlass(walk))).isBetween(1.1, 1.27);
    assertThat(mean(RangeVariance.rogersSatchell(walk))).isBetween(1.1, 1.27);
    assertThat(mean(RangeVariance.yangZhang(walk, 4000))).isBetween(1.1, 1.27);
    double closes = spread(closes(walk));
    assertThat(spread(RangeVariance.parkinson(walk))).isLessThan(closes / 2);
    assertThat(spread(RangeVariance.garmanKlass(walk))).isLessThan(closes / 3);
    assertThat(spread(RangeVariance.yangZhang(walk, 4000))).isLessThan(closes / 3);
  }

  @Test
  void a_bar_without_a_range_has_no_variance() {
    BarRanges unknown = ranges(Double.NaN, 0.1, -0.1, 0);

    assertThat(RangeVariance.parkinson(unknown)[0][0]).isNaN();
  }

  /** Bars of 400 steps with variance 1 within the bar, gaps with variance 1/4; a few percent of each range lie between steps. */
  private static BarRanges walk(int bars) {
    Random random = new Random(9);
    double[][] gap = new double[bars][1];
    double[][] up = new double[bars][1];
    double[][] down = new double[bars][1];
    double[][] body = new double[bars][1];
    for (int t = 0; t < bars; t++) {
      gap[t][0] = random.nextGaussian() / 2;
      for (int step = 0; step < 400; step++) {
        body[t][0] += random.nextGaussian() / 20;
        up[t][0] = Math.max(up[t][0], body[t][0]);
        down[t][0] = Math.min(down[t][0], body[t][0]);
      }
    }
    return new BarRanges(gap, up, down, body);
  }

  private static double[][] closes(BarRanges walk) {
    double[][] squares = new double[walk.gap().length][1];
    for (int t = 0; t < squares.length; t++) {
      double move = walk.gap()[t][0] + walk.body()[t][0];
      squares[t][0] = move * move;
    }
    return squares;
  }

  private static double mean(double[][] variances) {
    return WeightedSample.equallyWeighted(variances).mean(0);
  }

  /** The variance of one bar's estimate. */
  private static double spread(double[][] variances) {
    double mean = mean(variances);
    return WeightedSample.equallyWeighted(variances).meanSquare(0) - mean * mean;
  }

  private static BarRanges ranges(double gap, double up, double down, double body) {
    return new BarRanges(
        new double[][] {{gap}},
        new double[][] {{up}},
        new double[][] {{down}},
        new double[][] {{body}});
  }
}
