package org.evenkeel.core.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.evenkeel.core.catalog.Sleeve;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.estimate.sample.BarRanges;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold for every combination of volatility, correlation, shrinkage and missing returns. */
class EstimatorPropertiesTest {

  private static final int SLEEVES = 6;
  private static final int ROWS = 90;

  static Stream<EstimatorChoice> choices() {
    List<EstimatorChoice> all = new ArrayList<>();
    List<VolatilityModel> volatilities = List.of(VolatilityModel.values());
    for (CorrelationModel correlation : CorrelationModel.values()) {
      for (Shrinkage shrinkage : Shrinkage.values()) {
        for (MissingRule missing : MissingRule.values()) {
          int turn = all.size();
          all.add(
              EstimatorChoice.defaults()
                  .withVolatility(volatilities.get(turn % volatilities.size()), 0.3)
                  .withCorrelation(correlation, 2)
                  .withShrinkage(shrinkage, 2)
                  .withMissing(missing, 20));
        }
      }
    }
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("choices")
  void correlations_are_a_correlation_matrix_and_variances_positive(EstimatorChoice choice) {
    CovarianceEstimate estimate = estimate(choice, sample(choice, 1), identity());

    assertThat(estimate.quality().minEigenvalue()).isGreaterThan(-1e-13);
    double[][] covariance = estimate.annualCovariance();
    for (int i = 0; i < SLEEVES; i++) {
      assertThat(covariance[i][i]).isPositive();
      for (int j = 0; j < SLEEVES; j++) {
        assertThat(covariance[i][j]).isEqualTo(covariance[j][i]);
      }
    }
    assertThat(estimate.quality().shrinkage()).isBetween(0.0, 1.0);
    assertThat(estimate.quality().effectiveObservations()).isBetween(20.0, (double) ROWS);
  }

  @ParameterizedTest
  @MethodSource("choices")
  void the_order_of_the_sleeves_does_not_matter(EstimatorChoice choice) {
    int[] order = {3, 0, 5, 1, 4, 2};
    double[][] straight = estimate(choice, sample(choice, 2), identity()).annualCovariance();
    double[][] mixed = estimate(choice, sample(choice, 2), order).annualCovariance();

    for (int i = 0; i < SLEEVES; i++) {
      for (int j = 0; j < SLEEVES; j++) {
        assertThat(mixed[i][j])
            .isCloseTo(straight[order[i]][order[j]], within(1e-9 * scale(straight)));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("choices")
  void twice_the_returns_of_a_sleeve_are_twice_its_volatility_and_the_same_correlations(
      EstimatorChoice choice) {
    double[][][] doubled = sample(choice, 3);
    for (double[][] part : doubled) {
      for (double[] row : part) {
        row[2] *= 2;
      }
    }
    double[][] before = estimate(choice, sample(choice, 3), identity()).annualCovariance();
    double[][] after = estimate(choice, doubled, identity()).annualCovariance();

    for (int i = 0; i < SLEEVES; i++) {
      for (int j = 0; j < SLEEVES; j++) {
        double factor = (i == 2 ? 2 : 1) * (j == 2 ? 2 : 1);
        assertThat(after[i][j]).isCloseTo(factor * before[i][j], within(1e-9 * scale(before)));
      }
    }
  }

  private static double scale(double[][] covariance) {
    double most = 0;
    for (int i = 0; i < SLEEVES; i++) {
      most = Math.max(most, covariance[i][i]);
    }
    return most;
  }

  private static int[] identity() {
    return new int[] {0, 1, 2, 3, 4, 5};
  }

  /** Returns, gaps, highs, lows and bodies; with holes if pairs may differ. */
  private static double[][][] sample(EstimatorChoice choice, long seed) {
    Random random = new Random(seed);
    double[][][] parts = new double[5][ROWS][SLEEVES];
    for (int t = 0; t < ROWS; t++) {
      double common = random.nextGaussian();
      for (int i = 0; i < SLEEVES; i++) {
        double gap = 0.001 * random.nextGaussian();
        double body = 0.01 * (i % 3 * common + (i + 1) * random.nextGaussian());
        parts[1][t][i] = gap;
        parts[4][t][i] = body;
        parts[2][t][i] = Math.max(body, 0) + 0.01 * random.nextDouble();
        parts[3][t][i] = Math.min(body, 0) - 0.01 * random.nextDouble();
        boolean hole = t < 12 * i && choice.missing() == MissingRule.PAIRWISE;
        parts[0][t][i] = hole ? Double.NaN : gap + body;
      }
    }
    return parts;
  }

  private static CovarianceEstimate estimate(
      EstimatorChoice choice, double[][][] parts, int[] order) {
    double[][][] ordered = new double[5][ROWS][SLEEVES];
    for (int part = 0; part < 5; part++) {
      for (int t = 0; t < ROWS; t++) {
        for (int i = 0; i < SLEEVES; i++) {
          ordered[part][t][i] = parts[part][t][order[i]];
        }
      }
    }
    Sleeve[] sleeves = new Sleeve[SLEEVES];
    List<Instant> closes = new ArrayList<>();
    for (int i = 0; i < SLEEVES; i++) {
      sleeves[i] = Bars.sleeve("s" + i, Bars.leg(Bars.BTC, 1));
    }
    for (int t = 0; t < ROWS; t++) {
      closes.add(Bars.NOON.minus(Bars.HOUR.multipliedBy(ROWS - 1L - t)));
    }
    Universe universe = Bars.universe(sleeves);
    ReturnMatrix matrix =
        new ReturnMatrix(
                universe.sleeves().stream().map(Sleeve::id).toList(), closes, ordered[0], 1)
            .with(new BarRanges(ordered[1], ordered[2], ordered[3], ordered[4]));
    EstimateSettings settings =
        new EstimateSettings(
            Bars.HOUR, ROWS, 20, 40, 0.1, 1, 0.9, 1e15, new TreeMap<>(), 1e-4, choice);
    return CovarianceEstimator.estimate(matrix, universe, settings).orThrow();
  }
}
