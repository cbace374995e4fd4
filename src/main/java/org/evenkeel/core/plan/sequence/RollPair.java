package org.evenkeel.core.plan.sequence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.plan.PlannedLeg;

/**
 * A position that moves from one contract to another, in slices, so that after each pair of slices as much is held as
 * before and in between a slice less.
 *
 * <p>For example 4 contracts move as: close 1, open 1, close 1, open 1, and so on, where each waits for the one before.
 *
 * @param close what closes the old contract
 * @param open what opens the new one
 */
record RollPair(PlannedLeg close, PlannedLeg open) {

  /** As many slices as a plan stays readable with; in between a fourth of the position is not held. */
  static final int SLICES = 4;

  /**
   * The pairs among some legs.
   *
   * @param rolls by the contract that is left the one that is moved to
   */
  static List<RollPair> among(List<PlannedLeg> legs, SortedMap<InstrumentId, InstrumentId> rolls) {
    TreeMap<InstrumentId, List<PlannedLeg>> byName = new TreeMap<>();
    legs.forEach(leg -> byName.computeIfAbsent(leg.instrument(), id -> new ArrayList<>()).add(leg));
    List<RollPair> pairs = new ArrayList<>();
    for (Map.Entry<InstrumentId, InstrumentId> roll : rolls.entrySet()) {
      List<PlannedLeg> closes = byName.getOrDefault(roll.getKey(), List.of());
      List<PlannedLeg> opens = byName.getOrDefault(roll.getValue(), List.of());
      if (closes.size() == 1 && opens.size() == 1) {
        PlannedLeg close = closes.getFirst();
        PlannedLeg open = opens.getFirst();
        if (close.reduceOnly() && !open.reduceOnly() && close.side() != open.side()) {
          pairs.add(new RollPair(close, open));
        }
      }
    }
    return Collections.unmodifiableList(pairs);
  }

  boolean has(PlannedLeg leg) {
    return leg.equals(close) || leg.equals(open);
  }

  /** Closing and opening slices in turn; fewer where a slice would be too small for the venue. */
  List<PlannedLeg> slices(Stake old, Stake fresh) {
    int count = SLICES;
    while (count > 1 && !(fits(close, old, count) && fits(open, fresh, count))) {
      count--;
    }
    List<PlannedLeg> slices = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      slices.add(slice(close, old, i, count));
      slices.add(slice(open, fresh, i, count));
    }
    return slices;
  }

  private static boolean fits(PlannedLeg leg, Stake stake, int count) {
    BigDecimal least = share(leg, stake, 0, count);
    return least.signum() > 0 && least.compareTo(stake.smallest()) >= 0;
  }

  /** The last slice has what is left, so it is none of the smaller ones. */
  private static BigDecimal share(PlannedLeg leg, Stake stake, int number, int count) {
    BigDecimal whole = leg.quantity().value();
    BigDecimal part =
        Decimals.towardZeroToStep(Decimals.quotient(whole, BigDecimal.valueOf(count)), stake.lot());
    return number < count - 1
        ? part
        : whole.subtract(part.multiply(BigDecimal.valueOf(count - 1L)));
  }

  private static PlannedLeg slice(PlannedLeg leg, Stake stake, int number, int count) {
    return SafeOrder.part(leg, Contracts.of(share(leg, stake, number, count)));
  }
}
