package org.evenkeel.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A cadence with some appointments at other times. */
class SlotMovesTest {

  private static final Cadence DAILY = new FixedCadence(Duration.ofDays(1));

  private static Instant at(String time) {
    return Instant.parse("2026-01-" + time + ":00Z");
  }

  private static List<Instant> from(SlotMoves moves, String start, int count) {
    return Stream.iterate(moves.over(DAILY).nextAfter(at(start)), moves.over(DAILY)::nextAfter)
        .limit(count)
        .toList();
  }

  @Test
  void a_moved_appointment_is_at_its_new_time_only() {
    SlotMoves later = SlotMoves.of(List.of(new SlotMove(at("03T00:00"), at("03T14:00"))));
    assertThat(from(later, "02T00:00", 3))
        .containsExactly(at("03T14:00"), at("04T00:00"), at("05T00:00"));
    SlotMoves earlier = SlotMoves.of(List.of(new SlotMove(at("03T00:00"), at("02T22:00"))));
    assertThat(from(earlier, "02T00:00", 2)).containsExactly(at("02T22:00"), at("04T00:00"));
    assertThat(from(earlier, "02T22:00", 1)).containsExactly(at("04T00:00"));
  }

  @Test
  void one_that_is_moved_twice_is_at_its_last_time_and_back_where_it_was_if_moved_back() {
    SlotMove away = new SlotMove(at("03T00:00"), at("03T14:00"));
    SlotMove further = new SlotMove(at("03T14:00"), at("03T20:00"));
    SlotMove home = new SlotMove(at("03T20:00"), at("03T00:00"));
    assertThat(from(SlotMoves.of(List.of(away, further)), "02T00:00", 2))
        .containsExactly(at("03T20:00"), at("04T00:00"));
    assertThat(from(SlotMoves.of(List.of(away, further, home)), "02T00:00", 2))
        .containsExactly(at("03T00:00"), at("04T00:00"));
  }

  @Test
  void two_moved_ones_stay_two() {
    SlotMoves both =
        SlotMoves.of(
            List.of(
                new SlotMove(at("03T00:00"), at("03T14:00")),
                new SlotMove(at("04T00:00"), at("04T10:00"))));
    assertThat(from(both, "02T00:00", 3))
        .containsExactly(at("03T14:00"), at("04T10:00"), at("05T00:00"));
  }
}
