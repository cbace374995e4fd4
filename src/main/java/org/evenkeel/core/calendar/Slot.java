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
 * @param occasion what made the slot: the cadence, an interruption of its decision, an operator who wants one now, a
 *     flatten, or a stablecoin off its peg
 */
public record Slot(String strategy, Instant dueAt, Occasion occasion) {

  /** What made a slot. */
  public enum Occasion {
    CADENCE,
    /** The decision of the cadence was interrupted; it is taken up again once, from what was read anew. */
    RESUMED,
    OPERATOR,
    /** What a flatten sends. */
    FLATTEN,
    /** A stablecoin was seen off its peg between two appointments. */
    DEPEG
  }

  public static Slot scheduled(String strategy, Instant dueAt) {
    return new Slot(strategy, dueAt, Occasion.CADENCE);
  }

  /** The same appointment, taken up again after an interruption. */
  public static Slot resumed(String strategy, Instant dueAt) {
    return new Slot(strategy, dueAt, Occasion.RESUMED);
  }

  /** The identity of the cycle that this slot owns; marked '#1' for an operator's, '#2' resumed, '#3' of a flatten, '#4' of a
   * depeg. */
  public CycleId cycleId() {
    String mark =
        switch (occasion) {
          case CADENCE -> "";
          case OPERATOR -> "#1";
          case RESUMED -> "#2";
          case FLATTEN -> "#3";
          case DEPEG -> "#4";
        };
    return CycleId.of(strategy + "/" + dueAt + mark);
  }
}
