package org.evenkeel.core.estimate.gate;

import java.util.List;

/**
 * The limits of the quality gate beyond those of the estimate.
 *
 * <p>The limits at which nothing trades for coverage, staleness, believable moves and the condition number are in
 * {@link org.evenkeel.core.estimate.EstimateSettings}; here is the earlier step, at which the book may only be reduced,
 * and the limits of the other criteria.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param coverageReduceOnly share of the wanted returns below which the book may only be reduced; default 0.95
 * @param stalenessReduceOnlyBars lag of the newest close above which the book may only be reduced; default 1 bar
 * @param outlierRobustSigmas distance from the median, in 1.4826 median absolute deviations, above which a move needs a
 *     confirmation; default 15: ten coins had nine such days from 2020 to 2024
 * @param outlierMinMove moves up to this fraction never need one; default 0.05, because a stablecoin's robust volatility
 *     is next to nothing
 * @param outlierAgreement how far a second instrument's move may differ, as a fraction of the move; default 0.25
 * @param effectiveReduceOnly effective observations below which the book may only be reduced; default 20
 * @param effectiveHold the same below which nothing trades; default 12
 * @param conditionReduceOnly condition number above which the book may only be reduced; default 30,000
 * @param eigenvalueReduceOnly smallest eigenvalue below which the book may only be reduced; default 1e-4
 * @param eigenvalueHold the same below which nothing trades; default 1e-6
 * @param repairReduceOnly root mean square change per correlation by the repair above which the book may only be
 *     reduced; default 0.02
 * @param repairHold the same above which nothing trades; default 0.1
 * @param shrinkageReduceOnly shrinkage above which the book may only be reduced; default 1, which never happens
 * @param badSleeve what happens when the data of single sleeves fail
 * @param confirmations what people said about single bars
 */
public record GateSettings(
    double coverageReduceOnly,
    double stalenessReduceOnlyBars,
    double outlierRobustSigmas,
    double outlierMinMove,
    double outlierAgreement,
    double effectiveReduceOnly,
    double effectiveHold,
    double conditionReduceOnly,
    double eigenvalueReduceOnly,
    double eigenvalueHold,
    double repairReduceOnly,
    double repairHold,
    double shrinkageReduceOnly,
    BadSleeve badSleeve,
    List<BarConfirmation> confirmations) {

  /** What happens when the data of single sleeves fail. */
  public enum BadSleeve {
    /** The verdict on the sleeve is the verdict on the whole: one bad price stops the book. */
    HOLD_ALL,
    /** The sleeve leaves the decision and keeps what it holds; the others go on without its budget. */
    SET_ASIDE
  }

  public GateSettings {
    confirmations = List.copyOf(confirmations);
    notNegative("coverageReduceOnly", coverageReduceOnly);
    notNegative("stalenessReduceOnlyBars", stalenessReduceOnlyBars);
    notNegative("outlierRobustSigmas", outlierRobustSigmas);
    notNegative("outlierMinMove", outlierMinMove);
    notNegative("outlierAgreement", outlierAgreement);
    notNegative("effectiveReduceOnly", effectiveReduceOnly);
    notNegative("effectiveHold", effectiveHold);
    notNegative("conditionReduceOnly", conditionReduceOnly);
    notNegative("eigenvalueReduceOnly", eigenvalueReduceOnly);
    notNegative("eigenvalueHold", eigenvalueHold);
    notNegative("repairReduceOnly", repairReduceOnly);
    notNegative("repairHold", repairHold);
    notNegative("shrinkageReduceOnly", shrinkageReduceOnly);
  }

  /** The settings that need no thought; each default is stated at its parameter. */
  public static GateSettings defaults() {
    return new GateSettings(
        0.95,
        1,
        15,
        0.05,
        0.25,
        20,
        12,
        30_000,
        1e-4,
        1e-6,
        0.02,
        0.1,
        1,
        BadSleeve.HOLD_ALL,
        List.of());
  }

  /** The same with another answer to bad data of single sleeves. */
  public GateSettings with(BadSleeve other) {
    return copy(other, confirmations);
  }

  /** The same with other words of people about single bars. */
  public GateSettings with(List<BarConfirmation> words) {
    return copy(badSleeve, words);
  }

  private GateSettings copy(BadSleeve onBadSleeve, List<BarConfirmation> words) {
    return new GateSettings(
        coverageReduceOnly,
        stalenessReduceOnlyBars,
        outlierRobustSigmas,
        outlierMinMove,
        outlierAgreement,
        effectiveReduceOnly,
        effectiveHold,
        conditionReduceOnly,
        eigenvalueReduceOnly,
        eigenvalueHold,
        repairReduceOnly,
        repairHold,
        shrinkageReduceOnly,
        onBadSleeve,
        words);
  }

  private static void notNegative(String name, double value) {
    if (!Double.isFinite(value) || value < 0) {
      throw new IllegalArgumentException(
          name + " must be a finite number, not negative, found " + value);
    }
  }
}
