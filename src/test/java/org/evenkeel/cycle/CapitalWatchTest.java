package org.evenkeel.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.cycle.World.SLOT;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.evenkeel.core.basics.CycleId;
import org.evenkeel.core.calendar.Slot;
import org.evenkeel.core.data.UsableEquity;
import org.evenkeel.core.data.Yardstick;
import org.evenkeel.core.parity.ExposureScale;
import org.evenkeel.core.policy.LimitKey;
import org.evenkeel.core.policy.LimitName;
import org.evenkeel.core.policy.LimitOverride;
import org.evenkeel.shell.simulate.MemoryLimits;
import org.junit.jupiter.api.Test;

/** The capital on which positions are sized: capped by a person, and not believed when it jumps. */
class CapitalWatchTest {

  private final World world = World.ready();
  private int hour = 0;

  private DecisionInputs decide() {
    world.clock.advanceTo(SLOT.plus(Duration.ofHours(hour)));
    world.daemon.onSlot();
    CycleId cycle = Slot.scheduled("default", SLOT.plus(Duration.ofHours(hour))).cycleId();
    hour++;
    return world.journal.inputs(cycle).orThrow();
  }

  private static BigDecimal sizedOn(DecisionInputs inputs) {
    Observation seen = inputs.observation().orThrow();
    Yardstick yardstick =
        Yardstick.of(inputs.rules().universe(), inputs.market().quotes()).orThrow();
    return UsableEquity.of(
            seen.account(), yardstick, inputs.rules().universe(), inputs.rules().cash())
        .orThrow()
        .usable()
        .amount();
  }

  private LimitOverride wanted(LimitKey key, String value) {
    Instant now = world.clock.now();
    return LimitOverride.wanted(
        LimitName.of(key),
        new BigDecimal(value),
        "ann",
        "as agreed",
        now,
        now.plus(Duration.ofDays(2)));
  }

  /** A profit out of nothing, as a wrong balance would show it. */
  private void jump(String amount) {
    world.venue.truth.pay(
        "jump-" + hour, org.evenkeel.core.settle.Income.Kind.FUNDING, amount, world.venue.time());
  }

  @Test
  void a_cap_lowers_what_is_sized_on_and_is_in_the_stored_inputs() {
    assertThat(sizedOn(decide())).isGreaterThan(new BigDecimal("900000"));
    new MemoryLimits(world.memory).set(wanted(LimitKey.MAX_CAPITAL, "50000"));
    DecisionInputs capped = decide();
    assertThat(capped.rules().cash().capital()).contains(new BigDecimal("50000"));
    assertThat(sizedOn(capped)).isEqualByComparingTo("50000");
    // More, by one person only: does not count.
    new MemoryLimits(world.memory).set(wanted(LimitKey.MAX_CAPITAL, "80000"));
    assertThat(sizedOn(decide())).isEqualByComparingTo("50000");
    world.agreeOn(LimitRequests.set(wanted(LimitKey.MAX_CAPITAL, "80000")));
    assertThat(sizedOn(decide())).isEqualByComparingTo("80000");
  }

  @Test
  void a_jump_is_held_out_until_two_persons_confirm_it_and_a_small_rise_is_believed() {
    decide();
    jump("50000");
    assertThat(decide().brake()).as("five percent").isEmpty();
    jump("300000");
    Optional<ExposureScale> held = decide().brake();
    assertThat(held.orElseThrow().cause()).isEqualTo("capital not confirmed");
    assertThat(held.orElseThrow().factor().value())
        .isBetween(new BigDecimal("0.77"), new BigDecimal("0.79"));
    assertThat(world.alerts.raised()).containsKey("capital");
    assertThat(decide().brake()).as("still").isPresent();
    world.agreeOn(LimitRequests.set(wanted(LimitKey.CONFIRMED_CAPITAL, "1400000")));
    assertThat(decide().brake()).isEmpty();
    assertThat(world.alerts.raised()).doesNotContainKey("capital");
    assertThat(decide().brake()).as("believed from then on").isEmpty();
  }

  @Test
  void a_fall_is_followed_at_once() {
    decide();
    jump("-100000");
    assertThat(decide().brake().filter(scale -> scale.cause().startsWith("capital"))).isEmpty();
    jump("130000");
    assertThat(decide().brake().filter(scale -> scale.cause().startsWith("capital")))
        .as("back again is a rise by more than a tenth")
        .isPresent();
  }
}
