package org.evenkeel.core.parity;

import java.util.ArrayList;
import java.util.Arrays;
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
    KktPoint start = start(problem);
    KktPoint point = ActiveSetNewton.solve(problem, start, MAX_STEPS).within(problem);
    BoundedCertification first = new BoundedCertification(problem, point);
    if (!first.holds()) {
      LambdaSearch.Found found = LambdaSearch.solve(problem, start.lambda(), start.x());
      point = ActiveSetNewton.solve(problem, found.nearest(), MAX_STEPS).within(problem);
      first = new BoundedCertification(problem, point);
    }
    return first.certified(sleeves, matrix);
  }

  /** The solution without constraints, roughly, moved within the bounds. */
  private static KktPoint start(BoundedProblem problem) {
    BudgetedRisk risk = problem.risk();
    int n = problem.size();
    double[] x = ConjugateGradient.solve(risk, risk.start(), 1e-3, 50).weights();
    boolean usable = Arrays.stream(x).allMatch(value -> Double.isFinite(value) && value > 0);
    for (int i = 0; i < n; i++) {
      double guess = usable ? x[i] : 1.0 / n;
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
