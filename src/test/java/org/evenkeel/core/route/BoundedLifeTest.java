package org.evenkeel.core.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BoundedLifeTest {

  /** Rule 3: whoever adds a word here must say what ends such an order; 'good till canceled' has no answer. */
  @Test
  void no_order_can_even_be_written_that_lives_longer_than_an_instant() {
    assertThat(TimeInForce.values()).containsExactly(TimeInForce.IOC);
  }
}
