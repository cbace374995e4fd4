package org.evenkeel.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.cycle.World.BTC;
import static org.evenkeel.cycle.World.ETH;
import static org.evenkeel.cycle.World.SLOT;
import static org.evenkeel.cycle.World.USDC;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.data.Wallets;
import org.evenkeel.core.policy.LockCause;
import org.evenkeel.core.policy.TradingState;
import org.evenkeel.core.route.Attempt;
import org.evenkeel.core.route.AttemptState;
import org.evenkeel.core.route.OrderTicket;
import org.evenkeel.core.route.VenueCapabilities;
import org.evenkeel.core.settle.Income;
import org.evenkeel.core.statement.CycleStatement;
import org.evenkeel.core.statement.CycleStatus;
import org.evenkeel.shell.simulate.CycleEntry;
import org.junit.jupiter.api.Test;

class RebalanceCycleTest {

  private static final Instant NEXT = SLOT.plus(Duration.ofHours(1));

  private final World world = World.ready();

  private void runTo(Instant slot) {
    world.clock.advanceTo(slot);
    world.daemon.onSlot();
  }

  private long ordersOf(InstrumentId instrument) {
    return world.venue.received.stream().filter(t -> t.instrument().equals(instrument)).count();
  }

  @Test
  void a_whole_cycle_ends_done_with_a_statement_and_a_ledger_equal_to_the_venue() {
    world.daemon.onSlot();

    CycleEntry cycle = world.cycle(SLOT);
    assertThat(cycle.status()).as(cycle.reason()).isEqualTo(CycleStatus.DONE);
    assertThat(cycle.reason()).isEmpty();
    assertThat(cycle.documents()).containsKeys("estimate", "target", "plan", "execution");
    assertThat(cycle.inputs()).isPresent();
    assertThat(world.ended).containsExactly(cycle.slot().cycleId());
    assertThat(world.venue.received)
        .extracting(OrderTicket::instrument)
        .containsExactlyInAnyOrder(BTC, ETH, USDC);
    world.assertSound();
    CycleStatement statement = cycle.statement().orElseThrow();
    assertThat(statement.turnover()).isPositive();
    assertThat(statement.weights())
        .allSatisfy(row -> assertThat(row.drift().abs().doubleValue()).isLessThan(0.001));
    double risk =
        statement.weights().stream()
            .mapToDouble(row -> row.realizedRiskContribution().doubleValue())
            .sum();
    assertThat(risk).isBetween(0.999999, 1.000001);
  }

  @Test
  void a_second_cycle_without_news_trades_nothing() {
    world.daemon.onSlot();
    int orders = world.venue.received.size();
    runTo(NEXT);
    assertThat(world.status(NEXT)).isEqualTo(CycleStatus.DONE);
    assertThat(world.venue.received).hasSize(orders);
  }

  @Test
  void a_lost_answer_is_looked_up_and_never_sent_again() {
    world.venue.script(BTC, Behavior.fillsAndLosesTheAnswer(10));
    world.daemon.onSlot();
    assertThat(ordersOf(BTC)).isEqualTo(1);
    assertThat(world.attempts(BTC))
        .singleElement()
        .satisfies(a -> assertThat(a.state()).isInstanceOf(AttemptState.Filled.class));
    assertThat(world.status(SLOT)).isEqualTo(CycleStatus.DONE);
    world.assertSound();
  }

  /** Five seconds of life, ten of backend, five of lag and one to be sure: 21 seconds after it was signed. */
  @Test
  void a_lost_request_is_absent_only_after_the_proofs_time_and_then_tried_again() {
    world.venue.script(BTC, Behavior.neverArrives());
    world.daemon.onSlot();
    assertThat(ordersOf(BTC)).isEqualTo(2);
    assertThat(statesOf(BTC)).containsExactly("ABSENT", "FILLED");
    Attempt first = world.attempts(BTC).get(0);
    Attempt second = world.attempts(BTC).get(1);
    assertThat(second.ticket().signedAt())
        .isAfter(first.ticket().signedAt().plusSeconds(21))
        .isBefore(first.ticket().signedAt().plusSeconds(25));
    Instant provable = first.ticket().signedAt().plusSeconds(21);
    assertThat(world.venue.lookupTimes.stream().filter(time -> time.isAfter(provable)).count())
        .as("answers given after the moment")
        .isGreaterThanOrEqualTo(2);
    world.assertSound();
  }

