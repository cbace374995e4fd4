package org.evenkeel.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** The example of PlanWithinLimits: 300,000, of which 100,000 is known and an open purchase may make 90,000. */
class RoomTest {

  private static Room room(String taken, String wanted) {
    return new Room(
        "max_gross_leverage",
        new BigDecimal("300000"),
        new BigDecimal(taken),
        new BigDecimal(wanted));
  }

  @Test
  void what_fits_is_not_cut() {
    assertThat(room("190000", "110000").factor()).isEqualByComparingTo("1");
    assertThat(room("300001", "0").factor()).as("nothing is wanted").isEqualByComparingTo("1");
  }

  @Test
  void what_does_not_fit_is_cut_to_a_hundredth_under_the_limit() {
    assertThat(room("190000", "110001").factor())
        .as("297,000 less 190,000")
        .isEqualByComparingTo(
            new BigDecimal("107000")
                .divide(new BigDecimal("110001"), java.math.MathContext.DECIMAL128));
    assertThat(room("190000", "214000").factor()).isEqualByComparingTo("0.5");
    assertThat(room("297000", "4000").factor()).isEqualByComparingTo("0");
    assertThat(room("400000", "1").factor())
        .as("never less than nothing")
        .isEqualByComparingTo("0");
  }

  @Test
  void it_is_full_only_above_its_limit() {
    assertThat(room("300000", "1").isFull()).isFalse();
    assertThat(room("300000.01", "1").isFull()).isTrue();
  }
}
