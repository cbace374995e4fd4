package org.evenkeel.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.cycle.World.BTC;
import static org.evenkeel.cycle.World.ETH;
import static org.evenkeel.cycle.World.SLOT;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.data.Wallets;
import org.evenkeel.core.policy.Limits;
import org.evenkeel.core.route.Denial;
import org.evenkeel.core.route.OrderTicket;
import org.evenkeel.core.settle.Bookkeeping;
import org.evenkeel.core.settle.Income;
import org.junit.jupiter.api.Test;

/** What goes wrong between plan and order. */
class DeskFaultsTest {

  private World world = World.ready();

  private List<OrderTicket> ordersOf(InstrumentId instrument) {
    return world.venue.received.stream().filter(t -> t.instrument().equals(instrument)).toList();
  }

  private List<RefusalReason> denials(InstrumentId instrument) {
    return world.memory.denials().stream()
        .filter(denial -> denial.intent().instrument().equals(instrument))
        .map(denial -> denial.refusal().reason())
        .toList();
  }

  private static World limited(String order, String first, String minute) {
    World world = new World();
    Limits all = world.strategy.limits();
    world.strategy =
        world.strategyWith(
            new Limits(
                new BigDecimal(order),
                new BigDecimal(first),
                new BigDecimal(minute),
                all.maxCycleTurnover(),
                all.maxGrossLeverage(),
                all.maxNetLeverage(),
                all.maxInstrumentExposure(),
                all.priceCollar(),
                all.maxOrdersPerCycle(),
                all.maxClockOffset(),
                all.maxQuoteAge()));
    world.restart();
    world.daemon.onHeartbeat();
    world.clock.advanceTo(SLOT);
    return world;
  }

  /** Fault 30: the plan was made for a ledger; what is booked between plan and orders makes it worthless. */
  @Test
  void a_plan_for_another_ledger_is_discarded_whole() {
    boolean[] isBooked = {false};
    world.journalCalls.listen(
        name -> {
          if (name.equals("commitIntents") && !isBooked[0]) {
            isBooked[0] = true;
            world.journal.book(
                Bookkeeping.ofIncome(
                    new Income(
                        Wallets.FUTURES,
                        "f-1",
                        Income.Kind.FUNDING,
                        "FUNDING_FEE",
                        Money.of("-1", "USDT"),
                        "BTCUSDT",
                        world.clock.now())));
          }
        });
    world.daemon.onSlot();

    assertThat(isBooked[0]).isTrue();
    assertThat(world.venue.received).isEmpty();
    assertThat(world.memory.denials())
        .isNotEmpty()
        .extracting(denial -> denial.refusal().reason())
        .containsOnly(RefusalReason.PLAN_STALE);
  }

  /** Fault 30: what is held differs from what the leg was planned from. */
  @Test
  void a_leg_planned_from_another_position_is_not_sent() {
    world.daemon.onSlot();
    int before = ordersOf(BTC).size();
    world.venue.truth.prices.put(BTC, Price.of("40000"));
    world.venue.truth.prices.put(ETH, Price.of("3000"));
    boolean[] isTraded = {false};
    // Between the reconciliation, which saw nothing, and the observation of the account.
    world.venue.boundaries.listen(
        name -> {
          if (name.equals("bars") && !isTraded[0]) {
            isTraded[0] = true;
            world.venue.truth.execute(
                BTC,
                world.venue.truth.nextOrderId(),
                Side.BUY,
                Contracts.of("0.5"),
                world.venue.time());
          }
        });
    world.clock.advanceTo(SLOT.plus(Duration.ofHours(1)));
    world.daemon.onSlot();

    assertThat(isTraded[0]).isTrue();
    assertThat(ordersOf(BTC)).hasSize(before);
    assertThat(denials(BTC)).containsExactly(RefusalReason.PLAN_STALE);
    assertThat(ordersOf(ETH).size()).isGreaterThan(1);
  }

  /** Fault 32: a close that was filled in part leaves a position that an opening order would cross. */
  @Test
  void the_second_leg_of_a_turn_is_not_sent_after_a_partial_close() {
    world.venue.truth.execute(
        BTC, world.venue.truth.nextOrderId(), Side.SELL, Contracts.of("3"), world.venue.time());
    world.daemon.onReconcile();
    world.venue.script(
        BTC, Behavior.fillsTenths(5), Behavior.fillsTenths(0), Behavior.fillsTenths(0));
    // With the approval comes the heartbeat that decides.
    world.acknowledgeAll();

    assertThat(ordersOf(BTC)).allMatch(OrderTicket::reduceOnly);
    assertThat(world.venue.truth.position(BTC).value()).isNegative();
    assertThat(denials(BTC)).containsExactly(RefusalReason.UNFILLED, RefusalReason.UNFILLED);
  }

