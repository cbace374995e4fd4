package org.evenkeel.core.parity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.estimate.CovarianceEstimate;
import org.evenkeel.core.estimate.ReturnMatrix;
import org.evenkeel.core.parity.MethodProof.Kind;
import org.junit.jupiter.api.Test;

class WeightChoiceTest {

  private static final double[][] PAIR = {{0.04, 0.02}, {0.02, 0.16}};

  @Test
  void risk_parity_is_the_only_method_with_its_certificate() {
    for (WeightMethod method : WeightMethod.values()) {
      SolvedWeights solved = solve(WeightPrinciple.of(method), PAIR).orThrow();

      assertThat(solved.method()).isEqualTo(method.word());
      assertThat(solved instanceof RiskParitySolution)
          .isEqualTo(method == WeightMethod.RISK_PARITY);
      assertThat(solved.riskContributions().stream().mapToDouble(c -> c).sum())
          .isCloseTo(1, within(1e-14));
    }
  }

  @Test
  void each_method_says_what_it_proves() {
    assertThat(proof(WeightMethod.MINIMUM_VARIANCE).kind()).isEqualTo(Kind.OPTIMUM);
    assertThat(proof(WeightMethod.MAXIMUM_DIVERSIFICATION).kind()).isEqualTo(Kind.OPTIMUM);
    for (WeightMethod rule :
        List.of(
            WeightMethod.INVERSE_VOLATILITY,
            WeightMethod.HIERARCHICAL_RISK_PARITY,
            WeightMethod.HIERARCHICAL_EQUAL_RISK)) {
      assertThat(proof(rule).kind()).isEqualTo(Kind.RULE_ONLY);
      assertThat(proof(rule).statement()).contains("nothing is proven");
    }
  }

  @Test
  void every_method_refuses_what_is_no_covariance() {
    for (WeightMethod method : WeightMethod.values()) {
      assertThat(reason(solve(WeightPrinciple.of(method), new double[][] {{1, 2}, {2, 1}})))
          .isEqualTo(RefusalReason.INVALID_INPUT);
      assertThat(reason(solve(WeightPrinciple.of(method), new double[][] {{0, 0}, {0, 1}})))
          .isEqualTo(RefusalReason.NO_SOLUTION);
    }
  }

  @Test
  void a_tail_measure_reads_the_columns_of_the_estimates_own_sleeves() {
    Random random = new Random(9);
    double[][] rows = new double[300][3];
    List<Instant> closes = new ArrayList<>();
    for (int t = 0; t < rows.length; t++) {
      double common = random.nextGaussian();
      rows[t] = new double[] {9 * random.nextGaussian(), 0.01 * common, 0.04 * common};
      closes.add(Instant.ofEpochSecond(3600L * t));
    }
    ReturnMatrix returns =
        new ReturnMatrix(
            List.of(SleeveId.of("gone"), SleeveId.of("s0"), SleeveId.of("s1")), closes, rows, 1);
    WeightPrinciple shortfall =
        WeightPrinciple.of(new RiskMeasure(RiskMeasure.Kind.EXPECTED_SHORTFALL, 0.95));

    SolvedWeights solved = solve(shortfall, Optional.of(returns), PAIR).orThrow();

    assertThat(solved.weights().get(0)).as("0.04 / (0.01 + 0.04)").isCloseTo(0.8, within(1e-9));
    assertThat(((MethodWeights) solved).proof().kind()).isEqualTo(Kind.BUDGETS_OF_MEASURE);
    assertThat(solved.method()).isEqualTo("risk-parity on expected-shortfall at 0.95");
    assertThat(reason(solve(shortfall, Optional.empty(), PAIR)))
        .isEqualTo(RefusalReason.INVALID_INPUT);
    WeightPrinciple far = WeightPrinciple.of(new RiskMeasure(RiskMeasure.Kind.DRAWDOWN, 0.999));
    assertThat(reason(solve(far, Optional.of(returns), PAIR)))
        .isEqualTo(RefusalReason.COVERAGE_TOO_LOW);
  }

