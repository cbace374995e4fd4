package org.evenkeel.core.parity;

import java.util.List;
import java.util.Locale;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.estimate.CashRisk;

/**
 * What decides the size of the portfolio besides the solver's knobs: stored with its cycle, because a decision follows
 * from it.
 *
 * <p>Exposures are fractions of the portfolio's value, but only its usable part carries positions: target volatility and
 * caps count on that part.
 * Where the risk of coins and venue counts toward the target, the sleeves get the root of what it leaves of the target's
 * square.
 * Then the exposure scale with the smallest factor applies.
 *
 * <p>For example, a target of 0.20, usable 0.995 and 0.059 of volatility from coins and venue leave the sleeves
 * 0.995 * sqrt(0.04 - 0.0035) = 0.190.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param cash usable equity and the risk of coins and venue
 * @param scales everything that asks for less, with its cause
 */
public record Sizing(CashRisk cash, List<ExposureScale> scales) {

  public Sizing {
    scales = List.copyOf(scales);
  }

  /** Cash that is riskless and nothing that asks for less. */
  public static Sizing whole() {
    return new Sizing(CashRisk.none(), List.of());
  }

  /** The knobs that sleeves are sized by; refused if coins and venue alone are at the target. */
  public Result<ParitySettings> settings(ParitySettings wanted) {
    double target = wanted.targetVolatilityAnnual();
    double taken = cash.countsTowardTarget() ? cash.varianceAnnual() : 0;
    double usable = cash.usableFraction().value().doubleValue();
    if (taken >= target * target || usable <= 0) {
      return Result.refused(
          RefusalReason.INFEASIBLE,
          String.format(
              Locale.ROOT,
              "usable equity is %.4f of the portfolio's value, and its coins and venue alone have a"
                  + " volatility of %.4f a year with a target of %.4f; raise"
                  + " risk.target_volatility_annual_fraction, change the terms under 'cash', or hold"
                  + " other coins",
              usable,
              StrictMath.sqrt(taken),
              target));
    }
    return Result.ok(
        wanted.sized(
            usable * StrictMath.sqrt(target * target - taken),
            usable * wanted.maxGrossLeverage(),
            usable * wanted.maxSleeveExposure()));
  }
}
