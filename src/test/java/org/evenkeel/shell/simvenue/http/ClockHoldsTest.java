package org.evenkeel.shell.simvenue.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.shell.simvenue.market.SimClock;
import org.junit.jupiter.api.Test;

class ClockHoldsTest {

  private final AtomicLong wall = new AtomicLong();
  private final SimClock clock = new SimClock(0, 100, wall::get);
  private final ClockHolds holds = new ClockHolds(VenueClock.of(clock), wall::get);

  @Test
  void a_hold_that_is_not_renewed_ends_by_itself() {
    holds.hold("bot");
    wall.addAndGet(10_000_000_000L);
    holds.hold("bot");
    wall.addAndGet(10_000_000_000L);
    holds.expire();
    assertThat(clock.isHeld()).isTrue();

    wall.addAndGet(ClockHolds.LEASE_NANOS);
    holds.expire();

    assertThat(clock.isHeld()).isFalse();
  }

  @Test
  void one_holder_does_not_release_another_and_a_stray_release_does_nothing() {
    holds.hold("a");
    holds.hold("b");
    holds.release("a");
    holds.release("a");
    assertThat(clock.isHeld()).isTrue();

    holds.release("b");

    assertThat(clock.isHeld()).isFalse();
  }
}
