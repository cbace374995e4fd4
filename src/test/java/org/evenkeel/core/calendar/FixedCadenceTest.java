package org.evenkeel.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.evenkeel.core.basics.CycleId;
import org.junit.jupiter.api.Test;

class FixedCadenceTest {

  @Test
  void eight_hours_are_due_at_midnight_eight_and_sixteen() {
    FixedCadence cadence = new FixedCadence(Duration.ofHours(8));
    assertThat(cadence.nextAfter(Instant.parse("2026-01-06T03:00:00Z")))
        .isEqualTo(Instant.parse("2026-01-06T08:00:00Z"));
    assertThat(cadence.nextAfter(Instant.parse("2026-01-06T16:00:00Z")))
        .isEqualTo(Instant.parse("2026-01-07T00:00:00Z"));
    assertThat(cadence.nextAfter(Instant.parse("2026-01-06T15:59:59.999999999Z")))
        .isEqualTo(Instant.parse("2026-01-06T16:00:00Z"));
  }

  @Test
  void a_period_under_a_second_or_with_a_fraction_of_a_millisecond_is_refused() {
    assertThatThrownBy(() -> new FixedCadence(Duration.ofMillis(999)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least one second");
    assertThatThrownBy(() -> new FixedCadence(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new FixedCadence(Duration.ofSeconds(1).plusNanos(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("whole milliseconds");
  }

  @Property
  void the_next_slot_is_strictly_later_and_at_most_one_period_away(
      @ForAll @LongRange(min = -4_000_000_000_000L, max = 4_000_000_000_000L) long millis,
      @ForAll @LongRange(min = 1_000, max = 100_000_000) long period) {
    FixedCadence cadence = new FixedCadence(Duration.ofMillis(period));
    Instant instant = Instant.ofEpochMilli(millis);
    Instant next = cadence.nextAfter(instant);
    assertThat(next).isAfter(instant).isBeforeOrEqualTo(instant.plusMillis(period));
    assertThat(Math.floorMod(next.toEpochMilli(), period)).isZero();
  }

  @Test
  void a_slot_is_the_identity_of_its_cycle_and_an_operators_or_a_resumed_one_is_another() {
    Instant due = Instant.parse("2026-01-31T00:00:00Z");
    assertThat(Slot.scheduled("default", due).cycleId())
        .isEqualTo(CycleId.of("default/2026-01-31T00:00:00Z"));
    assertThat(new Slot("default", due, Slot.Occasion.OPERATOR).cycleId())
        .isEqualTo(CycleId.of("default/2026-01-31T00:00:00Z#1"));
    assertThat(Slot.resumed("default", due).cycleId())
        .isEqualTo(CycleId.of("default/2026-01-31T00:00:00Z#2"));
  }

  @Test
  void the_slots_of_a_decade_and_of_a_nanosecond_have_identities() {
    assertThat(Slot.scheduled("a", Instant.parse("2036-02-29T23:59:59.123456789Z")).cycleId())
        .hasToString("a/2036-02-29T23:59:59.123456789Z");
  }
}
