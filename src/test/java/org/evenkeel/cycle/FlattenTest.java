package org.evenkeel.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.cycle.World.BTC;
import static org.evenkeel.cycle.World.ETH;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.basics.VenueOrderId;
import org.evenkeel.core.calendar.Slot;
import org.evenkeel.core.policy.TradingState;
import org.evenkeel.core.route.Attempt;
import org.evenkeel.core.route.AttemptState;
import org.evenkeel.core.route.OrderTicket;
import org.evenkeel.core.route.SendOutcome;
import org.evenkeel.core.route.VenueOrder;
import org.evenkeel.core.statement.CycleStatus;
import org.evenkeel.shell.simulate.Boundaries;
import org.evenkeel.shell.simulate.CycleEntry;
import org.junit.jupiter.api.Test;

/** The kill switch that closes: what it sends, what it waits for, and when it is over. */
class FlattenTest {

  /** A bot that has traded and holds a position in both perpetuals. */
  private static World invested() {
    World world = World.ready();
    world.daemon.onSlot();
    assertThat(world.venue.truth.position(BTC).isZero()).isFalse();
    assertThat(world.venue.truth.position(ETH).isZero()).isFalse();
    world.venue.received.clear();
    return world;
  }

  private static void order(World world) {
    world.controls.setTradingState(TradingState.FLATTENING, "ann", "drill");
  }

  private static void flatten(World world) {
    order(world);
    world.daemon.onHeartbeat();
  }

  private static TradingState state(World world) {
    return world.journal.tradingState();
  }

  private static void assertFlat(World world) {
    assertThat(world.venue.truth.position(BTC)).isEqualTo(Contracts.ZERO);
    assertThat(world.venue.truth.position(ETH)).isEqualTo(Contracts.ZERO);
  }

  @Test
  void everything_is_closed_by_reduce_only_orders_and_the_bot_stays_halted() {
    World world = invested();
    flatten(world);
    assertFlat(world);
    assertThat(state(world)).isEqualTo(TradingState.HALTED);
    assertThat(world.venue.received).hasSize(2).allMatch(OrderTicket::reduceOnly);
    world.assertSound();
    world.clock.advanceTo(World.SLOT.plusSeconds(3600));
    world.daemon.onSlot();
    assertFlat(world);
    assertThat(world.cycle(World.SLOT.plusSeconds(3600)).status()).isEqualTo(CycleStatus.SKIPPED);
  }

  @Test
  void what_it_sends_is_committed_under_a_slot_of_its_own() {
    World world = invested();
    flatten(world);
    CycleEntry own =
        world.memory.cycles().values().stream()
            .filter(entry -> entry.slot().occasion() == Slot.Occasion.FLATTEN)
            .findFirst()
            .orElseThrow();
    assertThat(own.status()).isEqualTo(CycleStatus.DONE);
    assertThat(own.reason()).isEqualTo("flatten, 2 orders: flat");
    assertThat(own.slot().cycleId().value()).endsWith("#3");
  }

  @Test
  void a_flat_bot_sends_nothing_and_leaves_no_row() {
    World world = World.ready();
    flatten(world);
    assertThat(world.venue.received).isEmpty();
    assertThat(world.memory.cycles().values())
        .noneMatch(entry -> entry.slot().occasion() == Slot.Occasion.FLATTEN);
    assertThat(state(world)).isEqualTo(TradingState.HALTED);
  }

  @Test
  void working_orders_are_canceled_before_the_first_slice() {
    World world = invested();
    world.venue.truth.orders.put(ClientOrderId.of("web1"), working());
    List<Boolean> wasCanceled = new ArrayList<>();
    world.venue.beforeOrder(
        ticket -> wasCanceled.add(world.venue.canceled.contains(ClientOrderId.of("web1"))));
    flatten(world);
    assertThat(wasCanceled).isNotEmpty().containsOnly(true);
    assertFlat(world);
  }

  private static VenueOrder working() {
    return new VenueOrder(
        ClientOrderId.of("web1"),
        VenueOrderId.of("77"),
        BTC,
        Side.BUY,
        Contracts.of("1"),
        Contracts.ZERO,
        BigDecimal.ZERO,
        VenueOrder.Status.NEW,
        "GTC",
        false,
        Instant.EPOCH);
  }

  @Test
  void the_size_is_the_venues_and_not_the_ledgers() {
    World world = invested();
    Contracts ours = world.venue.truth.position(BTC);
    // A liquidation that our books have not seen: half is gone.
    Contracts half = new Contracts(ours.value().setScale(0, RoundingMode.DOWN));
    world.venue.truth.execute(
        BTC,
        VenueOrderId.of("liq"),
        ours.value().signum() > 0 ? Side.SELL : Side.BUY,
        half.abs(),
        world.clock.now());
    Contracts live = world.venue.truth.position(BTC);
    flatten(world);
    assertThat(world.venue.received)
        .filteredOn(ticket -> ticket.instrument().equals(BTC))
        .extracting(OrderTicket::orderQty)
        .containsExactly(live.abs());
    assertFlat(world);
  }

