package org.evenkeel.shell.simulate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.cycle.Clock;

/** A clock that stands still until somebody sleeps or something takes time; then planned events happen. */
public final class VirtualClock implements Clock {

  private record Event(Instant at, Runnable action) {}

  private final List<Event> events = new ArrayList<>();
  private Instant now;

  public VirtualClock(Instant start) {
    this.now = start;
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public void sleep(Duration duration) {
    advanceTo(now.plus(duration));
  }

  public void advanceTo(Instant instant) {
    if (instant.isAfter(now)) {
      now = instant;
    }
    if (events.isEmpty()) {
      return;
    }
    List<Event> due = events.stream().filter(event -> !event.at().isAfter(now)).toList();
    events.removeAll(due);
    due.forEach(event -> event.action().run());
  }

  /** Runs an action when the clock reaches an instant. */
  public void at(Instant instant, Runnable action) {
    events.add(new Event(instant, action));
  }

  @Override
  public long elapsedMillis() {
    return now.toEpochMilli();
  }

  @Override
  public Duration wallUntil(Instant instant) {
    Duration left = Duration.between(now, instant);
    return left.isNegative() ? Duration.ZERO : left;
  }

  @Override
  public Hold hold() {
    return () -> {};
  }
}
