package org.evenkeel.shell.simulate;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** How often each fault met each state of an order, and each step between states was taken. */
public final class Coverage {

  private final TreeMap<String, Long> marks = new TreeMap<>();

  void mark(String what) {
    marks.merge(what, 1L, Long::sum);
  }

  void addAll(Coverage other) {
    other.marks.forEach((what, times) -> marks.merge(what, times, Long::sum));
  }

  /** Times by mark: 'LOST_ACK x UNKNOWN' for a fault that struck while an order was so, 'UNKNOWN>ABSENT' for a step. */
  public SortedMap<String, Long> marks() {
    return Collections.unmodifiableSortedMap(marks);
  }
}
