package org.evenkeel.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.cycle.World.SLOT;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.statement.BudgetRow;
import org.evenkeel.core.statement.CallRow;
import org.evenkeel.core.statement.CycleCalls;
import org.evenkeel.core.statement.CycleStatus;
import org.junit.jupiter.api.Test;

/** The calls of a cycle are kept with it, however it ends. */
class CycleCallsTest {

  /** Says how many cycles have begun. */
  private static final class Counter implements CallMeter {
    private int begun = 0;

    @Override
    public void begin() {
      begun++;
    }

    @Override
    public CycleCalls end() {
      return of(begun);
    }

    private static CycleCalls of(int count) {
      return new CycleCalls(
          List.of(new CallRow("binance", "futures", "klines", count, count, 0, 0)),
          List.of(new BudgetRow("binance", "futures", count, count, Optional.empty(), 9, 9)));
    }
  }

  private static World counted() {
    World world = World.early();
    world.meter = new Counter();
    world.restart();
    world.recover();
    world.clock.advanceTo(SLOT);
    return world;
  }

  @Test
  void a_cycle_keeps_its_own_calls() {
    World world = counted();
    world.daemon.onSlot();
    world.clock.advanceTo(SLOT.plus(Duration.ofHours(1)));
    world.daemon.onSlot();
    assertThat(world.journal.newestDocuments("calls", CycleCalls.class, 2))
        .containsExactly(Counter.of(2), Counter.of(1));
  }

  @Test
  void a_cycle_that_holds_keeps_its_calls_too() {
    World world = counted();
    world.venue.setBarHistoryEmpty(true);
    world.daemon.onSlot();
    assertThat(world.status(SLOT)).isEqualTo(CycleStatus.HELD);
    assertThat(world.journal.newestDocuments("calls", CycleCalls.class, 1))
        .containsExactly(Counter.of(1));
  }
}
