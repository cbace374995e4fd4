package org.evenkeel.shell.cli.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.estimate.CovarianceEstimate;
import org.evenkeel.core.parity.ParitySettings;
import org.evenkeel.core.parity.RiskBudgets;
import org.evenkeel.core.parity.RiskParity;
import org.evenkeel.core.parity.RiskParitySolution;
import org.evenkeel.core.parity.RiskWitness;
import org.junit.jupiter.api.Test;

class RandomTrialsTest {

  private final TrialJudge judge = new TrialJudge();

  @Test
  void three_thousand_random_problems_are_certified_or_refused_for_a_true_reason()
      throws InterruptedException {
    TrialReport report = RandomTrials.run(3000, 20_261_122, 2);

    assertThat(report.wrong()).isEmpty();
    assertThat(report.isGood()).isTrue();
    assertThat(report.worstError()).isLessThan(1e-10);
    assertThat(report.of(TrialOutcome.CERTIFIED)).isGreaterThan(2000);
    assertThat(report.of(TrialOutcome.REFUSED)).isGreaterThan(150);
    assertThat(report.outcomes()).containsOnlyKeys(TrialFamily.values());
  }

  @Test
  void a_seed_gives_the_same_answers_with_any_number_of_threads() throws InterruptedException {
    TrialReport one = RandomTrials.run(150, 5, 1);
    TrialReport three = RandomTrials.run(150, 5, 3);

    assertThat(three.outcomes()).isEqualTo(one.outcomes());
    assertThat(three.worstError()).isEqualTo(one.worstError());
  }

  @Test
  void the_judge_sees_a_weight_that_is_off_by_a_billionth() {
    TrialProblem problem = good();
    RiskParitySolution solution = solve(problem);
    List<Double> weights = new ArrayList<>(solution.weights());
    weights.set(0, weights.get(0) * (1 + 1e-9));

    assertThat(judge.error(problem, solution)).isLessThan(1e-12);
    assertThat(judge.error(problem, with(solution, weights))).isGreaterThan(1e-10);
  }

  @Test
  void the_judge_sees_a_weight_that_is_not_above_zero() {
    TrialProblem problem = good();
    RiskParitySolution solution = solve(problem);
    List<Double> weights = new ArrayList<>(solution.weights());
    weights.set(0, -weights.get(0));

    assertThat(judge.error(problem, with(solution, weights))).isInfinite();
  }

  @Test
  void the_judge_sees_a_witness_that_has_risk() {
    TrialProblem problem = good();
    RiskWitness risky = new RiskWitness(names(3), List.of(0.5, 0.5, 0.0));

    assertThat(judge.isTrue(problem, RefusalReason.NO_SOLUTION, Optional.of(risky))).isFalse();
    assertThat(judge.isTrue(problem, RefusalReason.INVALID_INPUT, Optional.of(risky))).isFalse();
    assertThat(judge.isTrue(problem, RefusalReason.INVALID_INPUT, Optional.empty())).isFalse();
    assertThat(judge.isTrue(problem, RefusalReason.NO_SOLUTION, Optional.empty())).isFalse();
  }

  @Test
  void the_judge_sees_a_witness_that_has_none() {
    double[][] hedged = {{0.04, -0.06, 0}, {-0.06, 0.09, 0}, {0, 0, 1}};
    TrialProblem problem =
        new TrialProblem(TrialFamily.PERFECT_HEDGE, hedged, new double[] {1, 1, 1});
    RiskWitness hedge = new RiskWitness(names(3), List.of(0.6, 0.4, 0.0));

    assertThat(judge.isTrue(problem, RefusalReason.NO_SOLUTION, Optional.of(hedge))).isTrue();
  }

  private static TrialProblem good() {
    double[][] covariance = {{1, 0.2, 0.1}, {0.2, 2, 0.3}, {0.1, 0.3, 3}};
    return new TrialProblem(TrialFamily.FACTOR, covariance, new double[] {1, 2, 3});
  }

  private static RiskParitySolution solve(TrialProblem problem) {
    return RiskParity.solve(
            CovarianceEstimate.given(names(3), problem.covariance()),
            RiskBudgets.of(names(3), problem.budgets()).orThrow(),
            ParitySettings.defaults())
        .orThrow();
  }

  private static RiskParitySolution with(RiskParitySolution solution, List<Double> weights) {
    return new RiskParitySolution(
        solution.sleeves(),
        weights,
        solution.weightTails(),
        solution.riskContributions(),
        solution.volatilityAnnual(),
        solution.certificate());
  }

  private static List<SleeveId> names(int n) {
    List<SleeveId> names = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      names.add(SleeveId.of("s" + i));
    }
    return names;
  }
}
