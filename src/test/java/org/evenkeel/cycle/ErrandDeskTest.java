package org.evenkeel.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.cycle.World.BTC;
import static org.evenkeel.cycle.World.SLOT;

import java.math.BigDecimal;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.basics.VenueOrderId;
import org.evenkeel.core.policy.TradingState;
import org.evenkeel.core.route.VenueOrder;
import org.evenkeel.core.statement.CycleStatus;
import org.junit.jupiter.api.Test;

/** What an operator sends the daemon to do is done at its heartbeat, and again if it was interrupted. */
class ErrandDeskTest {

  private static final ClientOrderId STRANGER = ClientOrderId.of("web1");

  private static World worldWithAnOrder() {
    World world = World.ready();
    world.venue.truth.orders.put(
        STRANGER,
        new VenueOrder(
            STRANGER,
            VenueOrderId.of("1"),
            BTC,
            Side.BUY,
            Contracts.of("1"),
            Contracts.ZERO,
            BigDecimal.ZERO,
            VenueOrder.Status.NEW,
            "GTC",
            false,
            SLOT));
    return world;
  }

  @Test
  void what_works_at_the_venue_is_canceled_once_and_trading_goes_on() {
    World world = worldWithAnOrder();
    world.controls.send(Errand.Kind.CANCEL_ALL, "ann", "a strange order");
    world.daemon.onHeartbeat();
    assertThat(world.venue.canceled).containsExactly(STRANGER);
    assertThat(world.venue.openOrders(BTC).orThrow()).isEmpty();
    assertThat(world.journal.errands().waiting()).isEmpty();
    assertThat(world.journal.tradingState()).isEqualTo(TradingState.ACTIVE);
    world.daemon.onSlot();
    assertThat(world.status(SLOT)).isEqualTo(CycleStatus.DONE);
  }

  @Test
  void what_could_not_be_seen_through_is_told_and_tried_again() {
    World world = worldWithAnOrder();
    world.venue.unreadable.add("openOrders");
    world.controls.send(Errand.Kind.CANCEL_ALL, "ann", "a strange order");
    world.daemon.onHeartbeat();
    assertThat(world.alerts.raised()).containsKey("cancel-all");
    assertThat(world.journal.errands().waiting()).hasSize(1);
    world.venue.unreadable.clear();
    world.daemon.onHeartbeat();
    assertThat(world.venue.canceled).containsExactly(STRANGER);
    assertThat(world.alerts.raised()).doesNotContainKey("cancel-all");
    assertThat(world.journal.errands().waiting()).isEmpty();
  }

  @Test
  void a_comparison_is_made_now_and_its_failure_is_told() {
    World world = World.early();
    world.controls.send(Errand.Kind.RECONCILE, "ann", "look");
    int before = world.venue.boundaries.count();
    world.daemon.onHeartbeat();
    assertThat(world.venue.boundaries.calls().subList(before, world.venue.boundaries.count()))
        .anyMatch(call -> call.contains("account"));
    assertThat(world.journal.errands().waiting()).isEmpty();
    assertThat(world.alerts.raised()).doesNotContainKey("reconcile");

    world.venue.unreadable.add("account");
    world.controls.send(Errand.Kind.RECONCILE, "ann", "look again");
    world.daemon.onHeartbeat();
    assertThat(world.alerts.raised()).containsKey("reconcile");
    assertThat(world.journal.errands().waiting()).isEmpty();
  }
}
