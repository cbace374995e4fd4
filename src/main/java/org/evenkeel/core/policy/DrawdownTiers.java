package org.evenkeel.core.policy;

import org.evenkeel.core.basics.Ratio;

/**
 * What follows from how far the portfolio has fallen below its peak; deposits and withdrawals do not move it.
 *
 * @param warn drawdown from which the operator is told; default 0.10
 * @param delever drawdown from which exposures are cut; default 0.15
 * @param deleverTo the factor on every exposure from there; default 0.5
 * @param reduceOnly drawdown from which only what reduces is traded, until a person resumes; default 0.25
 * @param flatten drawdown from which everything is closed; default 0.35
 */
public record DrawdownTiers(
    Ratio warn, Ratio delever, Ratio deleverTo, Ratio reduceOnly, Ratio flatten) {

  public DrawdownTiers {
    boolean isRising =
        warn.value().signum() > 0
            && warn.compareTo(delever) <= 0
            && delever.compareTo(reduceOnly) <= 0
            && reduceOnly.compareTo(flatten) <= 0
            && flatten.compareTo(Ratio.ONE) <= 0;
    if (!isRising) {
      throw new IllegalArgumentException(
          "drawdown tiers must rise: warn "
              + warn
              + ", delever "
              + delever
              + ", reduce only "
              + reduceOnly
              + ", flatten "
              + flatten);
    }
    if (deleverTo.compareTo(Ratio.ZERO) < 0 || deleverTo.compareTo(Ratio.ONE) > 0) {
      throw new IllegalArgumentException("delever to 0..1, found " + deleverTo);
    }
  }

  public static DrawdownTiers defaults() {
    return new DrawdownTiers(
        Ratio.of("0.10"), Ratio.of("0.15"), Ratio.of("0.5"), Ratio.of("0.25"), Ratio.of("0.35"));
  }

  /** The tier of a drawdown. */
  public Tier of(Ratio drawdown) {
    if (drawdown.compareTo(flatten) >= 0) {
      return Tier.FLATTEN;
    }
    if (drawdown.compareTo(reduceOnly) >= 0) {
      return Tier.REDUCE_ONLY;
    }
    if (drawdown.compareTo(delever) >= 0) {
      return Tier.DELEVER;
    }
    return drawdown.compareTo(warn) >= 0 ? Tier.WARN : Tier.NONE;
  }

  /** How deep it is, in rising order. */
  public enum Tier {
    NONE,
    WARN,
    DELEVER,
    REDUCE_ONLY,
    FLATTEN
  }
}
