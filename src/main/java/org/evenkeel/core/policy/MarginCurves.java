package org.evenkeel.core.policy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.catalog.MaintenanceTiers;
import org.evenkeel.core.data.MarketSnapshot;
import org.evenkeel.core.data.Yardstick;
import org.evenkeel.core.plan.sequence.MaintenanceCurve;
import org.evenkeel.core.plan.sequence.MaintenanceCurve.Motion;
import org.evenkeel.core.plan.sequence.MaintenanceTable;

/**
 * What the venues ask for the size of a position, in NAV currency and never under the rate of the configuration.
 *
 * <p>Sizes in quote currency are converted at the price of that currency, sizes in contracts at what a contract is worth
 * at its mark, by the {@link Yardstick} of the proof; an inverse contract is worth its face.
 * Contracts whose sizes count together share a table: of two, each has tiers half as wide, which is no cheaper whatever
 * the two are, because the margin is convex.
 *
 * <p>This class is stateless and thread-safe.
 */
public final class MarginCurves {

  /** Decimals to which sizes are rounded, down. */
  private static final int SCALE = 8;

  private MarginCurves() {}

  /**
   * The table of a proof; an instrument of which the venue tells nothing has the configured rate.
   *
   * @param least the rate of the configuration
   * @param leverage the leverage that is set at the venues
   */
  public static MaintenanceTable of(
      Ratio least, int leverage, MarketSnapshot market, Yardstick yardstick) {
    TreeMap<String, Integer> families = new TreeMap<>();
    market.margins().tiers().forEach(one -> families.merge(one.family(), 1, Integer::sum));
    TreeMap<InstrumentId, MaintenanceCurve> curves = new TreeMap<>();
    for (MaintenanceTiers tiers : market.margins().tiers()) {
      int together = tiers.family().isEmpty() ? 1 : families.getOrDefault(tiers.family(), 1);
      unit(tiers, market, yardstick)
          .ifPresent(
              unit ->
                  curves.put(
                      tiers.instrument(),
                      curve(
                          tiers,
                          least,
                          leverage,
                          unit.divide(
                              BigDecimal.valueOf(together), SCALE + SCALE, RoundingMode.DOWN))));
    }
    return new MaintenanceTable(least, curves);
  }

  /** What one unit of size is worth in NAV currency; empty without a price, and then nothing of it is proven either. */
  private static Optional<BigDecimal> unit(
      MaintenanceTiers tiers, MarketSnapshot market, Yardstick yardstick) {
    Optional<InstrumentSpec> spec = market.spec(tiers.instrument());
    return spec.flatMap(
        known ->
            market
                .quote(known.id())
                .map(
                    quote ->
                        switch (tiers.unit()) {
                          case QUOTE ->
                              yardstick
                                  .price(known.instrument().quote(), known.instrument().venue())
                                  .orThrow();
                          case CONTRACTS ->
                              yardstick
                                  .value(known, Contracts.of(BigDecimal.ONE), quote.mark())
                                  .amount();
                        }));
  }

  private static MaintenanceCurve curve(
      MaintenanceTiers tiers, Ratio least, int leverage, BigDecimal unit) {
    List<MaintenanceTable.Tier> converted = new ArrayList<>();
    tiers
        .steps(least)
        .forEach(
            step ->
                converted.add(
                    new MaintenanceTable.Tier(converted(step.from(), unit), step.rate())));
    return new MaintenanceCurve(
        converted, motion(tiers), tiers.mostAt(leverage).map(most -> converted(most, unit)));
  }

  private static BigDecimal converted(BigDecimal size, BigDecimal unit) {
    return size.multiply(unit).setScale(SCALE, RoundingMode.DOWN);
  }

  private static Motion motion(MaintenanceTiers tiers) {
    if (Instrument.parse(tiers.instrument()) instanceof Instrument.Inverse) {
      return Motion.FACE;
    }
    return switch (tiers.unit()) {
      case QUOTE -> Motion.VALUE;
      case CONTRACTS -> Motion.CONTRACTS;
    };
  }
}
