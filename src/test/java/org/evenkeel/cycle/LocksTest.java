package org.evenkeel.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.cycle.World.BTC;
import static org.evenkeel.cycle.World.ETH;
import static org.evenkeel.cycle.World.SLOT;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.basics.VenueOrderId;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.route.Attempt;
import org.evenkeel.core.route.AttemptState;
import org.evenkeel.core.route.VenueOrder;
import org.evenkeel.core.statement.RequestRow;
import org.evenkeel.shell.simulate.Boundaries;
import org.evenkeel.shell.simulate.MemorySnapshot;
import org.evenkeel.shell.simulate.SimCrash;
import org.junit.jupiter.api.Test;

/** What freezes, for how long, and who ends it. */
class LocksTest {

  private final World world = World.ready();

  private void tradesByHand(String contracts) {
    world.venue.truth.execute(
        ETH, world.venue.truth.nextOrderId(), Side.SELL, Contracts.of(contracts), time());
  }

  private Instant time() {
    return world.venue.time();
  }

  private long ordersOf(World of) {
    return of.memory.attempts().size();
  }

  private long ethOrders() {
    return world.attempts(ETH).size();
  }

  private void runSlot(int hour) {
    world.clock.advanceTo(SLOT.plus(Duration.ofHours(hour)));
    world.daemon.onSlot();
  }

  @Test
  void an_external_trade_freezes_its_instrument_until_two_persons_have_acknowledged_it() {
    world.daemon.onSlot();
    long before = ethOrders();
    tradesByHand("5");
    world.daemon.onReconcile();
    assertThat(world.locks()).containsExactly(ETH + " EXTERNAL_FILL");
    assertThat(world.alerts.raised()).containsOnlyKeys("lock 1");
    assertThat(world.alerts.raised().get("lock 1"))
        .as("names the command")
        .contains("./evenkeel locks acknowledge 1");
    assertThat(world.memory.fills().values())
        .containsExactlyInAnyOrderElementsOf(world.venue.truth.fills);

    world.restart();
    world.recover();
    world.venue.truth.prices.put(ETH, Price.of("3500"));
    runSlot(1);
    assertThat(world.locks()).as("agreement of the figures clears nothing").hasSize(1);
    assertThat(ethOrders()).isEqualTo(before);

    world.acknowledgeAll();
    assertThat(world.locks()).isEmpty();
    assertThat(world.alerts.raised()).isEmpty();
    world.venue.truth.prices.put(ETH, Price.of("2500"));
    runSlot(2);
    assertThat(ethOrders()).isGreaterThan(before);
  }

  @Test
  void one_person_acknowledges_nothing() {
    world.daemon.onSlot();
    tradesByHand("5");
    world.daemon.onReconcile();
    RequestRow asked =
        world.requests.ask(
            LocksHandler.request(
                world.memory.locks().stream()
                    .map(org.evenkeel.core.statement.LockRow::of)
                    .toList()),
            "ann",
            "it was me");
    world.requests.approve(asked.number(), asked.hash(), "ann", "it was me");
    world.daemon.onHeartbeat();
    assertThat(world.locks()).hasSize(1);
  }

  /** I16: whatever dies and wherever, a booked external trade is a locked one. */
  @Test
  void no_crash_books_an_external_trade_without_its_lock() {
    int booked = 0;
    for (int call = 1; call <= 40; call++) {
      for (Boundaries.Moment moment : Boundaries.Moment.values()) {
        World each = World.ready();
        each.venue.truth.execute(
            ETH, each.venue.truth.nextOrderId(), Side.SELL, Contracts.of("5"), each.venue.time());
        each.journalCalls.arm(call, moment, SimCrash::new);
        try {
          each.daemon.onReconcile();
        } catch (SimCrash died) {
          assertThat(died).isNotNull();
        }
        booked += each.memory.fills().size();
        assertThat(each.memory.locks().stream().filter(lock -> lock.concerns(ETH)).count())
            .isGreaterThanOrEqualTo(each.memory.fills().size());
      }
    }
    assertThat(booked).isBetween(5, 79);
  }

  @Test
  void the_sender_of_an_external_trade_must_be_known_before_it_is_booked() {
    world.daemon.onSlot();
    int before = world.memory.fills().size();
    tradesByHand("5");
    world.venue.unreadable.add("clientIdOf");
    world.daemon.onReconcile();
    assertThat(world.memory.fills()).hasSize(before);
    assertThat(world.alerts.raised()).containsKey("reconcile");
    world.venue.unreadable.clear();
    world.daemon.onReconcile();
    assertThat(world.memory.fills()).hasSize(before + 1);
  }

