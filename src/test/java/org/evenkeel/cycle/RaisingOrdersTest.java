package org.evenkeel.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.cycle.World.SLOT;

import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.policy.OperatorOverride;
import org.evenkeel.core.policy.Request;
import org.evenkeel.core.policy.TradingState;
import org.evenkeel.core.statement.RequestRow;
import org.junit.jupiter.api.Test;

/** What raises risk, carried out by the bot after two persons have agreed. */
class RaisingOrdersTest {

  private final World world = World.ready();

  @Test
  void a_resume_happens_only_from_the_state_that_both_saw() {
    Request resume = RaisingOrders.state(TradingState.HALTED, TradingState.ACTIVE);
    world.controls.setTradingState(TradingState.HALTED, "ann", "drill");
    world.agreeOn(resume);
    assertThat(world.journal.tradingState()).isEqualTo(TradingState.ACTIVE);

    world.controls.setTradingState(TradingState.REDUCE_ONLY, "ann", "drill");
    world.agreeOn(resume);
    assertThat(world.journal.tradingState()).isEqualTo(TradingState.REDUCE_ONLY);
    assertThat(world.requests.requests(true).get(0).state()).isEqualTo(RequestRow.State.FAILED);
  }

  @Test
  void an_override_is_ended_and_a_lock_taken_back() {
    OperatorOverride override =
        world.controls.addOverride(
            SleeveId.of("btc"),
            OperatorOverride.Kind.CAP,
            Ratio.of("0.01"),
            "ann",
            "event",
            SLOT.minusSeconds(1),
            SLOT.plusSeconds(9999));
    world.agreeOn(RaisingOrders.overrideEnd(override));
    assertThat(world.journal.overrides(world.clock.now().plusSeconds(1))).isEmpty();

    world.lockControls.lock(World.BTC.value(), "ann", "look", world.clock.now());
    world.agreeOn(RaisingOrders.unlock(World.BTC.value()));
    assertThat(world.journal.locks().open()).isEmpty();
    world.agreeOn(RaisingOrders.unlock(World.BTC.value()));
    assertThat(world.requests.requests(true).get(0).state()).isEqualTo(RequestRow.State.FAILED);
  }
}
