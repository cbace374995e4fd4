package org.evenkeel.cycle;

import static org.evenkeel.cycle.World.SLOT;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.route.Intent;
import org.evenkeel.shell.simulate.CycleEntry;

/** Whole cycles as a bot has made them, for tests of what is kept of them. */
public final class DecidedExamples {

  private DecidedExamples() {}

  /** Several decisions in a row, in a market that moves. */
  public static List<CycleEntry> inARow(int count) {
    World world = World.ready();
    List<CycleEntry> cycles = new ArrayList<>();
    for (int hour = 0; hour < count; hour++) {
      world.clock.advanceTo(SLOT.plus(Duration.ofHours(hour)));
      world.daemon.onSlot();
      cycles.add(world.cycle(SLOT.plus(Duration.ofHours(hour))));
      move(world, World.BTC, hour % 2 == 0 ? "1.07" : "0.91");
    }
    return cycles;
  }

  /** What a cycle committed to trade. */
  public static List<Intent> intents(CycleEntry entry) {
    return Decision.from(entry.inputs().orElseThrow()).orThrow().intents(entry.slot().cycleId());
  }

  /** A cycle's decision, made again from what it has kept. */
  static Decided decided(CycleEntry entry) {
    return Decided.again(
            entry.slot().cycleId(), entry.inputs().orElseThrow(), DecisionStages.SILENT)
        .orThrow();
  }

  static void move(World world, InstrumentId instrument, String factor) {
    Price old = world.venue.truth.prices.get(instrument);
    world.venue.truth.prices.put(
        instrument, new Price(old.value().multiply(new BigDecimal(factor))));
  }
}