  @Test
  void a_large_position_goes_in_slices_of_the_largest_order() {
    World world = new World();
    world.strategy = World.strategy("100000");
    world.restart();
    world.recover();
    buy(world, "7.3", "3000");
    flatten(world);
    assertFlat(world);
    assertThat(quantities(world, BTC)).containsExactly("2", "2", "2", "1.3");
    assertThat(quantities(world, ETH)).hasSize(75).startsWith("40").endsWith("40");
    // One of each at a time, so that what hedges each other shrinks together.
    assertThat(world.venue.received.subList(0, 4))
        .extracting(OrderTicket::instrument)
        .containsExactly(BTC, ETH, BTC, ETH);
  }

  private static void buy(World world, String btc, String eth) {
    Instant now = world.clock.now();
    world.venue.truth.execute(BTC, VenueOrderId.of("w1"), Side.BUY, Contracts.of(btc), now);
    world.venue.truth.execute(ETH, VenueOrderId.of("w2"), Side.BUY, Contracts.of(eth), now);
  }

  private static List<String> quantities(World world, InstrumentId instrument) {
    return world.venue.received.stream()
        .filter(ticket -> ticket.instrument().equals(instrument))
        .map(ticket -> ticket.orderQty().toString())
        .toList();
  }

  @Test
  void tries_that_move_nothing_widen_the_collar_up_to_its_bound_and_then_the_pass_gives_up() {
    World world = World.ready();
    world.venue.truth.execute(
        BTC, VenueOrderId.of("w1"), Side.BUY, Contracts.of("1"), world.clock.now());
    world.venue.script(
        BTC,
        Behavior.fillsTenths(0),
        Behavior.fillsTenths(0),
        Behavior.fillsTenths(0),
        Behavior.fillsTenths(0),
        Behavior.fillsTenths(0),
        Behavior.fillsTenths(0),
        Behavior.fillsTenths(0));
    flatten(world);
    // Selling at a bid of 50000: 0.2 %, 0.4 %, 0.8 %, 1.6 %, and 3 % is the bound.
    assertThat(world.venue.received)
        .extracting(ticket -> ticket.limitPrice().toString())
        .containsExactly("49900", "49800", "49600", "49200", "48500", "48500", "48500");
    assertThat(state(world)).isEqualTo(TradingState.FLATTENING);
    assertThat(world.alerts.raised().get("flatten")).contains("left: 1 of BTC-USDT-PERP@binance");
    world.daemon.onHeartbeat();
    assertFlat(world);
    assertThat(state(world)).isEqualTo(TradingState.HALTED);
    assertThat(world.alerts.raised()).doesNotContainKey("flatten");
  }

  @Test
  void an_order_without_answer_is_not_waited_for_before_the_next_but_before_the_end() {
    World world = invested();
    world.venue.script(BTC, Behavior.neverArrives());
    world.venue.script(ETH, Behavior.fillsAndLosesTheAnswer(10));
    flatten(world);
    assertFlat(world);
    assertThat(world.attempts(BTC)).noneMatch(attempt -> attempt.state().label().equals("UNKNOWN"));
    assertThat(
            world.attempts(BTC).stream()
                .filter(attempt -> attempt.state() instanceof AttemptState.Absent))
        .hasSize(1);
    assertThat(state(world)).isEqualTo(TradingState.HALTED);
    world.assertSound();
  }

  @Test
  void a_late_add_that_opens_again_is_closed_again_before_it_is_over() {
    World world = World.ready();
    // An add without answer arrives while the flatten looks at an account that is flat already.
    world.venue.script(BTC, Behavior.neverArrives());
    world.daemon.onSlot();
    Attempt late = world.attempts(BTC).get(0);
    assertThat(late.state().isTerminal()).as("resolved by the cycle itself").isTrue();
    world.venue.received.clear();
    List<Integer> accounts = new ArrayList<>();
    world.venue.boundaries.listen(
        name -> {
          if (name.equals("account")) {
            accounts.add(1);
          }
          if (name.equals("account") && accounts.size() == 3) {
            world.venue.truth.execute(
                BTC, VenueOrderId.of("late"), Side.BUY, Contracts.of("0.5"), world.clock.now());
          }
        });
    flatten(world);
    world.daemon.onHeartbeat();
    world.daemon.onHeartbeat();
    assertFlat(world);
    assertThat(state(world)).isEqualTo(TradingState.HALTED);
  }

