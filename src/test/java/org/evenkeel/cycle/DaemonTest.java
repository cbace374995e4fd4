package org.evenkeel.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.cycle.World.BTC;
import static org.evenkeel.cycle.World.SLOT;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.basics.VenueOrderId;
import org.evenkeel.core.calendar.Slot;
import org.evenkeel.core.calendar.SlotMove;
import org.evenkeel.core.catalog.Samples;
import org.evenkeel.core.data.Wallets;
import org.evenkeel.core.plan.RebalancePlan;
import org.evenkeel.core.policy.OperatorOverride;
import org.evenkeel.core.policy.TradingState;
import org.evenkeel.core.route.VenueOrder;
import org.evenkeel.core.statement.CycleStatus;
import org.evenkeel.shell.simulate.Boundaries;
import org.evenkeel.shell.simulate.CycleEntry;
import org.evenkeel.shell.simulate.Memory;
import org.evenkeel.shell.simulate.MemoryLease;
import org.junit.jupiter.api.Test;

class DaemonTest {

  private static final Duration HOUR = Duration.ofHours(1);

  private static VenueOrder openOrder(String clientOrderId) {
    return new VenueOrder(
        ClientOrderId.of(clientOrderId),
        VenueOrderId.of("1"),
        BTC,
        Side.BUY,
        Contracts.of("1"),
        Contracts.ZERO,
        BigDecimal.ZERO,
        VenueOrder.Status.NEW,
        "GTC",
        false,
        SLOT);
  }

  @Test
  void nothing_is_due_before_the_first_slot() {
    World world = new World();
    world.daemon.onSlot();
    assertThat(world.daemon.isReady()).isTrue();
    assertThat(world.memory.cycles()).isEmpty();
    assertThat(world.daemon.nextSlot()).isEqualTo(SLOT);
  }

  @Test
  void a_bell_that_rings_twice_decides_once() {
    World world = World.ready();
    world.daemon.onSlot();
    int orders = world.venue.received.size();
    world.daemon.onSlot();
    world.clock.sleep(Duration.ofMinutes(5));
    world.daemon.onSlot();
    assertThat(world.memory.cycles()).hasSize(1);
    assertThat(world.venue.received).hasSize(orders);
  }

  @Test
  void slots_that_passed_unseen_are_skipped_with_the_reason_and_only_the_newest_runs() {
    World world = World.ready();
    world.daemon.onSlot();
    Instant waking = SLOT.plus(HOUR.multipliedBy(3)).plus(Duration.ofMinutes(5));
    world.clock.advanceTo(waking);
    world.daemon.onSlot();
    for (int missed = 1; missed <= 2; missed++) {
      Instant slot = SLOT.plus(HOUR.multipliedBy(missed));
      assertThat(world.status(slot)).isEqualTo(CycleStatus.SKIPPED);
      assertThat(world.cycle(slot).reason()).contains("SLOT_TOO_LATE");
    }
    assertThat(world.status(SLOT.plus(HOUR.multipliedBy(3)))).isEqualTo(CycleStatus.DONE);
    assertThat(world.ended).hasSize(4);
  }

  @Test
  void a_slot_after_its_grace_time_is_not_run_any_more() {
    World world = World.ready();
    world.clock.advanceTo(SLOT.plus(Duration.ofMinutes(11)));
    world.daemon.onSlot();
    assertThat(world.status(SLOT)).isEqualTo(CycleStatus.SKIPPED);
    assertThat(world.venue.received).isEmpty();
  }

  @Test
  void while_paused_slots_are_skipped_with_the_reason() {
    World world = World.ready();
    world.controls.setTradingState(TradingState.PAUSED, "ann", "lunch");
    world.daemon.onSlot();
    assertThat(world.status(SLOT)).isEqualTo(CycleStatus.SKIPPED);
    assertThat(world.cycle(SLOT).reason()).isEqualTo("TRADING_STATE: the trading state is PAUSED");
    assertThat(world.venue.received).isEmpty();

    world.controls.setTradingState(TradingState.ACTIVE, "ann", "back");
    world.clock.advanceTo(SLOT.plus(HOUR));
    world.daemon.onSlot();
    assertThat(world.status(SLOT.plus(HOUR))).isEqualTo(CycleStatus.DONE);
  }

