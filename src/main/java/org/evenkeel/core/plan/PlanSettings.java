package org.evenkeel.core.plan;

import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.catalog.EndNotice;
import org.evenkeel.core.parity.bands.BandSettings;

/**
 * How closely the plan follows the targets.
 *
 * @param noTradeBand a position nearer to its target than this fraction of the target is left alone; 0 to 1, default
 *     0.02; wider saves costs and lets risk contributions drift
 * @param maxMarginUse largest share of the futures wallet that initial margin may take up; above 0 to 1, default 0.6;
 *     more brings liquidation nearer
 * @param venueLeverage the leverage set at the venue per instrument, from which initial margin follows; 1 to 20, default
 *     5; it does not change the exposure
 * @param endNotice how long before its announced end an instrument is no longer added to, and is closed
 * @param lotTolerance relative error of a risk contribution because of lots that counts as none; above 0 to 1, default
 *     0.01; it changes no position, only which account size is named
 * @param bands how trades that are not worth their cost are told apart
 * @param choice what the instruments of a leg are compared by
 */
public record PlanSettings(
    Ratio noTradeBand,
    Ratio maxMarginUse,
    int venueLeverage,
    EndNotice endNotice,
    Ratio lotTolerance,
    BandSettings bands,
    ChoiceSettings choice) {

  public PlanSettings {
    if (noTradeBand.compareTo(Ratio.ZERO) < 0 || noTradeBand.compareTo(Ratio.ONE) > 0) {
      throw new IllegalArgumentException(
          "the no-trade band must lie in 0..1, found " + noTradeBand);
    }
    if (maxMarginUse.compareTo(Ratio.ZERO) <= 0 || maxMarginUse.compareTo(Ratio.ONE) > 0) {
      throw new IllegalArgumentException(
          "the margin use must lie above 0 and up to 1, found " + maxMarginUse);
    }
    if (venueLeverage < 1 || venueLeverage > 20) {
      throw new IllegalArgumentException(
          "the venue leverage must lie in 1..20, found " + venueLeverage);
    }
    if (lotTolerance.compareTo(Ratio.ZERO) <= 0 || lotTolerance.compareTo(Ratio.ONE) > 0) {
      throw new IllegalArgumentException(
          "the tolerance of lots must lie above 0 and up to 1, found " + lotTolerance);
    }
  }

  /** Settings with a usual tolerance of lots and bands of one width. */
  public PlanSettings(Ratio noTradeBand, Ratio maxMarginUse, int venueLeverage) {
    this(
        noTradeBand,
        maxMarginUse,
        venueLeverage,
        EndNotice.defaults(),
        Ratio.of("0.01"),
        BandSettings.usual(),
        ChoiceSettings.defaults());
  }

  /** The same with other bands. */
  public PlanSettings with(BandSettings others) {
    return new PlanSettings(
        noTradeBand, maxMarginUse, venueLeverage, endNotice, lotTolerance, others, choice);
  }

  /** The same with another comparison of instruments. */
  public PlanSettings with(ChoiceSettings other) {
    return new PlanSettings(
        noTradeBand, maxMarginUse, venueLeverage, endNotice, lotTolerance, bands, other);
  }

  public static PlanSettings defaults() {
    return new PlanSettings(Ratio.of("0.02"), Ratio.of("0.6"), 5);
  }
}
