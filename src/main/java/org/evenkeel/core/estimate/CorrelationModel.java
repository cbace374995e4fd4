package org.evenkeel.core.estimate;

/** The ways in which correlations are measured, before any shrinkage. */
public enum CorrelationModel {
  /** Products of returns, weighted by age. */
  EWMA,
  /** Products of returns, every bar of the window alike. */
  SAMPLE,
  /** Products of returns that were divided by the volatility believed before them (Engle 2002, integrated DCC). */
  DEVOLATILIZED,
  /** Products with lagged ones in Bartlett's weights (Newey and West 1987), for closes that are not simultaneous. */
  NEWEY_WEST,
  /** Products of overlapping returns over several bars, for closes that are not simultaneous. */
  OVERLAPPING,
  /** Counts of joint moves beyond half a volatility (Gerber, Markowitz, Ernst, Miao, Javid and Sargen 2022). */
  GERBER
}
