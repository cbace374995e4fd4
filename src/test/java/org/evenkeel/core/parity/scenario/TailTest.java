package org.evenkeel.core.parity.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TailTest {

  @Test
  void a_part_of_a_loss_counts_as_a_part() {
    Tail tail = Tail.of(new double[] {3, 1, 5, 2}, 0.625);

    // The tail is 1.5 of 4 losses: 5 counts 2 / 3, 3 counts 1 / 3.
    assertThat(tail.mean()).isCloseTo((5 * 2 + 3) / 3.0, within(1e-15));
    assertThat(tail.share(2)).isCloseTo(2.0 / 3, within(1e-15));
    assertThat(tail.share(0)).isCloseTo(1.0 / 3, within(1e-15));
    assertThat(tail.share(1)).isZero();
  }

  @Test
  void of_equal_losses_none_counts_more_than_a_whole_one() {
    Tail tail = Tail.of(new double[] {2, 1, 2, 2}, 0.5);

    assertThat(tail.share(0)).isEqualTo(0.5);
    assertThat(tail.share(2)).isEqualTo(0.5);
    assertThat(tail.share(3)).as("the earlier ones fill the tail").isZero();
  }
}
