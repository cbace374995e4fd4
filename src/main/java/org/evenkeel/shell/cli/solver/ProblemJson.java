package org.evenkeel.shell.cli.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.estimate.CovarianceEstimate;
import org.evenkeel.core.parity.LinearRow;
import org.evenkeel.core.parity.ParityConstraints;
import org.evenkeel.core.parity.ParityConstraints.Definition;
import org.evenkeel.shell.cli.table.JsonTree;
import org.evenkeel.shell.cli.table.NamedMatrix;

/**
 * A problem in JSON: a bare matrix, or an object with the fields of the cases.
 *
 * <p>Fields: 'cov' (a list of rows) or 'cov_factor' {B, D}; and optionally 'names', 'budgets', 'lower', 'upper',
 * 'linear_A' and 'linear_c' (A w at most c), 'sign', 'formulation', 'pi' and 'c'.
 */
public final class ProblemJson {

  private static final List<String> FIELDS =
      List.of(
          "cov",
          "cov_factor",
          "names",
          "budgets",
          "lower",
          "upper",
          "linear_A",
          "linear_c",
          "sign",
          "formulation",
          "pi",
          "c");

  /** What cases and the answers of the estimate have beside the problem; both are problems too. */
  private static final List<String> CASE_FIELDS =
      List.of(
          "id",
          "description",
          "n",
          "expect",
          "expected",
          "kkt_note",
          "weight_condition",
          "recommended_rel_tol",
          "zero_risk_certificate",
          "volatilities",
          "correlations",
          "method",
          "quality");

  private final JsonTree tree;

  private ProblemJson(JsonTree tree) {
    this.tree = tree;
  }

  /** A problem in a file of its own: a field that nobody knows is an error, and so is a number that is missing. */
  public static Problem strict(JsonTree tree) {
    for (var field : tree.fields().entrySet()) {
      if (!FIELDS.contains(field.getKey()) && !CASE_FIELDS.contains(field.getKey())) {
        throw field
            .getValue()
            .problem("there is no field '" + field.getKey() + "'; the fields are " + FIELDS);
      }
    }
    requireFinite(tree);
    return new ProblemJson(tree).read();
  }

  /** The problem of a case: null is a number that is missing, and the solver must refuse it. */
  public static Problem lenient(JsonTree tree) {
    return new ProblemJson(tree).read();
  }

  private static void requireFinite(JsonTree tree) {
    List<JsonTree> rows = new ArrayList<>();
    if (tree.kind() == JsonTree.Kind.LIST) {
      rows.addAll(tree.list());
    } else {
      for (String field : List.of("cov", "budgets", "lower", "upper", "linear_c", "pi")) {
        if (tree.has(field)) {
          rows.add(tree.field(field));
        }
      }
    }
    for (JsonTree row : rows) {
      if (row.kind() == JsonTree.Kind.LIST) {
        row.list().forEach(ProblemJson::requireFiniteDeep);
      }
    }
  }

  private static void requireFiniteDeep(JsonTree value) {
    if (value.kind() == JsonTree.Kind.LIST) {
      value.list().forEach(ProblemJson::requireFiniteDeep);
    } else {
      double ignored = value.asFiniteNumber();
      assert Double.isFinite(ignored);
    }
  }

  private Problem read() {
    double[][] matrix = matrix();
    int n = matrix.length;
    AssetNames names = new AssetNames(names(n));
    List<Double> budgets =
        tree.has("budgets") ? numbers("budgets", n) : Collections.nCopies(n, 1.0);
    ParityConstraints constraints =
        new ParityConstraints(
            definition(), bound("lower", n), bound("upper", n), rows(n), signs(n));
    return new Problem(
        names, CovarianceEstimate.given(names.ids(), matrix), budgets, constraints, drift(n));
  }

