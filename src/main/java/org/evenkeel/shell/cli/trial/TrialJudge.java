package org.evenkeel.shell.cli.trial;

import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.parity.RiskParitySolution;
import org.evenkeel.core.parity.RiskWitness;

/**
 * The judge: knows the problem and the answer, believes no certificate, and multiplies for itself.
 *
 * <p>This class is not thread-safe.
 */
final class TrialJudge {

  /** The error that the issue of certificates is about. */
  static final double ALLOWED = 1e-10;

  /** What a change of each entry of a matrix by its rounding does to a variance, as a part of (sum w vol)^2. */
  private static final double ROUNDING = StrictMath.ulp(1.0);

  private final LongSum sum = new LongSum();

  /** The largest |contribution / budget - 1| of the weights with their tails; infinite if one is not above zero. */
  double error(TrialProblem problem, RiskParitySolution solution) {
    int n = problem.size();
    double[] high = new double[n];
    double[] low = new double[n];
    double[][] marginal = new double[n][2];
    double budgetSum = 0;
    for (int i = 0; i < n; i++) {
      high[i] = solution.weights().get(i);
      low[i] = solution.weightTails().get(i);
      budgetSum += problem.budgets()[i];
      if (!(high[i] > 0)) {
        return Double.POSITIVE_INFINITY;
      }
    }
    for (int i = 0; i < n; i++) {
      sum.clear();
      for (int j = 0; j < n; j++) {
        sum.addProduct(problem.covariance()[i][j], high[j]);
        sum.addProduct(problem.covariance()[i][j], low[j]);
      }
      sum.sum(marginal[i]);
    }
    double total = 0;
    double[] contributions = new double[n];
    for (int i = 0; i < n; i++) {
      // Each contribution is above zero at the solution, so plain sums are as good as exact ones
      // from here.
      contributions[i] = high[i] * marginal[i][0];
      total += contributions[i];
    }
    double worst = 0;
    for (int i = 0; i < n; i++) {
      double relative = Math.abs(contributions[i] / total / (problem.budgets()[i] / budgetSum) - 1);
      worst = relative <= worst ? worst : relative;
    }
    return Double.isNaN(worst) ? Double.POSITIVE_INFINITY : worst;
  }

  /** Whether the weights sum to one and are what the solution says elsewhere. */
  boolean isConsistent(RiskParitySolution solution) {
    double weights = 0;
    for (double weight : solution.weights()) {
      weights += weight;
    }
    return Math.abs(weights - 1) < 1e-13;
  }

  /** Whether a refusal with this reason tells a fact. */
  boolean isTrue(TrialProblem problem, RefusalReason reason, Optional<RiskWitness> witness) {
    return switch (reason) {
      case NO_SOLUTION -> witness.isPresent() && hasNoRisk(problem, witness.get().weights());
      case INVALID_INPUT ->
          witness.map(found -> isNegative(problem, found.weights())).orElse(isNoProblem(problem));
      default -> false;
    };
  }

  private boolean hasNoRisk(TrialProblem problem, List<Double> weights) {
    double own = 0;
    for (int i = 0; i < problem.size(); i++) {
      if (!(weights.get(i) >= 0)) {
        return false;
      }
      own += weights.get(i) * StrictMath.sqrt(problem.covariance()[i][i]);
    }
    return own >= 0 && variance(problem, weights) <= ROUNDING * own * own * (1 + 1e-9);
  }

  private boolean isNegative(TrialProblem problem, List<Double> weights) {
    return variance(problem, weights) < 0;
  }

  private double variance(TrialProblem problem, List<Double> weights) {
    int n = problem.size();
    double[] pair = new double[2];
    LongSum outer = new LongSum();
    for (int i = 0; i < n; i++) {
      sum.clear();
      for (int j = 0; j < n; j++) {
        sum.addProduct(problem.covariance()[i][j], weights.get(j));
      }
      sum.sum(pair);
      outer.addProduct(weights.get(i), pair[0]);
      outer.addProduct(weights.get(i), pair[1]);
    }
    outer.sum(pair);
    return pair[0];
  }

  /** Whether the numbers themselves are no covariance and budgets. */
  private static boolean isNoProblem(TrialProblem problem) {
    boolean bad = false;
    double[][] matrix = problem.covariance();
    for (int i = 0; i < problem.size(); i++) {
      bad |= !(problem.budgets()[i] > 0) || !(matrix[i][i] >= 0);
      for (int j = 0; j < i; j++) {
        double size = StrictMath.sqrt(matrix[i][i] * matrix[j][j]);
        bad |= !(Math.abs(matrix[i][j]) < Double.POSITIVE_INFINITY);
        bad |= Math.abs(matrix[i][j] - matrix[j][i]) > 1e-12 * size;
      }
    }
    return bad;
  }
}
