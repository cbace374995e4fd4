package org.evenkeel.core.parity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.parity.SolverCertificate.Algorithm;
import org.evenkeel.core.parity.engine.Outcome;
import org.evenkeel.core.parity.engine.ParityEngine;
import org.evenkeel.core.parity.exact.ExactNewton;
import org.evenkeel.core.parity.exact.ScaledProblem;

/**
 * The way from a matrix to certified long-only weights: check, engine, doubled precision, second opinion, certificate.
 *
 * <p>A problem is refused for want of a solution only on proof, see {@link RiskWitness}; a hedge that is nearer to
 * perfect than doubles can solve, but further than their rounding, is solved in doubled precision.
 */
final class LongOnlyParity {

  /** Up to here doubled precision costs little, and always has the last word. */
  private static final int ALWAYS_REFINED = 128;

  private static final double REFINED = 1e-14;

  private final List<SleeveId> sleeves;
  private final double[][] matrix;
  private final double[] budgets;
  private final ParitySettings settings;

  LongOnlyParity(
      List<SleeveId> sleeves, double[][] matrix, double[] budgets, ParitySettings settings) {
    this.sleeves = sleeves;
    this.matrix = matrix;
    this.budgets = budgets;
    this.settings = settings;
  }

  Attempt solve() {
    Optional<Refusal> invalid = CovarianceCheck.numbers(sleeves, matrix);
    if (invalid.isPresent()) {
      return zeroVariance()
          .map(witness -> Attempt.refused(invalid.get(), witness))
          .orElseGet(() -> Attempt.refused(invalid.get()));
    }
    ScaledProblem problem = new ScaledProblem(matrix, budgets);
    Optional<double[]> negative = CovarianceCheck.negativeRisk(matrix);
    if (negative.isPresent() && problem.riskPart(scaled(problem, negative.get())) < 0) {
      return indefinite(problem, negative.get());
    }
    Attempt attempt = search(problem);
    return attempt.isUncertified() ? explained(problem, attempt) : attempt;
  }

  /** A matrix that is a covariance but for less than its check lets pass may have no minimum: then that is the reason. */
  private Attempt explained(ScaledProblem problem, Attempt uncertified) {
    for (double slack = 1e-10; slack > 1e-16; slack /= 10) {
      Optional<double[]> negative = CovarianceCheck.negativeRisk(matrix, slack);
      if (negative.isPresent()) {
        double[] x = scaled(problem, negative.get());
        double part = problem.riskPart(x);
        if (part < 0) {
          double own = problem.own(x);
          return Attempt.refused(
              CovarianceCheck.indefinite(sleeves, negative.get(), part * own * own),
              witness(negative.get()));
        }
      }
    }
    return uncertified;
  }

  private Attempt search(ScaledProblem problem) {
    ParityEngine engine = new ParityEngine(problem.size());
    int limit = settings.maxIterations();
    Outcome outcome =
        engine.solve(
            problem.covariance(),
            problem.budgets(),
            Math.max(settings.tolerance() / 4, 1e-12),
            (limit + 1) / 2);
    double[] x = new double[problem.size()];
    engine.unscaled(x);
    boolean usable = Arrays.stream(x).allMatch(value -> value > 1e-100 && value < 1e100);
    ExactNewton exact = new ExactNewton(problem, usable ? x : start(problem));
    ExactNewton.End end = exact.run(goal(problem), limit - Math.min(limit, engine.iterations()));
    if (end == ExactNewton.End.NO_RISK) {
      return noRisk(problem, exact.high());
    }
    Algorithm algorithm =
        outcome == Outcome.CONVERGED
            ? Algorithm.valueOf(engine.method().name())
            : Algorithm.EXACT_NEWTON;
    Candidate first = Candidate.of(exact, algorithm, engine.iterations() + exact.steps());
    return confirmed(problem, first);
  }

  /**
   * Has coordinate descent look for the solution, too; where strong hedges make it crawl, Newton's method in doubled
   * precision from a start of its own.
   */
  private Attempt confirmed(ScaledProblem problem, Candidate first) {
    int n = problem.size();
    double[][] rows = new double[n][];
    for (int i = 0; i < n; i++) {
      rows[i] = problem.row(i);
    }
    Iterate descent =
        CoordinateDescent.solve(
            new BudgetedRisk(rows, problem.budgets()), Math.max(1e-12, settings.tolerance()));
    if (descent.end() == Iterate.End.CONVERGED) {
      return Certification.certified(sleeves, problem, first, Candidate.of(descent), settings);
    }
    ExactNewton exact = new ExactNewton(problem, start(problem));
    if (exact.run(settings.tolerance(), settings.maxIterations()) == ExactNewton.End.NO_RISK) {
      return noRisk(problem, exact.high());
    }
    Candidate second = Candidate.of(exact, Algorithm.EXACT_NEWTON, exact.steps());
    return Certification.certified(sleeves, problem, first, second, settings);
  }

  private double goal(ScaledProblem problem) {
    return problem.size() <= ALWAYS_REFINED
        ? Math.min(REFINED, settings.tolerance())
        : settings.tolerance() / 2;
  }

  /** Spinu's start, which no other algorithm uses: uncorrelated sleeves. */
  static double[] start(ScaledProblem problem) {
    double[] x = new double[problem.size()];
    for (int i = 0; i < x.length; i++) {
      x[i] = StrictMath.sqrt(problem.budget(i) / problem.row(i)[i]);
    }
    return x;
  }

  private Optional<RiskWitness> zeroVariance() {
    for (int i = 0; i < matrix.length; i++) {
      if (matrix[i][i] == 0) {
        double[] witness = new double[matrix.length];
        witness[i] = 1;
        return Optional.of(witness(witness));
      }
    }
    return Optional.empty();
  }

  /** An indefinite matrix has no solution if a long-only combination shows it; otherwise it is just no covariance. */
  private Attempt indefinite(ScaledProblem problem, double[] combination) {
    if (Arrays.stream(combination).allMatch(weight -> weight >= 0)) {
      return noRisk(problem, scaled(problem, combination));
    }
    ParityEngine engine = new ParityEngine(problem.size());
    if (engine.solve(problem.covariance(), problem.budgets(), 1e-6) == Outcome.NO_RISK) {
      double[] x = new double[problem.size()];
      engine.unscaled(x);
      if (problem.riskPart(x) <= ScaledProblem.ROUNDING) {
        return noRisk(problem, x);
      }
    }
    return Attempt.refused(
        CovarianceCheck.indefinite(sleeves, matrix, combination), witness(combination));
  }

  private Attempt noRisk(ScaledProblem problem, double[] x) {
    double[] weights = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      weights[i] = problem.original(i, x[i]);
    }
    double sum = BudgetedRisk.sum(weights);
    for (int i = 0; i < x.length; i++) {
      weights[i] /= sum;
    }
    double part = problem.riskPart(scaled(problem, weights));
    return Attempt.refused(
        CovarianceCheck.noSolution(
            sleeves,
            weights,
            String.format(
                Locale.ROOT,
                "its variance is %.1e of its parts' own, and rounding of the matrix makes %.1e",
                part,
                ScaledProblem.ROUNDING)),
        witness(weights));
  }

  private static double[] scaled(ScaledProblem problem, double[] weights) {
    double[] x = new double[weights.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = problem.scaled(i, weights[i]);
    }
    return x;
  }

  private RiskWitness witness(double[] weights) {
    List<Double> list = new ArrayList<>();
    for (double weight : weights) {
      list.add(weight);
    }
    return new RiskWitness(sleeves, list);
  }
}
