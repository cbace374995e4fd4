package org.evenkeel.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.estimate.CovarianceEstimate;
import org.evenkeel.core.parity.ActiveConstraint.Kind;
import org.evenkeel.core.parity.LinearRow;
import org.evenkeel.core.parity.ParityConstraints;
import org.evenkeel.core.parity.ParityConstraints.Definition;
import org.evenkeel.core.parity.ParitySettings;
import org.evenkeel.core.parity.RiskBudgets;
import org.evenkeel.core.parity.RiskParity;
import org.evenkeel.core.parity.RiskParitySolution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The shared cases with bounds, rows and directions; they are skipped where the folder is not there. */
class ConstrainedGoldenTest {

  private static final Path FOLDER =
      Path.of(System.getProperty("evenkeel.shared", "../shared"), "golden");

  static Stream<GoldenCase> cases() {
    if (!Files.isDirectory(FOLDER)) {
      return Stream.empty();
    }
    return GoldenCase.inFolder(FOLDER).stream()
        .filter(
            one ->
                List.of("bounded_rr", "linear_rr", "linear_scaled", "sign_pattern")
                    .contains(one.json().path("formulation").asText()));
  }

  @Test
  void the_shared_cases_are_there() {
    assumeThat(FOLDER).as("shared golden cases").isDirectory();
    assertThat(cases()).hasSizeGreaterThanOrEqualTo(7);
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("cases")
  void weights_and_multipliers_are_those_of_exact_arithmetic(GoldenCase given) {
    RiskParitySolution solution = solve(given);

    JsonNode expected = given.json().get("expected");
    double tolerance = given.json().get("recommended_rel_tol").asDouble();
    double[] weights = GoldenCase.numbers(expected.get("weights"));
    assertThat(GoldenCase.worstError(solution, weights)).isLessThan(tolerance);
    assertThat(solution.volatilityAnnual() / expected.get("portfolio_vol").asDouble())
        .isCloseTo(1, within(tolerance));
    multipliers(solution, Kind.LOWER, expected.path("multipliers_lower_variance_form"));
    multipliers(solution, Kind.UPPER, expected.path("multipliers_upper_variance_form"));
    multipliers(solution, Kind.ROW, expected.path("multipliers_linear_variance_form"));
    assertThat(solution.certificate().weightErrorBound()).isLessThan(1e-10);
    assertThat(solution.certificate().kktResidual()).isLessThan(1e-12);
    System.out.println(
        given.id() + " " + GoldenCase.worstError(solution, weights) + " " + solution.certificate());
  }

  private static void multipliers(RiskParitySolution solution, Kind kind, JsonNode expected) {
    for (int i = 0; i < expected.size(); i++) {
      String name = (kind == Kind.ROW ? "row " : "s") + i;
      double found =
          solution.certificate().active().stream()
              .filter(one -> one.kind() == kind && one.name().equals(name))
              .mapToDouble(one -> one.multiplier())
              .sum();
      double wanted = expected.get(i).asDouble();
      assertThat(found).as(kind + " " + name).isCloseTo(wanted, within(1e-10 * Math.abs(wanted)));
    }
  }

  private static RiskParitySolution solve(GoldenCase given) {
    JsonNode json = given.json();
    double[] budgets = GoldenCase.numbers(json.get("budgets"));
    List<SleeveId> names = new ArrayList<>();
    for (int i = 0; i < budgets.length; i++) {
      names.add(SleeveId.of("s" + i));
    }
    List<LinearRow> rows = new ArrayList<>();
    for (int k = 0; k < json.path("linear_A").size(); k++) {
      rows.add(
          new LinearRow(
              "row " + k,
              list(json.get("linear_A").get(k)),
              json.get("linear_c").get(k).asDouble()));
    }
    ParityConstraints constraints =
        new ParityConstraints(
            json.get("formulation").asText().equals("linear_scaled")
                ? Definition.SCALED
                : Definition.RICHARD_RONCALLI,
            list(json.path("lower")),
            list(json.path("upper")),
            rows,
            list(json.path("sign")).stream().map(Double::intValue).toList());
    return RiskBudgets.of(names, budgets)
        .then(
            parts ->
                RiskParity.solve(
                    CovarianceEstimate.given(names, given.covariance()),
                    parts,
                    constraints,
                    new ParitySettings(0.2, 2, 1, 1e-14, 500, 1e-8)))
        .orThrow();
  }

  private static List<Double> list(JsonNode array) {
    List<Double> numbers = new ArrayList<>();
    array.forEach(node -> numbers.add(node.asDouble()));
    return numbers;
  }
}
