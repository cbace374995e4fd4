package org.evenkeel.core.parity.factor;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.parity.linear.PositiveDefinite;
import org.evenkeel.core.parity.linear.Vectors;

/**
 * The solver of budgets over factors: long-only weights whose factors bear given shares of the variance.
 *
 * <p>Unlike budgets over sleeves these are a nonlinear system that may have no long-only solution, or many (Roncalli and
 * Weisang 2016), so the answer says which it is and how far it is from the budgets.
 *
 * <ol>
 *   <li>If the budgets sum to one, nothing may be left to what the factors do not span; then x = S^-1 A v with
 *       v_j (K v)_j = b_j and K = A' S^-1 A is the one solution with exposures above zero: risk parity over the factors
 *       themselves, solved by Newton's method. It counts if x comes out long-only.
 *   <li>Otherwise the sum of the squared errors of the shares is made smallest over x = exp(z), by Newton's steps of
 *       least length with Levenberg's damping from a given start, which keeps x near that start and above zero. If the
 *       error vanishes the budgets are met; several solutions may exist, and this is the one near the start. A start
 *       that is balanced between sleeves can be a saddle, so where it does not lead to the budgets it is tilted
 *       towards and away from each factor in turn, and the first answer with the least error counts.
 *   <li>If it does not vanish the answer is a local least-squares fit, and says so: no proof that there is none better.
 * </ol>
 *
 * <p>This class is stateless and thread-safe.
 */
public final class FactorBudgets {

  /** An error of a share at which budgets count as met. */
  private static final double MET = 1e-10;

  private static final int MAX_STEPS = 500;

  private FactorBudgets() {}

  /** How an answer relates to the budgets. */
  public enum Fit {
    /** Every factor bears its budget to rounding. */
    EXACT,
    /** No long-only weights with these budgets were found: the nearest fit that was. */
    LEAST_SQUARES
  }

  /**
   * Long-only weights and how well they meet the budgets.
   *
   * @param fit exact or not
   * @param weights not negative, with sum one
   * @param shares the share of the variance that each factor bears
   * @param residual largest absolute difference of a share from its budget
   * @param iterations steps made
   */
  public record Answer(
      Fit fit, List<Double> weights, List<Double> shares, double residual, int iterations) {

    public Answer {
      weights = List.copyOf(weights);
      shares = List.copyOf(shares);
    }
  }

  /**
   * Weights for budgets over factors.
   *
   * @param risk the decomposition
   * @param budgets above zero, with sum at most one; what is missing to one is for what the factors do not span
   * @param start holdings above zero near which a solution is wanted, for example those of risk parity
   */
  public static Answer solve(FactorRisk risk, double[] budgets, double[] start) {
    if (Math.abs(Vectors.sum(budgets) - 1) < 1e-12) {
      Optional<double[]> spanned = spanned(risk, budgets);
      if (spanned.isPresent()) {
        Answer answer = answer(risk, budgets, spanned.get(), 0);
        if (answer.fit == Fit.EXACT) {
          return answer;
        }
      }
    }
    Answer best = leastSquares(risk, budgets, start);
    for (int j = 0; j < 2 * budgets.length && best.fit != Fit.EXACT; j++) {
      double[] tilted = risk.tilted(start, j / 2, j % 2 == 0 ? 1 : -1);
      Answer other = leastSquares(risk, budgets, tilted);
      best = other.residual < best.residual - MET ? other : best;
    }
    return best;
  }

  /** The solution without any unspanned risk, if it is long-only. */
  private static Optional<double[]> spanned(FactorRisk risk, double[] budgets) {
    Optional<double[]> x = risk.precision().flatMap(k -> budgeted(k, budgets)).map(risk::spanned);
    return x.filter(values -> Arrays.stream(values).allMatch(value -> value >= 0));
  }

