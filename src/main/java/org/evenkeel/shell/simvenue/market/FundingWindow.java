package org.evenkeel.shell.simvenue.market;

import java.util.List;

/** The part of a list of settlements, sorted by time, that lies in a period. */
final class FundingWindow {

  private FundingWindow() {}

  static List<FundingEvent> of(
      List<FundingEvent> events, long fromExclusiveMs, long toInclusiveMs) {
    int from = firstAfter(events, fromExclusiveMs);
    int to = Math.max(from, firstAfter(events, toInclusiveMs));
    return List.copyOf(events.subList(from, to));
  }

  private static int firstAfter(List<FundingEvent> events, long ms) {
    int low = 0;
    int high = events.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (events.get(middle).timeMs() > ms) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
