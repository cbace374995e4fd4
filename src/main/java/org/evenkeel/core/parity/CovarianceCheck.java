package org.evenkeel.core.parity;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.parity.engine.Cholesky;

/**
 * The test that a matrix is a covariance with which the problem makes sense.
 *
 * <p>Every refusal carries its witness: the number, the pair, or the combination of sleeves.
 */
final class CovarianceCheck {

  /** Rounding of a measured covariance stays far below this part of the sleeves' variances. */
  private static final double ROUNDING = 1e-9;

  private CovarianceCheck() {}

  /** Why the numbers are no covariance; makes the matrix exactly symmetric otherwise. */
  static Optional<Refusal> numbers(List<SleeveId> sleeves, double[][] matrix) {
    int n = matrix.length;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        if (!Double.isFinite(matrix[i][j])) {
          return invalid(
              String.format(
                  Locale.ROOT,
                  "the covariance of %s and %s is %s",
                  sleeves.get(i),
                  sleeves.get(j),
                  matrix[i][j]));
        }
      }
      if (matrix[i][i] < 0) {
        return invalid(
            String.format(
                Locale.ROOT, "the variance of %s is negative: %s", sleeves.get(i), matrix[i][i]));
      }
    }
    for (int i = 0; i < n; i++) {
      if (matrix[i][i] == 0) {
        double[] witness = new double[n];
        witness[i] = 1;
        return Optional.of(noSolution(sleeves, witness, "its variance is zero"));
      }
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        double scale = StrictMath.sqrt(matrix[i][i]) * StrictMath.sqrt(matrix[j][j]);
        if (Math.abs(matrix[i][j] - matrix[j][i]) > ROUNDING * scale) {
          return invalid(
              String.format(
                  Locale.ROOT,
                  "the matrix is not symmetric: %s with %s is %s, the other way round %s",
                  sleeves.get(i),
                  sleeves.get(j),
                  matrix[i][j],
                  matrix[j][i]));
        }
        double both = matrix[i][j] / 2 + matrix[j][i] / 2;
        matrix[i][j] = both;
        matrix[j][i] = both;
      }
    }
    return Optional.empty();
  }

  /** A combination with a negative variance, scaled to sum |w| = 1; empty if there is none. */
  static Optional<double[]> negativeRisk(double[][] matrix) {
    return negativeRisk(matrix, ROUNDING);
  }

  /** The same, where eigenvalues of the correlations above minus the slack pass. */
  static Optional<double[]> negativeRisk(double[][] matrix, double slack) {
    int n = matrix.length;
    double[][] correlation = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        double scale = StrictMath.sqrt(matrix[i][i]) * StrictMath.sqrt(matrix[j][j]);
        correlation[i][j] = matrix[i][j] / scale;
      }
      correlation[i][i] = 1 + slack;
    }
    int bad = Cholesky.firstBadPivot(correlation);
    if (bad < 0) {
      return Optional.empty();
    }
    // With A = L L' the part before the bad pivot and a its row, (-A^-1 a, 1) has that pivot as its
    // variance.
    double[] witness = Arrays.copyOf(correlation[bad], n);
    Arrays.fill(witness, bad, n, 0);
    Cholesky.solveTransposed(correlation, witness, bad);
    double size = 0;
    for (int i = 0; i <= bad; i++) {
      witness[i] = (i == bad ? 1 : -witness[i]) / StrictMath.sqrt(matrix[i][i]);
      size += Math.abs(witness[i]);
    }
    for (int i = 0; i <= bad; i++) {
      witness[i] /= size;
    }
    return Optional.of(witness);
  }

  /** The refusal of a matrix that is no covariance, by a combination with negative variance. */
  static Refusal indefinite(List<SleeveId> sleeves, double[][] matrix, double[] witness) {
    double variance = BudgetedRisk.sum(BudgetedRisk.contributions(matrix, witness));
    return indefinite(sleeves, witness, variance);
  }

  static Refusal indefinite(List<SleeveId> sleeves, double[] witness, double variance) {
    return Refusal.of(
        RefusalReason.INVALID_INPUT,
        String.format(
            Locale.ROOT,
            "the matrix is no covariance: the combination %s has a variance of %.3g",
            combination(sleeves, witness),
            variance));
  }

  /** The refusal of a problem that has no solution, by a long-only combination without risk. */
  static Refusal noSolution(List<SleeveId> sleeves, double[] witness, String finding) {
    return Refusal.of(
        RefusalReason.NO_SOLUTION,
        "there is no risk-parity portfolio: nothing but "
            + combination(sleeves, witness)
            + " would be held, because "
            + finding);
  }

  static String combination(List<SleeveId> sleeves, double[] weights) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < weights.length; i++) {
      if (Math.abs(weights[i]) >= 1e-6) {
        text.append(text.isEmpty() ? "" : weights[i] < 0 ? " " : " +");
        text.append(String.format(Locale.ROOT, "%.6f %s", weights[i], sleeves.get(i)));
      }
    }
    return text.toString();
  }

  private static Optional<Refusal> invalid(String detail) {
    return Optional.of(Refusal.of(RefusalReason.INVALID_INPUT, detail));
  }
}
