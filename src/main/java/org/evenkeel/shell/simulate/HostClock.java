package org.evenkeel.shell.simulate;

import java.time.Duration;
import java.time.Instant;
import org.evenkeel.cycle.Clock;

/** The clock that the bot reads: the virtual one, and what this host's differs from it. */
final class HostClock implements Clock {

  private final VirtualClock clock;
  private final SimFaults faults;

  HostClock(VirtualClock clock, SimFaults faults) {
    this.clock = clock;
    this.faults = faults;
  }

  @Override
  public Instant now() {
    return faults.hostTime(clock.now());
  }

  @Override
  public void sleep(Duration duration) {
    clock.sleep(duration);
  }

  @Override
  public long elapsedMillis() {
    return clock.elapsedMillis();
  }

  @Override
  public Duration wallUntil(Instant instant) {
    Duration left = Duration.between(now(), instant);
    return left.isNegative() ? Duration.ZERO : left;
  }

  @Override
  public Hold hold() {
    return clock.hold();
  }
}
