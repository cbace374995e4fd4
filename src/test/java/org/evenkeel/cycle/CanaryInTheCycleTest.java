package org.evenkeel.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.cycle.World.SLOT;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.evenkeel.contract.JournalExamples;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.RunId;
import org.evenkeel.core.calendar.Slot;
import org.evenkeel.core.policy.CanaryTerms;
import org.evenkeel.core.policy.Guards;
import org.evenkeel.core.policy.HardLimits;
import org.evenkeel.core.policy.Limits;
import org.evenkeel.core.route.Denial;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Limits after a start with something new: small for a time, in the decision and at the gate, then whole again. */
class CanaryInTheCycleTest {

  private static final Instant NEXT = SLOT.plus(Duration.ofHours(1));
  private static final Duration LIFE = Duration.ofMinutes(90);

  private final World world = new World();

  @BeforeEach
  void terms() {
    Guards usual = Guards.defaults();
    world.strategy =
        world.strategy.with(
            new Guards(
                usual.drawdown(),
                usual.pace(),
                HardLimits.none(),
                new CanaryTerms(LIFE, Ratio.of("0.01"))));
    world.restart();
    world.recover();
    world.clock.advanceTo(SLOT);
  }

  private void startsAnew() {
    world.journal.openRun(
        new RunManifest(
            RunId.of("upgraded"),
            "rehearsal",
            "2",
            "cafe",
            world.clock.now(),
            Optional.of("version 2 after 1")),
        JournalExamples.ids("4f7q"));
  }

  private Limits decidedAt(Instant slot) {
    world.clock.advanceTo(slot);
    world.daemon.onSlot();
    world.assertSound();
    return world
        .journal
        .inputs(Slot.scheduled("default", slot).cycleId())
        .orThrow()
        .rules()
        .limits();
  }

  private BigDecimal largestOrder() {
    return world.venue.received.stream()
        .map(ticket -> ticket.orderQty().value().multiply(ticket.limitPrice().value()))
        .reduce(BigDecimal.ZERO, BigDecimal::max);
  }

  @Test
  void what_is_new_decides_and_sends_under_small_limits_until_its_time_is_over() {
    startsAnew();
    Limits small = decidedAt(SLOT);

    assertThat(small.maxOrderNotional()).isEqualByComparingTo("10000");
    assertThat(small.maxCycleTurnover().value()).isEqualByComparingTo("0.04");
    assertThat(small.maxGrossLeverage()).isEqualTo(world.strategy.limits().maxGrossLeverage());
    assertThat(world.venue.received).isNotEmpty();
    assertThat(largestOrder()).isLessThanOrEqualTo(new BigDecimal("10050"));

    decidedAt(NEXT);
    Limits whole = decidedAt(NEXT.plus(Duration.ofHours(1)));
    assertThat(whole.maxOrderNotional()).isEqualByComparingTo("1000000");
    assertThat(largestOrder()).isGreaterThan(new BigDecimal("10050"));
  }

  @Test
  void a_start_with_nothing_new_has_whole_limits() {
    assertThat(decidedAt(SLOT).maxOrderNotional()).isEqualByComparingTo("1000000");
  }

  @Test
  void a_refusal_at_the_gate_names_what_is_new() {
    world.venue.beforeOrder(ticket -> startsAnew());
    decidedAt(SLOT);

    assertThat(world.memory.denials())
        .extracting(Denial::refusal)
        .anySatisfy(
            refusal ->
                assertThat(refusal.detail())
                    .contains("times 0.01 until ")
                    .endsWith("version 2 after 1"));
  }

  @Test
  void without_a_rehearsal_of_the_kill_switch_in_time_limits_are_small_and_whole_again_after_one() {
    Guards usual = Guards.defaults();
    world.strategy =
        world.strategy.with(
            new Guards(
                usual.drawdown(),
                usual.pace(),
                HardLimits.none(),
                new CanaryTerms(
                    Duration.ZERO, Ratio.of("0.01"), Optional.of(Duration.ofDays(31)))));
    world.restart();
    world.recover();
    assertThat(decidedAt(NEXT).maxOrderNotional()).isEqualByComparingTo("10000");
    assertThat(largestOrder()).isLessThanOrEqualTo(new BigDecimal("10050"));

    world.memory.rehearsalAge = Optional.of(Duration.ofDays(32));
    assertThat(decidedAt(NEXT.plus(Duration.ofHours(1))).maxOrderNotional())
        .isEqualByComparingTo("10000");
    assertThat(LimitsNow.canary(world.strategy, world.journal, NEXT).orElseThrow().text())
        .endsWith("('kill drill'): the last one is 32 days old");

    world.memory.rehearsalAge = Optional.of(Duration.ofDays(31));
    assertThat(decidedAt(NEXT.plus(Duration.ofHours(2))).maxOrderNotional())
        .isEqualByComparingTo("1000000");
  }
}
