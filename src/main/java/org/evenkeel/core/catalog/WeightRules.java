package org.evenkeel.core.catalog;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.basics.SleeveClass;
import org.evenkeel.core.basics.SleeveId;

/**
 * The rules that the solved weights obey beside the risk budgets; none by default.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param scaled whether constraints scale with the portfolio, as skfolio and Riskfolio-Lib have it; otherwise sleeves that
 *     no constraint touches keep equal multiples of their budgets, as Richard and Roncalli have it
 * @param sleeves the ranges of single sleeves' weights
 * @param classes what holds for classes
 */
public record WeightRules(
    boolean scaled,
    SortedMap<SleeveId, WeightRange> sleeves,
    SortedMap<SleeveClass, ClassRule> classes) {

  public WeightRules {
    sleeves = Collections.unmodifiableSortedMap(new TreeMap<>(sleeves));
    classes = Collections.unmodifiableSortedMap(new TreeMap<>(classes));
  }

  /** No rule but the budgets. */
  public static WeightRules none() {
    return new WeightRules(false, new TreeMap<>(), new TreeMap<>());
  }
}