  @Test
  void an_order_that_stays_open_keeps_the_flatten_open() {
    World world = invested();
    world.venue.script(BTC, Behavior.neverArrives());
    world.venue.unreadable.add("lookup");
    flatten(world);
    assertThat(state(world)).isEqualTo(TradingState.FLATTENING);
    assertThat(world.alerts.raised().get("flatten")).contains("without a final answer");
    world.venue.unreadable.clear();
    world.daemon.onHeartbeat();
    assertThat(state(world)).isEqualTo(TradingState.HALTED);
    assertFlat(world);
  }

  @Test
  void a_restart_at_any_call_goes_on_where_the_last_process_ended() {
    int calls = 0;
    boolean hasDied = true;
    while (hasDied) {
      calls++;
      hasDied = endsAfterCall(calls);
    }
    assertThat(calls).as("points at which a process ended").isGreaterThan(15);
  }

  /** True if the process that flattens came to its nth call of the venue, and ended there. */
  private static boolean endsAfterCall(int nth) {
    World world = invested();
    order(world);
    world.venue.boundaries.arm(nth, Boundaries.Moment.AFTER, Death::new);
    boolean hasDied = false;
    try {
      world.daemon.onHeartbeat();
    } catch (Death expected) {
      hasDied = true;
      world.restart();
      world.recover();
    }
    world.venue.boundaries.disarm();
    world.daemon.onHeartbeat();
    assertFlat(world);
    assertThat(state(world)).isEqualTo(TradingState.HALTED);
    world.assertSound();
    return hasDied;
  }

  private static final class Death extends Error {
    private static final long serialVersionUID = 1;

    Death(String where) {
      super(where);
    }
  }

  @Test
  void another_order_of_the_operator_ends_it_at_once() {
    World world = invested();
    order(world);
    world.venue.beforeOrder(
        ticket -> world.controls.setTradingState(TradingState.PAUSED, "ann", "wait"));
    world.daemon.onHeartbeat();
    assertThat(world.venue.received).hasSize(1);
    assertThat(state(world)).isEqualTo(TradingState.PAUSED);
  }

  @Test
  void an_account_that_shows_nothing_at_all_is_not_flat() {
    World world = invested();
    world.venue.unreadable.add("account");
    flatten(world);
    assertThat(state(world)).isEqualTo(TradingState.FLATTENING);
    assertThat(world.venue.received).isEmpty();
  }

  @Test
  void what_an_offline_flatten_did_is_taken_in_before_anything_is_planned() {
    World world = invested();
    Contracts held = world.venue.truth.position(BTC);
    OfflineTape tape = new OfflineTape();
    Slot slot = new Slot("default", world.clock.now(), Slot.Occasion.FLATTEN);
    OfflineHand hand = new OfflineHand(Venues.of(world.venue), world.clock, tape, slot, "ab1cd");
    world.venue.beforeOrder(ticket -> assertThat(tape.orders).isNotEmpty());
    Flatten.Outcome outcome =
        new Flatten(
                world.strategy,
                world.venue,
                Venues.of(world.venue),
                SpecBook.withoutMemory(),
                world.clock)
            .run(hand);
    assertThat(outcome.isFlat()).as(outcome.text()).isTrue();
    world.inbox = tape.inbox(slot);
    world.restart();
    world.recover();
    world.daemon.onHeartbeat();
    assertThat(world.alerts.raised()).isEmpty();
    assertThat(world.booked(BTC)).isEqualTo(Contracts.ZERO);
    assertThat(held.isZero()).isFalse();
    assertThat(state(world)).isEqualTo(TradingState.HALTED);
    world.assertSound();
  }

  /** A file that is a list. */
  private static final class OfflineTape implements OfflineLog {
    final List<OfflineRun.Order> orders = new ArrayList<>();
    final List<OfflineRun> archived = new ArrayList<>();

    @Override
    public void wrote(OfflineRun.Order order) {
      orders.add(order);
    }

    @Override
    public void answered(ClientOrderId id, SendOutcome answer, Instant at) {
      orders.replaceAll(
          order ->
              order.ticket().clientOrderId().equals(id)
                  ? new OfflineRun.Order(
                      order.intent(), order.ticket(), order.at(), Optional.of(answer))
                  : order);
    }

    @Override
    public void ended(String text, Instant at) {}

    OfflineInbox inbox(Slot slot) {
      return new OfflineInbox() {
        @Override
        public boolean isEmpty() {
          return !archived.isEmpty();
        }

        @Override
        public Result<List<OfflineRun>> read() {
          return Result.ok(
              List.of(new OfflineRun(slot, "ann", "fire", orders, Optional.empty(), "killed")));
        }

        @Override
        public void archive(OfflineRun run) {
          archived.add(run);
        }
      };
    }
  }
}