  @Test
  void an_execution_of_an_order_that_has_ended_is_booked_for_it_and_freezes() {
    world.daemon.onSlot();
    Attempt ended = world.attempts(ETH).get(0);
    assertThat(ended.state().isTerminal()).isTrue();
    world.venue.truth.execute(
        ETH, ended.venueOrderId().orElseThrow(), Side.BUY, Contracts.of("1"), time());
    world.daemon.onReconcile();
    assertThat(world.locks()).containsExactly(ETH + " LATE_FILL");
    assertThat(world.attempts(ETH).get(0).bookedQty())
        .isEqualTo(ended.bookedQty().plus(Contracts.of("1")));
    assertThat(world.attempts(ETH).get(0).state()).isEqualTo(ended.state());
  }

  /** The order was proved absent and executed all the same: the venue is slower than it is believed to be. */
  @Test
  void an_execution_of_an_order_that_was_thought_absent_is_late_and_not_external() {
    world.venue.script(ETH, Behavior.neverArrives());
    world.daemon.onSlot();
    Attempt absent = world.attempts(ETH).get(0);
    assertThat(absent.state().label()).isEqualTo("ABSENT");
    VenueOrderId id = world.venue.truth.nextOrderId();
    world.venue.truth.orders.put(
        absent.ticket().clientOrderId(), order(absent.ticket().clientOrderId().value(), id, true));
    world.clock.sleep(Duration.ofMinutes(2));
    world.venue.truth.execute(ETH, id, Side.BUY, Contracts.of("1"), time());
    world.daemon.onReconcile();
    assertThat(world.locks()).containsExactly(ETH + " LATE_FILL");
  }

  private VenueOrder order(String clientId, VenueOrderId id, boolean isClosed) {
    return new VenueOrder(
        ClientOrderId.of(clientId),
        id,
        isClosed ? ETH : BTC,
        Side.BUY,
        Contracts.of("1"),
        isClosed ? Contracts.of("1") : Contracts.ZERO,
        BigDecimal.ZERO,
        isClosed ? VenueOrder.Status.FILLED : VenueOrder.Status.NEW,
        "IOC",
        false,
        time());
  }

  private void isOpen(String clientId) {
    world.venue.truth.orders.put(
        ClientOrderId.of(clientId), order(clientId, world.venue.truth.nextOrderId(), false));
  }

  @Test
  void two_deployments_on_one_account_stop_when_they_see_each_others_trades() {
    World other = World.beside(world);
    other.recover();
    world.daemon.onSlot();
    assertThat(ordersOf(world)).isPositive();
    other.clock.advanceTo(SLOT.plus(Duration.ofHours(1)));
    other.daemon.onSlot();
    assertThat(other.locks()).contains("ACCOUNT OTHER_DEPLOYMENT", BTC + " EXTERNAL_FILL");
    assertThat(ordersOf(other)).isZero();

    isOpen("ekzzzz000000000001");
    world.daemon.onReconcile();
    assertThat(world.locks()).containsExactly("ACCOUNT OTHER_DEPLOYMENT");
    long sent = ordersOf(world);
    world.venue.truth.prices.put(ETH, Price.of("3500"));
    runSlot(2);
    assertThat(ordersOf(world)).as("not even orders that reduce").isEqualTo(sent);
    world.venue.truth.orders.remove(ClientOrderId.of("ekzzzz000000000001"));
    world.daemon.onReconcile();
    assertThat(world.locks()).as("stays until persons say so").hasSize(1);
  }

  @Test
  void another_deployment_is_seen_at_the_start_before_anything_is_sent() {
    World fresh = new World();
    fresh.venue.truth.orders.put(
        ClientOrderId.of("ekzzzz000000000001"),
        order("ekzzzz000000000001", fresh.venue.truth.nextOrderId(), false));
    fresh.recover();
    assertThat(fresh.locks()).containsExactly("ACCOUNT OTHER_DEPLOYMENT");
    assertThat(fresh.alerts.raised()).containsKey("lock 1");
    fresh.clock.advanceTo(SLOT);
    fresh.daemon.onSlot();
    assertThat(ordersOf(fresh)).isZero();
  }

  @Test
  void a_database_restored_from_an_older_copy_trades_nothing() {
    MemorySnapshot copy = world.memory.snapshot();
    world.daemon.onSlot();
    assertThat(ordersOf(world)).isPositive();
    copy.restore();
    world.restart();
    world.recover();
    assertThat(world.locks()).contains("ACCOUNT DATABASE_BEHIND", BTC + " EXTERNAL_FILL");
    world.venue.truth.prices.put(ETH, Price.of("3500"));
    runSlot(1);
    assertThat(ordersOf(world)).isZero();
  }

  @Test
  void an_open_order_of_our_own_that_the_database_does_not_know_freezes_the_account() {
    isOpen("ek4f7q000000000001");
    world.daemon.onReconcile();
    assertThat(world.locks()).containsExactly("ACCOUNT DATABASE_BEHIND");
  }

