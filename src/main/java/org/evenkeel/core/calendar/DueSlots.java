package org.evenkeel.core.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is owed at an instant: at most one slot to run, and the ones that were missed.
 *
 * <p>If several slots passed unseen, only the newest may still run, and only within the grace time; two catch-ups never
 * follow each other.
 * For example, with a daily cadence, a grace of one hour and the last decision on the 3rd, waking on the 6th at 00:20
 * runs the 6th and reports the 4th and 5th as missed.
 *
 * @param toRun the slot to run now
 * @param missed the slots that passed, oldest first
 */
public record DueSlots(Optional<Instant> toRun, List<Instant> missed) {

  /** Beyond this many missed slots only the newest ones are listed, so that a long sleep cannot flood the journal. */
  static final int MAX_MISSED = 1000;

  public static DueSlots at(Instant now, Instant lastDecided, Cadence cadence, Duration grace) {
    List<Instant> passed = newestPassed(now, lastDecided, cadence);
    if (passed.isEmpty()) {
      return new DueSlots(Optional.empty(), List.of());
    }
    Instant newest = passed.get(passed.size() - 1);
    boolean inTime = !now.isAfter(newest.plus(grace));
    int missed = inTime ? passed.size() - 1 : passed.size();
    return new DueSlots(
        inTime ? Optional.of(newest) : Optional.empty(),
        List.copyOf(passed.subList(Math.max(0, missed - MAX_MISSED), missed)));
  }

  /**
   * The slots after the last decision and up to now, all of them or at least the newest {@link #MAX_MISSED} and one.
   *
   * <p>Looks back over a window that doubles until it holds enough, because a year of seconds has 31 million slots.
   */
  private static List<Instant> newestPassed(Instant now, Instant lastDecided, Cadence cadence) {
    for (Duration window = Duration.ofMinutes(1); ; window = window.multipliedBy(2)) {
      Instant start = now.minus(window);
      boolean isWhole = !start.isAfter(lastDecided);
      List<Instant> passed = new ArrayList<>();
      for (Instant slot = cadence.nextAfter(isWhole ? lastDecided : start);
          !slot.isAfter(now);
          slot = cadence.nextAfter(slot)) {
        passed.add(slot);
      }
      if (isWhole || passed.size() > MAX_MISSED) {
        return passed;
      }
    }
  }
}
