package org.evenkeel.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.cycle.World.BTC;
import static org.evenkeel.cycle.World.SLOT;

import java.time.Duration;
import org.evenkeel.core.route.AttemptState;
import org.evenkeel.core.route.VenueCapabilities;
import org.junit.jupiter.api.Test;

/** Orders about which no reading will ever prove anything: they end in quarantine, in bounded time, with the true reason. */
class UnprovableOrderTest {

  private World world = World.ready();

  private AttemptState state() {
    return world.attempts(BTC).get(0).state();
  }

  private void reconcileAfter(Duration pause) {
    world.clock.sleep(pause);
    world.daemon.onReconcile();
  }

  @Test
  void without_request_expiry_an_unanswered_order_waits_for_an_operator_after_a_minute() {
    world = new World();
    world.venue.setExpiry(VenueCapabilities.RequestExpiry.NONE);
    world.daemon.onHeartbeat();
    assertThat(world.alerts.raised()).containsKey("operator-resolve mode binance");
    world.clock.advanceTo(SLOT);
    world.venue.script(BTC, Behavior.neverArrives());
    world.daemon.onSlot();

    reconcileAfter(Duration.ofSeconds(90));

    assertThat(state())
        .isInstanceOfSatisfying(
            AttemptState.Quarantined.class,
            s -> assertThat(s.reason()).contains("refuses no late request"));
  }

  @Test
  void a_venue_with_request_expiry_needs_no_operator() {
    assertThat(world.alerts.raised()).doesNotContainKey("operator-resolve mode");
  }

  @Test
  void executions_that_never_become_visible_end_in_quarantine_after_ten_minutes() {
    world.venue.setFillLag(Duration.ofDays(1));
    world.daemon.onSlot();
    assertThat(state()).isInstanceOf(AttemptState.Settling.class);
    reconcileAfter(Duration.ofMinutes(5));
    assertThat(state()).isInstanceOf(AttemptState.Settling.class);

    reconcileAfter(Duration.ofMinutes(6));

    assertThat(state())
        .isInstanceOfSatisfying(
            AttemptState.Quarantined.class,
            s -> assertThat(s.reason()).contains("shows executions of 0"));
  }

  /** Three days of orders, ninety of executions: an order that left no execution had no effect. */
  @Test
  void an_order_older_than_the_venues_orders_is_judged_by_its_executions() {
    world.venue.unreadable.add("lookup");
    world.venue.script(BTC, Behavior.neverArrives());
    world.daemon.onSlot();
    world.venue.unreadable.clear();

    reconcileAfter(Duration.ofDays(4));

    assertThat(state()).isInstanceOf(AttemptState.Absent.class);
  }

  @Test
  void an_order_older_than_the_venues_executions_is_for_an_operator() {
    world.venue.unreadable.add("lookup");
    world.venue.script(BTC, Behavior.neverArrives());
    world.daemon.onSlot();
    world.venue.unreadable.clear();

    reconcileAfter(Duration.ofDays(91));

    assertThat(state())
        .isInstanceOfSatisfying(
            AttemptState.Quarantined.class,
            s -> assertThat(s.reason()).contains("executions of the last 90 days only"));
  }

  /** Fault 43: the venue keeps the order under another id; its execution cannot be attributed. */
  @Test
  void an_order_whose_id_was_rewritten_freezes_its_instrument() {
    world.venue.script(BTC, Behavior.fillsUnderAnotherName());
    world.daemon.onSlot();
    reconcileAfter(Duration.ofMinutes(2));

    assertThat(state())
        .isInstanceOfSatisfying(
            AttemptState.Quarantined.class,
            s -> assertThat(s.reason()).contains("belongs to no known order"));
    world.clock.advanceTo(SLOT.plus(Duration.ofHours(1)));
    world.daemon.onSlot();
    assertThat(world.venue.received).filteredOn(t -> t.instrument().equals(BTC)).hasSize(1);
  }
}
