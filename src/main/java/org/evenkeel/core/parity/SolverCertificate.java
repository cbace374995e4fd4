package org.evenkeel.core.parity;

import java.util.List;

/**
 * The proof that weights are the risk-parity solution of their covariance.
 *
 * <p>It is computed from the weights and the covariance alone, not from what the algorithm believed about itself.
 * Without one, nothing trades.
 *
 * <p>The bound of the weights' error follows from Spinu's self-concordance: with rc the risk contributions, b the
 * budgets and eta^2 = sum (rc - b)^2 / b, the relative error of each unscaled weight is at most eta / ((1 - L) sqrt(b)),
 * where L = eta / sqrt(min b) must be below one; scaling to sum one at most doubles it.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param maxRelativeError largest |risk contribution / budget - 1| over the sleeves
 * @param kktResidual largest relative violation of the optimality conditions, with multipliers where a constraint
 *     binds; without constraints the largest relative error again
 * @param weightErrorBound largest possible relative error of a weight; includes rounding
 * @param conditionNumber largest over smallest eigenvalue of the correlations of the sleeves in the problem
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
