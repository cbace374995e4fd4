package org.evenkeel.core.estimate;

/** The ways in which the noise of measured correlations is reduced. */
public enum Shrinkage {
  /** None: what was measured is believed. */
  NONE,
  /** Toward the average correlation, with the noise measured for correlations; see {@link ConstantCorrelation}. */
  AVERAGE_CORRELATION,
  /** Toward no correlation (Ledoit and Wolf 2004, "A well-conditioned estimator"). */
  IDENTITY,
  /** Toward the average correlation (Ledoit and Wolf 2004, "Honey, I shrunk the sample covariance matrix"). */
  CONSTANT_CORRELATION,
  /** Toward one common factor, the mean of all sleeves (Ledoit and Wolf 2003, "Improved estimation"). */
  SINGLE_FACTOR,
  /** Toward no correlation, with the intensity that is best for normal returns (Chen, Wiesel, Eldar and Hero 2010). */
  ORACLE_APPROXIMATING,
  /** Each eigenvalue by its own amount (Ledoit and Wolf 2020, "Analytical nonlinear shrinkage"). */
  NONLINEAR,
  /** Eigenvalues below the noise's edge become their mean (Marchenko-Pastur; Laloux, Cizeau, Potters and Bouchaud 2000). */
  MARCHENKO_PASTUR,
  /** The first principal components, and nothing common beyond them. */
  PRINCIPAL_FACTORS
}
