package org.evenkeel.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.cycle.World.BTC;
import static org.evenkeel.cycle.World.ETH;
import static org.evenkeel.cycle.World.SLOT;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.policy.OperatorOverride;
import org.evenkeel.core.policy.OperatorOverride.Kind;
import org.evenkeel.core.policy.OverrideScope;
import org.evenkeel.core.policy.OverrideScope.Level;
import org.evenkeel.core.policy.Overrides;
import org.evenkeel.core.policy.TradingState;
import org.evenkeel.core.route.OrderTicket;
import org.junit.jupiter.api.Test;

/** What a running bot makes of overrides of every kind, and of those that come while it decides. */
class OverridesInTheCycleTest {

  private static final Instant NEXT = SLOT.plus(Duration.ofHours(1));
  private static final OverrideScope BTC_ONLY = new OverrideScope(Level.INSTRUMENT, BTC.value());

  private final World world = World.ready();

  private OperatorOverride order(OverrideScope scope, Kind kind, String value, Instant until) {
    return world
        .controls
        .setOverride(
            new OperatorOverride(
                0, scope, kind, Ratio.of(value), "ann", "event", world.clock.now(), until),
            Optional.empty())
        .orThrow();
  }

  private void decideAt(Instant slot) {
    world.clock.advanceTo(slot);
    world.daemon.onSlot();
    world.assertSound();
  }

  private List<OrderTicket> sent(InstrumentId instrument) {
    return world.attempts(instrument).stream().map(attempt -> attempt.ticket()).toList();
  }

  private BigDecimal held(InstrumentId instrument) {
    return world.journal.ledger().position(instrument).value();
  }

  @Test
  void an_instrument_under_no_trade_gets_no_order_at_all() {
    order(BTC_ONLY, Kind.NO_TRADE, "0", NEXT.plusSeconds(60));
    decideAt(SLOT);
    assertThat(sent(BTC)).isEmpty();
    assertThat(sent(ETH)).isNotEmpty();
    assertThat(world.cycle(SLOT).documents().get("plan").toString()).contains("no-trade");
  }

  @Test
  void a_venue_under_no_trade_gets_no_order_not_even_for_stablecoins() {
    order(new OverrideScope(Level.VENUE, "binance"), Kind.NO_TRADE, "0", NEXT);
    decideAt(SLOT);
    assertThat(world.venue.received).isEmpty();
  }

  @Test
  void a_close_takes_the_position_to_zero_and_leaves_the_others() {
    decideAt(SLOT);
    assertThat(held(BTC)).isPositive();
    BigDecimal ether = held(ETH);
    order(BTC_ONLY, Kind.CLOSE, "0", NEXT.plus(Duration.ofHours(2)));
    decideAt(NEXT);
    assertThat(held(BTC)).isZero();
    assertThat(held(ETH)).isEqualByComparingTo(ether);
    decideAt(NEXT.plus(Duration.ofHours(1)));
    assertThat(held(BTC)).isZero();
  }

  @Test
  void a_position_under_reduce_only_is_not_added_to_and_may_shrink() {
    order(OverrideScope.book(), Kind.MULTIPLIER, "0.5", NEXT.minusSeconds(60));
    decideAt(SLOT);
    BigDecimal half = held(BTC);
    OperatorOverride rule = order(BTC_ONLY, Kind.REDUCE_ONLY, "0", NEXT.plus(Duration.ofDays(1)));
    decideAt(NEXT);
    assertThat(held(BTC)).isEqualByComparingTo(half);
    assertThat(held(ETH)).isGreaterThan(half);
    order(BTC_ONLY, Kind.MULTIPLIER, "0.25", NEXT.plus(Duration.ofDays(1)));
    decideAt(NEXT.plus(Duration.ofHours(1)));
    assertThat(held(BTC)).isPositive().isLessThan(half);
    assertThat(rule.id()).isEqualTo(2);
  }

