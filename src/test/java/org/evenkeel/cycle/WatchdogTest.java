package org.evenkeel.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.calendar.FixedCadence;
import org.evenkeel.core.statement.CycleStatus;
import org.evenkeel.shell.simulate.RecordingAlerts;
import org.evenkeel.shell.simulate.VirtualClock;
import org.junit.jupiter.api.Test;

/** What the bot watches about itself: that decisions end, and that there is room for them. */
class WatchdogTest {

  private static final Instant ELEVEN = Instant.parse("2026-01-31T11:00:00Z");

  private final VirtualClock clock = new VirtualClock(Instant.parse("2026-01-31T10:30:00Z"));
  private final RecordingAlerts alerts = new RecordingAlerts();
  private Optional<Instant> ended = Optional.empty();
  private final Watchdog watchdog =
      new Watchdog(new FixedCadence(Duration.ofHours(1)), () -> ended, clock, alerts);

  @Test
  void a_decision_that_does_not_end_within_one_and_a_half_intervals_is_an_alert_until_one_does() {
    lookAt("2026-01-31T11:29:59Z");
    assertThat(alerts.raised()).isEmpty();
    lookAt("2026-01-31T11:30:01Z");
    assertThat(alerts.raised().get("watchdog")).contains("the next was due at " + ELEVEN);
    ended = Optional.of(ELEVEN);
    lookAt("2026-01-31T12:29:59Z");
    assertThat(alerts.raised()).isEmpty();
    lookAt("2026-01-31T12:30:01Z");
    assertThat(alerts.raised().get("watchdog")).contains("since that of " + ELEVEN);
  }

  @Test
  void a_journal_that_does_not_answer_stops_no_watchdog() {
    Watchdog blind =
        new Watchdog(
            new FixedCadence(Duration.ofHours(1)),
            () -> {
              throw new JournalUnavailable("gone", new IllegalStateException());
            },
            clock,
            alerts);
    clock.advanceTo(Instant.parse("2026-01-31T11:30:01Z"));
    blind.look();
    assertThat(alerts.raised().get("watchdog")).contains("the journal does not tell (gone)");
  }

  private void lookAt(String instant) {
    clock.advanceTo(Instant.parse(instant));
    watchdog.look();
  }

  @Test
  void a_host_that_is_not_fit_for_a_decision_holds_it_before_anything_is_read() {
    World world = new World();
    world.precondition =
        () ->
            Optional.of(
                Refusal.of(RefusalReason.JOURNAL_UNAVAILABLE, "only 3 MB are free on the disk"));
    world.restart();
    world.daemon.onHeartbeat();
    world.clock.advanceTo(World.SLOT);
    world.daemon.onSlot();
    assertThat(world.status(World.SLOT)).isEqualTo(CycleStatus.HELD);
    assertThat(world.cycle(World.SLOT).reason()).contains("only 3 MB are free");
    assertThat(world.alerts.raised().get("decision")).contains("only 3 MB are free");
    assertThat(world.venue.received).isEmpty();
  }
}
