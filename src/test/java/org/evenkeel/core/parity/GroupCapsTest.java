package org.evenkeel.core.parity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.parity.GroupCap.Measure;
import org.junit.jupiter.api.Test;

/** Caps on groups of sleeves. */
class GroupCapsTest {

  private static final List<SleeveId> THREE =
      List.of(SleeveId.of("a"), SleeveId.of("b"), SleeveId.of("c"));
  private static final double[][] UNCORRELATED = {{0.04, 0, 0}, {0, 0.09, 0}, {0, 0, 0.16}};

  private static GroupCap cap(Measure measure, String limit, String... members) {
    TreeSet<SleeveId> names = new TreeSet<>();
    for (String member : members) {
      names.add(SleeveId.of(member));
    }
    return new GroupCap(names, Ratio.of(limit), measure);
  }

  private static double[] capped(double[][] covariance, double[] x, List<GroupCap> caps) {
    return new GroupCaps(THREE, covariance, caps).applyTo(x);
  }

  @Test
  void a_group_over_its_cap_shrinks_in_proportion_and_the_others_stay() {
    double[] x =
        capped(
            UNCORRELATED,
            new double[] {0.2, 0.4, 0.5},
            List.of(cap(Measure.EXPOSURE, "0.3", "a", "b")));
    assertThat(x).containsExactly(new double[] {0.1, 0.2, 0.5}, within(1e-12));
  }

  @Test
  void of_overlapping_groups_the_tightest_counts_in_any_order() {
    List<GroupCap> caps =
        new ArrayList<>(
            List.of(
                cap(Measure.EXPOSURE, "0.3", "a", "b"), cap(Measure.EXPOSURE, "0.45", "b", "c")));
    double[] one = capped(UNCORRELATED, new double[] {0.2, 0.4, 0.5}, caps);
    Collections.reverse(caps);
    assertThat(capped(UNCORRELATED, new double[] {0.2, 0.4, 0.5}, caps)).containsExactly(one);
    assertThat(one).containsExactly(new double[] {0.1, 0.2, 0.25}, within(1e-12));
  }

  /** Without correlation a's part is m^2 v / (m^2 v + w), so m = sqrt(r w / (v (1 - r))). */
  @Test
  void a_share_of_the_risk_is_met_exactly() {
    double[] x =
        capped(UNCORRELATED, new double[] {1, 0.2, 0.1}, List.of(cap(Measure.RISK, "0.25", "a")));
    double rest = 0.2 * 0.2 * 0.09 + 0.1 * 0.1 * 0.16;
    assertThat(x[0]).isCloseTo(StrictMath.sqrt(0.25 * rest / (0.04 * 0.75)), within(1e-8));
    assertThat(x[1]).isEqualTo(0.2);
    assertThat(x[2]).isEqualTo(0.1);
  }

  @Test
  void a_cap_that_holds_already_changes_nothing() {
    double[] before = {0.1, 0.1, 0.1};
    assertThat(capped(UNCORRELATED, before, List.of(cap(Measure.RISK, "0.9", "a"))))
        .containsExactly(before);
  }

  @Test
  void caps_that_contradict_each_other_leave_nothing_of_what_they_cap() {
    List<GroupCap> caps =
        List.of(cap(Measure.RISK, "0.2", "a", "b"), cap(Measure.RISK, "0.2", "c"));
    double[] x = capped(UNCORRELATED, new double[] {0.2, 0.4, 0.5}, caps);
    assertThat(x[0] + x[1] + x[2]).isLessThan(1e-3);
  }

  @Test
  void whatever_the_covariance_nothing_grows_and_every_cap_holds() {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 200; i++) {
      double rho = random.nextDouble(-0.4, 0.95);
      double[][] covariance = new double[3][3];
      double[] vol = {random.nextDouble(0.1, 1), random.nextDouble(0.1, 1), 0.5};
      for (int r = 0; r < 3; r++) {
        for (int c = 0; c < 3; c++) {
          covariance[r][c] = (r == c ? 1 : rho) * vol[r] * vol[c];
        }
      }
      double[] before = {random.nextDouble(), random.nextDouble(), random.nextDouble()};
      double[] after =
          capped(
              covariance,
              before,
              List.of(cap(Measure.RISK, "0.3", "a"), cap(Measure.EXPOSURE, "0.5", "a", "c")));
      double[] parts = BudgetedRisk.contributions(covariance, after);
      double all = BudgetedRisk.sum(parts);
      assertThat(after[0]).isLessThanOrEqualTo(before[0]);
      assertThat(after[1]).isLessThanOrEqualTo(before[1]);
      assertThat(after[2]).isLessThanOrEqualTo(before[2]);
      assertThat(after[0] + after[2]).isLessThanOrEqualTo(0.5 + 1e-12);
      assertThat(parts[0]).isLessThanOrEqualTo(0.3 * all + 1e-8);
    }
  }
}
