package org.evenkeel.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.cycle.World.SLOT;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.evenkeel.core.calendar.Slot;
import org.evenkeel.core.policy.TradingState;
import org.evenkeel.core.statement.CycleStatus;
import org.evenkeel.shell.simulate.Boundaries;
import org.evenkeel.shell.simulate.CycleEntry;
import org.evenkeel.shell.simulate.SimCrash;
import org.junit.jupiter.api.Test;

/** A slot that nobody heard, and one whose decision was interrupted. */
class CatchUpTest {

  private static CycleEntry resumed(World world) {
    return world.memory.cycle(Slot.resumed("default", SLOT).cycleId());
  }

  /** A world whose process died in the slot and again at the last order of what was taken up of it. */
  private static World interruptedTwice() {
    World dry = interrupted();
    int before = dry.venue.boundaries.count();
    dry.recover();
    List<String> calls = dry.venue.boundaries.calls();
    World world = interrupted();
    dieAt(world, calls.subList(before, calls.size()).lastIndexOf("send") + 1, World::recover);
    return world;
  }

  /** A world whose process died in the slot, before its second order went out. */
  private static World interrupted() {
    World dry = World.ready();
    int before = dry.venue.boundaries.count();
    dry.daemon.onSlot();
    List<String> calls = dry.venue.boundaries.calls();
    List<String> ofTheSlot = calls.subList(before, calls.size());
    int second = ofTheSlot.indexOf("send") + 1;
    second += ofTheSlot.subList(second, ofTheSlot.size()).indexOf("send") + 1;
    World world = World.ready();
    dieAt(world, second, w -> w.daemon.onSlot());
    return world;
  }

  private static void dieAt(World world, int nth, Consumer<World> what) {
    world.venue.boundaries.arm(nth, Boundaries.Moment.BEFORE, SimCrash::new);
    try {
      what.accept(world);
    } catch (SimCrash death) {
      world.restart();
      return;
    }
    throw new IllegalStateException("it did not die");
  }

  @Test
  void a_slot_that_passed_while_the_bot_was_away_is_decided_on_return_within_its_grace() {
    World world = World.ready();
    world.daemon.onSlot();
    Instant missed = SLOT.plus(Duration.ofHours(1));
    world.clock.advanceTo(missed.plus(Duration.ofMinutes(4)));
    world.restart();
    world.daemon.onHeartbeat();
    assertThat(world.status(missed)).isEqualTo(CycleStatus.DONE);
    assertThat(world.memory.cycles()).hasSize(2);
  }

  @Test
  void an_interrupted_decision_is_taken_up_again_once_from_what_is_true_now() {
    World world = interrupted();
    int before = world.venue.received.size();
    world.recover();
    assertThat(world.status(SLOT)).isEqualTo(CycleStatus.FAILED);
    assertThat(resumed(world).status()).as(resumed(world).reason()).isEqualTo(CycleStatus.DONE);
    assertThat(world.venue.received.size()).isGreaterThan(before);
    world.assertSound();
    int orders = world.venue.received.size();
    world.daemon.onHeartbeat();
    world.daemon.onSlot();
    assertThat(world.memory.cycles()).hasSize(2);
    assertThat(world.venue.received).hasSize(orders);
  }

  @Test
  void a_decision_that_was_interrupted_again_waits_for_the_next_slot() {
    World world = interruptedTwice();
    world.recover();
    assertThat(resumed(world).status()).isEqualTo(CycleStatus.FAILED);
    assertThat(world.memory.cycles()).hasSize(2);
    world.clock.advanceTo(SLOT.plus(Duration.ofHours(1)));
    world.daemon.onSlot();
    assertThat(world.status(SLOT.plus(Duration.ofHours(1)))).isEqualTo(CycleStatus.DONE);
  }

  @Test
  void an_interrupted_decision_is_left_alone_after_its_grace_and_while_the_bot_is_paused() {
    World late = interrupted();
    late.clock.advanceTo(SLOT.plus(Duration.ofMinutes(11)));
    late.recover();
    assertThat(late.memory.cycles()).hasSize(1);

    World paused = interrupted();
    paused.controls.setTradingState(TradingState.PAUSED, "ann", "lunch");
    paused.recover();
    assertThat(paused.memory.cycles()).hasSize(1);
    paused.controls.setTradingState(TradingState.ACTIVE, "ann", "back");
    paused.daemon.onHeartbeat();
    assertThat(resumed(paused).status()).isEqualTo(CycleStatus.DONE);
  }
}
