package org.evenkeel.core.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.catalog.Universe;

/**
 * The overrides that a decision was made under; a document of its cycle.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param inForce what was obeyed, by number
 * @param ended what the decision before had obeyed and this one did not: its time was over, or somebody ended it
 */
public record Overrides(List<OperatorOverride> inForce, List<OperatorOverride> ended) {

  public Overrides {
    inForce = sorted(inForce);
    ended = sorted(ended);
  }

  /** No override. */
  public static Overrides none() {
    return new Overrides(List.of(), List.of());
  }

  /** What the decision after this one is made under. */
  public Overrides next(List<OperatorOverride> now) {
    List<OperatorOverride> gone = new ArrayList<>(inForce);
    gone.removeIf(before -> now.stream().anyMatch(override -> override.id() == before.id()));
    return new Overrides(now, gone);
  }

  /** True if there is nothing to say. */
  public boolean isEmpty() {
    return inForce.isEmpty() && ended.isEmpty();
  }

  /** What they leave of a universe. */
  public Mandates mandates(Universe universe) {
    return Mandates.of(universe, inForce);
  }

  /** For every sleeve the overrides that concern it, to be shown beside its target. */
  public SortedMap<SleeveId, String> remarks(Universe universe) {
    TreeMap<SleeveId, String> remarks = new TreeMap<>();
    for (OperatorOverride override : inForce) {
      String of =
          override.scope().level() == OverrideScope.Level.SLEEVE ? "" : " of " + override.scope();
      String text = override.effect() + of + " until " + override.expiresAt();
      Mandates.touched(universe, override.scope())
          .forEach(sleeve -> remarks.merge(sleeve, text, (a, b) -> a + ", " + b));
    }
    return remarks;
  }

  /** What has been given back to the solver, in words; empty if nothing. */
  public String reverted() {
    return ended.stream()
        .map(
            override ->
                "override "
                    + override.id()
                    + " ("
                    + override.effect()
                    + " of "
                    + override.scope()
                    + ") has ended")
        .collect(Collectors.joining("; "));
  }

  private static List<OperatorOverride> sorted(List<OperatorOverride> overrides) {
    return overrides.stream().sorted(Comparator.comparingLong(OperatorOverride::id)).toList();
  }
}
