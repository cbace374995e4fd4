package org.evenkeel.shell.simulate;

import java.time.Instant;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;

/** The line to the venue: every question takes its time, and some are not answered. */
final class VenueLine {

  private final VirtualClock clock;
  private final Boundaries boundaries;
  private final SimFaults faults;
  private final VenueMood mood;
  private final SplittableRandom random;

  VenueLine(
      VirtualClock clock,
      Boundaries boundaries,
      SimFaults faults,
      VenueMood mood,
      SplittableRandom random) {
    this.clock = clock;
    this.boundaries = boundaries;
    this.faults = faults;
    this.mood = mood;
    this.random = random;
  }

  Instant now() {
    return clock.now();
  }

  /** Asks; the answer may be a refusal of its own. */
  <T> Result<T> ask(String name, Supplier<Result<T>> question) {
    return boundaries.cross(
        name,
        () -> {
          if (mood.isBanned()) {
            return Result.refused(RefusalReason.VENUE_UNAVAILABLE, name + " was not sent: banned");
          }
          clock.advanceTo(clock.now().plusMillis(3 + random.nextInt(20)));
          return isLost()
              ? Result.refused(RefusalReason.VENUE_UNAVAILABLE, name + " was not answered")
              : question.get();
        });
  }

  /** Asks for something that is always there. */
  <T> Result<T> read(String name, Supplier<T> question) {
    return ask(name, () -> Result.ok(question.get()));
  }

  /** Whether one more request of the same question, such as one for the next page, goes unanswered. */
  boolean isLost() {
    return faults.strikes(Fault.READ_FAILS);
  }
}
