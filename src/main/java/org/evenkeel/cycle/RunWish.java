package org.evenkeel.cycle;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.plan.SavedPlan;
import org.evenkeel.core.policy.Mandates;
import org.evenkeel.core.policy.Overrides;

/**
 * A decision that an operator wants beside the schedule.
 *
 * @param number its number in the journal; 0 for a decision that nobody asked for
 * @param plan the saved plan that it shall carry out, if it shall
 * @param only the sleeves that it may trade; empty for all
 */
public record RunWish(long number, Optional<SavedPlan> plan, SortedSet<SleeveId> only) {

  public RunWish {
    only = Collections.unmodifiableSortedSet(new TreeSet<>(only));
  }

  /** What a decision of the schedule is: no plan of its own, and everything may be traded. */
  static RunWish none() {
    return new RunWish(0, Optional.empty(), new TreeSet<>());
  }

  /** Why it cannot be done: a sleeve that the configuration does not have. */
  Optional<Refusal> objection(Universe universe) {
    return only.stream()
        .filter(wanted -> universe.sleeves().stream().noneMatch(known -> known.id().equals(wanted)))
        .findFirst()
        .map(
            unknown ->
                Refusal.of(
                    RefusalReason.INVALID_INPUT,
                    "there is no sleeve '"
                        + unknown
                        + "' to rebalance; write one that 'universe' lists"));
  }

  /** What is left of a universe under overrides and this wish. */
  Mandates mandates(Overrides overrides, Universe universe) {
    return overrides.mandates(universe).limitedTo(only, universe);
  }

  /** What is to be said of its decision, such as 'limited to btc, eth by request 7; '; empty if nothing. */
  String remark() {
    return only.isEmpty()
        ? ""
        : only.stream()
            .map(SleeveId::value)
            .collect(Collectors.joining(", ", "limited to ", " by request " + number + "; "));
  }
}