  @Test
  void an_appointment_that_an_operator_lets_pass_is_skipped_and_the_next_one_kept() {
    World world = World.ready();
    world.controls.skipSlot(SLOT, "ann", "holidays");
    world.daemon.onSlot();
    assertThat(world.status(SLOT)).isEqualTo(CycleStatus.SKIPPED);
    assertThat(world.cycle(SLOT).reason()).isEqualTo("OVERRIDE: skipped by ann: holidays");
    assertThat(world.venue.received).isEmpty();

    world.clock.advanceTo(SLOT.plus(HOUR));
    world.daemon.onSlot();
    assertThat(world.status(SLOT.plus(HOUR))).isEqualTo(CycleStatus.DONE);
  }

  @Test
  void
      an_appointment_that_an_operator_moves_is_decided_at_its_new_time_once_also_after_a_restart() {
    World world = World.ready();
    Instant later = SLOT.plus(Duration.ofMinutes(25));
    world.controls.moveSlot(new SlotMove(SLOT, later), "ann", "after the fixing");
    world.daemon.onSlot();
    assertThat(world.memory.cycles()).isEmpty();
    assertThat(world.daemon.nextSlot()).isEqualTo(later);

    world.restart();
    world.recover();
    world.clock.advanceTo(later);
    world.daemon.onSlot();
    assertThat(world.status(later)).isEqualTo(CycleStatus.DONE);
    assertThat(world.memory.cycles()).hasSize(1);
    assertThat(world.daemon.nextSlot()).isEqualTo(SLOT.plus(HOUR));
  }

  @Test
  void a_rebalance_of_one_sleeve_trades_its_legs_and_gives_the_reason_for_all_others() {
    World world = World.early();
    world.controls.requestRebalance(
        new TreeSet<>(List.of(SleeveId.of("btc"))), "ann", "only this one");
    world.daemon.onHeartbeat();
    assertThat(world.venue.received)
        .isNotEmpty()
        .allSatisfy(ticket -> assertThat(ticket.instrument()).isEqualTo(BTC));
    CycleEntry entry = world.memory.cycles().values().iterator().next();
    assertThat(entry.status()).isEqualTo(CycleStatus.DONE);
    assertThat(entry.reason()).startsWith("limited to btc by request 1; ");
    assertThat(((RebalancePlan) entry.documents().get("plan")).skips())
        .extracting(skip -> skip.instrument() + " " + skip.refusal())
        .contains(
            "ETH-USDT-PERP@binance OVERRIDE: it is under a decision that is limited to other sleeves");

    world.clock.advanceTo(SLOT);
    world.daemon.onSlot();
    assertThat(world.venue.received).anyMatch(ticket -> !ticket.instrument().equals(BTC));
  }

  @Test
  void a_rebalance_of_a_sleeve_that_is_not_there_trades_nothing_and_says_so() {
    World world = World.early();
    world.controls.requestRebalance(
        new TreeSet<>(List.of(SleeveId.of("gone"))), "ann", "no such thing");
    world.daemon.onHeartbeat();
    assertThat(world.venue.received).isEmpty();
    assertThat(world.memory.cycles().values().iterator().next().reason())
        .contains("INVALID_INPUT: there is no sleeve 'gone' to rebalance");
  }

  @Test
  void reduce_only_runs_the_cycle_and_adds_nothing() {
    World world = World.ready();
    world.controls.setTradingState(TradingState.REDUCE_ONLY, "ann", "storm");
    world.daemon.onSlot();
    assertThat(world.status(SLOT)).isEqualTo(CycleStatus.DONE);
    assertThat(world.venue.received).isEmpty();
    assertThat(world.cycle(SLOT).reason()).contains("TRADING_STATE");
  }

