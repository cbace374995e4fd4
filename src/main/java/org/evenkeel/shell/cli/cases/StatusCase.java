package org.evenkeel.shell.cli.cases;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.parity.ParitySettings;
import org.evenkeel.shell.cli.solver.Problem;
import org.evenkeel.shell.cli.solver.ProblemJson;
import org.evenkeel.shell.cli.solver.Solved;
import org.evenkeel.shell.cli.table.InputProblem;
import org.evenkeel.shell.cli.table.JsonTree;

/** A case that states a refusal. */
final class StatusCase {

  private static final List<String> KNOWN =
      List.of("NO_SOLUTION", "INVALID_INPUT", "INVALID_OR_EXPLICIT", "INFEASIBLE");

  /** One holding of the combination that a refusal names. */
  private static final Pattern HOLDING =
      Pattern.compile("([+-]?[0-9]+(?:\\.[0-9]+)?(?:E-?[0-9]+)?) asset-([0-9]{6})");

  /** A refusal prints six decimals of its witness. */
  private static final double WITNESS_TOLERANCE = 2e-6;

  private final String name;
  private final JsonTree tree;
  private final String expected;

  StatusCase(String name, JsonTree tree) {
    this.name = name;
    this.tree = tree;
    this.expected = tree.field("expect").text();
  }

  CaseResult check() {
    if (!KNOWN.contains(expected)) {
      return CaseResult.failed(name, expected, "unknown; a case may expect " + KNOWN);
    }
    Problem problem;
    try {
      problem = ProblemJson.lenient(tree);
    } catch (InputProblem malformed) {
      boolean wanted = expected.startsWith("INVALID");
      String detail = "refused on reading: " + malformed.getMessage();
      return wanted
          ? CaseResult.passed(name, expected, detail)
          : CaseResult.failed(name, expected, detail);
    }
    return switch (problem.solve(ParitySettings.defaults())) {
      case Result.Ok<Solved> ok -> solved(ok.value());
      case Result.Refused<Solved> refused -> refused(problem, refused.refusal());
    };
  }

  /** A zero budget may be answered with a weight of exactly zero. */
  private CaseResult solved(Solved solution) {
    boolean explicit =
        expected.equals("INVALID_OR_EXPLICIT")
            && solution.weights().stream().anyMatch(weight -> weight.signum() == 0);
    String detail = "solved: " + solution.weights();
    return explicit
        ? CaseResult.passed(name, expected, detail)
        : CaseResult.failed(name, expected, detail);
  }

  private CaseResult refused(Problem problem, Refusal refusal) {
    String detail = problem.names().inWords(refusal.toString());
    RefusalReason wanted =
        expected.equals("INVALID_OR_EXPLICIT")
            ? RefusalReason.INVALID_INPUT
            : RefusalReason.valueOf(expected);
    if (refusal.reason() != wanted) {
      return CaseResult.failed(name, expected, detail);
    }
    if (refusal.reason() == RefusalReason.NO_SOLUTION) {
      String complaint = witness(problem, refusal.detail());
      if (!complaint.isEmpty()) {
        return CaseResult.failed(name, expected, complaint + "; " + detail);
      }
    }
    return CaseResult.passed(name, expected, detail);
  }

  /** Why the combination that a refusal names is no witness; empty if it is one, and the one that the case states. */
  private String witness(Problem problem, String detail) {
    if (problem.drift().isPresent()) {
      return "";
    }
    int n = problem.names().size();
    double[] holding =
        problem
            .witness(ParitySettings.defaults())
            .map(found -> found.weights().stream().mapToDouble(Double::doubleValue).toArray())
            .orElseGet(() -> named(n, detail));
    double sum = Arrays.stream(holding).map(Math::abs).sum();
    if (!(Math.abs(sum - 1) <= WITNESS_TOLERANCE * n)) {
      return "the refusal names no combination of assets";
    }
    double risk = risk(problem.estimate().annualCovariance(), inDirections(problem, holding));
    if (!(risk <= WITNESS_TOLERANCE * n)) {
      return String.format(
          Locale.ROOT, "the combination has %.3g of its parts' volatility, not none", risk);
    }
    if (!tree.has("zero_risk_certificate")) {
      return "";
    }
    double[] stated = tree.field("zero_risk_certificate").asNumbers();
    for (int i = 0; i < n; i++) {
      if (stated.length != n
          || Math.abs(Math.abs(stated[i]) - Math.abs(holding[i])) > WITNESS_TOLERANCE) {
        return "the combination differs from the stated zero_risk_certificate";
      }
    }
    return "";
  }

  /** With directions a refusal names the sizes of holdings. */
  private static double[] inDirections(Problem problem, double[] sizes) {
    double[] holding = sizes.clone();
    for (int i = 0; i < problem.constraints().signs().size(); i++) {
      holding[i] *= problem.constraints().signs().get(i);
    }
    return holding;
  }

  private static double[] named(int n, String detail) {
    double[] holding = new double[n];
    Matcher matcher = HOLDING.matcher(detail);
    while (matcher.find()) {
      holding[Integer.parseInt(matcher.group(2)) - 1] = Double.parseDouble(matcher.group(1));
    }
    return holding;
  }

  /** The volatility of a combination over the sum of its parts' volatilities. */
  private static double risk(double[][] matrix, double[] holding) {
    double variance = 0;
    double parts = 0;
    for (int i = 0; i < holding.length; i++) {
      parts += Math.abs(holding[i]) * Math.sqrt(Math.max(0, matrix[i][i]));
      for (int j = 0; j < holding.length; j++) {
        variance += holding[i] * matrix[i][j] * holding[j];
      }
    }
    return parts > 0 ? Math.sqrt(Math.max(0, variance)) / parts : 0;
  }
}
