package org.evenkeel.core.parity.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.evenkeel.core.parity.alternative.ReferenceMarkets;
import org.junit.jupiter.api.Test;

class MinimumTorsionTest {

  /** Meucci's published algorithm, run with numpy 2.4 for equal weights. */
  @Test
  void bets_are_those_of_the_published_algorithm() {
    double[] six = MinimumTorsion.diversification(ReferenceMarkets.six(), equal(6)).orElseThrow();
    double[] nine = MinimumTorsion.diversification(ReferenceMarkets.nine(), equal(9)).orElseThrow();

    assertThat(six)
        .containsExactly(
            new double[] {
              0.04609090904861837,
              0.1458554136213851,
              0.10567749563964426,
              0.1303710828028553,
              0.227329929679268,
              0.34467516920822616
            },
            within(1e-10));
    assertThat(MinimumTorsion.effectiveNumber(six)).isCloseTo(5.1019237225207155, within(1e-9));
    assertThat(nine)
        .containsExactly(
            new double[] {
              0.11136504666763207,
              0.00039999699740693326,
              0.016438398443666857,
              0.06672479434662303,
              0.16252720853007235,
              0.09300650850736948,
              0.2407122802271289,
              0.09906157843022169,
              0.20976418784987796
            },
            within(1e-10));
    assertThat(MinimumTorsion.effectiveNumber(nine)).isCloseTo(6.762405845929395, within(1e-9));
  }

  @Test
  void uncorrelated_sleeves_are_bets_themselves() {
    double[][] covariance = {{0.04, 0}, {0, 0.36}};

    assertThat(MinimumTorsion.diversification(covariance, new double[] {0.75, 0.25}).orElseThrow())
        .containsExactly(new double[] {0.5, 0.5}, within(1e-14));
    assertThat(MinimumTorsion.effectiveNumber(new double[] {0.5, 0.5})).isCloseTo(2, within(1e-14));
    assertThat(MinimumTorsion.effectiveNumber(new double[] {1, 0})).isEqualTo(1);
  }

  @Test
  void copies_have_no_bets_of_their_own() {
    assertThat(
            MinimumTorsion.diversification(
                new double[][] {{1, 1}, {1, 1}}, new double[] {0.5, 0.5}))
        .isEmpty();
  }

  private static double[] equal(int n) {
    double[] weights = new double[n];
    Arrays.fill(weights, 1.0 / n);
    return weights;
  }
}
