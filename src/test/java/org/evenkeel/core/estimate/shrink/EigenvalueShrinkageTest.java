package org.evenkeel.core.estimate.shrink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.evenkeel.core.estimate.GoldenReturns;
import org.junit.jupiter.api.Test;

class EigenvalueShrinkageTest {

  /** Two pairs, 0.8 within and 0.4 between them: eigenvalues 2.6, 1.0, 0.2 and 0.2. */
  private static final double[][] TWO_PAIRS = {
    {1, 0.8, 0.4, 0.4}, {0.8, 1, 0.4, 0.4}, {0.4, 0.4, 1, 0.8}, {0.4, 0.4, 0.8, 1}
  };

  /** The paper's equation 23 in numpy 2.4.6; scikit-learn leaves out its two terms 2/n and finds 0.1154. */
  @Test
  void the_oracle_approximating_intensity_is_that_of_the_paper() {
    double[][] measured = GoldenReturns.moments(GoldenReturns.mirrored(15, 4));

    assertThat(EigenvalueShrinkage.oracleApproximating(measured, 30).intensity())
        .isCloseTo(0.09246897592532964, within(1e-15));
  }

  @Test
  void the_identity_needs_no_shrinkage_but_gets_all_of_it() {
    double[][] identity = {{1, 0}, {0, 1}};

    assertThat(EigenvalueShrinkage.oracleApproximating(identity, 10).matrix()).isEqualTo(identity);
  }

  @Test
  void the_noise_is_what_the_largest_eigenvalue_leaves() {
    assertThat(EigenvalueShrinkage.residualVariance(TWO_PAIRS)).isCloseTo(0.35, within(1e-14));
  }

  @Test
  void eigenvalues_under_the_edge_of_the_noise_become_their_mean() {
    // The edge is 0.35 (1 + sqrt(4/4))^2 = 1.4: only 2.6 stays, and the others become 1.4/3.
    Shrunk shrunk = EigenvalueShrinkage.marchenkoPastur(TWO_PAIRS, 4, 0.35);

    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        assertThat(shrunk.matrix()[i][j])
            .isCloseTo(i == j ? 1 : (2.6 - 1.4 / 3) / 4, within(1e-14));
      }
    }
  }

  @Test
  void eigenvalues_over_the_edge_stay() {
    // The edge is 0.35 (1 + sqrt(4/16))^2 = 0.7875: below it are two equal ones.
    Shrunk shrunk = EigenvalueShrinkage.marchenkoPastur(TWO_PAIRS, 16, 0.35);

    assertThat(shrunk.matrix()[0]).containsExactly(TWO_PAIRS[0], within(1e-14));
    assertThat(shrunk.intensity()).isCloseTo(0, within(1e-13));
  }

  @Test
  void factors_keep_what_is_common_and_the_diagonal() {
    // One factor: 2.6 (1,1,1,1)/2 gives 0.65 for every pair. Two are the matrix but for 0.2 of each
    // pair.
    double[][] one = EigenvalueShrinkage.principalFactors(TWO_PAIRS, 1).matrix();
    double[][] two = EigenvalueShrinkage.principalFactors(TWO_PAIRS, 2).matrix();

    assertThat(one[0]).containsExactly(new double[] {1, 0.65, 0.65, 0.65}, within(1e-14));
    assertThat(two[0]).containsExactly(new double[] {1, 0.9, 0.4, 0.4}, within(1e-14));
  }

  @Test
  void all_factors_are_the_matrix() {
    assertThat(EigenvalueShrinkage.principalFactors(TWO_PAIRS, 9).matrix()[1])
        .containsExactly(TWO_PAIRS[1], within(1e-14));
  }
}
