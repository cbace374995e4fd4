package org.evenkeel.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.evenkeel.cycle.World.SLOT;

import java.time.Duration;
import java.time.Instant;
import java.util.TreeMap;
import org.evenkeel.core.parity.KnownFactors;
import org.evenkeel.core.parity.MethodProof;
import org.evenkeel.core.parity.MethodWeights;
import org.evenkeel.core.parity.ParityDecision;
import org.evenkeel.core.parity.RiskMeasure;
import org.evenkeel.core.parity.RiskParitySolution;
import org.evenkeel.core.parity.WeightMethod;
import org.evenkeel.core.parity.WeightPrinciple;
import org.evenkeel.core.parity.factor.NamedFactor;
import org.evenkeel.core.statement.CycleStatement;
import org.evenkeel.core.statement.CycleStatus;
import org.junit.jupiter.api.Test;

/** Whole cycles under another method or measure: what is traded says by which method, and what that proves. */
class MethodsInTheCycleTest {

  private static final Instant NEXT = SLOT.plus(Duration.ofHours(1));

  private final World world = World.ready();

  @Test
  void risk_parity_says_so_with_its_certificate() {
    world.daemon.onSlot();

    assertThat(decision(SLOT).solution()).isInstanceOf(RiskParitySolution.class);
    assertThat(statement(SLOT).principle())
        .startsWith("risk-parity: risk contributions equal the budgets");
  }

  @Test
  void a_rule_trades_and_the_statement_says_that_it_proves_nothing() {
    runWith(WeightPrinciple.of(WeightMethod.HIERARCHICAL_RISK_PARITY));

    assertThat(statement(NEXT).principle()).startsWith("hrp: ").contains("nothing is proven");
    assertThat(((MethodWeights) decision(NEXT).solution()).proof().kind())
        .isEqualTo(MethodProof.Kind.RULE_ONLY);
  }

  @Test
  void a_tail_measure_gets_the_bars_of_the_observation() {
    runWith(WeightPrinciple.of(new RiskMeasure(RiskMeasure.Kind.EXPECTED_SHORTFALL, 0.9)));

    assertThat(statement(NEXT).principle())
        .startsWith("risk-parity on expected-shortfall at 0.9: a convex combination");
    assertThat(decision(NEXT).solution().weights().stream().mapToDouble(w -> w).sum())
        .isCloseTo(1, within(1e-14));
  }

  @Test
  void a_budget_of_a_factor_that_does_not_exist_holds_what_there_is() {
    TreeMap<String, Double> budgets = new TreeMap<>();
    budgets.put("pc1", 0.01);
    budgets.put("pc7", 0.99);
    int orders = world.venue.received.size();
    change(
        new WeightPrinciple(
            WeightMethod.RISK_PARITY, RiskMeasure.volatility(), budgets, new TreeMap<>(), 0.001));

    assertThat(world.status(NEXT)).isEqualTo(CycleStatus.HELD);
    assertThat(world.cycle(NEXT).reason()).contains("factor pc7 has a budget but no loadings");
    assertThat(world.venue.received).hasSize(orders);
  }

  @Test
  void budgets_of_components_are_kept_with_the_components_that_the_next_cycle_follows() {
    TreeMap<String, Double> budgets = new TreeMap<>();
    budgets.put("pc1", 0.5);
    budgets.put("pc2", 0.5);
    runWith(
        new WeightPrinciple(
            WeightMethod.RISK_PARITY, RiskMeasure.volatility(), budgets, new TreeMap<>(), 0.5));
    KnownFactors first = (KnownFactors) world.cycle(NEXT).documents().get("factors");
    assertThat(first.factors()).extracting(NamedFactor::name).containsExactly("pc1", "pc2");

    Instant third = NEXT.plus(Duration.ofHours(1));
    world.clock.advanceTo(third);
    world.daemon.onSlot();
    KnownFactors followed = (KnownFactors) world.cycle(third).documents().get("factors");
    assertThat(followed.factors())
        .extracting(NamedFactor::name, NamedFactor::keepsIdentity)
        .containsExactly(tuple("pc1", true), tuple("pc2", true));
    // Named by falling eigenvalue they would have an overlap of one with nothing.
    assertThat(followed.factors()).allSatisfy(f -> assertThat(f.overlap()).isGreaterThan(0.9));
  }

  private void runWith(WeightPrinciple principle) {
    change(principle);
    assertThat(world.status(NEXT)).as(world.cycle(NEXT).reason()).isEqualTo(CycleStatus.DONE);
    world.assertSound();
  }

  private void change(WeightPrinciple principle) {
    Strategy old = world.strategy;
    world.strategy =
        new Strategy(
            old.name(),
            old.universe(),
            old.cadence(),
            old.grace(),
            old.estimate(),
            old.parity().with(principle),
            old.plan(),
            old.limits(),
            old.execution(),
            old.cash(),
            old.score(),
            old.controls());
    world.restart();
    world.recover();
    world.clock.advanceTo(NEXT);
    world.daemon.onSlot();
  }

  private ParityDecision decision(Instant slot) {
    return (ParityDecision) world.cycle(slot).documents().get("target");
  }

  private CycleStatement statement(Instant slot) {
    return world.cycle(slot).statement().orElseThrow();
  }
}
