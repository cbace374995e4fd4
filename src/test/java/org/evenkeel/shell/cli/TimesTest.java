package org.evenkeel.shell.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimesTest {

  private static final Instant NOW = Instant.parse("2026-01-20T06:00:00Z");

  @Test
  void durations_are_sums_of_parts() {
    assertThat(Times.duration("90s")).isEqualTo(Duration.ofSeconds(90));
    assertThat(Times.duration("1d12h")).isEqualTo(Duration.ofHours(36));
    assertThat(Times.duration("2H30M")).isEqualTo(Duration.ofMinutes(150));
  }

  @Test
  void an_end_is_a_duration_a_date_or_an_instant() {
    assertThat(Times.instantOrDuration("2d", NOW)).isEqualTo("2026-01-22T06:00:00Z");
    assertThat(Times.instantOrDuration("2026-02-01", NOW)).isEqualTo("2026-02-01T00:00:00Z");
    assertThat(Times.instantOrDuration("2026-02-01T06:30:00Z", NOW))
        .isEqualTo("2026-02-01T06:30:00Z");
  }

  @Test
  void the_last_day_belongs_to_a_period() {
    assertThat(Times.from("2022-10-01", NOW)).isEqualTo("2022-10-01T00:00:00Z");
    assertThat(Times.to("2022-12-31")).isEqualTo("2023-01-01T00:00:00Z");
    assertThat(Times.to("2022-12-31T12:00:00Z")).isEqualTo("2022-12-31T12:00:00Z");
  }

  @Test
  void nonsense_is_refused_with_an_example() {
    assertThatThrownBy(() -> Times.duration("2 days"))
        .hasMessage("found '2 days'; write a duration such as 90s, 45m, 12h, 2d or 1d12h");
    assertThatThrownBy(() -> Times.from("2022-13-01", NOW))
        .hasMessage("found '2022-13-01'; write a date such as 2022-10-01, an instant or now");
  }
}
