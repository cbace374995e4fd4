package org.evenkeel.cycle;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How long our keys still live, by what the venues said of them at the start; an alert once it is less than {@link
 * KeyReport#SHORTEST_LIFE}.
 *
 * <p>Thread-safe.
 */
public final class KeyLife {

  private static final String SUBJECT = "key ";

  private final Alerts alerts;
  private final SortedMap<String, KeyReport> reports = new TreeMap<>();
  private SortedMap<String, Long> days = new TreeMap<>();

  public KeyLife(Alerts alerts) {
    this.alerts = alerts;
  }

  /** Takes over what a venue says of our key. */
  public synchronized void learn(KeyReport report) {
    reports.put(report.venue().value(), report);
  }

  /** Counts the days anew, and tells of a key that ends soon or has ended. */
  public synchronized void look(Instant now) {
    SortedMap<String, Long> counted = new TreeMap<>();
    reports.forEach(
        (venue, report) -> {
          Optional<Long> left = report.daysLeft(now);
          left.ifPresent(each -> counted.put(venue, each));
          tell(venue, left);
        });
    days = counted;
  }

  private void tell(String venue, Optional<Long> left) {
    if (left.filter(each -> each < KeyReport.SHORTEST_LIFE.toDays()).isEmpty()) {
      alerts.clear(SUBJECT + venue);
      return;
    }
    alerts.raise(
        SUBJECT + venue,
        (left.orElseThrow() == 0
                ? "our key at " + venue + " has ended"
                : "our key at " + venue + " ends in " + left.orElseThrow() + " days")
            + "; make a new one, put it where the configuration says and restart the bot");
  }

  /** Whole days that are left by the last look, by venue; without the keys that never end. */
  public synchronized SortedMap<String, Long> days() {
    return new TreeMap<>(days);
  }
}
