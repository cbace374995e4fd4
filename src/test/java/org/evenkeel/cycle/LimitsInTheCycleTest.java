package org.evenkeel.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.cycle.World.BTC;
import static org.evenkeel.cycle.World.SLOT;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.evenkeel.core.calendar.Slot;
import org.evenkeel.core.policy.Guards;
import org.evenkeel.core.policy.HardLimits;
import org.evenkeel.core.policy.LimitKey;
import org.evenkeel.core.policy.LimitName;
import org.evenkeel.core.policy.LimitOverride;
import org.evenkeel.core.policy.LimitValues;
import org.evenkeel.shell.simulate.MemoryLimits;
import org.junit.jupiter.api.Test;

/** Limits that operators set, in a bot that goes on: from the next check on, and until they end. */
class LimitsInTheCycleTest {

  private static final Instant NEXT = SLOT.plus(Duration.ofHours(1));
  private static final LimitName GROSS = LimitName.of(LimitKey.MAX_GROSS_LEVERAGE);
  private static final LimitName INSTRUMENT = LimitName.of(LimitKey.MAX_INSTRUMENT_EXPOSURE);
  private static final LimitName ORDER = LimitName.of(LimitKey.MAX_ORDER_NOTIONAL);

  private final World world = World.ready();
  private final MemoryLimits limits = new MemoryLimits(world.memory);

  private LimitOverride wanted(LimitName name, String value, Duration life) {
    Instant now = world.clock.now();
    return LimitOverride.wanted(
        name, new BigDecimal(value), "ann", "calm", now.minusSeconds(1), now.plus(life));
  }

  private void decideAt(Instant slot) {
    world.clock.advanceTo(slot);
    world.daemon.onSlot();
    world.assertSound();
  }

  private double exposure() {
    return world.booked(BTC).value().abs().doubleValue() * 50000;
  }

  private double nav() {
    return world.cycle(SLOT).statement().orElseThrow().nav().doubleValue();
  }

  private double inForce(LimitName name) {
    return LimitValues.of(
            LimitsNow.of(world.strategy, world.journal, world.clock.now()).limits(),
            world.strategy.guards())
        .get(name.key())
        .doubleValue();
  }

  @Test
  void what_one_person_lowers_holds_from_the_next_decision_and_reverts_by_itself() {
    limits.set(wanted(INSTRUMENT, "0.05", Duration.ofMinutes(30)));
    decideAt(SLOT);
    assertThat(exposure()).isBetween(1.0, 0.05 * nav() * 1.001);
    decideAt(NEXT);
    assertThat(exposure()).as("the configuration holds again").isGreaterThan(0.06 * nav());
  }

  @Test
  void the_next_order_of_a_cycle_that_runs_is_checked_against_what_was_lowered_meanwhile() {
    world.venue.beforeOrder(
        ticket -> {
          if (limits.at(world.clock.now()).isEmpty()) {
            limits.set(wanted(ORDER, "1000", Duration.ofDays(1)));
          }
        });
    decideAt(SLOT);
    assertThat(world.venue.received).hasSizeGreaterThan(1);
    assertThat(world.venue.received.stream().skip(1))
        .allMatch(
            ticket ->
                ticket
                        .orderQty()
                        .value()
                        .multiply(ticket.limitPrice().value())
                        .compareTo(new BigDecimal("1010"))
                    <= 0);
  }

  @Test
  void what_one_person_raises_never_counts_and_what_two_agree_on_does() {
    LimitOverride higher = wanted(GROSS, "4", Duration.ofDays(1));
    limits.set(higher);
    assertThat(inForce(GROSS)).isEqualTo(3);
    world.agreeOn(LimitRequests.set(higher));
    assertThat(inForce(GROSS)).isEqualTo(4);
  }

  @Test
  void the_end_of_what_was_lowered_needs_two_who_have_seen_what_stands() {
    limits.set(wanted(GROSS, "2", Duration.ofDays(1)));
    List<LimitOverride> seen = limits.at(world.clock.now());
    limits.set(wanted(GROSS, "1.5", Duration.ofDays(1)));
    world.agreeOn(LimitRequests.reset(GROSS, seen));
    assertThat(inForce(GROSS)).as("another setting stands now").isEqualTo(1.5);
    world.agreeOn(LimitRequests.reset(GROSS, limits.at(world.clock.now())));
    assertThat(inForce(GROSS)).isEqualTo(3);
  }

  @Test
  void two_persons_cannot_lift_a_hard_limit() {
    world.strategy =
        world.strategy.with(
            new Guards(
                Guards.defaults().drawdown(),
                Guards.defaults().pace(),
                HardLimits.parse("max_gross_leverage_ratio 3.5").orThrow()));
    world.restart();
    world.recover();
    world.agreeOn(LimitRequests.set(wanted(GROSS, "4", Duration.ofDays(1))));
    assertThat(limits.at(world.clock.now())).isEmpty();
    assertThat(world.requests.requests(true).get(0).outcome())
        .contains("beyond the hard limit 3.5");
  }

  @Test
  void a_stored_decision_is_made_again_under_the_limits_that_held_then() {
    limits.set(wanted(INSTRUMENT, "0.05", Duration.ofMinutes(30)));
    decideAt(SLOT);
    DecisionInputs inputs =
        world.journal.inputs(Slot.scheduled("default", SLOT).cycleId()).orThrow();
    assertThat(inputs.rules().limits().maxInstrumentExposure().value())
        .isEqualByComparingTo("0.05");
  }

  @Test
  void limits_that_are_tried_say_what_they_would_have_cut_and_refused() {
    decideAt(SLOT);
    DecisionInputs inputs =
        world.journal.inputs(Slot.scheduled("default", SLOT).cycleId()).orThrow();
    LimitValues present = LimitValues.of(world.strategy.limits(), world.strategy.guards());
    LimitTrial.Outcome before = trial(present, inputs);
    LimitTrial.Outcome less = trial(present.with(INSTRUMENT, new BigDecimal("0.05")), inputs);
    LimitTrial.Outcome day =
        trial(
            present.with(LimitName.of(LimitKey.MAX_DAY_NOTIONAL), new BigDecimal("1000")), inputs);

    assertThat(less.legs().get(BTC)).isLessThan(before.legs().get(BTC));
    assertThat(less.refused().toString()).contains("max_instrument_exposure");
    assertThat(day.legs()).as("the plan is the same").isEqualTo(before.legs());
    assertThat(day.refused().toString()).contains("at the gate", "max_day_notional");
    assertThat(day.traded()).isLessThanOrEqualTo(new BigDecimal("1000"));
    assertThat(before.traded()).isGreaterThan(new BigDecimal("1000"));
  }

  private static LimitTrial.Outcome trial(LimitValues values, DecisionInputs inputs) {
    return new LimitTrial(values, HardLimits.none())
        .of(Slot.scheduled("default", SLOT).cycleId(), inputs);
  }
}