  private List<String> statesOf(InstrumentId instrument) {
    return world.attempts(instrument).stream().map(attempt -> attempt.state().label()).toList();
  }

  private void tradesOnceAfterTheFirstOrder(InstrumentId instrument, Side side, String quantity) {
    world.venue.script(instrument, Behavior.neverArrives());
    world.venue.beforeOrder(
        ticket -> {
          if (ordersOf(instrument) == 0 && ticket.instrument().equals(instrument)) {
            world.venue.truth.execute(
                instrument,
                world.venue.truth.nextOrderId(),
                side,
                Contracts.of(quantity),
                world.venue.time());
          }
        });
    world.daemon.onSlot();
  }

  @Test
  void an_execution_that_may_be_the_orders_own_is_for_an_operator_to_judge() {
    tradesOnceAfterTheFirstOrder(BTC, Side.BUY, "0.001");
    assertThat(statesOf(BTC)).containsExactly("QUARANTINED");
    assertThat(world.memory.locks())
        .extracting(lock -> lock.finding().subject())
        .contains(BTC.value());
    assertThat(ordersOf(BTC)).isEqualTo(1);
  }

  /** Coins also move by fees and transfers, so there only the executions speak. */
  @Test
  void an_execution_that_may_be_the_orders_own_is_for_an_operator_to_judge_on_spot_markets_too() {
    tradesOnceAfterTheFirstOrder(USDC, Side.BUY, "10");
    assertThat(statesOf(USDC)).containsExactly("QUARANTINED");
  }

  @Test
  void an_execution_of_the_other_side_cannot_be_the_orders_own() {
    tradesOnceAfterTheFirstOrder(BTC, Side.SELL, "0.001");
    assertThat(statesOf(BTC))
        .as("locked since, so it gets no second order")
        .containsExactly("ABSENT");
    assertThat(world.memory.locks())
        .extracting(lock -> lock.finding().cause())
        .containsExactly(LockCause.EXTERNAL_FILL);
  }

  @Test
  void an_order_that_is_never_found_out_freezes_its_instrument_and_no_other() {
    world.venue.setExpiry(VenueCapabilities.RequestExpiry.NONE);
    world.venue.script(BTC, Behavior.neverArrives());
    world.daemon.onSlot();
    assertThat(world.cycle(SLOT).reason()).contains("1 orders unresolved");
    assertThat(world.attempts(BTC))
        .singleElement()
        .satisfies(a -> assertThat(a.state()).isInstanceOf(AttemptState.Quarantined.class));
    assertThat(world.alerts.raised().keySet())
        .anyMatch(subject -> subject.startsWith("order ek4f7q"));
    assertThat(world.booked(ETH).isZero()).isFalse();

    world.venue.truth.prices.put(ETH, Price.of("2600"));
    runTo(NEXT);
    assertThat(world.status(NEXT)).isEqualTo(CycleStatus.DONE);
    assertThat(world.cycle(NEXT).documents().get("plan").toString())
        .contains("INSTRUMENT_FROZEN")
        .contains(BTC.value());
    assertThat(ordersOf(BTC)).isEqualTo(1);
    assertThat(ordersOf(ETH)).isEqualTo(2);
  }

  @Test
  void lookups_without_answer_prove_nothing() {
    world.venue.script(BTC, Behavior.fillsAndLosesTheAnswer(10));
    world.venue.unreadable.add("lookup");
    world.daemon.onSlot();
    assertThat(world.attempts(BTC))
        .singleElement()
        .satisfies(a -> assertThat(a.state()).isInstanceOf(AttemptState.Unknown.class));
    assertThat(ordersOf(BTC)).isEqualTo(1);

    world.venue.unreadable.clear();
    world.daemon.onReconcile();
    assertThat(world.attempts(BTC).get(0).state()).isInstanceOf(AttemptState.Filled.class);
    assertThat(world.alerts.raised()).isEmpty();
    world.assertSound();
  }

  @Test
  void a_proof_needs_every_one_of_its_readings() {
    for (String reading : List.of("venueTime", "openOrders", "account", "fills")) {
      World other = World.ready();
      other.venue.script(BTC, Behavior.neverArrives());
      other.venue.beforeOrder(
          ticket -> {
            if (ticket.instrument().equals(BTC)) {
              other.venue.unreadable.add(reading);
            }
          });
      other.daemon.onSlot();
      assertThat(other.attempts(BTC))
          .as(reading)
          .singleElement()
          .satisfies(a -> assertThat(a.state()).isInstanceOf(AttemptState.Unknown.class));
    }
  }

