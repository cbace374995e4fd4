package org.evenkeel.core.parity.alternative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.junit.jupiter.api.Test;

class OptimalTest {

  @Test
  void two_sleeves_have_the_textbook_minimum_variance() {
    // w1 = (s2^2 - c) / (s1^2 + s2^2 - 2 c) with s = 0.2, 0.4 and c = 0.25 * 0.08 = 0.02.
    double[][] covariance = {{0.04, 0.02}, {0.02, 0.16}};
    ProvenWeights found = Optimal.minimumVariance(covariance).orThrow();

    assertThat(found.weights().get(0)).isCloseTo(0.14 / 0.16, within(1e-14));
    assertThat(found.gap()).isLessThan(1e-13);
  }

  @Test
  void a_sleeve_that_would_be_sold_short_is_left_out() {
    double[][] covariance = {{0.04, 0.076}, {0.076, 0.16}};

    assertThat(Optimal.minimumVariance(covariance).orThrow().weights()).containsExactly(1.0, 0.0);
    assertThat(Optimal.maximumDiversification(covariance).orThrow().weights().get(0))
        .as("two sleeves: inverse volatility")
        .isCloseTo(2.0 / 3, within(1e-14));
  }

  @Test
  void minimum_variance_agrees_with_nonnegative_least_squares() {
    // scipy 1.17 optimize.nnls on the Cholesky factor, scaled to sum one.
    close(
        Optimal.minimumVariance(ReferenceMarkets.six()),
        0.803087483220989,
        0,
        0.16716241742357849,
        0.02975009935543264,
        0,
        0);
    close(
        Optimal.minimumVariance(ReferenceMarkets.nine()),
        0.3438046851486082,
        0.4597033810727186,
        0.09174158899000859,
        0.025721473266355266,
        0,
        0.030946691843396358,
        0,
        0.04808217967891318,
        0);
  }

  @Test
  void maximum_diversification_agrees_with_nonnegative_least_squares() {
    close(
        Optimal.maximumDiversification(ReferenceMarkets.six()),
        0.5081228894312245,
        0,
        0.2689140637688231,
        0.13699419642672536,
        0,
        0.08596885037322713);
    close(
        Optimal.maximumDiversification(ReferenceMarkets.nine()),
        0.13257356048640936,
        0.4636695446550836,
        0.11763802012464193,
        0.058584634316813794,
        0.0389298779146634,
        0.0597795966481793,
        0.025496176795523465,
        0.08084692170665907,
        0.022481667352026054);
  }

  @Property(tries = 100)
  void no_other_long_only_weights_have_less_variance(
      @ForAll @IntRange(min = 1, max = 30) int n, @ForAll long seed) {
    double[][] covariance = ReferenceMarkets.random(n, seed);
    ProvenWeights found = Optimal.minimumVariance(covariance).orThrow();
    double[] best = array(found);
    double least = ReferenceMarkets.variance(covariance, best);
    assertThat(found.gap()).isLessThan(1e-9);
    assertThat(found.weights()).allMatch(weight -> weight >= 0);

    Random random = new Random(seed);
    for (int attempt = 0; attempt < 20; attempt++) {
      double[] other = best.clone();
      int to = random.nextInt(n);
      double step = 0.01 * random.nextDouble();
      for (int i = 0; i < n; i++) {
        other[i] = (1 - step) * best[i] + (i == to ? step : 0);
      }
      assertThat(ReferenceMarkets.variance(covariance, other)).isGreaterThan(least * (1 - 1e-12));
    }
  }

  @Property(tries = 100)
  void the_order_of_the_sleeves_does_not_matter(
      @ForAll @IntRange(min = 1, max = 30) int n, @ForAll long seed) {
    double[][] covariance = ReferenceMarkets.random(n, seed);
    int[] order = ReferenceMarkets.shuffled(n, seed);
    double[][] other = ReferenceMarkets.reordered(covariance, order);
    List<Function<double[][], Result<ProvenWeights>>> methods =
        List.of(Optimal::minimumVariance, Optimal::maximumDiversification);
    for (Function<double[][], Result<ProvenWeights>> method : methods) {
      double[] one = array(method.apply(covariance).orThrow());
      double[] two = array(method.apply(other).orThrow());
      for (int i = 0; i < n; i++) {
        assertThat(two[i]).isCloseTo(one[order[i]], within(1e-9));
      }
    }
  }

  @Property(tries = 50)
  void a_copy_of_a_sleeve_changes_neither_variance_nor_diversification(
      @ForAll @IntRange(min = 1, max = 15) int n, @ForAll long seed) {
    double[][] covariance = ReferenceMarkets.random(n, seed);
    int[] withCopy = new int[n + 1];
    for (int i = 0; i < n; i++) {
      withCopy[i] = i;
    }
    withCopy[n] = (int) Math.floorMod(seed, (long) n);
    double[][] larger = ReferenceMarkets.reordered(covariance, withCopy);

    double one =
        ReferenceMarkets.variance(covariance, array(Optimal.minimumVariance(covariance).orThrow()));
    double two =
        ReferenceMarkets.variance(larger, array(Optimal.minimumVariance(larger).orThrow()));

    assertThat(two / one).isCloseTo(1, within(1e-9));
  }

  @Property(tries = 50)
  void units_do_not_matter(@ForAll @IntRange(min = -8, max = 8) int power, @ForAll long seed) {
    double[][] covariance = ReferenceMarkets.random(12, seed);
    double[][] scaled = new double[12][12];
    for (int i = 0; i < 12; i++) {
      for (int j = 0; j < 12; j++) {
        scaled[i][j] = covariance[i][j] * StrictMath.pow(10, power);
      }
    }
    double[] one = array(Optimal.minimumVariance(covariance).orThrow());
    double[] two = array(Optimal.minimumVariance(scaled).orThrow());
    for (int i = 0; i < 12; i++) {
      assertThat(two[i]).isCloseTo(one[i], within(1e-11));
    }
  }

  @Test
  void a_perfect_hedge_is_refused() {
    double[][] hedge = {{0.04, -0.08}, {-0.08, 0.16}};

    Result<ProvenWeights> result = Optimal.minimumVariance(hedge);

    assertThat(result).isInstanceOf(Result.Refused.class);
    assertThat(((Result.Refused<ProvenWeights>) result).refusal().reason())
        .isEqualTo(RefusalReason.NO_SOLUTION);
  }

  private static void close(Result<ProvenWeights> result, double... expected) {
    double[] weights = array(result.orThrow());
    assertThat(weights).containsExactly(expected, within(1e-12));
  }

  private static double[] array(ProvenWeights found) {
    return found.weights().stream().mapToDouble(w -> w).toArray();
  }
}
