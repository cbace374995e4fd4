package org.evenkeel.core.parity.alternative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.evenkeel.core.parity.alternative.Dendrogram.Linkage;
import org.junit.jupiter.api.Test;

class HierarchicalTest {

  /** The code that Lopez de Prado published with his paper, run with scipy 1.17. */
  @Test
  void hierarchical_risk_parity_is_that_of_the_published_code() {
    assertThat(array(ByRule.hierarchicalRiskParity(ReferenceMarkets.six())))
        .containsExactly(
            new double[] {
              0.6994275044688506,
              0.10384997929957493,
              0.1009957149081617,
              0.06372858181543765,
              0.016692656317154383,
              0.015305563190820763
            },
            within(1e-13));
    assertThat(array(ByRule.hierarchicalRiskParity(ReferenceMarkets.nine())))
        .containsExactly(
            new double[] {
              0.3551774632997125, 0.3890102907935613, 0.09878662827887237, 0.04957466161749401,
              0.03532515883926369, 0.029078407482600207, 0.01720757539393019, 0.015641648706162508,
              0.010198165588403198
            },
            within(1e-13));
  }

  /** Ward's tree by scipy 1.17, the number of clusters by skfolio 1.12, the division by both's top-down rule. */
  @Test
  void hierarchical_equal_risk_is_that_of_scipy_and_skfolio() {
    assertThat(array(ByRule.hierarchicalEqualRisk(ReferenceMarkets.six())))
        .containsExactly(
            new double[] {
              0.23950901459836252,
              0.32363371666881713,
              0.20808117407175997,
              0.17151462842073747,
              0.05202029351793999,
              0.005241172722382852
            },
            within(1e-13));
    assertThat(array(ByRule.hierarchicalEqualRisk(ReferenceMarkets.nine())))
        .containsExactly(
            new double[] {
              0.3836274469891208,
              0.48899241029882895,
              0.008519903871702171,
              0.04259094543818115,
              0.03815473080440482,
              0.0006818914187041003,
              0.020772286166819028,
              0.00036679814854023626,
              0.016293586863698698
            },
            within(1e-13));
  }

  @Test
  void the_bend_of_the_dispersion_decides_the_number_of_clusters() {
    double[][] distance = Hierarchy.distance(ReferenceMarkets.nine());
    int[] order = Hierarchy.quietestFirst(ReferenceMarkets.nine());

    assertThat(
            EqualRiskTree.clusterNumber(Dendrogram.over(distance, order, Linkage.WARD), distance))
        .isEqualTo(6);
  }

  @Test
  void two_sleeves_share_in_inverse_proportion_to_their_variances() {
    double[][] covariance = {{0.04, 0.01}, {0.01, 0.16}};

    assertThat(array(ByRule.hierarchicalRiskParity(covariance)))
        .containsExactly(new double[] {0.8, 0.2}, within(1e-15));
    assertThat(array(ByRule.hierarchicalEqualRisk(covariance)))
        .containsExactly(new double[] {0.8, 0.2}, within(1e-15));
    assertThat(array(ByRule.inverseVolatility(covariance)))
        .containsExactly(new double[] {2.0 / 3, 1.0 / 3}, within(1e-15));
  }

  @Test
  void one_sleeve_gets_everything() {
    double[][] covariance = {{0.04}};

    assertThat(ByRule.hierarchicalRiskParity(covariance).weights()).containsExactly(1.0);
    assertThat(ByRule.hierarchicalEqualRisk(covariance).weights()).containsExactly(1.0);
  }

  @Test
  void correlations_that_differ_in_the_seventh_digit_are_no_tie() {
    double[][] below = {{}, {0.1}, {0.1, 0.5}, {0.1, 0.5000001, 0.1}};
    double[] alike = {1, 1, 1, 1};
    double[][] distance = Hierarchy.distance(ReferenceMarkets.covariance(alike, below));

    Dendrogram.Node root = Dendrogram.over(distance, new int[] {0, 1, 2, 3}, Linkage.SINGLE);

    assertThat(Dendrogram.cut(root, 3)).anyMatch(node -> node.members().equals(List.of(1, 3)));
  }

  @Test
  void equally_near_pairs_are_joined_in_the_given_order() {
    double[][] distance = {
      {0, 1, 1, 1},
      {1, 0, 1, 1},
      {1, 1, 0, 1},
      {1, 1, 1, 0}
    };

    assertThat(Dendrogram.over(distance, new int[] {0, 1, 2, 3}, Linkage.SINGLE).members())
        .containsExactly(0, 1, 2, 3);
    assertThat(Dendrogram.over(distance, new int[] {2, 0, 3, 1}, Linkage.WARD).members())
        .containsExactly(2, 0, 3, 1);
  }

  @Property(tries = 200)
  void the_order_of_the_sleeves_does_not_matter(
      @ForAll @IntRange(min = 1, max = 25) int n, @ForAll long seed) {
    double[][] covariance = ReferenceMarkets.random(n, seed);
    int[] order = ReferenceMarkets.shuffled(n, seed);
    double[][] other = ReferenceMarkets.reordered(covariance, order);
    List<Function<double[][], ProvenWeights>> methods =
        List.of(
            ByRule::inverseVolatility,
            ByRule::hierarchicalRiskParity,
            ByRule::hierarchicalEqualRisk);
    for (Function<double[][], ProvenWeights> method : methods) {
      double[] one = array(method.apply(covariance));
      double[] two = array(method.apply(other));
      double sum = 0;
      for (int i = 0; i < n; i++) {
        assertThat(two[i]).isCloseTo(one[order[i]], within(1e-12));
        assertThat(two[i]).isPositive();
        sum += two[i];
      }
      assertThat(sum).isCloseTo(1, within(1e-13));
    }
  }

  @Property(tries = 50)
  void units_do_not_matter(@ForAll @IntRange(min = -8, max = 8) int power, @ForAll long seed) {
    double[][] covariance = ReferenceMarkets.random(10, seed);
    double[][] scaled = new double[10][10];
    // A power of two, so that not even rounding can change the tree.
    for (int i = 0; i < 10; i++) {
      for (int j = 0; j < 10; j++) {
        scaled[i][j] = covariance[i][j] * StrictMath.pow(4, power);
      }
    }
    assertThat(array(ByRule.hierarchicalRiskParity(scaled)))
        .containsExactly(array(ByRule.hierarchicalRiskParity(covariance)), within(1e-14));
    assertThat(array(ByRule.hierarchicalEqualRisk(scaled)))
        .containsExactly(array(ByRule.hierarchicalEqualRisk(covariance)), within(1e-14));
  }

  @Test
  void copies_stand_side_by_side_and_share() {
    double[][] base = ReferenceMarkets.six();
    double[][] larger = ReferenceMarkets.reordered(base, new int[] {0, 1, 2, 3, 4, 5, 2});

    double[] weights = array(ByRule.hierarchicalEqualRisk(larger));

    assertThat(weights[6]).isCloseTo(weights[2], within(1e-15));
  }

  private static double[] array(ProvenWeights found) {
    return found.weights().stream().mapToDouble(w -> w).toArray();
  }
}