  /** Equal correlations: pc1 is the market, and any long-only pair has a share in it that can be computed by hand. */
  @Test
  void factor_budgets_are_met_or_refused() {
    double[][] matrix = {{0.04, 0.04}, {0.04, 0.16}};

    SolvedWeights met = solve(factors(0.001, "pc1", 0.9, "pc2", 0.1), matrix).orThrow();
    assertThat(((MethodWeights) met).proof().kind()).isEqualTo(Kind.FACTOR_BUDGETS);
    double[] u = {met.weights().get(0) * 0.2, met.weights().get(1) * 0.4};
    double one = 1.5 * (u[0] + u[1]) * (u[0] + u[1]);
    double two = 0.5 * (u[0] - u[1]) * (u[0] - u[1]);
    assertThat(one / (one + two)).isCloseTo(0.9, within(1e-9));

    assertThat(reason(solve(factors(0.001, "pc1", 0.5, "pc2", 0.5), matrix)))
        .isEqualTo(RefusalReason.INFEASIBLE);
    assertThat(reason(solve(factors(0.001, "pc1", 0.9, "pc7", 0.1), matrix)))
        .isEqualTo(RefusalReason.INVALID_INPUT);
  }

  @Test
  void a_fit_within_the_tolerance_is_called_a_fit() {
    double[][] matrix = {{0.04, 0.04}, {0.04, 0.16}};

    MethodWeights fitted =
        (MethodWeights) solve(factors(0.1, "pc1", 0.7, "pc2", 0.3), matrix).orThrow();

    assertThat(fitted.proof().kind()).isEqualTo(Kind.FACTOR_FIT);
    assertThat(fitted.proof().residual()).isCloseTo(0.05, within(1e-5));
    assertThat(fitted.provenInWords()).startsWith("least-squares fit");
  }

  @Test
  void given_loadings_and_a_residual_budget_are_met() {
    double[][] matrix = {{0.10, 0.06, 0.02}, {0.06, 0.10, 0.02}, {0.02, 0.02, 0.05}};
    TreeMap<SleeveId, Double> market = new TreeMap<>();
    market.put(SleeveId.of("s0"), 1.0);
    market.put(SleeveId.of("s1"), 1.0);
    market.put(SleeveId.of("s2"), 0.4);
    TreeMap<String, SortedMap<SleeveId, Double>> loadings = new TreeMap<>();
    loadings.put("market", market);
    TreeMap<String, Double> budgets = new TreeMap<>();
    budgets.put("market", 3.0);
    budgets.put(WeightPrinciple.RESIDUAL, 1.0);
    WeightPrinciple principle =
        new WeightPrinciple(
            WeightMethod.RISK_PARITY, RiskMeasure.volatility(), budgets, loadings, 0.001);

    MethodWeights met = (MethodWeights) solve(principle, matrix).orThrow();

    assertThat(met.proof().kind()).isEqualTo(Kind.FACTOR_BUDGETS);
    assertThat(met.provenInWords()).contains("market 0.750000 of 0.750000");
    // In units of volatility: the share of one factor l is (l'u) (l'Cu) / (l'l) over the variance
    // u'Cu.
    double exposure = 0;
    double marginal = 0;
    double square = 0;
    double variance = 0;
    for (int i = 0; i < 3; i++) {
      double loading = market.get(SleeveId.of("s" + i)) / StrictMath.sqrt(matrix[i][i]);
      exposure += loading * met.weights().get(i) * StrictMath.sqrt(matrix[i][i]);
      square += loading * loading;
      for (int j = 0; j < 3; j++) {
        double part = matrix[i][j] * met.weights().get(j);
        marginal += loading * part / StrictMath.sqrt(matrix[i][i]);
        variance += met.weights().get(i) * part;
      }
    }
    assertThat(exposure * marginal / square / variance).isCloseTo(0.75, within(1e-9));
  }

