package org.evenkeel.shell.simulate;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How often each fault met each state of an order, and each step between states was taken.
 *
 * <p>Counted in arrays: a run marks thousands of them.
 */
public final class Coverage {

  /** The states of an order as the database names them, the open ones first. */
  static final List<String> STATES =
      List.of(
          "PENDING_NEW",
          "UNKNOWN",
          "NEW",
          "PARTIALLY_FILLED",
          "SETTLING",
          "QUARANTINED",
          "FILLED",
          "CANCELED",
          "EXPIRED",
          "REJECTED",
          "ABSENT");

  /** How many of the states are open. */
  static final int OPEN = 6;

  private static final String NO_ORDER = "NONE";

  private final Map<Fault, long[]> met = new EnumMap<>(Fault.class);
  private final long[][] steps = new long[STATES.size()][STATES.size()];

  /** A fault struck while orders were in these states, one bit each; 0 if none was open. */
  void struck(Fault fault, int states) {
    long[] times = of(fault);
    if (states == 0) {
      times[OPEN]++;
    }
    for (int state = 0; state < OPEN; state++) {
      if ((states & 1 << state) != 0) {
        times[state]++;
      }
    }
  }

  private long[] of(Fault fault) {
    return met.computeIfAbsent(fault, key -> new long[OPEN + 1]);
  }

  void stepped(String from, String to) {
    steps[STATES.indexOf(from)][STATES.indexOf(to)]++;
  }

  void addAll(Coverage other) {
    other.met.forEach((fault, times) -> add(of(fault), times));
    for (int from = 0; from < steps.length; from++) {
      add(steps[from], other.steps[from]);
    }
  }

  private static void add(long[] sums, long[] more) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += more[i];
    }
  }

  /** Times by mark: 'LOST_ACK x UNKNOWN' for a fault that struck while an order was so, 'UNKNOWN>ABSENT' for a step. */
  public SortedMap<String, Long> marks() {
    TreeMap<String, Long> marks = new TreeMap<>();
    met.forEach(
        (fault, times) -> {
          for (int state = 0; state <= OPEN; state++) {
            put(marks, pair(fault, state), times[state]);
          }
        });
    for (String from : STATES) {
      for (String to : STATES) {
        put(marks, step(from, to), steps[STATES.indexOf(from)][STATES.indexOf(to)]);
      }
    }
    return Collections.unmodifiableSortedMap(marks);
  }

  private static void put(Map<String, Long> marks, String mark, long times) {
    if (times > 0) {
      marks.put(mark, times);
    }
  }

  static String pair(Fault fault, int state) {
    return fault + " x " + (state == OPEN ? NO_ORDER : STATES.get(state));
  }

  static String step(String from, String to) {
    return from + ">" + to;
  }
}
