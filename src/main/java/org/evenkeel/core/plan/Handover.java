package org.evenkeel.core.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Side;

/**
 * The legs by which an exposure leaves some instruments and goes on in another one: a roll, or a move to an alternative.
 *
 * <p>One half alone would be another exposure, so both are cut alike, sliced alike, and left alone together.
 * For example, a sale of 0.8 of a perpetual at one venue and a purchase of 0.8 at another.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param from what leaves, all of one direction, in the sequence of the plan; not empty
 * @param to what takes over, all of the other direction and of one instrument; not empty
 */
public record Handover(List<PlannedLeg> from, List<PlannedLeg> to) {

  public Handover {
    from = List.copyOf(from);
    to = List.copyOf(to);
    if (from.isEmpty() || to.isEmpty()) {
      throw new IllegalArgumentException("half a handover is none: " + from + " to " + to);
    }
  }

  /**
   * The handovers among some legs.
   *
   * @param moves by the instrument that is left the one that takes over
   */
  public static List<Handover> among(
      List<PlannedLeg> legs, SortedMap<InstrumentId, InstrumentId> moves) {
    TreeMap<InstrumentId, List<PlannedLeg>> taken = new TreeMap<>();
    for (Map.Entry<InstrumentId, InstrumentId> move : moves.entrySet()) {
      List<PlannedLeg> leaving = of(move.getKey(), legs);
      List<PlannedLeg> coming = of(move.getValue(), legs);
      boolean isOneWay = isOneWay(leaving) && isOneWay(coming);
      if (isOneWay && leaving.getFirst().side() != coming.getFirst().side()) {
        taken.computeIfAbsent(move.getValue(), id -> new ArrayList<>()).addAll(leaving);
      }
    }
    List<Handover> found = new ArrayList<>();
    taken.forEach((to, leaving) -> found.add(new Handover(leaving, of(to, legs))));
    return Collections.unmodifiableList(found);
  }

  private static List<PlannedLeg> of(InstrumentId id, List<PlannedLeg> legs) {
    return legs.stream().filter(leg -> leg.instrument().equals(id)).toList();
  }

  private static boolean isOneWay(List<PlannedLeg> legs) {
    return !legs.isEmpty()
        && legs.stream().map(PlannedLeg::side).allMatch(legs.getFirst().side()::equals);
  }

  /** All of its legs, those that leave first. */
  public List<PlannedLeg> legs() {
    List<PlannedLeg> all = new ArrayList<>(from);
    all.addAll(to);
    return all;
  }

  /** Whether an instrument is left or takes over. */
  public boolean has(InstrumentId id) {
    return legs().stream().anyMatch(leg -> leg.instrument().equals(id));
  }

  /** The instrument that takes over. */
  public InstrumentId taker() {
    return to.getFirst().instrument();
  }

  /** The direction in which what takes over is traded. */
  public Side side() {
    return to.getFirst().side();
  }
}
