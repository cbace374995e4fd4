package org.evenkeel.core.estimate.shrink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.evenkeel.core.estimate.GoldenReturns;
import org.evenkeel.core.estimate.sample.WeightedSample;
import org.junit.jupiter.api.Test;

/** Numbers of other programs on the same returns: 30 rows, 4 columns, means of zero. */
class LinearShrinkageTest {

  private static final double[][] X = GoldenReturns.mirrored(15, 4);
  private static final WeightedSample SAMPLE = WeightedSample.equallyWeighted(X);
  private static final double[][] MEASURED = GoldenReturns.moments(X);

  /** scikit-learn 1.9.1, ledoit_wolf(X, assume_centered=True). */
  @Test
  void toward_the_identity_as_scikit_learn_does() {
    Shrunk shrunk = LinearShrinkage.toIdentity(SAMPLE, MEASURED, 30);

    assertThat(shrunk.intensity()).isCloseTo(0.06768983951254937, within(1e-14));
    assertThat(shrunk.matrix()[0])
        .containsExactly(
            new double[] {
              0.002981389750697827,
              0.0015792091038443429,
              0.0032906819424565054,
              0.0007789140620819156
            },
            within(1e-16));
  }

  /** The authors' program covCor.m, written again in numpy 2.4.6. */
  @Test
  void toward_the_constant_correlation_as_the_authors_program_does() {
    Shrunk shrunk = LinearShrinkage.toConstantCorrelation(SAMPLE, MEASURED, 30);

    assertThat(shrunk.intensity()).isCloseTo(0.30808578575357154, within(1e-13));
    assertThat(shrunk.matrix()[0])
        .containsExactly(
            new double[] {
              0.0024584000000000003,
              0.001976152855499647,
              0.0037367979825910025,
              0.0011319832053944918
            },
            within(1e-16));
  }

  /** PyPortfolioOpt 1.6.0, CovarianceShrinkage(X, returns_data=True, frequency=1).ledoit_wolf('single_factor'). */
  @Test
  void toward_a_single_factor_as_pyportfolioopt_does() {
    Shrunk shrunk = LinearShrinkage.toSingleFactor(SAMPLE, MEASURED, 30);

    assertThat(shrunk.intensity()).isCloseTo(0.4923184616788206, within(1e-13));
    assertThat(shrunk.matrix()[0])
        .containsExactly(
            new double[] {
              0.0024584000000000003,
              0.002004728435674073,
              0.0037880318682406815,
              0.001125725964147911
            },
            within(1e-16));
  }

  @Test
  void more_observations_leave_more_of_what_was_measured() {
    assertThat(LinearShrinkage.toIdentity(SAMPLE, MEASURED, 300).intensity())
        .isCloseTo(0.006768983951254937, within(1e-15));
  }

  @Test
  void what_is_its_own_target_stays() {
    double[][] identity = {{2, 0}, {0, 2}};
    WeightedSample sample = WeightedSample.equallyWeighted(new double[][] {{2, 0}, {0, 2}});

    assertThat(LinearShrinkage.toIdentity(sample, identity, 2).intensity()).isZero();
  }
}
