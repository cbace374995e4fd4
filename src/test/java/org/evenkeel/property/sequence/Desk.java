package org.evenkeel.property.sequence;

import java.math.BigDecimal;
import java.util.SortedSet;
import java.util.TreeMap;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.plan.PlannedLeg;

/** The rule by which legs are sent, written anew: which of them are begun, by what became of the others. */
final class Desk {

  private final SortedSet<Integer> waits;
  private final TreeMap<InstrumentId, Boolean> complete = new TreeMap<>();

  private boolean isHeldBack = false;

  Desk(SortedSet<Integer> waits) {
    this.waits = waits;
  }

  boolean begins(PlannedLeg leg) {
    boolean isStopped = !complete.getOrDefault(leg.instrument(), true);
    isHeldBack |= waits.contains(leg.number()) && complete.containsValue(false);
    return !isStopped && !isHeldBack;
  }

  /** Enters what became of a leg, also of one that was not begun. */
  void ended(PlannedLeg leg, BigDecimal traded) {
    boolean whole = traded.compareTo(leg.quantity().value()) == 0;
    complete.merge(leg.instrument(), whole, Boolean::logicalAnd);
  }
}