  @Test
  void a_partial_fill_gets_a_second_order_for_the_rest_after_the_first_has_ended() {
    world.venue.script(BTC, Behavior.fillsTenths(4));
    world.venue.setFillLag(Duration.ofSeconds(2));
    world.venue.beforeOrder(
        ticket ->
            assertThat(world.attempts(ticket.instrument()))
                .filteredOn(a -> !a.ticket().equals(ticket))
                .allMatch(a -> a.state().isTerminal()));
    world.daemon.onSlot();
    assertThat(statesOf(BTC)).containsExactly("EXPIRED", "FILLED");
    Attempt first = world.attempts(BTC).get(0);
    Attempt second = world.attempts(BTC).get(1);
    assertThat(first.bookedQty().plus(second.ticket().orderQty()))
        .isEqualTo(first.ticket().orderQty());
    world.assertSound();
  }

  @Test
  void an_intent_larger_than_one_order_may_be_is_worked_in_slices() {
    world.strategy = World.strategy("5000");
    world.restart();
    world.recover();
    runTo(NEXT);
    assertThat(world.attempts(BTC)).hasSizeGreaterThan(1);
    assertThat(world.attempts(BTC))
        .extracting(a -> a.ticket().orderQty().value().multiply(a.ticket().limitPrice().value()))
        .allMatch(value -> value.compareTo(new BigDecimal("5100")) < 0);
    assertThat(world.cycle(NEXT).status()).isEqualTo(CycleStatus.DONE);
    assertThat(world.cycle(NEXT).reason()).isEmpty();
    world.assertSound();
  }

  @Test
  void an_intent_that_its_orders_do_not_fill_is_named() {
    world.venue.script(
        BTC, Behavior.fillsTenths(0), Behavior.fillsTenths(0), Behavior.fillsTenths(0));
    world.daemon.onSlot();
    assertThat(ordersOf(BTC)).isEqualTo(3);
    assertThat(world.cycle(SLOT).reason()).contains(BTC + " not traded: UNFILLED");
    world.assertSound();
  }

  @Test
  void a_rejection_is_in_the_reason_with_its_code_and_is_not_repeated() {
    world.venue.script(BTC, Behavior.rejects("-1111"));
    world.daemon.onSlot();
    assertThat(world.status(SLOT)).isEqualTo(CycleStatus.DONE);
    assertThat(world.cycle(SLOT).reason())
        .contains(BTC + " not traded: VENUE_REJECTED: code -1111");
    assertThat(ordersOf(BTC)).isEqualTo(1);
    assertThat(world.attempts(BTC).get(0).state()).isEqualTo(new AttemptState.Rejected("-1111"));
    world.assertSound();
  }

  @Test
  void a_halt_in_mid_cycle_stops_further_orders() {
    world.venue.beforeOrder(
        ticket -> world.controls.setTradingState(TradingState.HALTED, "ann", "drill"));
    world.daemon.onSlot();
    assertThat(world.venue.received).hasSize(1);
    assertThat(world.cycle(SLOT).reason()).contains("TRADING_STATE", "HALTED");
    world.assertSound();
  }

  @Test
  void an_estimate_that_is_refused_holds_the_cycle_and_sends_nothing() {
    world.venue.setBarHistoryEmpty(true);
    world.daemon.onSlot();
    assertThat(world.status(SLOT)).isEqualTo(CycleStatus.HELD);
    assertThat(world.cycle(SLOT).reason()).isNotBlank();
    assertThat(world.venue.received).isEmpty();
    assertThat(world.cycle(SLOT).documents()).doesNotContainKeys("target", "plan");
  }

  @Test
  void a_venue_without_answers_holds_the_cycle() {
    for (String reading : List.of("account", "quotes", "bars", "venueTime")) {
      World other = World.ready();
      other.venue.unreadable.add(reading);
      other.daemon.onSlot();
      assertThat(other.status(SLOT)).as(reading).isEqualTo(CycleStatus.HELD);
      assertThat(other.cycle(SLOT).reason()).contains("VENUE_UNAVAILABLE");
      assertThat(other.venue.received).isEmpty();
    }
  }

