package org.evenkeel.core.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.evenkeel.core.estimate.correlation.Correlations;
import org.evenkeel.core.estimate.sample.WeightedSample;
import org.junit.jupiter.api.Test;

class EwmaStateTest {

  private static final double[][] X = GoldenReturns.plain(200, 7);

  @Test
  void bar_by_bar_is_what_all_bars_at_once_are() {
    EwmaState state = EwmaState.empty(7, 15, 40);
    double[] ages = new double[200];
    for (int t = 0; t < 200; t++) {
      // After bar 99 three bars are missing.
      state = state.plus(X[t], t == 100 ? 4 : 1);
      ages[t] = 199 - t + (t < 100 ? 3 : 0);
    }

    WeightedSample forVolatility = WeightedSample.decaying(X, ages, 15);
    WeightedSample forCorrelation = WeightedSample.decaying(X, ages, 40);
    double[][] correlation = Correlations.ofProducts(forCorrelation);
    for (int i = 0; i < 7; i++) {
      double recent = forVolatility.meanSquare(i);
      double all = WeightedSample.equallyWeighted(X).meanSquare(i);
      assertThat(state.variances(0)[i]).isCloseTo(recent, within(1e-14 * recent));
      assertThat(state.variances(0.25)[i])
          .isCloseTo(0.75 * recent + 0.25 * all, within(1e-14 * recent));
      assertThat(state.correlations()[i]).containsExactly(correlation[i], within(1e-13));
    }
    assertThat(state.effectiveObservations())
        .isCloseTo(forCorrelation.effectiveRows(), within(1e-10));
    assertThat(state.bars()).isEqualTo(200);
  }

  @Test
  void shrinkage_without_a_sample_is_that_of_the_batch() {
    EwmaState state = EwmaState.empty(7, 15, 40);
    for (double[] row : X) {
      state = state.plus(row, 1);
    }
    double[] ages = WeightedSample.equallyWeighted(X).ages();
    EstimateSettings settings = Bars.settings(200);
    for (Shrinkage shrinkage :
        new Shrinkage[] {
          Shrinkage.NONE,
          Shrinkage.ORACLE_APPROXIMATING,
          Shrinkage.NONLINEAR,
          Shrinkage.MARCHENKO_PASTUR,
          Shrinkage.PRINCIPAL_FACTORS
        }) {
      EstimatorChoice method =
          EstimatorChoice.defaults()
              .withCorrelation(CorrelationModel.EWMA, 1)
              .withShrinkage(shrinkage, 2);
      EstimateSettings other =
          new EstimateSettings(
              settings.barLength(),
              200,
              15,
              40,
              0.5,
              1,
              0.5,
              1e5,
              settings.volatilityFloorAnnual(),
              1e-4,
              method);
      double[][] batch = CorrelationEstimate.of(X, ages, other).correlation();
      for (int i = 0; i < 7; i++) {
        assertThat(state.correlations(method)[i]).containsExactly(batch[i], within(1e-10));
      }
    }
  }

  @Test
  void shrinkage_that_needs_the_sample_is_a_mistake_of_the_caller() {
    EwmaState state = EwmaState.empty(2, 10, 10).plus(new double[] {0.1, 0.2}, 1);

    assertThatThrownBy(
            () ->
                state.correlations(EstimatorChoice.defaults().withShrinkage(Shrinkage.IDENTITY, 1)))
        .hasMessageContaining("IDENTITY needs the sample");
  }

  @Test
  void a_state_does_not_change() {
    EwmaState before = EwmaState.empty(1, 10, 10).plus(new double[] {0.1}, 1);
    double variance = before.variances(0)[0];
    before.plus(new double[] {0.9}, 1);

    assertThat(before.variances(0)[0]).isEqualTo(variance);
  }

  @Test
  void a_missing_return_is_a_mistake_of_the_caller() {
    assertThatThrownBy(() -> EwmaState.empty(1, 10, 10).plus(new double[] {Double.NaN}, 1))
        .hasMessageContaining("return 0 is NaN");
  }
}
