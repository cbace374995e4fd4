package org.evenkeel.shell.cli.trial;

/** The kinds of random problems; the last ones are bad on purpose. */
public enum TrialFamily {
  /** A few common factors and noise. */
  FACTOR,
  /** Samples of about as many periods as sleeves. */
  SAMPLE,
  /** Samples of fewer periods than sleeves: singular. */
  SHORT_SAMPLE,
  /** Singular samples rounded to a few digits, which makes eigenvalues a little negative. */
  ROUNDED_SAMPLE,
  /** One correlation for all, to 0.9999. */
  EQUICORRELATED,
  /** Groups that move as one, to 0.9999. */
  CLUSTERS,
  /** Two groups against each other. */
  BLOCKS,
  /** Pairs with correlations to -0.9999. */
  HEDGE_PAIRS,
  /** Pairs with correlations nearer to -1, down to the last digits of a double. */
  NEARLY_PERFECT_HEDGES,
  /** One sleeve pays the opposite of a mixture of others. */
  PERFECT_HEDGE,
  /** A variance of zero. */
  ZERO_VARIANCE,
  /** NaN or infinity in the matrix. */
  NOT_FINITE,
  /** A negative eigenvalue. */
  INDEFINITE,
  /** Two halves that differ. */
  ASYMMETRIC,
  /** A budget that is zero, negative or no number. */
  BAD_BUDGET
}
