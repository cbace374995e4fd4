package org.evenkeel.shell.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What many runs must have met: every fault in every state of an order, and every step of an order's life, but for those
 * that cannot happen or are too rare, each with its reason.
 */
public final class CoverageGoals {

  /** From this many seeds on a goal that was not met fails the whole. */
  public static final long SEEDS = 20_000;

  private static final Map<String, String> NEVER_STEPS =
      new TreeMap<>(
          Map.of(
              "PENDING_NEW>ABSENT",
              "the proof needs two sightings of nothing, and the first one makes it UNKNOWN",
              "NEW>NEW",
              "a sighting that changes nothing is not written",
              "NEW>QUARANTINED",
              "an order that is not the one asked for shows so at its first sighting",
              "PARTIALLY_FILLED>QUARANTINED",
              "an order that is not the one asked for shows so at its first sighting",
              "UNKNOWN>UNKNOWN",
              "what is not known is not written down again in other words"));

  /** What strikes an order itself while the venue works on it, and in which states. */
  private static final Map<Fault, List<String>> ON_WORKING_ORDERS =
      new TreeMap<>(
          Map.of(
              Fault.FILL_LAG, List.of("NEW", "PARTIALLY_FILLED"),
              Fault.PARTIAL_FILL, List.of("NEW"),
              Fault.MISSED_FILL, List.of("NEW"),
              Fault.SEVERAL_FILLS, List.of("NEW"),
              Fault.WORKED_LONGER, List.of("NEW")));

  private static final Map<String, String> RARE_STEPS =
      new TreeMap<>(
          Map.of(
              "SETTLING>SETTLING",
              "needs a second end with more executed than the first",
              "SETTLING>QUARANTINED",
              "needs more executed than the venue said at the end; some seed in thousands",
              "QUARANTINED>QUARANTINED",
              "needs a second reason",
              "PARTIALLY_FILLED>PARTIALLY_FILLED",
              "needs an order that rests; one that takes shows one part and then the end"));

  private CoverageGoals() {}

  /** The states in which a fault of a kind must have struck. */
  private static List<String> required(Fault.Moment moment) {
    return switch (moment) {
      case ORDER -> List.of("PENDING_NEW", "QUARANTINED");
      case READING -> List.of("NONE", "UNKNOWN", "QUARANTINED");
      case MARKET -> List.of("NONE", "QUARANTINED");
      case CALL ->
          List.of(
              "NONE",
              "PENDING_NEW",
              "UNKNOWN",
              "NEW",
              "PARTIALLY_FILLED",
              "SETTLING",
              "QUARANTINED");
      case BELL, PAUSE -> List.of("NONE", "UNKNOWN", "QUARANTINED");
    };
  }

  /** Why a fault of a kind need not have struck in the other states. */
  private static String whyNot(Fault.Moment moment, int state) {
    return switch (moment) {
      case ORDER ->
          state == Coverage.OPEN
              ? "the order that it strikes is open itself"
              : "orders are worked one after the other, each until its end or the end of patience";
      case READING, MARKET -> "asked while no order is worked";
      case CALL -> "";
      case BELL, PAUSE -> "left over between bells only by a death between two calls: too rare";
    };
  }

  /** The reason why a fault need not have met a state, if there is one. */
  static Optional<String> never(Fault fault, int state) {
    String name = state == Coverage.OPEN ? "NONE" : Coverage.STATES.get(state);
    if (fault == Fault.STRICT_REDUCE_ONLY) {
      return Optional.of("needs a position that has shrunk since the plan: some seed in thousands");
    }
    boolean isRequired =
        required(fault.moment()).contains(name)
            || ON_WORKING_ORDERS.getOrDefault(fault, List.of()).contains(name);
    return isRequired ? Optional.empty() : Optional.of(whyNot(fault.moment(), state));
  }

  /** Every mark; the value is empty if it must be there, or else the reason why it need not. */
  public static SortedMap<String, Optional<String>> all() {
    TreeMap<String, Optional<String>> goals = new TreeMap<>();
    for (Fault fault : Fault.values()) {
      for (int state = 0; state <= Coverage.OPEN; state++) {
        goals.put(Coverage.pair(fault, state), never(fault, state));
      }
    }
    for (String step : MemoryOrders.STEPS) {
      goals.put(
          step,
          Optional.ofNullable(NEVER_STEPS.get(step))
              .or(() -> Optional.ofNullable(RARE_STEPS.get(step))));
    }
    return goals;
  }

  /** What should have been met and was not. */
  public static List<String> missing(Coverage coverage) {
    List<String> missing = new ArrayList<>();
    Map<String, Long> marks = coverage.marks();
    all()
        .forEach(
            (mark, never) -> {
              if (never.isEmpty() && !marks.containsKey(mark)) {
                missing.add(mark);
              }
            });
    return missing;
  }

  /** Steps that were taken although they were held to be impossible: then this list is wrong, or the bot. */
  public static List<String> surprises(Coverage coverage) {
    Map<String, Long> marks = coverage.marks();
    return NEVER_STEPS.keySet().stream().filter(marks::containsKey).toList();
  }
}
