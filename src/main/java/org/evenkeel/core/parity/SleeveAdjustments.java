package org.evenkeel.core.parity;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.SleeveId;

/**
 * What an operator has changed about the sleeves; every entry lowers exposure, none can raise it.
 *
 * <p>An excluded sleeve leaves the problem before it is solved, so the others share its budget.
 * A multiplier and a cap act after the solve: exposure = min(cap, multiplier * solved exposure), and what they free
 * stays in cash.
 * Nothing is redistributed silently.
 * Names of sleeves that the universe no longer has are without effect.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param exposureCaps largest exposure of a sleeve as a fraction of the portfolio's value, not negative
 * @param multipliers factor on a sleeve's exposure, 0 to 1
 * @param excluded sleeves to hold nothing of
 * @param groupCaps the most that several sleeves may be together, of the value or of the risk
 */
public record SleeveAdjustments(
    SortedMap<SleeveId, Ratio> exposureCaps,
    SortedMap<SleeveId, Ratio> multipliers,
    SortedSet<SleeveId> excluded,
    List<GroupCap> groupCaps) {

  /** Without caps on groups. */
  public SleeveAdjustments(
      SortedMap<SleeveId, Ratio> exposureCaps,
      SortedMap<SleeveId, Ratio> multipliers,
      SortedSet<SleeveId> excluded) {
    this(exposureCaps, multipliers, excluded, List.of());
  }

  public SleeveAdjustments {
    exposureCaps = Collections.unmodifiableSortedMap(new TreeMap<>(exposureCaps));
    multipliers = Collections.unmodifiableSortedMap(new TreeMap<>(multipliers));
    excluded = Collections.unmodifiableSortedSet(new TreeSet<>(excluded));
    groupCaps = List.copyOf(groupCaps);
    exposureCaps.forEach(
        (sleeve, cap) ->
            require(cap.compareTo(Ratio.ZERO) >= 0, "the cap of " + sleeve + " is " + cap));
    multipliers.forEach(
        (sleeve, factor) ->
            require(
                factor.compareTo(Ratio.ZERO) >= 0 && factor.compareTo(Ratio.ONE) <= 0,
                "the multiplier of " + sleeve + " must lie in 0..1, found " + factor));
  }

  /** No change to anything. */
  public static SleeveAdjustments none() {
    return new SleeveAdjustments(new TreeMap<>(), new TreeMap<>(), new TreeSet<>());
  }

  /**
   * The same with sleeves that must hold nothing besides.
   *
   * <p>Where no sleeve of the universe would be left to solve for, they are scaled to nothing instead.
   *
   * @param all every sleeve of the universe
   */
  public SleeveAdjustments leaving(SortedSet<SleeveId> leaving, Collection<SleeveId> all) {
    TreeSet<SleeveId> without = new TreeSet<>(excluded);
    without.addAll(leaving);
    if (!without.containsAll(all)) {
      return new SleeveAdjustments(exposureCaps, multipliers, without, groupCaps);
    }
    TreeMap<SleeveId, Ratio> nothing = new TreeMap<>(multipliers);
    leaving.forEach(sleeve -> nothing.put(sleeve, Ratio.ZERO));
    return new SleeveAdjustments(exposureCaps, nothing, excluded, groupCaps);
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
