package org.evenkeel.core.parity.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.estimate.CovarianceEstimate;
import org.evenkeel.core.parity.alternative.ReferenceMarkets;
import org.junit.jupiter.api.Test;

class StatisticalFactorsTest {

  @Test
  void the_first_component_of_equal_correlations_is_the_market() {
    double[][] matrix = {{1, 0.4, 0.4}, {0.4, 1, 0.4}, {0.4, 0.4, 1}};

    NamedFactor market = StatisticalFactors.first(estimate(matrix), 1).get(0);

    assertThat(market.name()).isEqualTo("pc1");
    assertThat(market.loadings().values())
        .allSatisfy(value -> assertThat(value).isCloseTo(StrictMath.sqrt(1.0 / 3), within(1e-12)));
    assertThat(market.varianceShare()).isCloseTo(0.6, within(1e-12));
  }

  /** Two pairs, each correlated within: when the second pair overtakes the first, the names stay with the pairs. */
  @Test
  void factors_that_exchange_their_eigenvalues_keep_their_names() {
    List<NamedFactor> before = StatisticalFactors.first(estimate(pairs(0.6, 0.5)), 2);
    assertThat(before.get(0).loadings().get(SleeveId.of("s0"))).isCloseTo(0.7071, within(1e-2));

    List<NamedFactor> after = StatisticalFactors.followed(estimate(pairs(0.5, 0.6)), before);

    assertThat(after).extracting(NamedFactor::name).containsExactly("pc1", "pc2");
    assertThat(after.get(0).loadings().get(SleeveId.of("s0"))).isCloseTo(0.7071, within(1e-2));
    assertThat(after.get(0).varianceShare()).isCloseTo(1.5 / 4, within(1e-3));
    assertThat(after).allMatch(NamedFactor::keepsIdentity);
    assertThat(StatisticalFactors.first(estimate(pairs(0.5, 0.6)), 2).get(0).varianceShare())
        .as("by eigenvalue alone the first factor would be the other pair")
        .isCloseTo(1.6 / 4, within(1e-3));
  }

  @Test
  void a_sign_stays_although_the_sum_of_the_loadings_changes_its_own() {
    List<NamedFactor> before = List.of(new NamedFactor("spread", loadings(0.8, -0.6), 0.3, 1));
    double[][] matrix = {{1, 0.5}, {0.5, 1}};

    NamedFactor spread = StatisticalFactors.followed(estimate(matrix), before).get(0);
    NamedFactor mirrored =
        StatisticalFactors.followed(
                estimate(matrix), List.of(new NamedFactor("spread", loadings(-0.8, 0.6), 0.3, 1)))
            .get(0);

    assertThat(spread.loadings().get(SleeveId.of("s0"))).isCloseTo(0.7071, within(1e-3));
    assertThat(mirrored.loadings().get(SleeveId.of("s0"))).isCloseTo(-0.7071, within(1e-3));
    assertThat(spread.overlap()).isCloseTo(1.4 * StrictMath.sqrt(0.5), within(1e-12));
  }

  @Test
  void a_factor_without_a_resembling_component_says_that_it_lost_its_identity() {
    List<NamedFactor> before = List.of(new NamedFactor("old", new TreeMap<>(), 0.3, 1));

    assertThat(
            StatisticalFactors.followed(estimate(pairs(0.6, 0.5)), before).get(0).keepsIdentity())
        .isFalse();
  }

  @Property(tries = 100)
  void what_is_followed_from_itself_does_not_change(
      @ForAll @IntRange(min = 1, max = 20) int n, @ForAll long seed) {
    CovarianceEstimate estimate = estimate(ReferenceMarkets.random(n, seed));
    List<NamedFactor> factors = StatisticalFactors.first(estimate, 3);

    List<NamedFactor> followed = StatisticalFactors.followed(estimate, factors);

    for (int k = 0; k < factors.size(); k++) {
      assertThat(followed.get(k).loadings()).isEqualTo(factors.get(k).loadings());
      assertThat(followed.get(k).overlap()).isCloseTo(1, within(1e-12));
    }
  }

  @Property(tries = 100)
  void the_order_of_the_sleeves_does_not_matter(
      @ForAll @IntRange(min = 3, max = 12) int n, @ForAll long seed) {
    double[][] matrix = ReferenceMarkets.random(n, seed);
    int[] order = ReferenceMarkets.shuffled(n, seed);
    NamedFactor one = StatisticalFactors.first(estimate(matrix), 1).get(0);
    NamedFactor two =
        StatisticalFactors.first(estimate(ReferenceMarkets.reordered(matrix, order)), 1).get(0);
    for (int i = 0; i < n; i++) {
      assertThat(two.loadings().get(SleeveId.of("s" + i)))
          .isCloseTo(one.loadings().get(SleeveId.of("s" + order[i])), within(1e-8));
    }
  }

  private static double[][] pairs(double first, double second) {
    return new double[][] {
      {1, first, 0.01, 0}, {first, 1, 0, 0.01}, {0.01, 0, 1, second}, {0, 0.01, second, 1}
    };
  }

  private static SortedMap<SleeveId, Double> loadings(double one, double two) {
    TreeMap<SleeveId, Double> loadings = new TreeMap<>();
    loadings.put(SleeveId.of("s0"), one);
    loadings.put(SleeveId.of("s1"), two);
    return loadings;
  }

  private static CovarianceEstimate estimate(double[][] matrix) {
    List<SleeveId> names = new ArrayList<>();
    for (int i = 0; i < matrix.length; i++) {
      names.add(SleeveId.of("s" + i));
    }
    return CovarianceEstimate.given(names, matrix);
  }
}
