package org.evenkeel.core.parity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.estimate.CovarianceEstimate;
import org.evenkeel.core.parity.ParityConstraints.Definition;

/**
 * The solver of risk parity under bounds, rows and directions.
 *
 * <p>Directions turn the signs of the covariance and, at the end, of the weights; what is between is long only.
 * {@link ActiveSetNewton} finds the weights, or {@link LambdaSearch} where it does not, and {@link InteriorPoint} must
 * find the same for the lambda found, which is a check of the definition itself: the solution for that lambda sums to
 * one.
 *
 * <p>{@link Definition#RICHARD_RONCALLI} is what pyrb solves. {@link Definition#SCALED} is what skfolio and Riskfolio-Lib
 * solve: they are different portfolios, see {@link ParityConstraints}.
 *
 * <p>This class is stateless and thread-safe; equal inputs give equal bits on every machine.
 */
final class BoundedParity {

  private static final int MAX_STEPS = 30;

  private BoundedParity() {}

  /** The certified weights, or the reason why there are none. */
  static Result<RiskParitySolution> solve(
      CovarianceEstimate estimate,
      RiskBudgets budgets,
      ParityConstraints constraints,
      ParitySettings settings) {
    List<SleeveId> sleeves = estimate.sleeves();
    if (!sleeves.equals(budgets.sleeves())) {
      throw new IllegalArgumentException(
          "budgets of " + budgets.sleeves() + " do not belong to an estimate of " + sleeves);
    }
    if (sleeves.isEmpty()) {
      return Result.ok(RiskParitySolution.ofNothing());
    }
    Optional<Refusal> wrong = ConstraintCheck.refusal(sleeves, constraints);
    if (wrong.isPresent()) {
      return Result.refused(wrong.get());
    }
    Directions directions = new Directions(constraints.signs());
    CovarianceEstimate turned = directions.turned(estimate);
    Result<RiskParitySolution> solution =
        constraints.areFree()
            ? RiskParity.solve(turned, budgets, settings)
            : longOnly(sleeves, turned.annualCovariance(), budgets, constraints);
    return directions.turnedBack(sleeves, solution);
  }

  private static Result<RiskParitySolution> longOnly(
      List<SleeveId> sleeves,
      double[][] matrix,
      RiskBudgets budgets,
      ParityConstraints constraints) {
    Optional<Refusal> refusal = CovarianceCheck.numbers(sleeves, matrix);
    if (refusal.isPresent()) {
      return Result.refused(refusal.get());
    }
    Optional<double[]> negativeRisk = CovarianceCheck.negativeRisk(matrix);
    if (negativeRisk.isPresent()) {
      return Result.refused(CovarianceCheck.indefinite(sleeves, matrix, negativeRisk.get()));
    }
    boolean scaled = constraints.definition() == Definition.SCALED;
    BoundedProblem problem = new BoundedProblem(matrix, budgets.toArray(), constraints, scaled);
    Optional<double[]> fixedSum = scaled ? Optional.empty() : FixedSum.multiples(problem);
    BoundedProblem asked = fixedSum.isPresent() ? problem.withScaled(true) : problem;
    KktPoint start = start(asked);
    KktPoint point = ActiveSetNewton.solve(asked, start, MAX_STEPS);
    BoundedCertification judge = judge(problem, point, fixedSum);
    if (judge.holds()) {
      return judge.certified(sleeves, matrix);
    }
    KktPoint nearest = LambdaSearch.solve(asked, start.lambda(), start.x());
    judge = judge(problem, ActiveSetNewton.solve(asked, nearest, MAX_STEPS), fixedSum);
    if (judge.holds()) {
      return judge.certified(sleeves, matrix);
    }
    Optional<Refusal> reason = Contradiction.refusal(sleeves, problem);
    if (reason.isEmpty() && !scaled) {
      reason = NoLambda.refusal(sleeves, problem, start.x());
    }
    return reason.isPresent() ? Result.refused(reason.get()) : judge.certified(sleeves, matrix);
  }

  private static BoundedCertification judge(
      BoundedProblem problem, KktPoint point, Optional<double[]> fixedSum) {
    KktPoint inside =
        fixedSum.map(multiples -> FixedSum.withoutTheta(point, multiples)).orElse(point);
    return new BoundedCertification(problem, inside.within(problem));
  }

  /** The solution without constraints, roughly, moved within the bounds. */
  private static KktPoint start(BoundedProblem problem) {
    BudgetedRisk risk = problem.risk();
    int n = problem.size();
    double[] x = risk.start();
    double sum = BudgetedRisk.sum(x);
    for (int i = 0; i < n; i++) {
      double guess = x[i] > 0 && Double.isFinite(sum) ? x[i] / sum : 1.0 / n;
      x[i] = Math.max(problem.lower(i), Math.min(problem.upper(i), guess));
    }
    double[] s = new double[n];
    risk.product(x, s);
    double variance = Math.max(BudgetedRisk.dot(x, s), Double.MIN_NORMAL);
    return new KktPoint(x, variance, 0, new double[problem.rows().size()], 0);
  }

  static List<Double> list(double[] values) {
    List<Double> list = new ArrayList<>();
    for (double value : values) {
      list.add(value);
    }
    return list;
  }
}
