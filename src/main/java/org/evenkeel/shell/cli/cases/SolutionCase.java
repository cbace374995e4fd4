package org.evenkeel.shell.cli.cases;

import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.parity.ParitySettings;
import org.evenkeel.shell.cli.solver.Problem;
import org.evenkeel.shell.cli.solver.ProblemJson;
import org.evenkeel.shell.cli.solver.Solved;
import org.evenkeel.shell.cli.table.InputProblem;
import org.evenkeel.shell.cli.table.JsonTree;

/** A case that states weights. */
final class SolutionCase {

  /** What is understood; a case of another kind fails, because nobody can tell whether it holds. */
  private static final List<String> FORMULATIONS =
      List.of(
          "long_only",
          "bounded_rr",
          "bounded_scaled",
          "linear_rr",
          "linear_scaled",
          "sign_pattern");

  /** As far as the solver gets, so that its error does not hide behind a generous setting. */
  private static final double SOLVER_TOLERANCE = 1e-14;

  private final String name;
  private final JsonTree tree;

  SolutionCase(String name, JsonTree tree) {
    this.name = name;
    this.tree = tree;
  }

  CaseResult check() {
    try {
      return judged();
    } catch (InputProblem broken) {
      return CaseResult.failed(name, "a case", String.valueOf(broken.getMessage()));
    }
  }

  private CaseResult judged() {
    String formulation = tree.field("formulation").asText();
    boolean withDrift = tree.has("pi") || tree.has("c");
    if (!FORMULATIONS.contains(formulation) && !withDrift) {
      return CaseResult.failed(
          name, formulation, "this kind of case is not supported; supported are " + FORMULATIONS);
    }
    JsonTree expected = tree.field("expected");
    Problem problem = ProblemJson.lenient(tree);
    double tolerance = tree.field("recommended_rel_tol").asFiniteNumber();
    return switch (problem.solve(settings())) {
      case Result.Refused<Solved> refused ->
          CaseResult.failed(
              name, formulation, problem.names().inWords(refused.refusal().toString()));
      case Result.Ok<Solved> ok -> {
        Comparison comparison = new Comparison(problem, ok.value(), expected, tolerance);
        List<String> differences = comparison.differences();
        yield new CaseResult(
            name,
            differences.isEmpty(),
            formulation,
            Optional.of(comparison.weightError()),
            Optional.of(tolerance),
            Optional.of(ok.value().residual()),
            ok.value()
                .certificate()
                .map(found -> found.algorithm() + " + " + found.secondAlgorithm())
                .orElse("newton, with drift"),
            String.join("; ", differences));
      }
    };
  }

  private static ParitySettings settings() {
    ParitySettings usual = ParitySettings.defaults();
    return new ParitySettings(
        usual.targetVolatilityAnnual(),
        usual.maxGrossLeverage(),
        usual.maxSleeveExposure(),
        SOLVER_TOLERANCE,
        usual.maxIterations(),
        usual.acceptedResidual());
  }
}
