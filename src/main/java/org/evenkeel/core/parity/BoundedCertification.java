package org.evenkeel.core.parity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.parity.ActiveConstraint.Kind;
import org.evenkeel.core.parity.SolverCertificate.Algorithm;
import org.evenkeel.core.parity.exact.ScaledProblem;

/**
 * The judge of weights under constraints: measures the optimality conditions afresh, bounds the weights' error, asks a
 * second algorithm.
 *
 * <p>In the certificate, the largest relative error is that of a sleeve's own condition in units of its risk
 * contribution: |x_i (what no multiplier takes)_i| / (lambda b_i).
 */
final class BoundedCertification {

  /** The largest relative residual with which weights are traded. */
  static final double ACCEPTED = 1e-10;

  /** The widest that the second algorithm's error may be for its opinion to count. */
  private static final double WIDEST_OPINION = 1e-5;

  private final BoundedProblem problem;
  private final KktPoint point;
  private final KktResidual residual;

  BoundedCertification(BoundedProblem problem, KktPoint point) {
    this.problem = problem;
    this.point = point;
    this.residual = new KktResidual(problem, point);
  }

  /** Whether the optimality conditions are met. */
  boolean holds() {
    return residual.relative() <= ACCEPTED;
  }

  /** The solution with its certificate; refused if it does not hold. */
  Result<RiskParitySolution> certified(List<SleeveId> sleeves, double[][] matrix) {
    if (!holds()) {
      return refused(
          "after "
              + point.iterations()
              + " iterations the relative residual of the optimality conditions is "
              + text(residual.relative())
              + ", "
              + text(ACCEPTED)
              + " accepted");
    }
    if (riskPart() < BudgetedRisk.NO_RISK) {
      return Result.refused(
          CovarianceCheck.noSolution(
              sleeves, point.x(), "the constraints lead to it and it has no risk to share"));
    }
    double bound = WeightErrorBound.of(problem, point);
    if (!(bound < WIDEST_OPINION)) {
      return refused(
          "no bound below "
              + text(WIDEST_OPINION)
              + " of the weights' relative error could be proved; the bounds leave lambda at "
              + text(point.lambda() / variance())
              + " of the variance");
    }
    InteriorState other =
        InteriorPoint.solve(problem, point.lambda(), problem.scaled(), point.x().clone());
    double otherBound = other.errorBound(problem, point.lambda());
    double difference = difference(other.x);
    if (!(otherBound < WIDEST_OPINION)
        || !(difference <= bound + otherBound + problem.size() * 0x1p-46)) {
      return refused(
          "the active-set and the interior-point method differ by "
              + text(difference)
              + " in a weight, "
              + text(bound + otherBound)
              + " allowed");
    }
    return Result.ok(
        solution(
            sleeves,
            new SolverCertificate(
                sleeveError(),
                residual.relative(),
                bound,
                ConditionNumber.of(new ScaledProblem(matrix, problem.budgets())),
                point.iterations(),
                Algorithm.ACTIVE_SET,
                Algorithm.INTERIOR_POINT,
                difference,
                active(sleeves))));
  }

  private double variance() {
    return BudgetedRisk.dot(point.x(), residual.s());
  }

  private double sleeveError() {
    double worst = 0;
    for (int i = 0; i < problem.size(); i++) {
      double left = Math.abs(residual.left()[i] * point.x()[i]);
      worst = Math.max(worst, left / (point.lambda() * problem.risk().budget(i)));
    }
    return worst;
  }

  private double difference(double[] other) {
    double largest = 0;
    for (int i = 0; i < other.length; i++) {
      largest = Math.max(largest, Math.abs(other[i] / point.x()[i] - 1));
    }
    return largest;
  }

  private List<ActiveConstraint> active(List<SleeveId> sleeves) {
    List<ActiveConstraint> active = new ArrayList<>();
    for (int i = 0; i < problem.size(); i++) {
      double multiplier = residual.gradient()[i] / problem.unit();
      boolean bound = point.x()[i] == problem.lower(i) || point.x()[i] == problem.upper(i);
      if (bound && residual.left()[i] == 0) {
        boolean upper = multiplier < 0 || (multiplier == 0 && point.x()[i] == problem.upper(i));
        active.add(
            new ActiveConstraint(
                upper ? Kind.UPPER : Kind.LOWER, sleeves.get(i).toString(), Math.abs(multiplier)));
      }
    }
    for (int k = 0; k < problem.rows().size(); k++) {
      ScaledRow row = problem.rows().get(k);
      double nu = point.nu()[k];
      if (nu != 0) {
        active.add(
            new ActiveConstraint(
                Kind.ROW,
                nu > 0 ? row.name() : row.opposite(),
                Math.abs(nu) * row.unit() / problem.unit()));
      }
    }
    return active;
  }

  private RiskParitySolution solution(List<SleeveId> sleeves, SolverCertificate certificate) {
    double[] s = residual.s();
    double variance = BudgetedRisk.dot(point.x(), s);
    double[] contributions = new double[s.length];
    for (int i = 0; i < s.length; i++) {
      contributions[i] = point.x()[i] * s[i] / variance;
    }
    return new RiskParitySolution(
        sleeves,
        BoundedParity.list(point.x()),
        BoundedParity.list(contributions),
        StrictMath.sqrt(variance / problem.unit()),
        certificate);
  }

  /** The volatility as a part of the sum of the sleeves' own. */
  private double riskPart() {
    double parts = 0;
    for (int i = 0; i < problem.size(); i++) {
      parts += point.x()[i] * problem.risk().volatility(i);
    }
    return StrictMath.sqrt(Math.max(0, variance())) / parts;
  }

  private static Result<RiskParitySolution> refused(String detail) {
    return Result.refused(RefusalReason.SOLVER_UNCERTIFIED, detail);
  }

  private static String text(double value) {
    return String.format(Locale.ROOT, "%.3g", value);
  }
}
