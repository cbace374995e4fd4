package org.evenkeel.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.cycle.World.BTC;
import static org.evenkeel.cycle.World.ETH;
import static org.evenkeel.cycle.World.SLOT;

import java.time.Duration;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.basics.VenueOrderId;
import org.evenkeel.core.policy.TradingState;
import org.evenkeel.core.settle.ExecutionCause;
import org.evenkeel.shell.simulate.Boundaries;
import org.evenkeel.shell.simulate.SimCrash;
import org.junit.jupiter.api.Test;

/** Positions that the venue closes itself: liquidation, auto-deleveraging, delivery (F82, F83). */
class ClosedByVenueTest {

  private final World world = World.ready();

  private static void closes(World world, ExecutionCause cause) {
    VenueOrderId order = world.venue.truth.nextOrderId();
    world.venue.closedBy.put(order, cause);
    world.venue.truth.execute(ETH, order, Side.SELL, Contracts.of("5"), world.venue.time());
  }

  private void runSlot(int hour) {
    world.clock.advanceTo(SLOT.plus(Duration.ofHours(hour)));
    world.daemon.onSlot();
  }

  @Test
  void a_liquidation_is_booked_as_such_halts_trading_and_names_itself() {
    world.daemon.onSlot();
    closes(world, ExecutionCause.LIQUIDATION);
    world.daemon.onReconcile();

    assertThat(world.journal.tradingState()).isEqualTo(TradingState.HALTED);
    assertThat(world.locks()).containsExactly(ETH + " LIQUIDATION");
    assertThat(world.alerts.raised().get("lock 1")).contains("the venue liquidated a position");
    assertThat(world.memory.fills().values())
        .containsExactlyInAnyOrderElementsOf(world.venue.truth.fills);

    long before = world.memory.attempts().size();
    runSlot(1);
    assertThat(world.memory.attempts()).hasSize((int) before);
  }

  @Test
  void after_a_liquidation_trading_goes_on_only_by_a_persons_word() {
    world.daemon.onSlot();
    closes(world, ExecutionCause.LIQUIDATION);
    world.daemon.onReconcile();
    world.acknowledgeAll();
    assertThat(world.journal.tradingState()).isEqualTo(TradingState.HALTED);

    world.controls.setTradingState(TradingState.ACTIVE, "ann", "looked at it");
    world.daemon.onReconcile();
    assertThat(world.journal.tradingState())
        .as("the same execution does not halt twice")
        .isEqualTo(TradingState.ACTIVE);
  }

  @Test
  void auto_deleveraging_freezes_its_instrument_and_no_other() {
    world.daemon.onSlot();
    closes(world, ExecutionCause.ADL);
    world.daemon.onReconcile();

    assertThat(world.locks()).containsExactly(ETH + " ADL");
    assertThat(world.journal.tradingState()).isEqualTo(TradingState.ACTIVE);
    long eth = world.attempts(ETH).size();
    long btc = world.attempts(BTC).size();
    world.venue.truth.prices.put(ETH, Price.of("3500"));
    world.venue.truth.prices.put(BTC, Price.of("60000"));
    runSlot(1);
    assertThat(world.attempts(ETH)).hasSize((int) eth);
    assertThat(world.attempts(BTC).size()).isGreaterThan((int) btc);
  }

  @Test
  void a_delivery_is_the_due_end_of_a_contract_and_locks_nothing() {
    world.daemon.onSlot();
    closes(world, ExecutionCause.DELIVERY);
    world.daemon.onReconcile();

    assertThat(world.locks()).isEmpty();
    assertThat(world.journal.tradingState()).isEqualTo(TradingState.ACTIVE);
    assertThat(world.memory.fills().values())
        .containsExactlyInAnyOrderElementsOf(world.venue.truth.fills);
  }

  @Test
  void no_crash_books_a_liquidation_without_the_halt() {
    int halted = 0;
    for (int call = 1; call <= 40; call++) {
      for (Boundaries.Moment moment : Boundaries.Moment.values()) {
        World each = World.ready();
        closes(each, ExecutionCause.LIQUIDATION);
        each.journalCalls.arm(call, moment, SimCrash::new);
        try {
          each.daemon.onReconcile();
        } catch (SimCrash crash) {
          // The process is dead; what it has committed stays.
        }
        each.journalCalls.arm(-1, moment, SimCrash::new);
        boolean isBooked = !each.memory.fills().isEmpty();
        assertThat(each.journal.tradingState() == TradingState.HALTED).isEqualTo(isBooked);
        halted += isBooked ? 1 : 0;
      }
    }
    assertThat(halted).as("crashes after the booking").isPositive();
  }
}
