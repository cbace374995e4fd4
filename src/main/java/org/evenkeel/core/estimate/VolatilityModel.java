package org.evenkeel.core.estimate;

/** The ways in which the volatility of one sleeve is measured; all of them weigh bars by age. */
public enum VolatilityModel {
  /** Squared returns from close to close: what is held from bar to bar; the noisiest. */
  EWMA,
  /** The bar's high against its low (Parkinson 1980): five times less noise, blind to gaps. */
  PARKINSON,
  /** High, low, open and close (Garman and Klass 1980, their practical form): seven times less noise, blind to gaps. */
  GARMAN_KLASS,
  /** High, low, open and close (Rogers and Satchell 1991): right under a drift too, blind to gaps. */
  ROGERS_SATCHELL,
  /** Gaps, open to close and Rogers-Satchell in the mixture of least variance (Yang and Zhang 2000). */
  YANG_ZHANG
}