  /** The position is closed by the first leg; while its fate is open, the second must not open the other side. */
  @Test
  void the_second_leg_of_a_turn_waits_for_the_fate_of_the_first() {
    world.venue.truth.execute(
        BTC, world.venue.truth.nextOrderId(), Side.SELL, Contracts.of("3"), world.venue.time());
    world.daemon.onReconcile();
    world.venue.setExpiry(VenueCapabilities.RequestExpiry.NONE);
    world.venue.script(BTC, Behavior.neverArrives());
    world.acknowledgeAll();
    world.daemon.onSlot();
    assertThat(ordersOf(BTC)).isEqualTo(1);
    assertThat(world.venue.received)
        .filteredOn(ticket -> ticket.instrument().equals(BTC))
        .allMatch(OrderTicket::reduceOnly);
    assertThat(world.cycle(SLOT).reason()).contains("INSTRUMENT_FROZEN");
  }

  @Test
  void an_order_that_lost_its_time_in_force_is_canceled_and_quarantined() {
    world.venue.script(BTC, Behavior.keepsOpen());
    world.daemon.onSlot();
    assertThat(world.attempts(BTC))
        .singleElement()
        .satisfies(a -> assertThat(a.state()).isInstanceOf(AttemptState.Quarantined.class));
    assertThat(world.venue.canceled).hasSize(1);
    assertThat(world.venue.openOrders(BTC).orThrow()).isEmpty();
  }

  @Test
  void funding_between_two_readings_explains_itself() {
    world.daemon.onSlot();
    world.venue.truth.pay("f1", Income.Kind.FUNDING, "-12.5", world.venue.time());
    runTo(NEXT);
    assertThat(world.status(NEXT)).isEqualTo(CycleStatus.DONE);
    assertThat(world.alerts.everRaised()).isEmpty();
    world.assertSound();
  }

  /** Payments of one hour become visible in any order; the one that comes late has the earlier time. */
  @Test
  void funding_that_becomes_visible_late_is_booked_all_the_same() {
    world.daemon.onSlot();
    Instant hour = world.venue.time();
    world.venue.truth.pay("second", Income.Kind.FUNDING, "-2", hour.plusMillis(3));
    world.clock.sleep(Duration.ofSeconds(1));
    world.daemon.onReconcile();
    world.venue.truth.pay("first", Income.Kind.FUNDING, "-1", hour);
    world.daemon.onReconcile();
    assertThat(world.memory.locks()).isEmpty();
    world.assertSound();
  }

  @Test
  void money_that_nobody_explains_is_a_lock_that_freezes_everything_until_it_is_gone() {
    world.daemon.onSlot();
    int orders = world.venue.received.size();
    world.venue.truth.deposit(Wallets.FUTURES, "USDT", "-1000");
    world.venue.truth.prices.put(ETH, Price.of("3500"));
    runTo(NEXT);
    assertThat(world.memory.locks())
        .extracting(lock -> lock.finding().subject())
        .containsExactly("FUTURES@binance/USDT");
    assertThat(world.alerts.raised()).containsOnlyKeys("lock 1", DrawdownWatch.AUTHOR);
    assertThat(world.venue.received).hasSize(orders);

    world.venue.truth.deposit(Wallets.FUTURES, "USDT", "1000");
    runTo(NEXT.plus(Duration.ofHours(1)));
    assertThat(world.memory.locks()).isEmpty();
    assertThat(world.alerts.raised()).isEmpty();
    assertThat(world.venue.received.size()).isGreaterThan(orders);
  }

  @Test
  void a_quick_look_reads_fills_and_funding_only_if_something_differs() {
    world.daemon.onSlot();
    int before = world.venue.boundaries.count();
    runTo(NEXT);
    assertThat(world.venue.boundaries.calls().subList(before, world.venue.boundaries.count()))
        .contains("account")
        .doesNotContain("fills", "income", "openOrders", "send");

    world.venue.truth.pay("f1", Income.Kind.FUNDING, "-1", world.venue.time());
    int later = world.venue.boundaries.count();
    runTo(NEXT.plus(Duration.ofHours(1)));
    assertThat(world.venue.boundaries.calls().subList(later, world.venue.boundaries.count()))
        .contains("fills", "income");
  }
}