  private double[][] matrix() {
    if (tree.has("cov_factor")) {
      return FactorMatrix.of(tree.field("cov_factor"));
    }
    JsonTree cov = tree.kind() == JsonTree.Kind.LIST ? tree : tree.field("cov");
    List<JsonTree> rows = cov.list();
    if (rows.isEmpty()) {
      throw cov.problem("the covariance has no row");
    }
    double[][] matrix = new double[rows.size()][];
    for (int i = 0; i < matrix.length; i++) {
      matrix[i] = rows.get(i).asNumbers();
      if (matrix[i].length != matrix.length) {
        throw rows.get(i)
            .problem(
                "row "
                    + (i + 1)
                    + " of the covariance has "
                    + matrix[i].length
                    + " numbers, but there are "
                    + matrix.length
                    + " rows; a covariance is square");
      }
    }
    return matrix;
  }

  private List<String> names(int n) {
    if (!tree.has("names")) {
      return NamedMatrix.numbered(n);
    }
    List<String> names = tree.field("names").list().stream().map(JsonTree::asText).toList();
    if (names.size() != n) {
      throw tree.field("names").problem(names.size() + " names for " + n + " assets");
    }
    for (int i = 0; i < n; i++) {
      if (names.get(i).isBlank() || names.indexOf(names.get(i)) < i) {
        throw tree.field("names")
            .list()
            .get(i)
            .problem("the name '" + names.get(i) + "' is blank or stands twice");
      }
    }
    return names;
  }

  private List<Double> numbers(String field, int n) {
    double[] values = tree.field(field).asNumbers();
    if (values.length != n) {
      throw tree.field(field)
          .problem(values.length + " numbers in '" + field + "' for " + n + " assets; one each");
    }
    return Arrays.stream(values).boxed().toList();
  }

  /** One number per asset, or one for all. */
  private List<Double> bound(String field, int n) {
    if (!tree.has(field)) {
      return List.of();
    }
    return tree.field(field).kind() == JsonTree.Kind.NUMBER
        ? Collections.nCopies(n, tree.field(field).asNumber())
        : numbers(field, n);
  }

  private List<LinearRow> rows(int n) {
    if (!tree.has("linear_A") && !tree.has("linear_c")) {
      return List.of();
    }
    List<JsonTree> rows = tree.field("linear_A").list();
    double[] limits = tree.field("linear_c").asNumbers();
    if (rows.size() != limits.length) {
      throw tree.field("linear_c")
          .problem(limits.length + " limits for " + rows.size() + " rows of 'linear_A'");
    }
    List<LinearRow> found = new ArrayList<>();
    for (int k = 0; k < limits.length; k++) {
      double[] coefficients = rows.get(k).asNumbers();
      if (coefficients.length != n) {
        throw rows.get(k).problem(coefficients.length + " coefficients for " + n + " assets");
      }
      found.add(
          new LinearRow("row " + (k + 1), Arrays.stream(coefficients).boxed().toList(), limits[k]));
    }
    return found;
  }

  private List<Integer> signs(int n) {
    if (!tree.has("sign")) {
      return List.of();
    }
    List<Integer> signs = new ArrayList<>();
    for (JsonTree sign : tree.field("sign").list()) {
      double value = sign.asNumber();
      if (Math.abs(value) != 1) {
        throw sign.problem("found " + sign.described() + "; a direction is 1 or -1");
      }
      signs.add((int) value);
    }
    if (signs.size() != n) {
      throw tree.field("sign").problem(signs.size() + " directions for " + n + " assets");
    }
    return signs;
  }

  private Definition definition() {
    boolean scaled =
        tree.has("formulation") && tree.field("formulation").asText().endsWith("_scaled");
    return scaled ? Definition.SCALED : Definition.RICHARD_RONCALLI;
  }

  private Optional<Problem.Drift> drift(int n) {
    if (!tree.has("pi") && !tree.has("c")) {
      return Optional.empty();
    }
    List<Double> returns = tree.has("pi") ? numbers("pi", n) : Collections.nCopies(n, 0.0);
    return Optional.of(new Problem.Drift(returns, tree.has("c") ? tree.field("c").asNumber() : 1));
  }
}
