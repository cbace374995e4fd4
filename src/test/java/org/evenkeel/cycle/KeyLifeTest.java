package org.evenkeel.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.cycle.KeyReport.Answer;
import org.evenkeel.shell.simulate.RecordingAlerts;
import org.junit.jupiter.api.Test;

/** The days that our keys still have. */
class KeyLifeTest {

  private static final Instant END = Instant.parse("2026-12-31T00:00:00Z");

  private final RecordingAlerts alerts = new RecordingAlerts();
  private final KeyLife life = new KeyLife(alerts);

  private static KeyReport report(String venue, Optional<Instant> end) {
    return new KeyReport(
        VenueId.of(venue),
        "simulated",
        Optional.of("7"),
        Answer.YES,
        Answer.NO,
        Answer.NO,
        Answer.YES,
        end,
        END.minus(Duration.ofDays(90)));
  }

  private void lookBefore(Duration end) {
    life.look(END.minus(end));
  }

  @Test
  void fewer_than_fourteen_days_are_an_alert_and_every_day_is_counted() {
    life.learn(report("binance", Optional.of(END)));
    lookBefore(Duration.ofDays(14));
    assertThat(life.days()).containsEntry("binance", 14L);
    assertThat(alerts.raised()).isEmpty();

    lookBefore(Duration.ofDays(14).minusSeconds(1));
    assertThat(life.days()).containsEntry("binance", 13L);
    assertThat(alerts.raised().get("key binance")).startsWith("our key at binance ends in 13 days");

    lookBefore(Duration.ZERO);
    assertThat(life.days()).containsEntry("binance", 0L);
    assertThat(alerts.raised().get("key binance")).startsWith("our key at binance has ended");
  }

  @Test
  void a_key_without_an_end_has_no_days_and_a_new_one_clears_the_alert() {
    life.learn(report("binance", Optional.of(END)));
    life.learn(report("kraken", Optional.empty()));
    lookBefore(Duration.ofDays(1));
    assertThat(life.days()).containsOnlyKeys("binance");
    assertThat(alerts.raised()).containsOnlyKeys("key binance");

    life.learn(report("binance", Optional.of(END.plus(Duration.ofDays(90)))));
    lookBefore(Duration.ofDays(1));
    assertThat(alerts.raised()).isEmpty();
  }
}
