package org.evenkeel.core.plan.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.plan.PlannedLeg;
import org.junit.jupiter.api.Test;

class RollSequenceTest {

  private static final SortedMap<InstrumentId, InstrumentId> ROLLS =
      new TreeMap<>(Map.of(Steps.future("NEAR"), Steps.future("NEXT")));

  private static BigDecimal signed(PlannedLeg leg) {
    return leg.side().signed(leg.quantity()).value();
  }

  private static Steps rolling() {
    return new Steps()
        .hold("NEAR", 100, 100)
        .hold("NEXT", 0, 0)
        .hold("OTHER", 0, 0)
        .reduce("NEAR", -100)
        .buy("NEXT", 100)
        .buy("OTHER", 20);
  }

  @Test
  void at_no_prefix_more_than_a_fourth_of_what_is_rolled_is_missing_and_never_any_of_it_twice() {
    Sequence sequence = rolling().arrangedWith(ROLLS);
    BigDecimal both = new BigDecimal("100");
    int moves = 0;
    for (PlannedLeg leg : sequence.legs()) {
      if (!leg.instrument().equals(Steps.future("OTHER"))) {
        both = both.add(signed(leg));
        moves++;
        assertThat(both).isBetween(new BigDecimal("75"), new BigDecimal("100"));
      }
    }
    assertThat(moves).isEqualTo(8);
    assertThat(both).isEqualByComparingTo("100");
    assertThat(sequence.cuts()).isEmpty();
  }

  @Test
  void every_slice_but_the_first_leg_of_all_waits_for_those_before_it() {
    Sequence sequence = rolling().arrangedWith(ROLLS);
    assertThat(sequence.legs().getFirst().instrument()).isEqualTo(Steps.future("OTHER"));
    assertThat(sequence.waits()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
  }

  @Test
  void a_small_position_moves_in_as_many_slices_as_the_venue_takes() {
    Sequence sequence =
        new Steps()
            .hold("NEAR", 11, 11)
            .hold("NEXT", 0, 0)
            .reduce("NEAR", -11)
            .buy("NEXT", 11)
            .arrangedWith(ROLLS);
    assertThat(sequence.legs())
        .as("the smallest order is 5 contracts")
        .extracting(leg -> leg.side() + " " + leg.quantity())
        .containsExactly("SELL 5", "BUY 5", "SELL 6", "BUY 6");
  }

  @Test
  void what_cannot_be_opened_safely_is_not_closed() {
    Sequence sequence =
        new Steps()
            .hold("NEAR", 100, 100)
            .hold("NEXT", 0, 0)
            .reduce("NEAR", -100)
            .buy("NEXT", 4000)
            .arrangedWith(ROLLS);
    assertThat(sequence.legs()).isEmpty();
    assertThat(sequence.cuts()).isNotEmpty();
  }

  @Test
  void without_its_other_half_a_close_is_a_reduction_like_any_other() {
    Sequence sequence =
        new Steps()
            .hold("NEAR", 100, 100)
            .hold("NEXT", 0, 0)
            .reduce("NEAR", -100)
            .arrangedWith(ROLLS);
    assertThat(sequence.legs()).hasSize(1);
    assertThat(List.copyOf(sequence.waits())).isEmpty();
  }

  /** What takes over may close a hedge before it opens: one exposure that comes, in two legs. */
  @Test
  void what_takes_over_in_two_legs_is_sliced_as_one() {
    Sequence sequence =
        new Steps()
            .hold("NEAR", 100, 100)
            .hold("NEXT", -60, -60)
            .reduce("NEAR", -100)
            .reduce("NEXT", 60)
            .buy("NEXT", 40)
            .arrangedWith(ROLLS);
    assertThat(sequence.legs())
        .extracting(leg -> leg.side() + " " + leg.quantity() + (leg.reduceOnly() ? " less" : ""))
        .containsExactly(
            "SELL 25 less",
            "BUY 25 less",
            "SELL 25 less",
            "BUY 25 less",
            "SELL 25 less",
            "BUY 10 less",
            "BUY 15",
            "SELL 25 less",
            "BUY 25");
  }

  @Test
  void two_contracts_that_are_left_for_one_move_together() {
    TreeMap<InstrumentId, InstrumentId> both = new TreeMap<>(ROLLS);
    both.put(Steps.future("OLDER"), Steps.future("NEXT"));
    Sequence sequence =
        new Steps()
            .hold("NEAR", 40, 40)
            .hold("OLDER", 20, 20)
            .hold("NEXT", 0, 0)
            .reduce("NEAR", -40)
            .reduce("OLDER", -20)
            .buy("NEXT", 60)
            .arrangedWith(both);
    BigDecimal all = new BigDecimal("60");
    for (PlannedLeg leg : sequence.legs()) {
      all = all.add(signed(leg));
      assertThat(all).isBetween(new BigDecimal("45"), new BigDecimal("60"));
    }
    assertThat(sequence.legs()).hasSize(12);
    assertThat(all).isEqualByComparingTo("60");
  }
}
