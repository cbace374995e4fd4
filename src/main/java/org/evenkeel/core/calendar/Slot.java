package org.evenkeel.core.calendar;

import java.time.Instant;
import org.evenkeel.core.basics.CycleId;

/**
 * One appointment of the cadence: the moment for which a decision is owed.
 *
 * <p>The slot, not the moment at which a trigger happened to fire, is the identity of the decision.
 *
 * @param strategy the name of the strategy that decides
 * @param dueAt the appointed instant, UTC
 * @param occasion what made the slot: the cadence, an interruption of its decision, or an operator who wants one now
 */
public record Slot(String strategy, Instant dueAt, Occasion occasion) {

  /** What made a slot. */
  public enum Occasion {
    CADENCE,
    /** The decision of the cadence was interrupted; it is taken up again once, from what was read anew. */
    RESUMED,
    OPERATOR
  }

  public static Slot scheduled(String strategy, Instant dueAt) {
    return new Slot(strategy, dueAt, Occasion.CADENCE);
  }

  /** The same appointment, taken up again after an interruption. */
  public static Slot resumed(String strategy, Instant dueAt) {
    return new Slot(strategy, dueAt, Occasion.RESUMED);
  }

  /** The identity of the cycle that this slot owns; an operator's extra cycle is marked with '#1', a resumed one with '#2'. */
  public CycleId cycleId() {
    String mark =
        switch (occasion) {
          case CADENCE -> "";
          case OPERATOR -> "#1";
          case RESUMED -> "#2";
        };
    return CycleId.of(strategy + "/" + dueAt + mark);
  }
}
