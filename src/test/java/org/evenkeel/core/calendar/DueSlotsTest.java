package org.evenkeel.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DueSlotsTest {

  private static final Cadence DAILY = new FixedCadence(Duration.ofDays(1));
  private static final Duration GRACE = Duration.ofHours(1);

  private static Instant at(String text) {
    return Instant.parse(text);
  }

  @Test
  void nothing_is_due_before_the_next_slot() {
    DueSlots due =
        DueSlots.at(at("2026-01-06T23:59:59Z"), at("2026-01-06T00:00:00Z"), DAILY, GRACE);
    assertThat(due.toRun()).isEmpty();
    assertThat(due.missed()).isEmpty();
  }

  @Test
  void a_slot_is_due_at_its_very_instant() {
    DueSlots due =
        DueSlots.at(at("2026-01-07T00:00:00Z"), at("2026-01-06T00:00:00Z"), DAILY, GRACE);
    assertThat(due.toRun()).contains(at("2026-01-07T00:00:00Z"));
  }

  @Test
  void waking_within_the_grace_time_runs_the_newest_and_reports_the_others() {
    DueSlots due =
        DueSlots.at(at("2026-01-06T00:20:00Z"), at("2026-01-03T00:00:00Z"), DAILY, GRACE);
    assertThat(due.toRun()).contains(at("2026-01-06T00:00:00Z"));
    assertThat(due.missed())
        .containsExactly(at("2026-01-04T00:00:00Z"), at("2026-01-05T00:00:00Z"));
  }

  @Test
  void waking_after_the_grace_time_reports_the_newest_as_missed_too() {
    Instant last = at("2026-01-04T00:00:00Z");
    assertThat(DueSlots.at(at("2026-01-06T01:00:00Z"), last, DAILY, GRACE).toRun()).isPresent();
    DueSlots late = DueSlots.at(at("2026-01-06T01:00:00.001Z"), last, DAILY, GRACE);
    assertThat(late.toRun()).isEmpty();
    assertThat(late.missed())
        .containsExactly(at("2026-01-05T00:00:00Z"), at("2026-01-06T00:00:00Z"));
  }

  @Test
  void a_last_decision_in_the_future_owes_nothing() {
    DueSlots due =
        DueSlots.at(at("2026-01-06T00:00:00Z"), at("2026-03-01T00:00:00Z"), DAILY, GRACE);
    assertThat(due.toRun()).isEmpty();
    assertThat(due.missed()).isEmpty();
  }

  @Test
  void a_long_sleep_lists_only_the_newest_thousand() {
    Cadence secondly = new FixedCadence(Duration.ofSeconds(1));
    Instant now = at("2026-01-06T00:00:00Z");
    DueSlots due =
        DueSlots.at(now, now.minus(Duration.ofHours(10)), secondly, Duration.ofSeconds(10));
    assertThat(due.toRun()).contains(now);
    assertThat(due.missed()).hasSize(DueSlots.MAX_MISSED);
    assertThat(due.missed().get(DueSlots.MAX_MISSED - 1)).isEqualTo(now.minusSeconds(1));
    assertThat(due.missed()).isSorted();
  }

  /** Ten years of seconds are 315 million slots: looking at each one would take minutes under the daemon's lock. */
  @Test
  void a_long_sleep_with_a_short_period_asks_the_cadence_a_bounded_number_of_times() {
    FixedCadence secondly = new FixedCadence(Duration.ofSeconds(1));
    long[] asked = {0};
    Cadence counting =
        instant -> {
          asked[0]++;
          return secondly.nextAfter(instant);
        };
    Instant now = at("2026-01-06T00:00:00Z");
    DueSlots due =
        DueSlots.at(now, now.minus(Duration.ofDays(3650)), counting, Duration.ofSeconds(10));
    assertThat(due.toRun()).contains(now);
    assertThat(due.missed()).hasSize(DueSlots.MAX_MISSED);
    assertThat(asked[0]).isLessThan(20_000);
  }

  /** A cadence of two bursts a day, so that the distance of two slots says nothing about the others. */
  @Test
  void an_uneven_cadence_loses_no_slot() {
    Cadence bursts =
        instant -> {
          Instant next = Instant.ofEpochSecond(Math.floorDiv(instant.toEpochMilli(), 1000) + 1);
          while (Math.floorMod(next.getEpochSecond(), 43_200) >= 3) {
            next = next.plusSeconds(43_200 - Math.floorMod(next.getEpochSecond(), 43_200));
          }
          return next;
        };
    Instant now = at("2026-01-06T12:00:01.500Z");
    DueSlots due = DueSlots.at(now, at("2026-01-01T00:00:02Z"), bursts, GRACE);
    assertThat(due.toRun()).contains(at("2026-01-06T12:00:01Z"));
    assertThat(due.missed()).hasSize(3 * 10 + 1).isSorted().doesNotHaveDuplicates();
    assertThat(due.missed().get(0)).isEqualTo(at("2026-01-01T12:00:00Z"));
  }

  @Property
  void every_slot_between_two_wakings_is_named_exactly_once(
      @ForAll @IntRange(min = 1, max = 5_000) int periodSeconds,
      @ForAll @IntRange(max = 2_000_000) int lastSeconds,
      @ForAll @IntRange(max = 2_000_000) int sleptSeconds,
      @ForAll @IntRange(max = 10_000) int graceSeconds) {
    Cadence cadence = new FixedCadence(Duration.ofSeconds(periodSeconds));
    Instant last = Instant.ofEpochSecond(lastSeconds);
    Instant now = last.plusSeconds(sleptSeconds);
    DueSlots due = DueSlots.at(now, last, cadence, Duration.ofSeconds(graceSeconds));

    long passed =
        Math.floorDiv(now.getEpochSecond(), (long) periodSeconds)
            - Math.floorDiv(last.getEpochSecond(), (long) periodSeconds);
    long owed = due.toRun().isPresent() ? 1 : 0;
    assertThat(due.missed().size() + owed).isEqualTo(Math.min(passed, DueSlots.MAX_MISSED + owed));
    due.toRun()
        .ifPresent(
            slot -> {
              assertThat(slot).isAfter(last).isBeforeOrEqualTo(now);
              assertThat(slot.plusSeconds(graceSeconds)).isAfterOrEqualTo(now);
              assertThat(due.missed()).allMatch(missed -> missed.isBefore(slot));
            });
  }
}