  /** The v above zero with v_j (K v)_j = b_j by Newton's method with Spinu's damping. */
  private static Optional<double[]> budgeted(double[][] k, double[] budgets) {
    int m = budgets.length;
    double[] v = new double[m];
    for (int j = 0; j < m; j++) {
      v[j] = StrictMath.sqrt(budgets[j] / k[j][j]);
    }
    for (int step = 0; step < MAX_STEPS; step++) {
      double[] s = Vectors.product(k, v);
      double scale = 1 / StrictMath.sqrt(Vectors.dot(v, s));
      double error = 0;
      double[] right = new double[m];
      double[][] hessian = new double[m][m];
      for (int j = 0; j < m; j++) {
        v[j] *= scale;
        s[j] *= scale;
        right[j] = budgets[j] - v[j] * s[j];
        error = Math.max(error, Math.abs(right[j]) / budgets[j]);
      }
      if (error < 1e-13) {
        return Optional.of(v);
      }
      for (int j = 0; j < m; j++) {
        for (int l = 0; l <= j; l++) {
          hessian[j][l] = v[j] * k[j][l] * v[l];
        }
        hessian[j][j] += budgets[j];
      }
      Optional<PositiveDefinite> solver = PositiveDefinite.of(hessian, 0);
      if (solver.isEmpty()) {
        return Optional.empty();
      }
      double[] move = solver.get().solve(right);
      double shrinking = 0;
      for (double part : move) {
        shrinking = Math.max(shrinking, -part);
      }
      double length = error < 0.1 && shrinking < 0.5 ? 1 : 1 / (1 + shrinking);
      for (int j = 0; j < m; j++) {
        v[j] *= 1 + length * move[j];
      }
    }
    return Optional.of(v);
  }

  private static Answer leastSquares(FactorRisk risk, double[] budgets, double[] start) {
    double[] x = Vectors.normalized(start);
    double[] errors = errors(risk, budgets, x);
    double square = Vectors.dot(errors, errors);
    double damping = 1e-3;
    int step = 0;
    for (; step < MAX_STEPS && square > MET * MET * 1e-6; step++) {
      double[][] j = risk.sensitivities(x);
      double[] tried = moved(x, j, errors, damping);
      double[] triedErrors = errors(risk, budgets, tried);
      double triedSquare = Vectors.dot(triedErrors, triedErrors);
      if (triedSquare < square) {
        boolean settled = square - triedSquare < 1e-14 * square;
        x = tried;
        errors = triedErrors;
        square = triedSquare;
        damping = Math.max(damping / 10, 1e-14);
        if (settled) {
          break;
        }
      } else {
        damping *= 10;
        if (damping > 1e12) {
          break;
        }
      }
    }
    return answer(risk, budgets, x, step);
  }

  /** exp(z + dz) with dz = -J'(JJ' + damping)^-1 e, no component of dz beyond 2. */
  private static double[] moved(double[] x, double[][] j, double[] errors, double damping) {
    int m = errors.length;
    double[][] gram = new double[m][m];
    double trace = 0;
    for (int k = 0; k < m; k++) {
      for (int l = 0; l < m; l++) {
        gram[k][l] = Vectors.dot(j[k], j[l]);
      }
      trace += gram[k][k];
    }
    for (int k = 0; k < m; k++) {
      gram[k][k] += damping * trace / m + 1e-300;
    }
    Optional<PositiveDefinite> solver = PositiveDefinite.of(gram, 0);
    if (solver.isEmpty()) {
      return x;
    }
    double[] solved = solver.get().solve(errors);
    double[] moved = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      double move = 0;
      for (int k = 0; k < m; k++) {
        move -= j[k][i] * solved[k];
      }
      moved[i] = x[i] * StrictMath.exp(Math.max(-2, Math.min(2, move)));
    }
    return Vectors.normalized(moved);
  }

  private static double[] errors(FactorRisk risk, double[] budgets, double[] x) {
    double[] errors = risk.shares(x);
    for (int j = 0; j < errors.length; j++) {
      errors[j] -= budgets[j];
    }
    return errors;
  }

  private static Answer answer(FactorRisk risk, double[] budgets, double[] x, int steps) {
    double[] weights = Vectors.normalized(x);
    double[] shares = risk.shares(weights);
    double residual = 0;
    for (int j = 0; j < shares.length; j++) {
      residual = Math.max(residual, Math.abs(shares[j] - budgets[j]));
    }
    return new Answer(
        residual <= MET ? Fit.EXACT : Fit.LEAST_SQUARES,
        Vectors.list(weights),
        Vectors.list(shares),
        residual,
        steps);
  }
}
