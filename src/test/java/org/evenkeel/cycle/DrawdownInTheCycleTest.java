package org.evenkeel.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.cycle.World.BTC;
import static org.evenkeel.cycle.World.ETH;
import static org.evenkeel.cycle.World.SLOT;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.calendar.Slot;
import org.evenkeel.core.data.Wallets;
import org.evenkeel.core.policy.DrawdownBrake;
import org.evenkeel.core.policy.DrawdownTiers;
import org.evenkeel.core.policy.DrawdownTiers.Tier;
import org.evenkeel.core.policy.Guards;
import org.evenkeel.core.policy.PaceLimits;
import org.evenkeel.core.policy.TradingState;
import org.evenkeel.core.statement.CycleStatus;
import org.evenkeel.core.statement.PerformanceEntry;
import org.junit.jupiter.api.Test;

/** The drawdown brake from the valuation to the trading state, over restarts and flows. */
class DrawdownInTheCycleTest {

  private static final DrawdownTiers TIERS =
      new DrawdownTiers(
          Ratio.of("0.001"),
          Ratio.of("0.003"),
          Ratio.of("0.5"),
          Ratio.of("0.01"),
          Ratio.of("0.025"));

  private final World world = braked();
  private Instant slot = SLOT;

  private static World braked() {
    World world = new World();
    world.strategy = world.strategy.with(new Guards(TIERS, PaceLimits.defaults()));
    world.restart();
    world.recover();
    return world;
  }

  /** Prices move together by a fraction of what they are at first. */
  private void prices(double factor) {
    put(50000 * factor, BTC);
    put(2500 * factor, ETH);
  }

  private void put(double price, org.evenkeel.core.basics.InstrumentId id) {
    world.venue.truth.prices.put(id, Price.of(BigDecimal.valueOf(Math.round(price))));
  }

  private Memory decide() {
    world.clock.advanceTo(slot);
    world.daemon.onSlot();
    Memory seen = new Memory(world.cycle(slot).status(), world.cycle(slot).reason(), brake());
    slot = slot.plus(Duration.ofHours(1));
    return seen;
  }

  private record Memory(CycleStatus status, String reason, DrawdownBrake brake) {}

  private DrawdownBrake brake() {
    return world.journal.newestDocuments(DrawdownWatch.STAGE, DrawdownBrake.class, 1).get(0);
  }

  private double invested() {
    return world.booked(BTC).value().abs().doubleValue() * 50000
        + world.booked(ETH).value().abs().doubleValue() * 2500;
  }

  @Test
  void a_fall_cuts_exposures_and_a_recovery_restores_them() {
    assertThat(decide().brake().tier()).isEqualTo(Tier.NONE);
    double full = invested();
    prices(0.98);
    Memory cut = decide();
    assertThat(cut.brake().tier()).isEqualTo(Tier.DELEVER);
    assertThat(cut.reason()).contains("drawdown");
    assertThat(invested() / full).isBetween(0.45, 0.55);
    assertThat(world.alerts.raised().get(DrawdownWatch.AUTHOR)).contains("DELEVER");
    assertThat(world.journal.tradingState()).isEqualTo(TradingState.ACTIVE);
    prices(1.02);
    assertThat(decide().brake().isDelevered()).isFalse();
    assertThat(invested() / full).isGreaterThan(0.9);
    assertThat(world.alerts.raised()).doesNotContainKey(DrawdownWatch.AUTHOR);
    world.assertSound();
  }

  @Test
  void a_deep_fall_stops_adding_once_and_a_restart_does_not_contradict_the_person_who_resumed() {
    decide();
    prices(0.95);
    Memory fallen = decide();
    assertThat(fallen.brake().tier()).isEqualTo(Tier.REDUCE_ONLY);
    assertThat(world.journal.tradingState()).isEqualTo(TradingState.REDUCE_ONLY);
    world.controls.setTradingState(TradingState.ACTIVE, "ann", "seen");
    world.restart();
    world.recover();
    assertThat(decide().brake().deepest()).isEqualTo(Tier.REDUCE_ONLY);
    assertThat(world.journal.tradingState()).isEqualTo(TradingState.ACTIVE);
  }

  @Test
  void the_deepest_tier_closes_everything_and_the_decision_is_held() {
    decide();
    prices(0.85);
    Memory fallen = decide();
    assertThat(fallen.status()).isEqualTo(CycleStatus.HELD);
    assertThat(fallen.reason()).contains("tier FLATTEN");
    assertThat(world.journal.tradingState()).isEqualTo(TradingState.FLATTENING);
    for (int i = 0; i < 20; i++) {
      world.daemon.onHeartbeat();
      world.clock.sleep(Duration.ofSeconds(10));
    }
    assertThat(invested()).isZero();
    assertThat(world.journal.tradingState()).isEqualTo(TradingState.HALTED);
  }

  @Test
  void a_withdrawal_of_most_of_the_money_fires_nothing() {
    decide();
    world.venue.truth.flow("w1", Wallets.SPOT, Money.of("-300000", "USDT"), world.clock.now());
    assertThat(decide().brake().tier()).isEqualTo(Tier.NONE);
    assertThat(decide().brake().tier()).isEqualTo(Tier.NONE);
    assertThat(world.journal.tradingState()).isEqualTo(TradingState.ACTIVE);
  }

  @Test
  void two_methods_that_disagree_hold_the_decision_with_the_reason() {
    decide();
    PerformanceEntry last =
        world.journal.newestDocuments(TrackRecord.STAGE, PerformanceEntry.class, 1).get(0);
    world.journal.keepDocument(
        Slot.scheduled("default", SLOT).cycleId(),
        TrackRecord.STAGE,
        new PerformanceEntry(
            last.asOf(),
            last.nav(),
            last.flow(),
            last.units(),
            last.unitValue(),
            last.unitPeak(),
            last.chained().multiply(new BigDecimal("1.5")),
            last.chainedPeak(),
            last.throughFlow()));
    Memory held = decide();
    assertThat(held.status()).isEqualTo(CycleStatus.HELD);
    assertThat(held.reason()).contains("by units").contains("by returns");
    assertThat(world.alerts.raised().get(DrawdownWatch.AUTHOR)).contains("nothing is decided");
    assertThat(world.journal.tradingState()).isEqualTo(TradingState.ACTIVE);
  }
}
