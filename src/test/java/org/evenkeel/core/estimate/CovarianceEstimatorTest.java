package org.evenkeel.core.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.catalog.Sleeve;
import org.evenkeel.core.catalog.Universe;
import org.junit.jupiter.api.Test;

class CovarianceEstimatorTest {

  private static final double HOURS_PER_YEAR = 365 * 24;

  @Test
  void true_volatilities_and_correlations_are_found_in_long_data() {
    double[] volatility = {0.3, 0.6, 0.9};
    double[][] correlation = {{1, 0.8, 0.2}, {0.8, 1, 0.4}, {0.2, 0.4, 1}};

    CovarianceEstimate estimate =
        estimate(returns(50_000, volatility, correlation, 1), settings(20_000, 20_000)).orThrow();

    for (int i = 0; i < 3; i++) {
      SleeveId one = estimate.sleeves().get(i);
      assertThat(estimate.annualVolatility(one) / volatility[i]).isCloseTo(1, within(0.02));
      for (int j = 0; j < 3; j++) {
        assertThat(estimate.correlation(one, estimate.sleeves().get(j)))
            .isCloseTo(correlation[i][j], within(0.02));
      }
    }
    assertThat(estimate.quality().shrinkage()).isLessThan(0.01);
    assertThat(estimate.quality().observations()).isEqualTo(50_000);
    assertThat(estimate.quality().averageCorrelation()).isCloseTo(1.4 / 3, within(0.02));
  }

  @Test
  void volatility_follows_a_change_within_its_half_life_and_correlation_keeps_its_own() {
    double[][] calm = returns(400, new double[] {0.2, 0.2}, equal(2, 0.9), 2);
    double[][] wild = returns(50, new double[] {0.8, 0.8}, equal(2, 0.9), 3);
    List<double[]> rows = new ArrayList<>(List.of(calm));
    rows.addAll(List.of(wild));

    CovarianceEstimate fast = estimate(rows.toArray(new double[0][]), settings(10, 100)).orThrow();
    CovarianceEstimate slow = estimate(rows.toArray(new double[0][]), settings(200, 100)).orThrow();

    SleeveId first = fast.sleeves().get(0);
    assertThat(fast.annualVolatility(first)).isCloseTo(0.8, within(0.16));
    assertThat(slow.annualVolatility(first)).isLessThan(0.5);
    assertThat(fast.correlation(first, fast.sleeves().get(1)))
        .isEqualTo(slow.correlation(first, slow.sleeves().get(1)), within(1e-12));
  }

  @Test
  void effective_observations_are_those_of_the_correlation_weights() {
    CovarianceEstimate estimate =
        estimate(returns(3000, new double[] {0.3, 0.3}, equal(2, 0.5), 4), settings(20, 100))
            .orThrow();

    // (1 + d) / (1 - d) with d the decay per bar, 0.5 to the power 1/100.
    assertThat(estimate.quality().effectiveObservations()).isCloseTo(288.5, within(0.1));
  }

  @Test
  void a_volatility_below_the_floor_is_lifted_and_named() {
    CovarianceEstimate estimate =
        estimate(
                returns(500, new double[] {0.3, 1e-4}, equal(2, 0), 5),
                new EstimateSettings(
                    Bars.HOUR, 500, 100, 100, 0.9, 1, 0.5, 1e5, new TreeMap<>(), 0.02))
            .orThrow();

    SleeveId stable = estimate.sleeves().get(1);
    assertThat(estimate.annualVolatility(stable)).isCloseTo(0.02, within(1e-15));
    assertThat(estimate.quality().floored()).containsExactly(stable);
  }

  @Test
  void a_price_that_never_moved_has_the_floor_and_no_correlation() {
    CovarianceEstimate estimate =
        estimate(returns(500, new double[] {0.3, 0}, equal(2, 0), 6), settings(100, 100)).orThrow();

    List<SleeveId> sleeves = estimate.sleeves();
    assertThat(estimate.annualVolatility(sleeves.get(1))).isCloseTo(1e-4, within(1e-18));
    assertThat(estimate.correlation(sleeves.get(0), sleeves.get(1))).isZero();
  }

  @Test
  void two_sleeves_that_are_one_are_refused_with_the_condition_number() {
    double[][] returns = returns(500, new double[] {0.3, 0.3}, equal(2, 0), 7);
    for (double[] row : returns) {
      row[1] = row[0];
    }

    Refusal refusal = Bars.refusal(estimate(returns, settings(100, 100)));

    assertThat(refusal.reason()).isEqualTo(RefusalReason.ESTIMATE_POOR);
    assertThat(refusal.detail()).contains("condition number", "at most 1.00e+05 allowed");
  }

