package org.evenkeel.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.statement.CycleStatus;
import org.evenkeel.shell.simulate.RecordingAlerts;
import org.evenkeel.shell.simulate.VirtualClock;
import org.junit.jupiter.api.Test;

/** The look whether an account is still set as the start has left it. */
class SettingsWatchTest {

  private final RecordingAlerts alerts = new RecordingAlerts();
  private final VirtualClock clock = new VirtualClock(Instant.parse("2026-01-01T00:00:00Z"));
  private final AtomicInteger looks = new AtomicInteger();
  private Result<Boolean> answer = Result.ok(true);
  private final SettingsWatch watch =
      new SettingsWatch(
          () -> {
            looks.incrementAndGet();
            return answer;
          },
          clock,
          alerts);

  @Test
  void what_differs_holds_the_decision_with_an_alert_until_it_is_set_back() {
    assertThat(watch.objection()).isEmpty();

    answer = Result.refused(RefusalReason.VENUE_REJECTED, "the leverage is 20");

    assertThat(watch.objection().orElseThrow().toString()).contains("the leverage is 20");
    assertThat(alerts.raised().get("account-settings")).contains("the leverage is 20");

    answer = Result.ok(true);

    assertThat(watch.objection()).isEmpty();
    assertThat(alerts.raised()).isEmpty();
  }

  @Test
  void between_decisions_it_is_looked_at_every_five_minutes_and_told() {
    answer = Result.refused(RefusalReason.VENUE_REJECTED, "hedge mode");
    watch.betweenDecisions();
    clock.sleep(Duration.ofMinutes(5).minusMillis(1));
    watch.betweenDecisions();
    assertThat(looks).hasValue(0);

    clock.sleep(Duration.ofMillis(1));
    watch.betweenDecisions();
    watch.betweenDecisions();

    assertThat(looks).hasValue(1);
    assertThat(alerts.raised()).containsOnlyKeys("account-settings");
  }

  @Test
  void a_changed_setting_and_a_venue_under_maintenance_send_nothing_in_that_cycle() {
    Map<String, Precondition> closed = new TreeMap<>();
    closed.put("the leverage is 20", watch);
    closed.put(
        "says of itself: maintenance",
        new StatusWatch(
            List.of(() -> Result.ok(Optional.of("Kraken says of itself: maintenance"))), alerts));
    answer = Result.refused(RefusalReason.VENUE_REJECTED, "the leverage is 20");
    closed.forEach(
        (words, precondition) -> {
          World world = World.early();
          world.precondition = precondition;
          world.restart();
          world.recover();
          world.clock.advanceTo(World.SLOT);
          int before = world.venue.received.size();

          world.daemon.onSlot();

          assertThat(world.status(World.SLOT)).as(words).isEqualTo(CycleStatus.HELD);
          assertThat(world.cycle(World.SLOT).reason()).contains(words);
          assertThat(world.venue.received).hasSize(before);
        });
  }
}
