package org.evenkeel.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.cycle.World.BTC;
import static org.evenkeel.cycle.World.ETH;
import static org.evenkeel.cycle.World.SLOT;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.plan.PositionInterval;
import org.evenkeel.core.plan.RebalancePlan;
import org.evenkeel.core.plan.Skip;
import org.evenkeel.core.policy.Limits;
import org.evenkeel.core.policy.OperatorOverride;
import org.evenkeel.core.route.Attempt;
import org.evenkeel.core.route.AttemptState;
import org.evenkeel.core.route.OrderTicket;
import org.evenkeel.core.statement.CycleStatement;
import org.evenkeel.core.statement.CycleStatus;
import org.evenkeel.core.statement.OpenRow;
import org.evenkeel.core.statement.WeightRow;
import org.junit.jupiter.api.Test;

/** An order whose fate is open is an interval of positions: it blocks its own risk and nothing else. */
class UncertainPositionTest {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final BigDecimal NAV = new BigDecimal("1000000");

  private World world = World.ready();

  private void runTo(Instant slot) {
    world.clock.advanceTo(slot);
    world.daemon.onSlot();
  }

  private RebalancePlan plan(Instant slot) {
    return (RebalancePlan) world.cycle(slot).documents().get("plan");
  }

  private List<OrderTicket> ordersOf(InstrumentId instrument) {
    return world.venue.received.stream().filter(t -> t.instrument().equals(instrument)).toList();
  }

  /** What the first decision holds if nothing goes wrong, over NAV. */
  private static BigDecimal wantedGross() {
    World calm = World.ready();
    calm.daemon.onSlot();
    return calm.cycle(SLOT).statement().orElseThrow().grossLeverage();
  }

  private static World withLargestGross(BigDecimal ratio) {
    World world = new World();
    Limits all = world.strategy.limits();
    Limits limits =
        new Limits(
            all.maxOrderNotional(),
            all.maxFirstOrderNotional(),
            all.maxNotionalPerMinute(),
            all.maxCycleTurnover(),
            new Ratio(ratio),
            all.maxNetLeverage(),
            all.maxInstrumentExposure(),
            all.priceCollar(),
            all.maxOrdersPerCycle(),
            all.maxClockOffset(),
            all.maxQuoteAge());
    world.strategy = world.strategyWith(limits);
    world.restart();
    world.daemon.onHeartbeat();
    world.clock.advanceTo(SLOT);
    return world;
  }

  /** Gross exposure at the venue's truth and with every open order at full size, whichever is worse. */
  private BigDecimal worstGross() {
    BigDecimal gross = BigDecimal.ZERO;
    for (InstrumentId id : List.of(BTC, ETH)) {
      Contracts held = world.venue.truth.position(id);
      PositionInterval possible = PositionInterval.at(id, held);
      for (Attempt attempt : world.attempts(id)) {
        possible = possible.after(attempt.ticket().side(), attempt.worstCaseLeaves());
      }
      BigDecimal price = world.venue.truth.prices.get(id).value();
      gross = gross.add(possible.worst().value().multiply(price));
    }
    return gross;
  }

