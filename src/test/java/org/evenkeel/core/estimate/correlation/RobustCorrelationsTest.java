package org.evenkeel.core.estimate.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.evenkeel.core.estimate.GoldenReturns;
import org.evenkeel.core.estimate.sample.WeightedSample;
import org.junit.jupiter.api.Test;

class RobustCorrelationsTest {

  /** skfolio 1.12.2, GerberCovariance(threshold=0.5, psd_variant=True, nearest=False). */
  @Test
  void gerber_as_skfolio_counts() {
    double[][] correlation =
        Gerber.correlations(WeightedSample.equallyWeighted(GoldenReturns.mirrored(15, 4)));

    assertThat(correlation[0])
        .containsExactly(
            new double[] {1, 0.15384615384615385, 0.21428571428571425, 0.07142857142857141},
            within(1e-14));
    assertThat(correlation[2])
        .containsExactly(
            new double[] {0.21428571428571425, 0.5714285714285713, 1, 0.5384615384615384},
            within(1e-14));
  }

  @Test
  void a_single_panic_does_not_decide_a_gerber_correlation() {
    double[][] x = independent(500);
    x[250][0] = 40;
    x[250][1] = 40;
    WeightedSample sample = WeightedSample.equallyWeighted(x);

    assertThat(Correlations.ofProducts(sample)[0][1]).isGreaterThan(0.7);
    assertThat(Gerber.correlations(sample)[0][1]).isLessThan(0.5);
  }

  @Test
  void a_wild_fortnight_does_not_decide_a_devolatilized_correlation() {
    double[][] x = independent(500);
    for (int t = 240; t < 254; t++) {
      x[t][0] *= 10;
      x[t][1] = x[t][0];
    }
    WeightedSample sample = WeightedSample.equallyWeighted(x);

    double plain = Correlations.ofProducts(sample)[0][1];
    double divided = Correlations.ofProducts(Devolatilized.returns(sample, 5))[0][1];

    assertThat(plain).isGreaterThan(0.6);
    assertThat(divided).isBetween(-0.1, 0.5 * plain);
  }

  @Test
  void returns_are_divided_by_the_volatility_before_them() {
    double[][] x = {{2}, {4}, {6}};

    double[][] divided = Devolatilized.returns(WeightedSample.equallyWeighted(x), 1).rows();

    // Mean square (4 + 16 + 36) / 3; then half of it and half of the newest square.
    double first = 56.0 / 3;
    double second = (first + 4) / 2;
    double third = (second + 16) / 2;
    assertThat(divided[0][0]).isCloseTo(2 / StrictMath.sqrt(first), within(1e-15));
    assertThat(divided[1][0]).isCloseTo(4 / StrictMath.sqrt(second), within(1e-15));
    assertThat(divided[2][0]).isCloseTo(6 / StrictMath.sqrt(third), within(1e-15));
  }

  private static double[][] independent(int rows) {
    Random random = new Random(7);
    double[][] x = new double[rows][2];
    for (double[] row : x) {
      row[0] = random.nextGaussian();
      row[1] = random.nextGaussian();
    }
    return x;
  }
}
