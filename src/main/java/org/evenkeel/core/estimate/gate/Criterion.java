package org.evenkeel.core.estimate.gate;

/** One thing that the quality gate looks at. */
public enum Criterion {
  /** Smallest share of the wanted returns over the instruments. */
  COVERAGE("coverage", "of the wanted returns", true),
  /** Bars by which an instrument's newest close lags behind. */
  STALENESS("staleness", "bars", false),
  /** Largest move that nobody confirmed, in the instrument's own robust volatilities. */
  UNCONFIRMED_OUTLIER("unconfirmed outlier", "robust sigmas", false),
  /** Largest move that nobody confirmed, as a fraction of the price. */
  UNBELIEVABLE_MOVE("unbelievable move", "of the price", false),
  /** Whether a covariance can be computed at all; its value is the number of sleeves in it. */
  ESTIMATE("estimate", "sleeves", true),
  /** Equally weighted observations that would say as much about the correlations. */
  EFFECTIVE_OBSERVATIONS("effective observations", "observations", true),
  /** Largest over smallest eigenvalue of the correlations. */
  CONDITION_NUMBER("condition number", "ratio", false),
  /** Smallest eigenvalue of the correlations. */
  MIN_EIGENVALUE("smallest eigenvalue", "", true),
  /** Root mean square change per correlation that made the measured matrix a correlation matrix. */
  REPAIR_DISTANCE("repair distance", "per correlation", false),
  /** Part of the measured correlations that was replaced. */
  SHRINKAGE("shrinkage", "of the correlations", false);

  private final String label;
  private final String unit;
  private final boolean moreIsBetter;

  Criterion(String label, String unit, boolean moreIsBetter) {
    this.label = label;
    this.unit = unit;
    this.moreIsBetter = moreIsBetter;
  }

  /** Its name for people. */
  public String label() {
    return label;
  }

  /** What its value is measured in; empty for a plain number. */
  public String unit() {
    return unit;
  }

  /** Whether a limit is the least that is accepted, not the most. */
  public boolean moreIsBetter() {
    return moreIsBetter;
  }
}
