package org.evenkeel.core.parity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.parity.exact.Proof;
import org.evenkeel.core.parity.exact.ScaledProblem;

/**
 * The judge of an algorithm's weights: measures them afresh, bounds their error, compares them with those of a second algorithm.
 *
 * <p>See {@link SolverCertificate} for the bound.
 */
final class Certification {

  private Certification() {}

  /** The solution with its certificate; refused if it does not hold. */
  static Attempt certified(
      List<SleeveId> sleeves,
      ScaledProblem problem,
      Candidate found,
      Candidate other,
      ParitySettings settings) {
    Proof first = new Proof(problem, found.high(), found.low());
    if (!(first.error() <= settings.acceptedResidual()) || !(first.weightBound() < 1)) {
      return uncertified(
          String.format(
              Locale.ROOT,
              "%s stopped after %d iterations at a relative risk-contribution error of %.3g, %.3g"
                  + " accepted; the weights' error is at most %.3g",
              found.algorithm(),
              found.iterations(),
              first.error(),
              settings.acceptedResidual(),
              first.weightBound()));
    }
    Proof second = new Proof(problem, other.high(), other.low());
    double agreement = first.difference(second);
    double allowed = 2 * (first.weightBound() + second.weightBound()) + 1e-12;
    if (!(agreement <= allowed) || !(second.weightBound() < 0.01)) {
      return uncertified(
          String.format(
              Locale.ROOT,
              "%s and %s differ by %.3g in a weight, %.3g allowed; the second's error is at most %.3g",
              found.algorithm(),
              other.algorithm(),
              agreement,
              allowed,
              second.weightBound()));
    }
    SolverCertificate certificate =
        new SolverCertificate(
            first.error(),
            first.error(),
            first.weightBound(),
            ConditionNumber.of(problem),
            found.iterations(),
            found.algorithm(),
            other.algorithm(),
            agreement,
            List.of());
    return new Attempt(Result.ok(solution(sleeves, first, certificate)), Optional.empty());
  }

  private static Attempt uncertified(String detail) {
    return Attempt.refused(Refusal.of(RefusalReason.SOLVER_UNCERTIFIED, detail));
  }

  private static RiskParitySolution solution(
      List<SleeveId> sleeves, Proof proof, SolverCertificate certificate) {
    return new RiskParitySolution(
        sleeves,
        list(proof.weights()),
        list(proof.tails()),
        list(proof.fractions()),
        proof.volatility(),
        certificate);
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

  private static List<Double> list(double[] values) {
    List<Double> list = new ArrayList<>();
    for (double value : values) {
      list.add(value);
    }
    return list;
  }
}
