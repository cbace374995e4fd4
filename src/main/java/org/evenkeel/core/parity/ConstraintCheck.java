package org.evenkeel.core.parity;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.SleeveId;

/**
 * The test that constraints are numbers of the right count, and that the bounds alone leave room for a sum of one.
 *
 * <p>Every refusal names the sleeve or the row, the number, and what would do.
 */
final class ConstraintCheck {

  private ConstraintCheck() {}

  /** Why the constraints cannot be met or make no sense; empty if nothing is wrong at first sight. */
  static Optional<Refusal> refusal(List<SleeveId> sleeves, ParityConstraints constraints) {
    return sizes(sleeves.size(), constraints)
        .or(() -> signs(sleeves, constraints.signs()))
        .or(() -> bounds(sleeves, "smallest", constraints.lower()))
        .or(() -> bounds(sleeves, "largest", constraints.upper()))
        .or(() -> rows(sleeves, constraints.rows()))
        .or(() -> order(sleeves, constraints))
        .or(() -> sums(sleeves, constraints));
  }

  private static Optional<Refusal> sizes(int n, ParityConstraints constraints) {
    Optional<Refusal> refusal =
        size("smallest weights", constraints.lower().size(), n)
            .or(() -> size("largest weights", constraints.upper().size(), n))
            .or(() -> size("directions", constraints.signs().size(), n));
    for (LinearRow row : constraints.rows()) {
      int coefficients = row.coefficients().size();
      if (refusal.isEmpty() && coefficients != n) {
        refusal =
            invalid(
                String.format(
                    Locale.ROOT,
                    "the row '%s' has %d coefficients for %d sleeves",
                    row.name(),
                    coefficients,
                    n));
      }
    }
    return refusal;
  }

  private static Optional<Refusal> size(String what, int found, int wanted) {
    return found == 0 || found == wanted
        ? Optional.empty()
        : invalid(
            String.format(
                Locale.ROOT,
                "there are %d %s for %d sleeves; give one for each, or none",
                found,
                what,
                wanted));
  }

  private static Optional<Refusal> signs(List<SleeveId> sleeves, List<Integer> signs) {
    for (int i = 0; i < signs.size(); i++) {
      if (signs.get(i) != 1 && signs.get(i) != -1) {
        return invalid(
            String.format(
                Locale.ROOT,
                "the direction of %s is %d; write 1 for long or -1 for short",
                sleeves.get(i),
                signs.get(i)));
      }
    }
    return Optional.empty();
  }

  private static Optional<Refusal> bounds(
      List<SleeveId> sleeves, String which, List<Double> bounds) {
    for (int i = 0; i < bounds.size(); i++) {
      double bound = bounds.get(i);
      if (!(bound >= 0 && bound <= 1)) {
        return invalid(
            String.format(
                Locale.ROOT,
                "the %s weight of %s is %s; it must be a number from 0 to 1",
                which,
                sleeves.get(i),
                bound));
      }
    }
    return Optional.empty();
  }

  private static Optional<Refusal> rows(List<SleeveId> sleeves, List<LinearRow> rows) {
    for (LinearRow row : rows) {
      if (!Double.isFinite(row.limit())) {
        return invalid(
            String.format(Locale.ROOT, "the limit of the row '%s' is %s", row.name(), row.limit()));
      }
      boolean zero = true;
      for (int i = 0; i < sleeves.size(); i++) {
        double coefficient = row.coefficients().get(i);
        if (!Double.isFinite(coefficient)) {
          return invalid(
              String.format(
                  Locale.ROOT,
                  "the coefficient of %s in the row '%s' is %s",
                  sleeves.get(i),
                  row.name(),
                  coefficient));
        }
        zero &= coefficient == 0;
      }
      if (zero && row.limit() < 0) {
        return infeasible(
            String.format(
                Locale.ROOT,
                "the row '%s' wants 0 to be at most %s; no weights do that",
                row.name(),
                row.limit()));
      }
    }
    return Optional.empty();
  }

  private static Optional<Refusal> order(List<SleeveId> sleeves, ParityConstraints constraints) {
    double[] lower = BoundedProblem.bounds(constraints.lower(), sleeves.size(), 0);
    double[] upper = BoundedProblem.bounds(constraints.upper(), sleeves.size(), 1);
    for (int i = 0; i < lower.length; i++) {
      if (lower[i] > upper[i]) {
        return infeasible(
            String.format(
                Locale.ROOT,
                "the smallest weight of %s is %s, above its largest of %s",
                sleeves.get(i),
                lower[i],
                upper[i]));
      }
      if (upper[i] == 0) {
        return infeasible(
            String.format(
                Locale.ROOT,
                "the largest weight of %s is 0, but it has a risk budget; to hold none of it, leave it out",
                sleeves.get(i)));
      }
    }
    return Optional.empty();
  }

  private static Optional<Refusal> sums(List<SleeveId> sleeves, ParityConstraints constraints) {
    int n = sleeves.size();
    double[] lower = BoundedProblem.bounds(constraints.lower(), n, 0);
    double[] upper = BoundedProblem.bounds(constraints.upper(), n, 1);
    double least = BudgetedRisk.sum(lower);
    double most = BudgetedRisk.sum(upper);
    if (least > 1 + Vertex.rounding(n)) {
      return infeasible(
          String.format(
              Locale.ROOT,
              "the smallest weights add up to %.6g, above 1: %s",
              least,
              numbers(sleeves, lower)));
    }
    if (most < 1 - Vertex.rounding(n)) {
      return infeasible(
          String.format(
              Locale.ROOT,
              "the largest weights add up to %.6g, below 1: %s",
              most,
              numbers(sleeves, upper)));
    }
    for (int i = 0; i < n; i++) {
      if (lower[i] == 0 && least >= 1 - Vertex.rounding(n)) {
        return infeasible(
            String.format(
                Locale.ROOT,
                "the smallest weights of the others leave nothing for %s: %s",
                sleeves.get(i),
                numbers(sleeves, lower)));
      }
    }
    return Optional.empty();
  }

  private static String numbers(List<SleeveId> sleeves, double[] values) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < values.length; i++) {
      if (values[i] != 0) {
        text.append(text.isEmpty() ? "" : ", ").append(sleeves.get(i)).append(' ');
        text.append(values[i]);
      }
    }
    return text.toString();
  }

  private static Optional<Refusal> invalid(String detail) {
    return Optional.of(Refusal.of(RefusalReason.INVALID_INPUT, detail));
  }

  private static Optional<Refusal> infeasible(String detail) {
    return Optional.of(Refusal.of(RefusalReason.INFEASIBLE, detail));
  }
}
