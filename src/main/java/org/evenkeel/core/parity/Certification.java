package org.evenkeel.core.parity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.estimate.SymmetricEigenvalues;
import org.evenkeel.core.parity.SolverCertificate.Algorithm;

/**
 * The judge of an algorithm's weights: measures them afresh, bounds their error, asks a second algorithm.
 *
 * <p>See {@link SolverCertificate} for the bound.
 */
final class Certification {

  private final BudgetedRisk problem;
  private final double[] weights;
  private final double[] contributions;
  private final double variance;
  private final double maxRelativeError;
  private final double weightErrorBound;

  private Certification(BudgetedRisk problem, double[] weights) {
    int n = problem.size();
    double[] s = new double[n];
    problem.product(weights, s);
    double total = BudgetedRisk.dot(weights, s);
    double[] fractions = new double[n];
    double error = 0;
    double squares = 0;
    double leastBudget = 1;
    for (int i = 0; i < n; i++) {
      double budget = problem.budget(i);
      fractions[i] = weights[i] * s[i] / total;
      double difference = fractions[i] - budget;
      error = Math.max(error, Math.abs(difference) / budget);
      squares += difference * difference / budget;
      leastBudget = Math.min(leastBudget, budget);
    }
    double decrement = StrictMath.sqrt(squares);
    double scaled = decrement / StrictMath.sqrt(leastBudget);
    double ofUnscaled = scaled < 1 ? scaled / (1 - scaled) : Double.POSITIVE_INFINITY;
    this.problem = problem;
    this.weights = weights;
    this.contributions = fractions;
    this.variance = total;
    this.maxRelativeError = error;
    this.weightErrorBound =
        ofUnscaled < 1 ? 2 * ofUnscaled / (1 - ofUnscaled) + n * 0x1p-52 : Double.POSITIVE_INFINITY;
  }

  /** The solution with its certificate; refused if it does not hold. */
  static Result<RiskParitySolution> certified(
      List<SleeveId> sleeves, BudgetedRisk problem, Iterate found, ParitySettings settings) {
    Certification first = new Certification(problem, found.weights());
    if (!first.holds(settings)) {
      return Result.refused(RefusalReason.SOLVER_UNCERTIFIED, first.complaint(found, settings));
    }
    Iterate other = secondOpinion(problem, found, settings);
    Certification second = new Certification(problem, other.weights());
    if (!second.holds(settings)) {
      return Result.refused(
          RefusalReason.SOLVER_UNCERTIFIED,
          "the second algorithm: " + second.complaint(other, settings));
    }
    double agreement = difference(first.weights, second.weights);
    double allowed = 2 * (first.weightErrorBound + second.weightErrorBound) + 1e-12;
    if (!(agreement <= allowed)) {
      return Result.refused(
          RefusalReason.SOLVER_UNCERTIFIED,
          String.format(
              Locale.ROOT,
              "%s and %s differ by %.3g in a weight, %.3g allowed",
              found.algorithm(),
              other.algorithm(),
              agreement,
              allowed));
    }
    return Result.ok(
        first.solution(
            sleeves,
            new SolverCertificate(
                first.maxRelativeError,
                first.maxRelativeError,
                first.weightErrorBound,
                conditionNumber(problem),
                found.iterations(),
                found.algorithm(),
                other.algorithm(),
                agreement,
                List.of())));
  }

  private static double conditionNumber(BudgetedRisk problem) {
    int n = problem.size();
    double[][] correlation = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        correlation[i][j] =
            i == j ? 1 : problem.row(i)[j] / problem.volatility(i) / problem.volatility(j);
      }
    }
    double[] eigenvalues = SymmetricEigenvalues.of(correlation);
    return eigenvalues[0] > 0 ? eigenvalues[n - 1] / eigenvalues[0] : Double.POSITIVE_INFINITY;
  }

  /** The volatility of a combination as a part of the sum of its sleeves' own volatilities. */
  static double riskPart(BudgetedRisk problem, double[] weights) {
    double[] s = new double[problem.size()];
    problem.product(weights, s);
    double parts = 0;
    for (int i = 0; i < weights.length; i++) {
      parts += weights[i] * problem.volatility(i);
    }
    return StrictMath.sqrt(Math.max(0, BudgetedRisk.dot(weights, s))) / parts;
  }

  /** Coordinate descent; where strong hedges make it crawl, the Newton's method that was not used. */
  private static Iterate secondOpinion(
      BudgetedRisk problem, Iterate found, ParitySettings settings) {
    Iterate descent = CoordinateDescent.solve(problem, settings.tolerance());
    if (descent.end() == Iterate.End.CONVERGED) {
      return descent;
    }
    int limit = settings.maxIterations();
    return found.algorithm() == Algorithm.SAFE_NEWTON
        ? TinyNewton.solve(problem, problem.start(), settings.tolerance(), limit)
        : SafeNewton.solve(problem, problem.start(), settings.tolerance(), limit);
  }

  private boolean holds(ParitySettings settings) {
    boolean positive = true;
    for (double weight : weights) {
      positive &= Double.isFinite(weight) && weight > 0;
    }
    return positive
        && maxRelativeError <= settings.acceptedResidual()
        && Double.isFinite(weightErrorBound);
  }

  private String complaint(Iterate iterate, ParitySettings settings) {
    return String.format(
        Locale.ROOT,
        "%s stopped after %d iterations at a relative risk-contribution error of %.3g, %.3g accepted;"
            + " rounding alone makes %.3g",
        iterate.algorithm(),
        iterate.iterations(),
        maxRelativeError,
        settings.acceptedResidual(),
        problem.attainableError(scaled()));
  }

  private double[] scaled() {
    double[] x = weights.clone();
    for (int i = 0; i < x.length; i++) {
      x[i] /= StrictMath.sqrt(variance);
    }
    return x;
  }

  private RiskParitySolution solution(List<SleeveId> sleeves, SolverCertificate certificate) {
    return new RiskParitySolution(
        sleeves, list(weights), list(contributions), StrictMath.sqrt(variance), certificate);
  }

  private static double difference(double[] one, double[] other) {
    double largest = 0;
    for (int i = 0; i < one.length; i++) {
      largest = Math.max(largest, Math.abs(one[i] / other[i] - 1));
    }
    return largest;
  }

  private static List<Double> list(double[] values) {
    List<Double> list = new ArrayList<>();
    for (double value : values) {
      list.add(value);
    }
    return list;
  }
}