  /** Fault 47: a definitive refusal for lack of money is answered by half the size, once in a cycle. */
  @Test
  void too_little_margin_is_tried_smaller_once_in_a_cycle() {
    world.venue.script(BTC, Behavior.rejects("-2019"));
    world.venue.script(ETH, Behavior.rejects("-2019"));
    world.daemon.onSlot();

    int tries = ordersOf(BTC).size() + ordersOf(ETH).size();
    assertThat(tries).isEqualTo(3);
    InstrumentId smaller = ordersOf(BTC).size() == 2 ? BTC : ETH;
    BigDecimal first = ordersOf(smaller).get(0).orderQty().value();
    BigDecimal second = ordersOf(smaller).get(1).orderQty().value();
    assertThat(second).isLessThanOrEqualTo(first.divide(BigDecimal.TWO)).isPositive();
    assertThat(denials(smaller)).containsExactly(RefusalReason.INSUFFICIENT_FUNDS);
    assertThat(denials(smaller.equals(BTC) ? ETH : BTC))
        .containsExactly(RefusalReason.VENUE_REJECTED);
    world.assertSound();
  }

  @Test
  void what_is_not_ordered_is_a_row_with_its_reason() {
    world.venue.script(BTC, Behavior.rejects("-1111"));
    world.daemon.onSlot();
    assertThat(world.memory.denials())
        .singleElement()
        .satisfies(
            denial -> {
              assertThat(denial.intent().instrument()).isEqualTo(BTC);
              assertThat(denial.refusal().toString()).isEqualTo("VENUE_REJECTED: code -1111");
            });
  }

  /** Fault 27: the first order in an instrument is so small that a contract size wrong by 1000 keeps the cap. */
  @Test
  void a_contract_size_wrong_by_a_thousand_keeps_the_cap_and_is_noticed_at_the_first_fill() {
    world = limited("250000", "250", "5000000");
    world.venue.setValueFactor(BTC, new BigDecimal("1000"));
    world.daemon.onSlot();

    OrderTicket first = ordersOf(BTC).get(0);
    assertThat(ordersOf(BTC)).hasSize(1);
    assertThat(first.orderQty().value().multiply(first.limitPrice().value()))
        // The limit price lies up to the collar of 0.2 % beyond the mark.
        .isLessThanOrEqualTo(new BigDecimal("250.50"));
    assertThat(world.attempts(BTC).get(0).state().toString())
        .contains("contract size", "by the venue");
    assertThat(world.booked(BTC)).isEqualTo(first.orderQty());
    assertThat(ordersOf(ETH)).hasSizeGreaterThan(1);

    world.clock.advanceTo(SLOT.plus(Duration.ofHours(1)));
    world.daemon.onSlot();
    assertThat(ordersOf(BTC)).as("frozen until an operator explains it").hasSize(1);
  }

  /** Invariant 13: the count comes from the journal, so that a crash loop cannot order without end. */
  @Test
  void what_is_ordered_within_a_minute_is_capped_and_a_restart_does_not_reset_it() {
    world = limited("150000", "150000", "300000");
    world.daemon.onSlot();
    assertThat(orderedWithinAMinute()).isLessThanOrEqualTo(new BigDecimal("300000"));
    int sent = world.venue.received.size();
    assertThat(world.memory.denials())
        .extracting(Denial::refusal)
        .anySatisfy(refusal -> assertThat(refusal.detail()).contains("max_notional_per_minute"));

    world.restart();
    world.recover();
    world.controls.requestRun("ann", "again");
    world.daemon.onHeartbeat();
    assertThat(orderedWithinAMinute()).isLessThanOrEqualTo(new BigDecimal("300000"));
    assertThat(world.memory.cycles()).hasSize(2);
    assertThat(sent).isPositive();
  }

  private BigDecimal orderedWithinAMinute() {
    BigDecimal most = BigDecimal.ZERO;
    for (OrderTicket from : world.venue.received) {
      BigDecimal sum = BigDecimal.ZERO;
      for (OrderTicket ticket : world.venue.received) {
        boolean isWithin =
            !ticket.signedAt().isBefore(from.signedAt())
                && ticket.signedAt().isBefore(from.signedAt().plusSeconds(60));
        if (isWithin) {
          sum = sum.add(ticket.orderQty().value().multiply(ticket.limitPrice().value()));
        }
      }
      most = most.max(sum);
    }
    return most;
  }
}
