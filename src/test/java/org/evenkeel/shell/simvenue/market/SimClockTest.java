package org.evenkeel.shell.simvenue.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SimClockTest {

  private static final long START = 1_667_952_000_000L;

  private final AtomicLong wall = new AtomicLong(5_000_000_000L);

  private void passMillis(long ms) {
    wall.addAndGet(ms * 1_000_000);
  }

  @Test
  void speed_one_is_the_wall_clock() {
    SimClock clock = new SimClock(START, 1, wall::get);
    passMillis(1_234);
    assertThat(clock.nowMs()).isEqualTo(START + 1_234);
  }

  @Test
  void an_idle_clock_runs_at_its_speed_and_a_held_one_at_wall_speed() {
    SimClock clock = new SimClock(START, 3600, wall::get);
    passMillis(1_000);
    assertThat(clock.nowMs()).isEqualTo(START + 3_600_000);
    clock.hold();
    passMillis(500);
    assertThat(clock.nowMs()).isEqualTo(START + 3_600_500);
    clock.release();
    passMillis(10);
    assertThat(clock.nowMs()).isEqualTo(START + 3_600_500 + 36_000);
  }

  @Test
  void holds_nest_and_only_the_last_release_speeds_up() {
    SimClock clock = new SimClock(START, 100, wall::get);
    clock.hold();
    clock.hold();
    clock.release();
    assertThat(clock.isHeld()).isTrue();
    passMillis(10);
    assertThat(clock.nowMs()).isEqualTo(START + 10);
    clock.release();
    assertThat(clock.isHeld()).isFalse();
    passMillis(10);
    assertThat(clock.nowMs()).isEqualTo(START + 1_010);
  }

  @Test
  void a_release_without_a_hold_is_refused() {
    SimClock clock = new SimClock(START, 100, wall::get);
    assertThatIllegalStateException().isThrownBy(clock::release);
  }

  @Test
  void fractions_of_a_millisecond_are_not_lost_over_many_holds() {
    SimClock clock = new SimClock(START, 1, wall::get);
    for (int i = 0; i < 1_000; i++) {
      wall.addAndGet(300_000);
      clock.hold();
      wall.addAndGet(200_000);
      clock.release();
    }
    assertThat(clock.nowMs()).isBetween(START + 499, START + 500);
  }

  @Test
  void waiting_as_long_as_told_reaches_the_instant() {
    SimClock clock = new SimClock(START, 7, wall::get);
    passMillis(3);
    long wait = clock.wallMillisUntil(START + 1_000);
    assertThat(wait).isEqualTo(140);
    passMillis(wait);
    assertThat(clock.nowMs()).isBetween(START + 1_000, START + 1_007);
    assertThat(clock.wallMillisUntil(START)).isZero();
  }

  @Test
  void a_speed_that_is_not_positive_is_refused() {
    for (double speed : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new SimClock(START, speed, wall::get))
          .withMessageContaining("speed");
    }
  }

  @Property(tries = 200)
  void time_never_goes_back_whatever_the_wall_and_the_holders_do(
      @ForAll @Size(max = 50) List<@IntRange(min = -50, max = 200) Integer> steps) {
    SimClock clock = new SimClock(START, 50, wall::get);
    long before = clock.nowMs();
    for (int step : steps) {
      passMillis(step);
      if (step % 3 == 0) {
        clock.hold();
      } else if (clock.isHeld()) {
        clock.release();
      }
      long now = clock.nowMs();
      assertThat(now).isGreaterThanOrEqualTo(before);
      before = now;
    }
  }

  @Test
  void several_threads_see_time_that_never_goes_back() throws Exception {
    SimClock clock = new SimClock(START, 1_000, System::nanoTime);
    Callable<Boolean> watcher =
        () -> {
          long before = clock.nowMs();
          for (int i = 0; i < 20_000; i++) {
            clock.hold();
            clock.release();
            long now = clock.nowMs();
            if (now < before) {
              return false;
            }
            before = now;
          }
          return true;
        };
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<Boolean>> results = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        results.add(threads.submit(watcher));
      }
      for (Future<Boolean> result : results) {
        assertThat(result.get()).isTrue();
      }
    }
    assertThat(clock.isHeld()).isFalse();
  }
}