  @Test
  void an_operators_request_runs_a_cycle_of_its_own_and_is_taken_once() {
    World world = World.early();
    world.controls.requestRun("ann", "look now");
    world.daemon.onHeartbeat();
    assertThat(world.memory.cycles().values())
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.slot().occasion()).isEqualTo(Slot.Occasion.OPERATOR);
              assertThat(entry.status()).as(entry.reason()).isEqualTo(CycleStatus.DONE);
            });
    world.daemon.onHeartbeat();
    assertThat(world.memory.cycles()).hasSize(1);
    world.clock.advanceTo(SLOT);
    world.daemon.onSlot();
    assertThat(world.status(SLOT)).isEqualTo(CycleStatus.DONE);
  }

  @Test
  void an_operators_request_waits_while_the_bot_is_paused() {
    World world = World.early();
    world.controls.setTradingState(TradingState.PAUSED, "ann", "lunch");
    world.controls.requestRun("ann", "later");
    world.daemon.onHeartbeat();
    assertThat(world.memory.cycles()).isEmpty();
    world.controls.setTradingState(TradingState.ACTIVE, "ann", "back");
    world.daemon.onHeartbeat();
    assertThat(world.memory.cycles()).hasSize(1);
  }

  @Test
  void an_override_in_force_at_the_slot_is_obeyed_and_remarked() {
    World world = World.ready();
    world.controls.addOverride(
        SleeveId.of("btc"),
        OperatorOverride.Kind.CAP,
        Ratio.of("0.01"),
        "ann",
        "event",
        SLOT.minusSeconds(60),
        SLOT.plus(HOUR));
    world.daemon.onSlot();
    assertThat(world.cycle(SLOT).statement().orElseThrow().weights().get(0))
        .satisfies(
            row -> {
              assertThat(row.currentExposure()).isLessThan(new BigDecimal("0.0101"));
              assertThat(row.override()).contains("CAP 0.01 until 2026-01-31T12:00:00Z");
            });
  }

  @Test
  void a_halt_cancels_what_works_at_the_venue_until_nothing_does() {
    World world = World.ready();
    world.venue.truth.orders.put(ClientOrderId.of("web1"), openOrder("web1"));
    world.controls.setTradingState(TradingState.HALTED, "ann", "drill");
    world.daemon.onHeartbeat();
    assertThat(world.venue.canceled).containsExactly(ClientOrderId.of("web1"));
    assertThat(world.venue.openOrders(BTC).orThrow()).isEmpty();
    world.daemon.onHeartbeat();
    assertThat(world.venue.canceled).hasSize(1);
  }

  @Test
  void a_request_to_cancel_that_came_to_nothing_is_made_again() {
    World world = World.ready();
    world.venue.truth.orders.put(ClientOrderId.of("web1"), openOrder("web1"));
    world.venue.loseCancels(1);
    world.controls.setTradingState(TradingState.HALTED, "ann", "drill");
    world.daemon.onHeartbeat();
    assertThat(world.venue.canceled).hasSize(2);
    assertThat(world.venue.openOrders(BTC).orThrow()).isEmpty();
  }

  @Test
  void a_halt_that_cannot_be_seen_through_is_told_and_tried_again() {
    World world = World.ready();
    world.venue.truth.orders.put(ClientOrderId.of("web1"), openOrder("web1"));
    world.venue.unreadable.add("openOrders");
    world.controls.setTradingState(TradingState.HALTED, "ann", "drill");
    world.daemon.onHeartbeat();
    assertThat(world.alerts.raised()).containsKey("halt");
    world.venue.unreadable.clear();
    world.daemon.onHeartbeat();
    assertThat(world.venue.canceled).containsExactly(ClientOrderId.of("web1"));
  }

  @Test
  void a_lost_lease_stops_everything_until_it_is_ours_again() {
    World world = World.ready();
    Memory memory = world.memory;
    MemoryLease.expire(memory);
    MemoryLease rival = new MemoryLease(memory, "rival", new Boundaries());
    assertThat(rival.tryAcquire()).isTrue();

    world.daemon.onHeartbeat();
    assertThat(world.daemon.isReady()).isFalse();
    assertThat(world.alerts.raised()).containsKey("lease");
    world.daemon.onSlot();
    assertThat(world.memory.cycles()).isEmpty();
    assertThat(world.venue.received).isEmpty();

    rival.release();
    world.recover();
    assertThat(world.alerts.raised()).isEmpty();
    world.daemon.onSlot();
    assertThat(world.status(SLOT)).isEqualTo(CycleStatus.DONE);
  }

  /** The old leader is paused in mid-cycle, another one takes over, and the old one wakes up. */
  @Test
  void a_leader_that_lost_its_lease_in_mid_cycle_sends_nothing_more() {
    World world = World.ready();
    world.venue.beforeOrder(
        ticket -> {
          MemoryLease.expire(world.memory);
          new MemoryLease(world.memory, "rival", new Boundaries()).tryAcquire();
        });
    world.daemon.onSlot();
    assertThat(world.venue.received).hasSize(1);
    assertThat(world.daemon.isReady()).isFalse();
    assertThat(world.memory.attempts().values())
        .allMatch(attempt -> attempt.state().label().equals("PENDING_NEW"));
  }

  /** Recovery follows every open order for up to a minute; the lease lives for ten seconds. */
  @Test
  void the_lease_is_kept_while_recovery_does_not_succeed() {
    World world = new World();
    world.venue.unreadable.add("account");
    world.daemon.onHeartbeat();
    assertThat(world.daemon.isReady()).isFalse();
    int before = world.journalCalls.count();
    world.daemon.onHeartbeat();
    assertThat(world.journalCalls.calls().subList(before, world.journalCalls.count()))
        .contains("lease.renew");
  }

  @Test
  void stopping_gives_the_lease_back_even_if_the_bot_never_became_ready() {
    World world = new World();
    world.venue.unreadable.add("account");
    world.daemon.onHeartbeat();
    assertThat(world.memory.holder()).isPresent();
    world.daemon.stop();
    assertThat(world.memory.holder()).isEmpty();
    World ready = World.ready();
    ready.daemon.stop();
    assertThat(ready.memory.holder()).isEmpty();
    assertThat(ready.daemon.isReady()).isFalse();
  }

  @Test
  void a_defect_in_a_cycle_ends_it_and_the_bot_goes_on() {
    World world = World.ready();
    world.venue.boundaries.arm(
        4, Boundaries.Moment.BEFORE, where -> new IllegalArgumentException("a bug " + where));
    world.daemon.onSlot();
    assertThat(world.alerts.raised()).containsKey("defect");
    world.recover();
    assertThat(world.status(SLOT)).isEqualTo(CycleStatus.FAILED);
    assertThat(world.cycle(SLOT).reason()).contains("INTERRUPTED");
    world.clock.advanceTo(SLOT.plus(HOUR));
    world.daemon.onSlot();
    assertThat(world.status(SLOT.plus(HOUR))).isEqualTo(CycleStatus.DONE);
  }

  @Test
  void clocks_that_are_apart_keep_the_bot_from_starting() {
    World world = new World();
    world.venue.setClockSkew(Duration.ofMillis(-1500));
    world.daemon.onHeartbeat();
    assertThat(world.daemon.isReady()).isFalse();
    assertThat(world.alerts.raised().get("start-up")).contains("CLOCK_OFFSET", "synchronize");
    world.venue.setClockSkew(Duration.ofMillis(-900));
    world.daemon.onHeartbeat();
    assertThat(world.daemon.isReady()).isTrue();
  }

  @Test
  void orders_are_signed_with_the_venues_time() {
    World world = World.ready();
    world.venue.setClockSkew(Duration.ofMillis(-900));
    world.daemon.onSlot();
    assertThat(world.status(SLOT)).isEqualTo(CycleStatus.DONE);
    assertThat(world.venue.received)
        .allSatisfy(
            ticket ->
                assertThat(Duration.between(ticket.signedAt(), world.venue.time()).abs())
                    .isLessThan(Duration.ofMillis(500)));
    assertThat(world.venue.received)
        .allMatch(t -> t.validUntil().equals(t.signedAt().plusSeconds(5)));
  }

  @Test
  void what_was_there_at_the_first_start_opens_the_ledger_and_nothing_else_does() {
    World world = World.ready();
    assertThat(world.journal.ledger().total(Wallets.FUTURES, Samples.USDT))
        .isEqualByComparingTo("600000");
    world.restart();
    world.recover();
    assertThat(world.memory.transactions()).hasSize(1);
    world.assertSound();
  }
}
