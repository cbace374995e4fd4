package org.evenkeel.core.parity.engine;

/** What the engine found its weights with. */
public enum Method {
  /** The formula for one or two sleeves. */
  CLOSED_FORM,
  /** Newton's method on a factorization without roots, for few sleeves. */
  TINY_NEWTON,
  /** Nonlinear conjugate gradients with an exact line search. */
  CONJUGATE_GRADIENT,
  /** Newton's method with Spinu's damping, which cannot fail on a covariance. */
  SAFE_NEWTON
}