  @Test
  void
      an_order_that_was_proved_absent_and_shows_up_open_is_canceled_and_freezes_until_it_is_gone() {
    world.venue.script(BTC, Behavior.neverArrives());
    world.daemon.onSlot();
    String id = world.attempts(BTC).get(0).ticket().clientOrderId().value();
    assertThat(world.attempts(BTC).get(0).state()).isInstanceOf(AttemptState.Absent.class);
    isOpen(id);
    world.venue.canceled.clear();
    world.daemon.onReconcile();
    assertThat(world.locks()).containsExactly(BTC + " FOREIGN_ORDER");
    assertThat(world.venue.canceled).hasSize(1);

    world.venue.truth.orders.remove(ClientOrderId.of(id));
    world.daemon.onReconcile();
    assertThat(world.locks()).isEmpty();
  }

  @Test
  void an_open_order_of_a_person_freezes_its_instrument_while_it_is_open() {
    isOpen("web1");
    world.daemon.onReconcile();
    assertThat(world.locks()).containsExactly(BTC + " FOREIGN_ORDER");
    world.daemon.onSlot();
    assertThat(world.attempts(BTC)).isEmpty();
    assertThat(world.attempts(ETH)).isNotEmpty();

    world.venue.unreadable.add("openOrders");
    world.daemon.onReconcile();
    assertThat(world.locks()).as("not read is not gone").hasSize(1);
    world.venue.unreadable.clear();
    world.venue.truth.orders.remove(ClientOrderId.of("web1"));
    world.daemon.onReconcile();
    assertThat(world.locks()).isEmpty();
  }

  @Test
  void a_difference_that_vanishes_does_not_clear_a_persons_lock() {
    world.daemon.onSlot();
    world.lockControls.lock(ETH.value(), "ann", "news", time());
    var missing =
        world.memory.transactions().entrySet().stream()
            .filter(entry -> entry.getValue().reference().startsWith("" + ETH))
            .findFirst()
            .orElseThrow();
    world.memory.transactions().remove(missing.getKey());
    world.daemon.onReconcile();
    assertThat(world.locks()).contains(ETH + " OPERATOR", ETH + " POSITION_DIFFERS");
    world.memory.transactions().put(missing.getKey(), missing.getValue());
    world.daemon.onReconcile();
    assertThat(world.locks()).containsExactly(ETH + " OPERATOR");
    world.lockControls.unlock(ETH.value(), "ann", "old news", time());
    world.daemon.onHeartbeat();
    assertThat(world.alerts.raised()).isEmpty();
  }

  @Test
  void a_lock_that_comes_after_planning_still_stops_the_order() {
    world.journalCalls.listen(
        call -> {
          if (call.equals("commitIntents")) {
            world.lockControls.lock(BTC.value(), "ann", "news", time());
          }
        });
    world.daemon.onSlot();
    assertThat(world.attempts(BTC)).isEmpty();
    assertThat(world.attempts(ETH)).isNotEmpty();
    assertThat(world.cycle(SLOT).reason()).contains("INSTRUMENT_FROZEN", "locked by hand");
  }

  private void specChanges(String multiplier) {
    world.venue.specs.replaceAll(
        spec ->
            spec.id().equals(ETH)
                ? new InstrumentSpec(
                    spec.instrument(),
                    spec.tickSize(),
                    spec.lotSize(),
                    spec.minQty(),
                    spec.maxQty(),
                    spec.minNotional(),
                    new BigDecimal(multiplier),
                    spec.isTrading())
                : spec);
  }

  @Test
  void a_changed_specification_freezes_its_instrument_in_the_very_cycle_that_sees_it() {
    specChanges("10");
    world.daemon.onSlot();
    assertThat(world.locks()).containsExactly(ETH + " SPEC_CHANGED");
    assertThat(world.attempts(ETH)).isEmpty();
    assertThat(world.attempts(BTC)).isNotEmpty();

    world.restart();
    world.recover();
    assertThat(world.locks()).hasSize(1);
    world.acknowledgeAll();
    assertThat(world.locks()).isEmpty();
    world.restart();
    world.recover();
    assertThat(world.locks()).as("acknowledged once is known").isEmpty();
  }

  @Test
  void a_specification_that_changes_while_the_bot_is_down_is_seen_at_the_start() {
    specChanges("10");
    world.restart();
    world.recover();
    assertThat(world.locks()).containsExactly(ETH + " SPEC_CHANGED");
  }

  @Test
  void acknowledging_a_specification_that_has_changed_back_does_not_make_it_the_known_one() {
    specChanges("10");
    world.daemon.onSlot();
    specChanges("1");
    runSlot(1);
    world.acknowledgeAll();
    assertThat(world.locks()).isEmpty();
    world.restart();
    world.recover();
    assertThat(world.locks()).isEmpty();
  }
}
