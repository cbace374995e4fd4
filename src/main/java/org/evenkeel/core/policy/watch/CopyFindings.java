package org.evenkeel.core.policy.watch;

import java.util.List;

/**
 * What the comparisons of executions with a second source have come to, at all venues together.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param words what was compared, venue by venue
 * @param overdue differences that have lasted for too long
 * @param unseen why a second source could not be read; empty if each could
 * @param isSettled whether every source was read and nothing differs
 */
public record CopyFindings(
    String words, List<String> overdue, List<String> unseen, boolean isSettled) {

  private static final int NAMED = 5;

  public CopyFindings {
    overdue = List.copyOf(overdue);
    unseen = List.copyOf(unseen);
  }

  /** Nothing was compared, for a reason that is none of the venues'. */
  public static CopyFindings none(String why) {
    return new CopyFindings(why, List.of(), List.of(), true);
  }

  /**
   * A verdict with these findings: a breach is worse, anything else is not; a source that cannot be read blinds a look
   * that saw everything else.
   */
  WatchVerdict judged(WatchVerdict seen) {
    if (seen.kind() == WatchVerdict.Kind.BREACH) {
      return seen;
    }
    if (!overdue.isEmpty()) {
      String also = seen.kind() == WatchVerdict.Kind.WITHIN ? "" : "; also " + seen.words();
      return new WatchVerdict(WatchVerdict.Kind.MISBOOKED, told() + also, seen.figures());
    }
    if (!unseen.isEmpty() && seen.kind() == WatchVerdict.Kind.WITHIN) {
      return new WatchVerdict(
          WatchVerdict.Kind.BLIND,
          "cannot see a second source of executions: " + String.join("; ", unseen),
          seen.figures());
    }
    return seen;
  }

  private String told() {
    return overdue.size()
        + (overdue.size() == 1 ? " execution is" : " executions are")
        + " booked otherwise than a second source shows: "
        + String.join("; ", overdue.subList(0, Math.min(NAMED, overdue.size())))
        + (overdue.size() > NAMED ? " and " + (overdue.size() - NAMED) + " more" : "");
  }
}