  @Test
  void too_short_a_memory_is_refused() {
    Refusal refusal =
        Bars.refusal(estimate(returns(500, new double[] {0.3}, equal(1, 0), 8), settings(3, 100)));

    assertThat(refusal.reason()).isEqualTo(RefusalReason.ESTIMATE_POOR);
    assertThat(refusal.detail()).contains("half-life of 3.0 bars count like 8.7, 12 needed");
  }

  @Test
  void fewer_observations_than_sleeves_still_make_a_covariance() {
    CovarianceEstimate estimate =
        estimate(returns(30, volatilities(40), equal(40, 0.5), 9), settings(1000, 1000)).orThrow();

    assertThat(estimate.quality().shrinkage()).isBetween(0.3, 1.0);
    assertThat(estimate.quality().minEigenvalue()).isPositive();
  }

  @Test
  void returns_of_another_universe_are_a_mistake_of_the_caller() {
    ReturnMatrix matrix =
        new ReturnMatrix(
            List.of(SleeveId.of("sol")), List.of(Bars.NOON), new double[][] {{0.1}}, 1);

    assertThatThrownBy(
            () -> CovarianceEstimator.estimate(matrix, Bars.btcAndEth(), settings(10, 10)))
        .hasMessageContaining("do not belong");
  }

  @Test
  void equal_inputs_give_equal_bits() {
    double[][] returns = returns(500, volatilities(10), equal(10, 0.5), 10);

    assertThat(estimate(returns, settings(60, 180)))
        .isEqualTo(estimate(returns, settings(60, 180)));
  }

  private static EstimateSettings settings(double volatilityHalfLife, double correlationHalfLife) {
    return new EstimateSettings(
        Bars.HOUR,
        50_000,
        volatilityHalfLife,
        correlationHalfLife,
        0.9,
        1,
        0.5,
        1e5,
        new TreeMap<>(),
        1e-4);
  }

  private static Result<CovarianceEstimate> estimate(double[][] rows, EstimateSettings settings) {
    Sleeve[] sleeves = new Sleeve[rows[0].length];
    for (int i = 0; i < sleeves.length; i++) {
      sleeves[i] = Bars.sleeve((i < 10 ? "s0" : "s") + i, Bars.leg(Bars.BTC, 1));
    }
    Universe universe = Bars.universe(sleeves);
    List<Instant> closes = new ArrayList<>();
    for (int t = 0; t < rows.length; t++) {
      closes.add(Bars.NOON.minus(Bars.HOUR.multipliedBy(rows.length - 1L - t)));
    }
    ReturnMatrix matrix =
        new ReturnMatrix(universe.sleeves().stream().map(Sleeve::id).toList(), closes, rows, 1);
    return CovarianceEstimator.estimate(matrix, universe, settings);
  }

  private static double[] volatilities(int n) {
    double[] volatility = new double[n];
    for (int i = 0; i < n; i++) {
      volatility[i] = 0.2 + 0.02 * i;
    }
    return volatility;
  }

  private static double[][] equal(int n, double correlation) {
    double[][] matrix = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        matrix[i][j] = i == j ? 1 : correlation;
      }
    }
    return matrix;
  }

  /** Normal hourly returns with given annual volatilities and correlations. */
  private static double[][] returns(
      int rows, double[] volatility, double[][] correlation, long seed) {
    Random random = new Random(seed);
    int n = volatility.length;
    double[][] root = rootOf(correlation);
    double[][] returns = new double[rows][n];
    for (double[] row : returns) {
      double[] independent = new double[n];
      for (int i = 0; i < n; i++) {
        independent[i] = random.nextGaussian();
        for (int j = 0; j <= i; j++) {
          row[i] += root[i][j] * independent[j];
        }
        row[i] *= volatility[i] / StrictMath.sqrt(HOURS_PER_YEAR);
      }
    }
    return returns;
  }

  private static double[][] rootOf(double[][] matrix) {
    int n = matrix.length;
    double[][] root = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double rest = matrix[i][j];
        for (int k = 0; k < j; k++) {
          rest -= root[i][k] * root[j][k];
        }
        root[i][j] = i == j ? StrictMath.sqrt(rest) : rest / root[j][j];
      }
    }
    return root;
  }
}
