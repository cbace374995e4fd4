package org.evenkeel.core.estimate.regime;

import java.util.Optional;

/**
 * What one detector shows, and how rare that is.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param detector which one
 * @param value the newest reading, in the detector's unit; empty if there are too few returns for one
 * @param percentile share of the earlier readings that were lower, 0 to 1; empty if there are too few to rank it
 * @param threshold the value above which it alarms; empty if there are too few to say
 * @param history how many earlier readings it was ranked among
 * @param isAlarm whether the value lies above the threshold
 */
public record RegimeReading(
    Detector detector,
    Optional<Double> value,
    Optional<Double> percentile,
    Optional<Double> threshold,
    int history,
    boolean isAlarm) {

  /** A way to see that times are unusual. */
  public enum Detector {
    /** Mean of the pairwise correlations in the newest window: near one, nothing diversifies. */
    AVERAGE_CORRELATION("average correlation"),
    /**
     * Share of the sleeves' variance in the largest fifth of the eigenvalues (Kritzman, Li, Page and Rigobon, "Principal
     * Components as a Measure of Systemic Risk", 2011): near one, one shock reaches everything.
     */
    ABSORPTION_RATIO("absorption ratio"),
    /**
     * Mahalanobis distance of the newest returns (Kritzman and Li, "Skulls, Financial Turbulence, and Risk Management",
     * 2010), over the number of sleeves, so that usual times read one: large moves, or moves against the usual pattern.
     */
    TURBULENCE("turbulence");

    private final String label;

    Detector(String label) {
      this.label = label;
    }

    /** Its name for people. */
    public String label() {
      return label;
    }
  }

  static RegimeReading unavailable(Detector detector) {
    return new RegimeReading(
        detector, Optional.empty(), Optional.empty(), Optional.empty(), 0, false);
  }
}
