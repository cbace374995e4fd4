package org.evenkeel.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.cycle.World.BTC;
import static org.evenkeel.cycle.World.SLOT;

import java.time.Duration;
import java.time.Instant;
import org.evenkeel.core.route.Attempt;
import org.evenkeel.core.statement.CycleStatus;
import org.junit.jupiter.api.Test;

/** Cycles that last too long, clocks that run away, and how long an order without an answer is in doubt. */
class ScheduleFaultsTest {

  private static final Instant NEXT = SLOT.plus(Duration.ofHours(1));

  @Test
  void a_cycle_that_outlasts_its_interval_costs_the_slot_that_it_covers_and_no_other() {
    World world = World.ready();
    world.venue.beforeOrder(ticket -> world.clock.advanceTo(NEXT.plus(Duration.ofMinutes(25))));
    world.daemon.onSlot();
    world.venue.beforeOrder(ticket -> {});
    world.daemon.onSlot();
    assertThat(world.status(SLOT)).isEqualTo(CycleStatus.DONE);
    assertThat(world.status(NEXT)).isEqualTo(CycleStatus.SKIPPED);
    assertThat(world.cycle(NEXT).reason()).contains("SLOT_TOO_LATE");
    world.clock.advanceTo(NEXT.plus(Duration.ofHours(1)));
    world.daemon.onSlot();
    assertThat(world.status(NEXT.plus(Duration.ofHours(1)))).isEqualTo(CycleStatus.DONE);
    assertThat(world.memory.cycles()).hasSize(3);
    world.assertSound();
  }

  @Test
  void a_clock_that_runs_away_while_the_bot_is_ready_stops_new_orders_until_it_is_right() {
    for (Duration skew : new Duration[] {Duration.ofMillis(1500), Duration.ofMillis(-1500)}) {
      World world = World.ready();
      world.venue.setClockSkew(skew);
      world.daemon.onSlot();
      assertThat(world.venue.received).as("sent with a clock that is off by %s", skew).isEmpty();
      assertThat(world.cycle(SLOT).reason()).contains("CLOCK_OFFSET");
      world.venue.setClockSkew(Duration.ZERO);
      world.clock.advanceTo(NEXT);
      world.daemon.onSlot();
      assertThat(world.status(NEXT)).isEqualTo(CycleStatus.DONE);
      assertThat(world.venue.received).isNotEmpty();
    }
  }

  @Test
  void a_host_that_slept_for_hours_in_mid_cycle_sends_nothing_from_before() {
    World world = World.ready();
    Duration sleep = Duration.ofHours(5);
    world.venue.beforeOrder(ticket -> world.clock.advanceTo(SLOT.plus(sleep)));
    world.daemon.onSlot();
    world.venue.beforeOrder(ticket -> {});
    world.recover();
    world.assertSound();
    assertThat(world.venue.received)
        .allSatisfy(
            ticket ->
                assertThat(ticket.validUntil())
                    .isEqualTo(ticket.signedAt().plus(world.venue.capabilities().requestLife())));
  }

  @Test
  void an_order_that_never_arrived_is_proved_absent_within_a_minute() {
    World world = World.ready();
    world.venue.script(BTC, Behavior.neverArrives());
    world.daemon.onSlot();
    world.recover();
    Attempt first = world.attempts(BTC).get(0);
    assertThat(first.state().isTerminal()).as(first.toString()).isTrue();
    Instant proved = world.venue.lookupTimes.get(world.venue.lookupTimes.size() - 1);
    assertThat(Duration.between(first.ticket().signedAt(), proved))
        .isLessThan(Duration.ofSeconds(60));
  }
}
