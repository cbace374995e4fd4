package org.evenkeel.core.estimate.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.evenkeel.core.estimate.GoldenReturns;
import org.evenkeel.core.estimate.matrix.SymmetricEigen;
import org.evenkeel.core.estimate.sample.WeightedSample;
import org.junit.jupiter.api.Test;

class LaggedCorrelationsTest {

  private static final double[] NEWEY_WEST_0 = {
    1, 0.14073940734374724, 0.2213921282899656, -0.07957037389393148
  };
  private static final double[] NEWEY_WEST_2 = {
    0.2213921282899656, 0.8380725674588116, 1, 0.7634890533211126
  };

  /** statsmodels 0.15.0, S_hac_simple(X, nlags=2), divided by the roots of its diagonal. */
  @Test
  void newey_west_as_statsmodels_does() {
    double[][] correlation =
        NeweyWest.correlations(WeightedSample.equallyWeighted(GoldenReturns.plain(15, 4)), 2);

    assertThat(correlation[0]).containsExactly(NEWEY_WEST_0, within(1e-14));
    assertThat(correlation[2]).containsExactly(NEWEY_WEST_2, within(1e-14));
  }

  /** numpy 2.4.6: differences of the cumulative sum three bars apart. */
  @Test
  void overlapping_returns_are_sums_of_neighbours() {
    WeightedSample sample =
        Overlapping.returns(WeightedSample.equallyWeighted(GoldenReturns.mirrored(15, 4)), 3);

    assertThat(Correlations.ofProducts(sample)[0])
        .containsExactly(
            new double[] {1, 0.3060801840078092, 0.35886642671178187, 0.15828726610089813},
            within(1e-14));
  }

  @Test
  void a_close_that_comes_a_bar_late_hides_the_correlation_from_all_but_the_lagged() {
    Random random = new Random(2);
    double[][] x = new double[4000][2];
    double before = 0;
    for (double[] row : x) {
      double now = random.nextGaussian();
      row[0] = now;
      row[1] = before;
      before = now;
    }
    WeightedSample sample = WeightedSample.equallyWeighted(x);

    assertThat(Correlations.ofProducts(sample)[0][1]).isCloseTo(0, within(0.05));
    assertThat(NeweyWest.correlations(sample, 9)[0][1]).isCloseTo(0.9, within(0.1));
    assertThat(Correlations.ofProducts(Overlapping.returns(sample, 10))[0][1])
        .isCloseTo(0.9, within(0.1));
  }

  @Test
  void bars_on_both_sides_of_a_gap_are_no_neighbours() {
    double[][] x = {{1, 0}, {0, 1}};

    WeightedSample apart = new WeightedSample(x, new double[] {0.5, 0.5}, new double[] {2, 0});

    assertThat(NeweyWest.correlations(apart, 1)[0][1]).isZero();
    assertThat(Overlapping.returns(apart, 2).rows()[1]).containsOnly(Double.NaN);
    assertThat(NeweyWest.correlations(WeightedSample.equallyWeighted(x), 1)[0][1])
        .isCloseTo(0.5, within(1e-15));
  }

  @Test
  void newey_west_with_decaying_weights_and_holes_has_no_negative_eigenvalue() {
    double[][] x = GoldenReturns.plain(40, 12);
    double[] ages = new double[40];
    for (int t = 0; t < 40; t++) {
      ages[t] = 39 - t;
      x[t][t % 12] = Double.NaN;
    }

    double[][] correlation = NeweyWest.correlations(WeightedSample.decaying(x, ages, 5), 3);

    assertThat(SymmetricEigen.of(correlation).values()[0]).isGreaterThan(-1e-14);
  }
}
