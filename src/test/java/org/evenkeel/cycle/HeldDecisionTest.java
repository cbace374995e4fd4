package org.evenkeel.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.cycle.World.SLOT;

import java.time.Duration;
import java.time.Instant;
import org.evenkeel.core.statement.CycleStatus;
import org.junit.jupiter.api.Test;

/** A decision that cannot be made is told to a person until one is made again. */
class HeldDecisionTest {

  private static final Instant NEXT = SLOT.plus(Duration.ofHours(1));

  private final World world = World.ready();

  @Test
  void the_alert_names_the_slot_and_the_reason() {
    world.venue.setBarHistoryEmpty(true);
    world.daemon.onSlot();

    assertThat(world.status(SLOT)).isEqualTo(CycleStatus.HELD);
    assertThat(world.alerts.raised().get("decision"))
        .contains(SLOT.toString(), "traded nothing", world.cycle(SLOT).reason());
  }

  @Test
  void a_decision_that_is_made_again_ends_the_alert() {
    world.venue.setBarHistoryEmpty(true);
    world.daemon.onSlot();
    assertThat(world.alerts.raised()).containsKey("decision");

    world.venue.setBarHistoryEmpty(false);
    world.clock.advanceTo(NEXT);
    world.daemon.onSlot();
    assertThat(world.status(NEXT)).isEqualTo(CycleStatus.DONE);
    assertThat(world.alerts.raised()).doesNotContainKey("decision");
  }
}
