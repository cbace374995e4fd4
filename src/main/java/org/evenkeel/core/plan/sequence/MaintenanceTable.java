package org.evenkeel.core.plan.sequence;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Ratio;

/**
 * The margin below which a venue liquidates, by the size of a position.
 *
 * <p>Tiers are marginal, as venues publish them: with 0.4 % up to 50,000 and 0.5 % above, a position of 80,000 needs
 * 200 + 150 = 350. Venues write the same as 0.5 % of 80,000 less a deduction of 50.
 * Rates never fall with size, which makes the margin a convex function of the position; {@link PossibleBook} rests on it.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param standard the rate of an instrument without a curve
 * @param curves by instrument
 */
public record MaintenanceTable(Ratio standard, SortedMap<InstrumentId, MaintenanceCurve> curves) {

  /**
   * One tier.
   *
   * @param from the notional above which it counts, in NAV currency; the first is zero
   * @param rate maintenance margin over the notional within the tier
   */
  public record Tier(BigDecimal from, Ratio rate) {

    public Tier {
      if (rate.compareTo(Ratio.ZERO) < 0) {
        throw new IllegalArgumentException("a rate must not be negative, found " + rate);
      }
    }
  }

  public MaintenanceTable {
    if (standard.compareTo(Ratio.ZERO) < 0 || standard.compareTo(Ratio.ONE) > 0) {
      throw new IllegalArgumentException("a maintenance rate must lie in 0..1, found " + standard);
    }
    curves = Collections.unmodifiableSortedMap(new TreeMap<>(curves));
  }

  /** One rate for all instruments and sizes. */
  public static MaintenanceTable flat(Ratio rate) {
    return new MaintenanceTable(rate, new TreeMap<>());
  }

  /** The maintenance margin of a position of this notional, which is not negative. */
  public BigDecimal margin(InstrumentId instrument, BigDecimal notional) {
    MaintenanceCurve curve = curves.get(instrument);
    return curve == null ? notional.multiply(standard.value()) : curve.margin(notional);
  }

  /** The same after the price has moved by a factor. */
  BigDecimal moved(InstrumentId instrument, BigDecimal notional, BigDecimal factor) {
    MaintenanceCurve curve = curves.get(instrument);
    return curve == null
        ? notional.multiply(factor).multiply(standard.value())
        : curve.moved(notional, factor);
  }

  /** The largest notional that the venue grants at the leverage that is set; empty if none is known. */
  public Optional<BigDecimal> most(InstrumentId instrument) {
    return Optional.ofNullable(curves.get(instrument)).flatMap(MaintenanceCurve::most);
  }
}
