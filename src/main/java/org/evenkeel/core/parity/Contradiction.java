package org.evenkeel.core.parity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.SleeveId;

/**
 * The proof that no weights satisfy the rows within the bounds: multipliers with which the rows add up to one that the
 * bounds and the sum of one forbid (Farkas' lemma).
 *
 * <p>A simplex method proposes the multipliers; what they prove is then computed directly, because the least value of one
 * row within bounds and with sum one is found by filling up the cheapest weights first. Only a proof that holds is
 * reported.
 */
final class Contradiction {

  /** A weight below this is no holding: a sleeve with a risk budget must have one. */
  private static final double LEAST_WEIGHT = 1e-9;

  /** By how much the sum must miss its limit, per unit of multipliers, for the proof to hold despite rounding. */
  private static final double MARGIN = 1e-12;

  private final BoundedProblem problem;
  private final double[] lower;

  private Contradiction(BoundedProblem problem) {
    this.problem = problem;
    this.lower = new double[problem.size()];
    for (int i = 0; i < lower.length; i++) {
      lower[i] = Math.min(problem.upper(i), Math.max(problem.lower(i), LEAST_WEIGHT));
    }
  }

  /** The refusal with its proof; empty if none was found. */
  static Optional<Refusal> refusal(List<SleeveId> sleeves, BoundedProblem problem) {
    Contradiction search = new Contradiction(problem);
    if (problem.rows().isEmpty() || BudgetedRisk.sum(search.lower) >= 1) {
      return Optional.empty();
    }
    return search.proof(sleeves, search.multipliers());
  }

  /** One multiplier per row, negative for the opposite side of an equality; in the rows' scale. */
  private double[] multipliers() {
    int n = problem.size();
    List<double[]> rows = new ArrayList<>();
    List<Double> limits = new ArrayList<>();
    for (ScaledRow row : problem.rows()) {
      addRow(rows, limits, row.values(), row.limit() - row.times(lower));
      if (row.equality()) {
        addRow(rows, limits, negated(row.values()), row.times(lower) - row.limit());
      }
    }
    double[] ones = new double[n];
    Arrays.fill(ones, 1);
    double rest = 1 - BudgetedRisk.sum(lower);
    addRow(rows, limits, ones, rest);
    addRow(rows, limits, negated(ones), -rest);
    int relaxed = rows.size();
    for (int i = 0; i < n; i++) {
      double[] unit = new double[n];
      unit[i] = 1;
      addRow(rows, limits, unit, problem.upper(i) - lower[i]);
    }
    double[] y =
        new Dictionary(
                rows.toArray(double[][]::new),
                limits.stream().mapToDouble(Double::doubleValue).toArray(),
                relaxed)
            .multipliers();
    double[] nu = new double[problem.rows().size()];
    int at = 0;
    for (int k = 0; k < nu.length; k++) {
      nu[k] = y[at++];
      if (problem.rows().get(k).equality()) {
        nu[k] -= y[at++];
      }
      nu[k] = Math.abs(nu[k]) < MARGIN ? 0 : nu[k];
    }
    return nu;
  }

  private static void addRow(List<double[]> rows, List<Double> limits, double[] row, double limit) {
    rows.add(row.clone());
    limits.add(limit);
  }

  private static double[] negated(double[] row) {
    double[] negated = new double[row.length];
    for (int i = 0; i < row.length; i++) {
      negated[i] = -row[i];
    }
    return negated;
  }

  /** Verifies the multipliers and says what they prove. */
  private Optional<Refusal> proof(List<SleeveId> sleeves, double[] nu) {
    double[] combined = new double[problem.size()];
    double limit = 0;
    double size = 0;
    for (int k = 0; k < nu.length; k++) {
      BudgetedRisk.add(combined, nu[k], problem.rows().get(k).values());
      limit += nu[k] * problem.rows().get(k).limit();
      size += Math.abs(nu[k]);
    }
    List<Integer> cheapestFirst = new ArrayList<>();
    for (int i = 0; i < combined.length; i++) {
      cheapestFirst.add(i);
    }
    cheapestFirst.sort(Comparator.comparingDouble(i -> combined[i]));
    double[] x = lower.clone();
    double rest = 1 - BudgetedRisk.sum(lower);
    double price = 0;
    for (int i : cheapestFirst) {
      double part = Math.min(rest, problem.upper(i) - lower[i]);
      x[i] += part;
      rest -= part;
      price = part > 0 ? combined[i] : price;
    }
    double least = BudgetedRisk.dot(combined, x);
    if (!(least - limit > MARGIN * size * problem.size())) {
      return Optional.empty();
    }
    return Optional.of(
        Refusal.of(
            RefusalReason.INFEASIBLE,
            String.format(
                Locale.ROOT,
                "no weights above %.0e satisfy the rows: %s want at most %.6g, but weights within"
                    + " their bounds that sum to one make it %.6g or more%s",
                LEAST_WEIGHT,
                rowsOf(nu),
                limit,
                least,
                boundsOf(sleeves, combined, x, price))));
  }

  private String rowsOf(double[] nu) {
    StringBuilder text = new StringBuilder();
    for (int k = 0; k < nu.length; k++) {
      if (nu[k] != 0) {
        ScaledRow row = problem.rows().get(k);
        text.append(text.isEmpty() ? "" : " + ")
            .append(String.format(Locale.ROOT, "%.6g", Math.abs(nu[k]) * row.unit()))
            .append(" times '")
            .append(nu[k] > 0 ? row.name() : row.opposite())
            .append('\'');
      }
    }
    return text.toString();
  }

  /** The bounds that the proof rests on, with their multipliers. */
  private String boundsOf(List<SleeveId> sleeves, double[] combined, double[] x, double price) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < x.length; i++) {
      double multiplier = combined[i] - price;
      boolean smallest = multiplier > 0 && problem.lower(i) > 0;
      boolean largest = multiplier < 0 && problem.upper(i) < 1;
      if (smallest || largest) {
        text.append(text.isEmpty() ? "; it rests on " : ", ")
            .append(String.format(Locale.ROOT, "%.6g", Math.abs(multiplier)))
            .append(smallest ? " times the smallest weight of " : " times the largest weight of ")
            .append(sleeves.get(i))
            .append(' ')
            .append(smallest ? problem.lower(i) : problem.upper(i));
      }
    }
    return text.toString();
  }
}
