package org.evenkeel.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.cycle.World.SLOT;

import java.util.ArrayList;
import java.util.List;
import org.evenkeel.core.calendar.Slot;
import org.evenkeel.core.policy.TradingState;
import org.junit.jupiter.api.Test;

class SelfCheckTest {

  @Test
  void sound_books_change_nothing_and_a_broken_invariant_halts_the_bot_and_says_why() {
    World world = World.ready();
    List<String> faults = new ArrayList<>();
    SelfCheck check =
        new SelfCheck(() -> faults, world.journal::tradingState, world.controls, world.alerts);
    check.accept(Slot.scheduled("default", SLOT).cycleId());
    assertThat(world.journal.tradingState()).isEqualTo(TradingState.ACTIVE);

    faults.add("I7: order x ended FILLED with 3 filled and 2 booked");
    check.accept(Slot.scheduled("default", SLOT).cycleId());
    assertThat(world.journal.tradingState()).isEqualTo(TradingState.HALTED);
    assertThat(world.alerts.raised().get("invariant")).contains("I7: order x").contains("halted");

    faults.clear();
    check.accept(Slot.scheduled("default", SLOT).cycleId());
    assertThat(world.alerts.raised()).doesNotContainKey("invariant");
    assertThat(world.journal.tradingState())
        .as("only a person resumes")
        .isEqualTo(TradingState.HALTED);
  }

  @Test
  void a_flatten_goes_on_whatever_the_books_look_like() {
    World world = World.ready();
    world.controls.setTradingState(TradingState.FLATTENING, "ann", "out of here");
    new SelfCheck(
            () -> List.of("I1: something"),
            world.journal::tradingState,
            world.controls,
            world.alerts)
        .accept(Slot.scheduled("default", SLOT).cycleId());
    assertThat(world.journal.tradingState()).isEqualTo(TradingState.FLATTENING);
    assertThat(world.alerts.raised()).containsKey("invariant");
  }
}
