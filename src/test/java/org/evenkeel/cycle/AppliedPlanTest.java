package org.evenkeel.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.cycle.World.BTC;
import static org.evenkeel.cycle.World.SLOT;

import java.time.Duration;
import java.time.Instant;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.calendar.Slot;
import org.evenkeel.core.parity.SleeveAdjustments;
import org.evenkeel.core.plan.SavedPlan;
import org.evenkeel.core.policy.OperatorOverride;
import org.evenkeel.core.statement.Cause;
import org.evenkeel.core.statement.Contribution;
import org.evenkeel.core.statement.CycleStatus;
import org.evenkeel.core.statement.ExplainedOrder;
import org.evenkeel.core.statement.Explanation;
import org.evenkeel.shell.simulate.CycleEntry;
import org.junit.jupiter.api.Test;

/** A plan that a person has seen is carried out as it was seen, or not at all. */
class AppliedPlanTest {

  private static final Duration LIFE = Duration.ofMinutes(45);

  private final World world = World.early();

  /** What 'plan --save' would write now. */
  private SavedPlan saved(String nonce) {
    Strategy strategy = world.strategy;
    Observation seen =
        new Observatory(strategy, world.venue, Venues.of(world.venue), world.clock)
            .observe(world.clock.now())
            .orThrow();
    DecisionInputs inputs =
        Gathering.inputs(
            strategy,
            world.journal,
            seen,
            new Gathering.Known(
                SleeveAdjustments.none(),
                Standings.of(strategy, world.journal),
                new Scorekeeper(strategy, world.journal).look(seen),
                java.util.Optional.empty(),
                java.util.Optional.empty()));
    return inputs.saved(
        Decision.from(inputs).orThrow().plan(),
        SavedPlan.databaseOf(nonce, strategy.name()),
        LIFE,
        Ratio.of("0.005"));
  }

  private SavedPlan saved() {
    return saved(world.journal.nonce());
  }

  private CycleEntry applied(SavedPlan plan) {
    world.controls.requestPlan(plan, "ann", "seen and liked");
    Instant at = world.clock.now();
    world.daemon.onHeartbeat();
    return world.memory.cycle(new Slot("default", at, Slot.Occasion.OPERATOR).cycleId());
  }

  private void assertRefused(CycleEntry entry, String why) {
    assertThat(entry.status()).isEqualTo(CycleStatus.HELD);
    assertThat(entry.reason()).contains("PLAN_STALE").contains(why);
    assertThat(world.venue.received).isEmpty();
  }

  @Test
  void it_is_carried_out_as_it_was_seen_although_prices_have_moved_a_little() {
    SavedPlan plan = saved();
    DecidedExamples.move(world, BTC, "1.004");
    CycleEntry entry = applied(plan);
    assertThat(entry.status()).as(entry.reason()).isEqualTo(CycleStatus.DONE);
    assertThat(entry.documents().get("plan")).isEqualTo(plan.plan());
    assertThat(entry.inputs().orElseThrow().ordered()).contains(plan);
    assertThat(world.venue.received).hasSize(plan.plan().legs().size());
  }

  @Test
  void what_has_moved_since_it_was_made_is_not_taken_for_a_cap() {
    world.clock.advanceTo(SLOT);
    world.daemon.onSlot();
    SavedPlan plan = saved();
    DecidedExamples.move(world, BTC, "1.004");
    Explanation explanation = (Explanation) applied(plan).documents().get("explanation");
    assertThat(explanation.orders())
        .flatExtracting(ExplainedOrder::contributions)
        .extracting(Contribution::cause)
        .contains(Cause.PRICE)
        .doesNotContain(Cause.CAP);
  }

  @Test
  void a_price_out_of_tolerance_refuses_it() {
    SavedPlan plan = saved();
    DecidedExamples.move(world, BTC, "1.006");
    assertRefused(applied(plan), BTC + " was at");
  }

  @Test
  void an_override_refuses_it() {
    SavedPlan plan = saved();
    world.controls.addOverride(
        SleeveId.of("btc"),
        OperatorOverride.Kind.MULTIPLIER,
        Ratio.of("0.5"),
        "ann",
        "event",
        world.clock.now(),
        world.clock.now().plusSeconds(600));
    assertRefused(applied(plan), "an override was set");
  }

  @Test
  void time_refuses_it() {
    SavedPlan plan = saved();
    world.clock.advanceTo(world.clock.now().plus(LIFE).plusSeconds(1));
    assertRefused(applied(plan), "expired");
  }

  @Test
  void a_changed_configuration_refuses_it() {
    SavedPlan plan = saved();
    assertRefused(
        applied(
            new SavedPlan(
                plan.database(),
                plan.madeAt(),
                plan.expiresAt(),
                plan.priceTolerance(),
                "0".repeat(64),
                plan.adjustments(),
                plan.standing(),
                plan.marks(),
                plan.plan())),
        "the configuration has changed");
  }

  @Test
  void another_database_refuses_it() {
    assertRefused(applied(saved("zzzz")), "another database");
  }

  @Test
  void a_book_that_has_moved_refuses_it() {
    SavedPlan plan = saved();
    world.clock.advanceTo(SLOT);
    world.daemon.onSlot();
    int orders = world.venue.received.size();
    CycleEntry entry = applied(plan);
    assertThat(entry.reason()).contains("the book has moved").contains("plan --save");
    assertThat(world.venue.received).hasSize(orders);
  }
}
