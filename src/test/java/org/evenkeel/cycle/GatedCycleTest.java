package org.evenkeel.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.cycle.World.BTC;
import static org.evenkeel.cycle.World.SLOT;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.estimate.gate.GateSettings;
import org.evenkeel.core.estimate.gate.GateVerdict;
import org.evenkeel.core.estimate.gate.Permission;
import org.evenkeel.core.estimate.regime.RegimeSettings;
import org.evenkeel.core.parity.ParityDecision;
import org.evenkeel.core.parity.ParitySettings;
import org.evenkeel.core.parity.TargetWeights;
import org.evenkeel.core.parity.stress.RiskControls;
import org.evenkeel.core.parity.stress.RiskOverlay;
import org.evenkeel.core.parity.stress.StressSettings;
import org.evenkeel.core.parity.stress.StressShock;
import org.evenkeel.core.route.OrderTicket;
import org.evenkeel.core.statement.CycleStatus;
import org.evenkeel.shell.simulate.CycleEntry;
import org.junit.jupiter.api.Test;

/** What gate and overlay do to a whole cycle, through the real planner and order desk. */
class GatedCycleTest {

  private static final Instant NEXT = SLOT.plus(Duration.ofHours(1));

  private final World world = World.ready();

  /** More observations wanted than there can be: reduce only, or hold. */
  private static GateSettings wanting(double reduceOnly, double hold) {
    GateSettings usual = GateSettings.defaults();
    return new GateSettings(
        usual.coverageReduceOnly(),
        usual.stalenessReduceOnlyBars(),
        usual.outlierRobustSigmas(),
        usual.outlierMinMove(),
        usual.outlierAgreement(),
        reduceOnly,
        hold,
        usual.conditionReduceOnly(),
        usual.eigenvalueReduceOnly(),
        usual.eigenvalueHold(),
        usual.repairReduceOnly(),
        usual.repairHold(),
        usual.shrinkageReduceOnly(),
        usual.badSleeve(),
        List.of());
  }

  private void restart(GateSettings gate, StressSettings stress, double targetVolatility) {
    Strategy before = world.strategy;
    ParitySettings parity = ParitySettings.defaults();
    world.strategy =
        new Strategy(
            before.name(),
            before.universe(),
            before.cadence(),
            before.grace(),
            before.estimate(),
            new ParitySettings(
                targetVolatility,
                parity.maxGrossLeverage(),
                parity.maxSleeveExposure(),
                parity.tolerance(),
                parity.maxIterations(),
                parity.acceptedResidual()),
            before.plan(),
            before.limits(),
            before.execution(),
            before.cash(),
            before.score(),
            new RiskControls(gate, RegimeSettings.defaults(), stress));
    world.restart();
    world.recover();
  }

  private CycleEntry run(Instant slot) {
    world.clock.advanceTo(slot);
    world.daemon.onSlot();
    return world.cycle(slot);
  }

  private <T> T document(CycleEntry cycle, String stage, Class<T> type) {
    return type.cast(cycle.documents().get(stage));
  }

  @Test
  void the_verdict_and_the_overlay_are_stored_with_every_cycle() {
    CycleEntry cycle = run(SLOT);
    assertThat(document(cycle, "gate", GateVerdict.class).permission()).isEqualTo(Permission.TRADE);
    assertThat(document(cycle, "overlay", RiskOverlay.class).stress()).isNotEmpty();
  }

  @Test
  void reduce_only_sends_only_reducing_orders_and_says_why() {
    run(SLOT);
    int before = world.venue.received.size();
    restart(wanting(10_000, 1), StressSettings.defaults(), 0.1);
    CycleEntry less = run(NEXT);
    assertThat(less.status()).isEqualTo(CycleStatus.DONE);
    assertThat(less.reason()).contains("reduce only", "effective observations");
    List<OrderTicket> orders = world.venue.received.subList(before, world.venue.received.size());
    assertThat(orders).isNotEmpty();
    assertThat(orders)
        .allSatisfy(
            order -> {
              assertThat(order.side()).isEqualTo(Side.SELL);
              assertThat(order.reduceOnly()).isTrue();
            });

    int then = world.venue.received.size();
    restart(wanting(10_000, 1), StressSettings.defaults(), 0.2);
    CycleEntry more = run(NEXT.plus(Duration.ofHours(1)));
    assertThat(more.status()).isEqualTo(CycleStatus.DONE);
    assertThat(world.venue.received).as("nothing is bought").hasSize(then);
    assertThat(world.booked(BTC).value()).isPositive();
    world.assertSound();
  }

  @Test
  void hold_trades_nothing_and_stores_the_verdict() {
    restart(wanting(10_000, 10_000), StressSettings.defaults(), 0.2);
    int before = world.venue.received.size();
    CycleEntry cycle = run(NEXT);
    assertThat(cycle.status()).isEqualTo(CycleStatus.HELD);
    assertThat(cycle.reason()).contains("ESTIMATE_POOR", "effective observations", "10000");
    assertThat(world.venue.received).hasSize(before);
    assertThat(document(cycle, "gate", GateVerdict.class).permission()).isEqualTo(Permission.HOLD);
    assertThat(cycle.documents()).doesNotContainKeys("estimate", "target", "plan");
  }

  @Test
  void a_stress_limit_scales_the_book_and_is_named_in_decision_reason_and_weights() {
    StressSettings tight =
        new StressSettings(100, 100, 0.05, 10, 5, List.of(StressShock.market("crash", -0.5)), 0);
    restart(GateSettings.defaults(), tight, 0.2);
    CycleEntry cycle = run(NEXT);
    assertThat(cycle.status()).as(cycle.reason()).isEqualTo(CycleStatus.DONE);
    RiskOverlay overlay = document(cycle, "overlay", RiskOverlay.class);
    assertThat(overlay.binding().orElseThrow().cause()).isEqualTo("stress: crash");
    TargetWeights targets = document(cycle, "target", ParityDecision.class).targets();
    assertThat(targets.binding()).isEqualTo(TargetWeights.Binding.EXPOSURE_SCALE);
    assertThat(targets.grossLeverage().value().doubleValue()).isBetween(0.0999, 0.1);
    assertThat(cycle.reason()).contains("stress: crash");
    assertThat(cycle.statement().orElseThrow().weights())
        .allSatisfy(row -> assertThat(row.override()).contains("stress: crash"));
    assertThat(cycle.statement().orElseThrow().grossLeverage().doubleValue())
        .isBetween(0.09, 0.101);
  }
}
