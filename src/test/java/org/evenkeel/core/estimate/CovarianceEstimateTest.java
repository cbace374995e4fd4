package org.evenkeel.core.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.TreeSet;
import org.evenkeel.core.basics.SleeveId;
import org.junit.jupiter.api.Test;

class CovarianceEstimateTest {

  private static final SleeveId BTC = SleeveId.of("btc");
  private static final SleeveId ETH = SleeveId.of("eth");
  private static final SleeveId SOL = SleeveId.of("sol");

  @Test
  void nobody_changes_it_from_outside() {
    double[][] matrix = {{0.04, 0.01}, {0.01, 0.09}};
    CovarianceEstimate estimate = CovarianceEstimate.given(List.of(BTC, ETH), matrix);

    matrix[0][0] = 7;
    estimate.annualCovariance()[1][1] = 7;

    assertThat(estimate.annualCovariance())
        .isDeepEqualTo(new double[][] {{0.04, 0.01}, {0.01, 0.09}});
  }

  @Test
  void a_part_keeps_the_numbers_of_its_sleeves() {
    CovarianceEstimate estimate =
        CovarianceEstimate.given(
            List.of(BTC, ETH, SOL), new double[][] {{1, 2, 3}, {2, 4, 5}, {3, 5, 9}});

    CovarianceEstimate part = estimate.without(new TreeSet<>(List.of(ETH)));

    assertThat(part.sleeves()).containsExactly(BTC, SOL);
    assertThat(part.annualCovariance()).isDeepEqualTo(new double[][] {{1, 3}, {3, 9}});
    assertThat(part.annualVolatility(SOL)).isEqualTo(3);
    assertThat(part.correlation(BTC, SOL)).isCloseTo(1, within(1e-15));
  }

  @Test
  void a_matrix_of_another_shape_is_a_mistake_of_the_caller() {
    assertThatThrownBy(() -> CovarianceEstimate.given(List.of(BTC, ETH), new double[][] {{1, 2}}))
        .hasMessageContaining("2 sleeves need a square matrix");
    assertThatThrownBy(() -> CovarianceEstimate.given(List.of(BTC), new double[0][0]))
        .hasMessageContaining("1 sleeves need a square matrix");
  }
}
