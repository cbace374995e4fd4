package org.evenkeel.core.plan;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.Ratio;

/**
 * How the portfolio's cash is kept: as margin, in stablecoins, at venues.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param marginBuffer margin kept beyond the initial margin of what is planned, as a part of it; 0 to 10, default 0.5
 * @param venueCaps largest part of NAV that may lie at a venue, by venue; above 0 to 1; a venue that is not named has none
 * @param depeg how far under par a stablecoin is off its peg; above 0 to 0.5, default 0.02
 * @param sources how many sources that say so at once confirm it; 1 to 10, default 2
 * @param observations how many looks one after the other confirm it otherwise; 1 to 1000, default 3
 * @param back how near to par a coin must be to count as back; 0 to the depeg, default 0.005
 * @param recovery how long it must have been back before it is bought again; 0 to a year, default 7 days
 * @param trusted codes of coins for whose peg persons vouch for a time: they are never latched
 */
public record TreasurySettings(
    Ratio marginBuffer,
    SortedMap<String, Ratio> venueCaps,
    Ratio depeg,
    int sources,
    int observations,
    Ratio back,
    Duration recovery,
    SortedSet<String> trusted) {

  public TreasurySettings {
    trusted = Collections.unmodifiableSortedSet(new TreeSet<>(trusted));
    venueCaps = Collections.unmodifiableSortedMap(new TreeMap<>(venueCaps));
    within("margin buffer", marginBuffer, Ratio.ZERO, Ratio.of("10"));
    for (Map.Entry<String, Ratio> cap : venueCaps.entrySet()) {
      within("cap of " + cap.getKey(), cap.getValue(), Ratio.of("0.000001"), Ratio.ONE);
    }
    within("depeg", depeg, Ratio.of("0.0001"), Ratio.of("0.5"));
    within("distance from par of a coin that is back", back, Ratio.ZERO, depeg);
    if (sources < 1 || sources > 10 || observations < 1 || observations > 1000) {
      throw new IllegalArgumentException(
          "a depeg is confirmed by 1..10 sources or 1..1000 looks, found "
              + sources
              + " and "
              + observations);
    }
    if (recovery.isNegative() || recovery.compareTo(Duration.ofDays(366)) > 0) {
      throw new IllegalArgumentException(
          "a coin is bought again after up to a year, found " + recovery);
    }
  }

  /** The same with other coins for whose peg is vouched. */
  public TreasurySettings trusting(SortedSet<String> coins) {
    return new TreasurySettings(
        marginBuffer, venueCaps, depeg, sources, observations, back, recovery, coins);
  }

  private static void within(String what, Ratio value, Ratio least, Ratio most) {
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw new IllegalArgumentException(
          "the " + what + " must lie in " + least + ".." + most + ", found " + value);
    }
  }

  /** Half of the margin once more, no caps of venues, and two percent under par. */
  public static TreasurySettings defaults() {
    return new TreasurySettings(
        Ratio.of("0.5"),
        new TreeMap<>(),
        Ratio.of("0.02"),
        2,
        3,
        Ratio.of("0.005"),
        Duration.ofDays(7),
        new TreeSet<>());
  }

  /** The largest part of the money that may be margin in use, by the buffer and by another rule. */
  Ratio marginUse(Ratio other) {
    Ratio byBuffer =
        new Ratio(Decimals.quotient(BigDecimal.ONE, BigDecimal.ONE.add(marginBuffer.value())));
    return byBuffer.compareTo(other) <= 0 ? byBuffer : other;
  }
}
