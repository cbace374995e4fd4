package org.evenkeel.core.parity;

import java.util.List;

/**
 * The proof that weights are the risk-parity solution of their covariance.
 *
 * <p>It is computed from the weights and the covariance alone, not from what the algorithm believed about itself.
 * Without one, nothing trades.
 *
 * <p>All of it is computed in doubled precision from the weights with their tails
 * ({@link RiskParitySolution#exactWeights}), and includes what rounding in that precision can make.
 * The bound of the weights' error: with rc the risk contributions, b the budgets and eta^2 = sum (rc - b)^2 / b, the
 * relative error of each unscaled weight is at most L = 2 eta / sqrt(min b), where L must be at most 0.1 and the matrix
 * I/4 + E S E with E = diag(x / sqrt(b)) was found positive definite by factoring it; scaling to sum one makes it
 * 2 L / (1 - L). The proof is in {@link org.evenkeel.core.parity.exact.Proof}.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param maxRelativeError largest |risk contribution / budget - 1| over the sleeves
 * @param kktResidual largest relative violation of the optimality conditions, with multipliers where a constraint
 *     binds; without constraints the largest relative error again
 * @param weightErrorBound largest possible relative error of a weight; includes rounding
 * @param conditionNumber largest over smallest eigenvalue of the correlations of the sleeves in the problem: a lower
 *     estimate by thirty steps of power and inverse iteration, infinite beyond 1e12
 * @param iterations steps of the algorithm that found the weights
 * @param algorithm what found the weights
 * @param secondAlgorithm what confirmed them
 * @param agreementWithSecondAlgorithm largest relative difference of a weight between the two
 * @param active constraints that bind, with their multipliers
 */
public record SolverCertificate(
    double maxRelativeError,
    double kktResidual,
    double weightErrorBound,
    double conditionNumber,
    int iterations,
    Algorithm algorithm,
    Algorithm secondAlgorithm,
    double agreementWithSecondAlgorithm,
    List<ActiveConstraint> active) {

  public SolverCertificate {
    active = List.copyOf(active);
  }

  /** A way to find the weights. */
  public enum Algorithm {
    /** No sleeve, no weights. */
    NOTHING_TO_SOLVE,
    /** The formula for one or two sleeves. */
    CLOSED_FORM,
    /** Newton's method on a factorization without roots, for up to eight sleeves. */
    TINY_NEWTON,
    /** Nonlinear conjugate gradients with an exact line search. */
    CONJUGATE_GRADIENT,
    /** Newton's method with Spinu's damping, which cannot fail on a covariance. */
    SAFE_NEWTON,
    /** Spinu's Newton's method in doubled precision, where doubles cannot hold the solution. */
    EXACT_NEWTON,
    /** One weight after another. */
    COORDINATE_DESCENT,
    /** Newton's method on the optimality conditions with a changing set of active constraints. */
    ACTIVE_SET,
    /** A primal-dual interior-point method on the optimality conditions. */
    INTERIOR_POINT
  }

  static SolverCertificate ofNothing() {
    return new SolverCertificate(
        0, 0, 0, 1, 0, Algorithm.NOTHING_TO_SOLVE, Algorithm.NOTHING_TO_SOLVE, 0, List.of());
  }
}
