package org.evenkeel.core.estimate;

/** What happens to a bar in which some sleeve has no return. */
public enum MissingRule {
  /** The bar is left out for all sleeves: one consistent sample, as short as the youngest listing. */
  COMMON_BARS,
  /** Each volatility and each pair uses the bars it has; the matrix is then repaired to a correlation matrix. */
  PAIRWISE
}
