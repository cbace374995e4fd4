package org.evenkeel.core.parity;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One direction of {@link InteriorPoint}: the changes of all unknowns of a state. */
final class InteriorStep {

  private final InteriorState state;
  private final double[] dx;
  private final double[][] weights;
  private final double[] dSlackRow;
  private final double[] dNu;
  private final double dTheta;

  /**
   * Solves for a direction.
   *
   * @param target what the complementarity products shall become
   * @param predictor the direction whose second-order terms are corrected, or null
   */
  InteriorStep(
      InteriorState state,
      BoundedProblem problem,
      double lambda,
      boolean withSum,
      BorderedSystem system,
      double target,
      @Nullable InteriorStep predictor) {
    this.state = state;
    int n = state.free.length;
    int m = state.nu.length;
    double[][] c = weightTargets(problem, lambda, target, predictor);
    double[] right = state.dualResidual(problem);
    for (int f = 0; f < n; f++) {
      right[f] =
          -right[f]
              + c[0][f] / state.x[state.free[f]]
              + c[1][f] / state.slackLower[f]
              - c[2][f] / state.slackUpper[f];
    }
    int k = withSum ? m + 1 : m;
    double[][] rows = new double[k][n];
    double[][] corner = new double[k][k];
    double[] q = new double[k];
    double[] rowTarget = new double[m];
    for (int r = 0; r < m; r++) {
      ScaledRow row = problem.rows().get(r);
      for (int f = 0; f < n; f++) {
        rows[r][f] = row.values()[state.free[f]];
      }
      q[r] = row.limit() - row.times(state.x) - state.slackRow[r];
      if (!row.equality()) {
        rowTarget[r] =
            target
                - state.slackRow[r] * state.nu[r]
                - (predictor == null ? 0 : predictor.dSlackRow[r] * predictor.dNu[r]);
        corner[r][r] = state.slackRow[r] / state.nu[r];
        q[r] -= rowTarget[r] / state.nu[r];
      }
    }
    if (withSum) {
      Arrays.fill(rows[m], 1);
      q[m] = 1 - BudgetedRisk.sum(state.x);
    }
    double[] answer = system.solve(rows, rows, corner, right, q);
    dx = Arrays.copyOf(answer, n);
    weights = weightChanges(c);
    dNu = Arrays.copyOfRange(answer, n, n + m);
    dSlackRow = new double[m];
    for (int r = 0; r < m; r++) {
      if (!problem.rows().get(r).equality()) {
        dSlackRow[r] = (rowTarget[r] - state.slackRow[r] * dNu[r]) / state.nu[r];
      }
    }
    dTheta = withSum ? answer[n + m] : 0;
  }

  /** What is missing of x w, of the lower and of the upper products. */
  private double[][] weightTargets(
      BoundedProblem problem, double lambda, double target, @Nullable InteriorStep predictor) {
    int n = state.free.length;
    double[][] c = new double[3][n];
    for (int f = 0; f < n; f++) {
      int i = state.free[f];
      c[0][f] = lambda * problem.risk().budget(i) - state.x[i] * state.w[f];
      c[1][f] = state.zLower[f] > 0 ? target - state.slackLower[f] * state.zLower[f] : 0;
      c[2][f] = target - state.slackUpper[f] * state.zUpper[f];
      if (predictor != null) {
        c[0][f] -= predictor.dx[f] * predictor.weights[0][f];
        c[1][f] -= predictor.dx[f] * predictor.weights[1][f];
        c[2][f] += predictor.dx[f] * predictor.weights[2][f];
      }
    }
    return c;
  }

  /** Changes of w and of the lower and upper multipliers. */
  private double[][] weightChanges(double[][] c) {
    int n = dx.length;
    double[][] changes = new double[3][n];
    for (int f = 0; f < n; f++) {
      changes[0][f] = (c[0][f] - state.w[f] * dx[f]) / state.x[state.free[f]];
      changes[1][f] = (c[1][f] - state.zLower[f] * dx[f]) / state.slackLower[f];
      changes[2][f] = (c[2][f] + state.zUpper[f] * dx[f]) / state.slackUpper[f];
    }
    return changes;
  }

  /** The longest part of the step, at most all of it, that keeps everything at or above zero. */
  double longest() {
    double length = 1;
    for (int f = 0; f < dx.length; f++) {
      length = limit(length, state.x[state.free[f]], dx[f]);
      length = limit(length, state.w[f], weights[0][f]);
      if (state.zLower[f] > 0) {
        length = limit(length, state.slackLower[f], dx[f]);
        length = limit(length, state.zLower[f], weights[1][f]);
      }
      length = limit(length, state.slackUpper[f], -dx[f]);
      length = limit(length, state.zUpper[f], weights[2][f]);
    }
    for (int r = 0; r < dNu.length; r++) {
      if (state.slackRow[r] > 0) {
        length = limit(length, state.slackRow[r], dSlackRow[r]);
        length = limit(length, state.nu[r], dNu[r]);
      }
    }
    return length;
  }

  private static double limit(double length, double value, double change) {
    return change < 0 ? Math.min(length, -value / change) : length;
  }

  /** The state after a part of the step. */
  InteriorState after(double length) {
    double[] x = state.x.clone();
    double[][] perWeight = {
      state.w.clone(),
      state.slackLower.clone(),
      state.zLower.clone(),
      state.slackUpper.clone(),
      state.zUpper.clone()
    };
    for (int f = 0; f < dx.length; f++) {
      x[state.free[f]] += length * dx[f];
      perWeight[0][f] += length * weights[0][f];
      if (state.zLower[f] > 0) {
        perWeight[1][f] += length * dx[f];
        perWeight[2][f] += length * weights[1][f];
      }
      perWeight[3][f] -= length * dx[f];
      perWeight[4][f] += length * weights[2][f];
    }
    double[][] perRow = {state.slackRow.clone(), state.nu.clone()};
    BudgetedRisk.add(perRow[0], length, dSlackRow);
    BudgetedRisk.add(perRow[1], length, dNu);
    return new InteriorState(
        x, perWeight, perRow, state.theta + length * dTheta, state.free, state.iterations + 1);
  }
}
