package org.evenkeel.shell.cli.cases;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.evenkeel.core.parity.ActiveConstraint;
import org.evenkeel.core.parity.LinearRow;
import org.evenkeel.core.parity.ParityConstraints.Definition;
import org.evenkeel.shell.cli.solver.Problem;
import org.evenkeel.shell.cli.solver.Solved;
import org.evenkeel.shell.cli.table.JsonTree;

/** A solution beside the numbers that a case states. */
final class Comparison {

  /**
   * What follows from the weights is allowed this much more error than they are: a multiplier is a difference of
   * marginal risks, and a risk contribution moves by several times the weights' error.
   */
  private static final double DERIVED = 100;

  private final Problem problem;
  private final Solved solution;
  private final JsonTree expected;
  private final double tolerance;
  private final int n;
  private final double[] weights;
  private final double[] marginal;
  private final double[] lower;
  private final double[] upper;
  private final double[] rows;
  private final double weightError;
  private final List<String> differences = new ArrayList<>();

  Comparison(Problem problem, Solved solution, JsonTree expected, double tolerance) {
    this.problem = problem;
    this.solution = solution;
    this.expected = expected;
    this.tolerance = tolerance;
    this.n = problem.names().size();
    this.weights = solution.weights().stream().mapToDouble(BigDecimal::doubleValue).toArray();
    this.marginal = marginal();
    this.lower = new double[n];
    this.upper = new double[n];
    this.rows = new double[problem.constraints().rows().size()];
    solution.certificate().ifPresent(found -> found.active().forEach(this::note));
    this.weightError = compareWeights();
    compareFigures();
    compareMultipliers();
  }

  /** The largest relative error of a weight. */
  double weightError() {
    return weightError;
  }

  /** What does not hold, in words; empty if all does. */
  List<String> differences() {
    return List.copyOf(differences);
  }

  private double[] marginal() {
    double[][] matrix = problem.estimate().annualCovariance();
    double[] product = new double[n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        product[i] += matrix[i][j] * weights[j];
      }
    }
    return product;
  }

  private void note(ActiveConstraint bound) {
    int asset = problem.names().names().indexOf(problem.names().inWords(bound.name()));
    switch (bound.kind()) {
      case LOWER -> lower[asset] = bound.multiplier();
      case UPPER -> upper[asset] = bound.multiplier();
      case ROW -> {
        for (int k = 0; k < rows.length; k++) {
          if (problem.constraints().rows().get(k).name().equals(bound.name())) {
            rows[k] = bound.multiplier();
          }
        }
      }
    }
  }

  private double compareWeights() {
    boolean exact = expected.has("weights_25digits");
    List<JsonTree> stated = expected.field(exact ? "weights_25digits" : "weights").list();
    if (stated.size() != n) {
      throw expected.problem(stated.size() + " expected weights for " + n + " assets");
    }
    double worst = 0;
    int at = 0;
    for (int i = 0; i < n; i++) {
      double error = relative(solution.weights().get(i), decimal(stated.get(i)));
      if (error > worst) {
        worst = error;
        at = i;
      }
    }
    if (!(worst <= tolerance)) {
      differences.add(
          String.format(
              Locale.ROOT,
              "weight of %s is %s, expected %s",
              problem.names().names().get(at),
              weights[at],
              stated.get(at).text()));
    }
    return worst;
  }

  private static BigDecimal decimal(JsonTree value) {
    try {
      return new BigDecimal(value.text());
    } catch (NumberFormatException e) {
      throw value.problem("found " + value.described() + "; an expected weight is a number");
    }
  }

  private static double relative(BigDecimal found, BigDecimal stated) {
    BigDecimal difference = found.subtract(stated).abs();
    return stated.signum() == 0
        ? difference.doubleValue()
        : difference.divide(stated.abs(), MathContext.DECIMAL64).doubleValue();
  }

  private void compareFigures() {
    number("portfolio_vol", solution.volatility(), 0);
    if (problem.drift().isEmpty()) {
      double lambda = lambda();
      number("lambda_variance_form", lambda, 0);
      number("lambda_vol_form", lambda / solution.volatility(), 0);
    }
    numbers(
        "risk_contribution_fraction",
        solution.riskContributions().stream().mapToDouble(Double::doubleValue).toArray(),
        0);
    number("net", Arrays.stream(weights).sum(), 1);
  }

  /** From the row of the asset with the largest risk: (S w)_i w_i less what bounds and rows take, over b_i. */
  private double lambda() {
    double total = problem.budgets().stream().mapToDouble(Double::doubleValue).sum();
    int best = 0;
    for (int i = 1; i < n; i++) {
      best = weights[i] * marginal[i] > weights[best] * marginal[best] ? i : best;
    }
    double price = upper[best] - lower[best];
    for (int k = 0; k < rows.length; k++) {
      LinearRow row = problem.constraints().rows().get(k);
      boolean scaled = problem.constraints().definition() == Definition.SCALED;
      price += rows[k] * (row.coefficients().get(best) - (scaled ? row.limit() : 0));
    }
    return (marginal[best] + price) * weights[best] * total / problem.budgets().get(best);
  }

  private void compareMultipliers() {
    double scale = Arrays.stream(marginal).map(Math::abs).max().orElse(1);
    numbers("multipliers_lower_variance_form", lower, scale);
    numbers("multipliers_upper_variance_form", upper, scale);
    numbers("multipliers_linear_variance_form", rows, scale);
    if (expected.has("active")) {
      TreeSet<String> stated = new TreeSet<>();
      for (JsonTree bound : expected.field("active").list()) {
        stated.add(bound.list().get(0).asText() + " " + bound.list().get(1).text());
      }
      TreeSet<String> found = new TreeSet<>();
      for (int i = 0; i < n; i++) {
        add(found, "lower " + i, lower[i]);
        add(found, "upper " + i, upper[i]);
      }
      for (int k = 0; k < rows.length; k++) {
        add(found, "linear " + k, rows[k]);
      }
      if (!found.equals(stated)) {
        differences.add("binding are " + found + ", expected " + stated);
      }
    }
  }

  private static void add(Set<String> found, String name, double multiplier) {
    if (multiplier != 0) {
      found.add(name);
    }
  }

  private void number(String field, double found, double scale) {
    if (expected.has(field)) {
      compare(field, found, expected.field(field).asNumber(), scale);
    }
  }

  private void numbers(String field, double[] found, double scale) {
    if (!expected.has(field)) {
      return;
    }
    double[] stated = expected.field(field).asNumbers();
    if (stated.length != found.length) {
      differences.add(field + " has " + stated.length + " numbers, found " + found.length);
      return;
    }
    for (int i = 0; i < found.length; i++) {
      compare(field + "[" + i + "]", found[i], stated[i], scale);
    }
  }

  /** A scale of zero means relative to the number itself. */
  private void compare(String what, double found, double stated, double scale) {
    double allowed = DERIVED * tolerance * (scale == 0 ? Math.abs(stated) : scale);
    if (!(Math.abs(found - stated) <= allowed)) {
      differences.add(String.format(Locale.ROOT, "%s is %s, expected %s", what, found, stated));
    }
  }
}
