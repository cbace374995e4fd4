package org.evenkeel.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.cycle.EitherWorld.MOVE;
import static org.evenkeel.cycle.World.BTC;
import static org.evenkeel.cycle.World.SLOT;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.assertj.core.data.Percentage;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.catalog.Samples;
import org.evenkeel.core.policy.DrawdownTiers;
import org.evenkeel.core.policy.Guards;
import org.evenkeel.core.policy.OperatorOverride;
import org.evenkeel.core.policy.PaceLimits;
import org.junit.jupiter.api.Test;

/** What closes of a move is not sent where pace has no room left for what opens. */
class HalfMovesTest {

  private static World world(String day) {
    return EitherWorld.with(
        new Guards(
            DrawdownTiers.defaults(),
            new PaceLimits(new TreeMap<>(), new BigDecimal(day), 1000, Duration.ofMinutes(90))));
  }

  private static void decide(World world, Instant slot) {
    world.clock.advanceTo(slot);
    world.daemon.onSlot();
  }

  private static BigDecimal contracts(World world) {
    return world.journal.ledger().position(BTC).value();
  }

  private static BigDecimal coins(World world) {
    return world.journal.ledger().coins(Samples.BINANCE, Currency.of("BTC"));
  }

  private static long sent(World world, InstrumentId id) {
    return world.venue.received.stream().filter(t -> t.instrument().equals(id)).count();
  }

  private static List<String> denials(World world) {
    return world.memory.denials().stream()
        .filter(denial -> denial.intent().cycle().equals(world.cycle(MOVE).slot().cycleId()))
        .map(denial -> denial.refusal().detail())
        .toList();
  }

  @Test
  void a_round_of_which_only_the_closing_half_fits_into_a_day_is_not_begun() {
    World world = world("520000");
    decide(world, SLOT);
    BigDecimal before = contracts(world);
    decide(world, MOVE);
    assertThat(contracts(world)).isEqualByComparingTo(before);
    assertThat(coins(world)).isZero();
    assertThat(sent(world, BTC)).isEqualTo(1);
    assertThat(denials(world))
        .isNotEmpty()
        .allMatch(why -> why.startsWith("neither half of the move is sent now"))
        .allMatch(why -> why.contains("max_day_notional"));
    world.assertSound();
  }

  @Test
  void rounds_that_fit_are_done_and_the_rest_of_the_move_waits_for_the_next_decision() {
    World world = world("620000");
    decide(world, SLOT);
    BigDecimal before = contracts(world);
    decide(world, MOVE);
    assertThat(coins(world)).isPositive();
    assertThat(contracts(world)).isPositive();
    assertThat(coins(world).add(contracts(world))).isCloseTo(before, Percentage.withPercentage(1));
    decide(world, MOVE.plus(Duration.ofHours(25)));
    assertThat(contracts(world)).isZero();
    assertThat(coins(world)).isGreaterThan(new BigDecimal("3"));
    world.assertSound();
  }

  @Test
  void what_leaves_beyond_what_comes_is_a_reduction_and_waits_for_nothing() {
    World world = world("520000");
    decide(world, SLOT);
    BigDecimal before = contracts(world);
    world.controls.addOverride(
        SleeveId.of("btc"),
        OperatorOverride.Kind.MULTIPLIER,
        Ratio.of("0.8"),
        "ann",
        "too hot",
        SLOT,
        MOVE.plusSeconds(60));
    decide(world, MOVE);
    assertThat(contracts(world).divide(before, 4, RoundingMode.HALF_EVEN))
        .isBetween(new BigDecimal("0.78"), new BigDecimal("0.82"));
    assertThat(coins(world)).isZero();
    world.assertSound();
  }
}