  @Test
  void methods_and_measures_that_exclude_each_other_are_not_constructed() {
    TreeMap<String, Double> budgets = new TreeMap<>();
    budgets.put("pc1", 1.0);
    assertThatThrownBy(
            () ->
                new WeightPrinciple(
                    WeightMethod.MINIMUM_VARIANCE,
                    RiskMeasure.volatility(),
                    budgets,
                    new TreeMap<>(),
                    0.001))
        .hasMessageContaining("minimum-variance");
    assertThatThrownBy(
            () ->
                new WeightPrinciple(
                    WeightMethod.RISK_PARITY,
                    new RiskMeasure(RiskMeasure.Kind.DRAWDOWN, 0.9),
                    budgets,
                    new TreeMap<>(),
                    0.001))
        .hasMessageContaining("volatility only");
    assertThatThrownBy(() -> new RiskMeasure(RiskMeasure.Kind.DRAWDOWN, 1))
        .hasMessageContaining("alpha");
  }

  @Test
  void a_comparison_has_every_method_with_its_bets() {
    Comparison comparison =
        Comparison.of(
            CovarianceEstimate.given(Problems.names(2), new double[][] {{0.04, 0}, {0, 0.16}}),
            Optional.empty(),
            RiskBudgets.of(Problems.names(2), 1, 1).orThrow(),
            ParitySettings.defaults());

    assertThat(comparison.rows())
        .extracting(Comparison.Row::method)
        .containsExactly(
            "risk-parity",
            "inverse-volatility",
            "minimum-variance",
            "maximum-diversification",
            "hrp",
            "herc");
    assertThat(comparison.rows().get(0).effectiveBets().orElseThrow()).isCloseTo(2, within(1e-9));
    // Minimum variance holds 0.8 and 0.2: parts of the variance 0.8 and 0.2.
    assertThat(comparison.rows().get(2).effectiveBets().orElseThrow())
        .isCloseTo(
            StrictMath.exp(-0.8 * StrictMath.log(0.8) - 0.2 * StrictMath.log(0.2)), within(1e-9));
  }

  private static WeightPrinciple factors(
      double tolerance, String one, double budgetOfOne, String two, double budgetOfTwo) {
    TreeMap<String, Double> budgets = new TreeMap<>();
    budgets.put(one, budgetOfOne);
    budgets.put(two, budgetOfTwo);
    return new WeightPrinciple(
        WeightMethod.RISK_PARITY, RiskMeasure.volatility(), budgets, new TreeMap<>(), tolerance);
  }

  private static MethodProof proof(WeightMethod method) {
    return ((MethodWeights) solve(WeightPrinciple.of(method), PAIR).orThrow()).proof();
  }

  @Test
  void bounds_of_weights_are_refused_where_they_would_be_without_effect() {
    double[][] matrix = {{0.04, 0.01}, {0.01, 0.09}};
    ParityConstraints box = ParityConstraints.box(Problems.names(2), 0.45, 0.55);
    WeightPrinciple other = WeightPrinciple.of(WeightMethod.INVERSE_VOLATILITY);
    assertThat(Problems.refusal(solve(other, Optional.empty(), box, matrix)).detail())
        .contains("bounds of weights", "risk.method");
    assertThat(
            solve(WeightPrinciple.riskParity(), Optional.empty(), box, matrix).orThrow().weights())
        .allSatisfy(weight -> assertThat(weight).isBetween(0.45, 0.55));
  }

  private static Result<SolvedWeights> solve(WeightPrinciple principle, double[][] matrix) {
    return solve(principle, Optional.empty(), matrix);
  }

  private static Result<SolvedWeights> solve(
      WeightPrinciple principle, Optional<ReturnMatrix> returns, double[][] matrix) {
    return solve(principle, returns, ParityConstraints.none(), matrix);
  }

  private static Result<SolvedWeights> solve(
      WeightPrinciple principle,
      Optional<ReturnMatrix> returns,
      ParityConstraints constraints,
      double[][] matrix) {
    List<SleeveId> names = Problems.names(matrix.length);
    return WeightChoice.solve(
        CovarianceEstimate.given(names, matrix),
        returns,
        RiskBudgets.of(names, Problems.equalBudgets(matrix.length)).orThrow(),
        constraints,
        ParitySettings.defaults().with(principle));
  }

  private static RefusalReason reason(Result<SolvedWeights> result) {
    return Problems.refusal(result).reason();
  }
}
