package org.evenkeel.core.plan.sequence;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
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
 * @param standard the rate of an instrument without tiers
 * @param tiers by instrument, in order of size
 */
public record MaintenanceTable(Ratio standard, SortedMap<InstrumentId, List<Tier>> tiers) {

  /**
   * One tier.
   *
   * @param from the notional above which it counts, in NAV currency; the first is zero
   * @param rate maintenance margin over the notional within the tier
   */
  public record Tier(BigDecimal from, Ratio rate) {}

  public MaintenanceTable {
    requireRate(standard);
    TreeMap<InstrumentId, List<Tier>> copy = new TreeMap<>();
    tiers.forEach((id, rows) -> copy.put(id, checked(id, rows)));
    tiers = Collections.unmodifiableSortedMap(copy);
  }

  /** One rate for all instruments and sizes. */
  public static MaintenanceTable flat(Ratio rate) {
    return new MaintenanceTable(rate, new TreeMap<>());
  }

  /** The maintenance margin of a position of this notional, which is not negative. */
  BigDecimal margin(InstrumentId instrument, BigDecimal notional) {
    List<Tier> rows = tiers.get(instrument);
    if (rows == null) {
      return notional.multiply(standard.value());
    }
    BigDecimal margin = BigDecimal.ZERO;
    for (int i = 0; i < rows.size() && notional.compareTo(rows.get(i).from()) > 0; i++) {
      BigDecimal to = i + 1 < rows.size() ? rows.get(i + 1).from().min(notional) : notional;
      margin = margin.add(to.subtract(rows.get(i).from()).multiply(rows.get(i).rate().value()));
    }
    return margin;
  }

  private static List<Tier> checked(InstrumentId id, List<Tier> rows) {
    if (rows.isEmpty() || rows.get(0).from().signum() != 0) {
      throw new IllegalArgumentException("the first tier of " + id + " must begin at zero");
    }
    for (int i = 0; i < rows.size(); i++) {
      requireRate(rows.get(i).rate());
      if (i > 0
          && (rows.get(i).from().compareTo(rows.get(i - 1).from()) <= 0
              || rows.get(i).rate().compareTo(rows.get(i - 1).rate()) < 0)) {
        throw new IllegalArgumentException(
            "the tiers of " + id + " must rise in size and not fall in rate: " + rows);
      }
    }
    return List.copyOf(rows);
  }

  private static void requireRate(Ratio rate) {
    if (rate.compareTo(Ratio.ZERO) < 0 || rate.compareTo(Ratio.ONE) > 0) {
      throw new IllegalArgumentException("a maintenance rate must lie in 0..1, found " + rate);
    }
  }
}
