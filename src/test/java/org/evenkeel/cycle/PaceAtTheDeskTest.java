package org.evenkeel.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.cycle.World.BTC;
import static org.evenkeel.cycle.World.ETH;
import static org.evenkeel.cycle.World.SLOT;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.TreeMap;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.policy.DrawdownTiers;
import org.evenkeel.core.policy.Guards;
import org.evenkeel.core.policy.PaceLimits;
import org.junit.jupiter.api.Test;

/** Quantity, value of a day and repeated execution, from the journal to the lock. */
class PaceAtTheDeskTest {

  private static final Duration HOUR = Duration.ofHours(1);

  private static World world(PaceLimits pace) {
    World world = new World();
    world.strategy = World.strategy("20000").with(new Guards(DrawdownTiers.defaults(), pace));
    world.restart();
    world.recover();
    world.clock.advanceTo(SLOT);
    return world;
  }

  private static PaceLimits pace(String day, int oneWay) {
    return new PaceLimits(new TreeMap<>(), new BigDecimal(day), oneWay, Duration.ofMinutes(90));
  }

  private static long sent(World world, InstrumentId instrument) {
    return world.venue.received.stream().filter(t -> t.instrument().equals(instrument)).count();
  }

  private static boolean isDeniedByLimit(World world, InstrumentId instrument) {
    return world.memory.denials().stream()
        .anyMatch(
            denial ->
                denial.intent().instrument().equals(instrument)
                    && denial.refusal().reason() == RefusalReason.LIMIT);
  }

  @Test
  void one_more_order_than_the_window_allows_locks_the_instrument_until_two_persons_agree() {
    World world = world(pace("50000000", 2));
    world.daemon.onSlot();
    assertThat(sent(world, BTC)).isEqualTo(2);
    assertThat(isDeniedByLimit(world, BTC)).isTrue();
    assertThat(world.locks()).contains(BTC + " REPEATED_EXECUTION");

    world.restart();
    world.recover();
    world.clock.advanceTo(SLOT.plus(HOUR.multipliedBy(3)));
    world.daemon.onSlot();
    assertThat(sent(world, BTC)).as("the window has passed, and nobody has agreed").isEqualTo(2);

    world.acknowledgeAll();
    assertThat(world.locks()).isEmpty();
    world.clock.advanceTo(SLOT.plus(HOUR.multipliedBy(4)));
    world.daemon.onSlot();
    assertThat(sent(world, BTC)).isEqualTo(4);
  }

  @Test
  void what_a_day_allows_is_counted_over_a_restart() {
    World world = world(pace("45000", 1000));
    world.daemon.onSlot();
    int first = world.venue.received.size();
    assertThat(world.memory.denials()).isNotEmpty();
    world.restart();
    world.recover();
    world.clock.advanceTo(SLOT.plus(HOUR));
    world.daemon.onSlot();
    assertThat(world.venue.received).hasSize(first);
    world.clock.advanceTo(SLOT.plus(HOUR.multipliedBy(26)));
    world.daemon.onSlot();
    assertThat(world.venue.received.size()).isGreaterThan(first);
  }

  @Test
  void an_order_is_cut_to_the_quantity_of_its_instrument() {
    TreeMap<InstrumentId, Contracts> most = new TreeMap<>();
    most.put(ETH, Contracts.of("1.5"));
    World world = world(new PaceLimits(most, new BigDecimal("50000000"), 1000, HOUR));
    world.daemon.onSlot();
    assertThat(world.venue.received.stream().filter(t -> t.instrument().equals(ETH)))
        .isNotEmpty()
        .allMatch(t -> t.orderQty().compareTo(Contracts.of("1.5")) <= 0);
    assertThat(isDeniedByLimit(world, ETH)).isFalse();
  }
}
