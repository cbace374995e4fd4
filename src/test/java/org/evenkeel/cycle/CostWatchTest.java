package org.evenkeel.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.parity.bands.BandSettings;
import org.evenkeel.core.route.ExecutionStyle;
import org.evenkeel.core.route.OrderPricing;
import org.evenkeel.core.route.StyleSettings;
import org.evenkeel.core.statement.CostDrift;
import org.evenkeel.core.statement.MeasuredOrder;
import org.evenkeel.core.statement.Shortfall;
import org.junit.jupiter.api.Test;

/** F88: a planner that reckons with too low a fee is told so, and follows if it may. */
class CostWatchTest {

  private final World world = World.early();

  /** Twelve slices of each of two instruments, under a fee that the planner takes for what is given. */
  private void trade(String assumedFee, boolean isMeasured) {
    BandSettings bands = world.strategy.plan().bands();
    Strategy before = world.strategy;
    world.strategy =
        new Strategy(
                before.name(),
                before.universe(),
                before.cadence(),
                before.grace(),
                before.estimate(),
                before.parity(),
                before
                    .plan()
                    .with(
                        new BandSettings(
                            bands.method(),
                            bands.protocol(),
                            bands.destination(),
                            bands.riskAversion(),
                            bands.width(),
                            bands.maxShift(),
                            bands.calendar(),
                            Ratio.of(assumedFee),
                            bands.spotFee())),
                before.limits(),
                before.execution(),
                before.cash(),
                before.score(),
                before.controls())
            .with(
                new StyleSettings(
                    ExecutionStyle.TWAP,
                    ExecutionStyle.TWAP,
                    ExecutionStyle.IOC,
                    OrderPricing.Reference.TOUCH,
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(1),
                    12,
                    Duration.ofSeconds(1),
                    Ratio.ONE,
                    Ratio.of("0.5"),
                    Ratio.ZERO,
                    Ratio.of("5"),
                    isMeasured));
    world.isBusy = true;
    world.restart();
    world.daemon.onHeartbeat();
    world.clock.advanceTo(World.SLOT);
    world.daemon.onSlot();
  }

  private List<MeasuredOrder> measured() {
    return world.journal.orderLog().measured(100);
  }

  @Test
  void an_assumption_that_is_too_low_raises_an_alert_leaves_a_row_and_is_corrected_if_it_may() {
    trade("0.0001", true);
    assertThat(measured()).hasSizeGreaterThanOrEqualTo(CostDrift.LEAST);
    assertThat(world.alerts.raised()).containsKey("costs");
    assertThat(world.journal.newestDocuments("costs", CostDrift.class, 1))
        .singleElement()
        .matches(CostDrift::isPersistent);
    Ratio fee = CostWatch.rules(world.strategy, world.journal).plan().bands().futuresFee();
    BigDecimal excess = CostDrift.of(futures()).excess().value();
    assertThat(fee.value().subtract(new BigDecimal("0.0001")).subtract(excess).abs())
        .as("assumed and excess, to a tenth of a basis point")
        .isLessThanOrEqualTo(new BigDecimal("0.000005"));
    assertThat(fee.value()).isGreaterThan(new BigDecimal("0.0001"));
  }

  @Test
  void an_assumption_that_holds_raises_none_and_the_fees_stated_are_those_of_the_ledger() {
    trade("0.0004", false);
    assertThat(world.alerts.raised()).doesNotContainKey("costs");
    assertThat(CostWatch.rules(world.strategy, world.journal)).isEqualTo(world.strategy.rules());
    BigDecimal booked =
        world.memory.fills().values().stream()
            .map(fill -> fill.fee().amount())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal stated =
        measured().stream()
            .map(order -> Shortfall.of(order).fees())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(stated).isEqualByComparingTo(booked);
  }

  private List<MeasuredOrder> futures() {
    return measured().stream().filter(order -> order.instrument().contains("PERP")).toList();
  }
}