  @Test
  void others_trade_on_for_cycles_within_the_limit_at_both_ends() {
    BigDecimal largest = wantedGross().multiply(new BigDecimal("0.8"));
    world = withLargestGross(largest);
    world.venue.unreadable.add("lookup");
    world.venue.script(BTC, Behavior.neverArrives());
    world.venue.script(ETH, Behavior.rejects("-1111"));
    world.venue.beforeOrder(
        ticket ->
            assertThat(worstGross())
                .as("before " + ticket)
                .isLessThanOrEqualTo(largest.multiply(NAV)));
    world.daemon.onSlot();
    assertThat(world.attempts(BTC))
        .singleElement()
        .satisfies(a -> assertThat(a.state()).isInstanceOf(AttemptState.Unknown.class));
    Contracts possible = ordersOf(BTC).get(0).orderQty();

    for (int i = 1; i <= 3; i++) {
      Instant slot = SLOT.plus(HOUR.multipliedBy(i));
      runTo(slot);
      assertThat(world.status(slot)).as(world.cycle(slot).reason()).isEqualTo(CycleStatus.DONE);
      assertThat(plan(slot).unresolved())
          .containsExactly(new PositionInterval(BTC, Contracts.ZERO, possible));
      assertThat(worstGross()).isLessThanOrEqualTo(largest.multiply(NAV));
    }

    assertThat(ordersOf(BTC)).hasSize(1);
    assertThat(ordersOf(ETH)).hasSizeGreaterThan(1);
    assertThat(world.booked(ETH).isZero()).isFalse();
    assertThat(plan(SLOT.plus(HOUR)).skips())
        .filteredOn(skip -> skip.instrument().equals(ETH))
        .extracting(Skip::refusal)
        .anySatisfy(
            refusal ->
                assertThat(refusal.detail()).contains("is cut to", "max_gross_leverage allows"));
  }

  @Test
  void the_statement_shows_exposure_and_risk_at_both_ends() {
    world.venue.unreadable.add("lookup");
    world.venue.script(BTC, Behavior.neverArrives());
    world.daemon.onSlot();

    CycleStatement statement = world.cycle(SLOT).statement().orElseThrow();
    OpenRow row = statement.open().get(0);
    assertThat(statement.open()).hasSize(1);
    assertThat(row.instrument()).isEqualTo(BTC.value());
    assertThat(row.sleeve()).isEqualTo("btc");
    assertThat(row.low()).isZero();
    assertThat(row.high()).isEqualByComparingTo(ordersOf(BTC).get(0).orderQty().value());
    assertThat(row.riskLow()).isZero();
    // Both sleeves have the same budget, so with the whole order filled each bears half.
    assertThat(row.riskHigh().doubleValue()).isBetween(0.49, 0.51);
    WeightRow btc = statement.weights().get(0);
    double more = row.grossHigh().subtract(row.grossLow()).doubleValue();
    assertThat(more)
        .isBetween(
            btc.targetExposure().doubleValue() * 0.99, btc.targetExposure().doubleValue() * 1.01);
  }

  @Test
  void what_is_frozen_is_only_reduced_and_only_by_what_is_right_at_both_ends() {
    world.daemon.onSlot();
    Contracts held = world.venue.truth.position(BTC);
    world.venue.truth.prices.put(BTC, Price.of("35000"));
    world.venue.unreadable.add("lookup");
    world.venue.script(BTC, Behavior.neverArrives());
    runTo(SLOT.plus(HOUR));
    assertThat(ordersOf(BTC)).hasSize(2);
    Contracts possible = held.plus(ordersOf(BTC).get(1).orderQty());
    world.controls.addOverride(
        SleeveId.of("btc"),
        OperatorOverride.Kind.CAP,
        Ratio.of("0.01"),
        "ann",
        "event",
        world.clock.now().minusSeconds(60),
        world.clock.now().plus(HOUR.multipliedBy(5)));

    runTo(SLOT.plus(HOUR.multipliedBy(2)));

    RebalancePlan plan = plan(SLOT.plus(HOUR.multipliedBy(2)));
    assertThat(plan.unresolved()).containsExactly(new PositionInterval(BTC, held, possible));
    assertThat(ordersOf(BTC)).hasSize(3);
    OrderTicket reduction = ordersOf(BTC).get(2);
    assertThat(reduction.reduceOnly()).isTrue();
    assertThat(reduction.orderQty()).isLessThan(held);
    assertThat(world.venue.truth.position(BTC).value()).isPositive();
    assertThat(world.venue.canceled).contains(ordersOf(BTC).get(1).clientOrderId());
    assertThat(world.attempts(BTC).get(2).state()).isInstanceOf(AttemptState.Filled.class);
  }
}