  @Test
  void a_frozen_weight_is_kept_in_both_directions() {
    decideAt(SLOT);
    BigDecimal before = held(BTC);
    order(BTC_ONLY, Kind.FREEZE_WEIGHT, "0", NEXT.plus(Duration.ofDays(1)));
    order(OverrideScope.book(), Kind.MULTIPLIER, "0.5", NEXT.plus(Duration.ofDays(1)));
    int orders = sent(BTC).size();
    decideAt(NEXT);
    assertThat(held(BTC)).isEqualByComparingTo(before);
    assertThat(sent(BTC)).hasSize(orders);
    assertThat(sent(ETH)).hasSizeGreaterThan(1);
  }

  @Test
  void a_cap_of_the_class_binds_the_sum_and_leaves_the_rest_in_cash() {
    order(new OverrideScope(Level.CLASS, "majors"), Kind.CAP, "0.02", NEXT.plusSeconds(60));
    decideAt(SLOT);
    BigDecimal sum =
        world.cycle(SLOT).statement().orElseThrow().weights().stream()
            .map(row -> row.targetExposure())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(sum).isBetween(new BigDecimal("0.0199"), new BigDecimal("0.0201"));
    assertThat(world.cycle(SLOT).statement().orElseThrow().weights().get(0).override())
        .isEqualTo("CAP 0.02 of class majors until " + NEXT.plusSeconds(60));
  }

  /** F92: what is ordered while a cycle runs may forbid its next order, and nothing else before the next cycle. */
  @Test
  void a_no_trade_in_mid_cycle_stops_the_orders_that_were_planned() {
    world.venue.beforeOrder(
        ticket -> order(OverrideScope.book(), Kind.NO_TRADE, "0", NEXT.plusSeconds(60)));
    world.daemon.onSlot();
    assertThat(world.venue.received).hasSize(1);
    assertThat(world.cycle(SLOT).reason()).contains("OVERRIDE", "is under no-trade");
    world.assertSound();
  }

  @Test
  void an_override_that_ends_in_mid_cycle_permits_nothing_before_the_next() {
    OperatorOverride rule = order(BTC_ONLY, Kind.NO_TRADE, "0", NEXT.plusSeconds(60));
    world.venue.beforeOrder(
        ticket -> world.controls.expireOverride(rule.id(), "ann", "over", world.clock.now()));
    world.daemon.onSlot();
    assertThat(sent(BTC)).isEmpty();
    decideAt(NEXT);
    assertThat(sent(BTC)).isNotEmpty();
  }

  @Test
  void at_its_end_an_override_reverts_by_itself_and_the_next_cycle_says_so() {
    order(BTC_ONLY, Kind.NO_TRADE, "0", NEXT.minusSeconds(1));
    decideAt(SLOT);
    Overrides first = (Overrides) world.cycle(SLOT).documents().get("overrides");
    assertThat(first.inForce()).hasSize(1);
    decideAt(NEXT);
    assertThat(held(BTC)).isPositive();
    Overrides second = (Overrides) world.cycle(NEXT).documents().get("overrides");
    assertThat(second.inForce()).isEmpty();
    assertThat(second.ended()).hasSize(1);
    assertThat(world.cycle(NEXT).reason())
        .contains("override 1 (NO_TRADE of " + BTC + ") has ended");
    decideAt(NEXT.plus(Duration.ofHours(1)));
    assertThat(world.cycle(NEXT.plus(Duration.ofHours(1))).documents())
        .doesNotContainKey("overrides");
  }

  @Test
  void the_kill_switch_closes_also_what_is_under_no_trade() {
    decideAt(SLOT);
    order(OverrideScope.book(), Kind.NO_TRADE, "0", NEXT.plus(Duration.ofDays(1)));
    world.controls.setTradingState(TradingState.FLATTENING, "ann", "fire");
    for (int i = 0; i < 30 && held(BTC).signum() != 0; i++) {
      world.daemon.onHeartbeat();
      world.clock.sleep(Duration.ofSeconds(5));
    }
    assertThat(held(BTC)).isZero();
  }
}
