package org.evenkeel.core.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Rule 3: whoever adds a word here must say what ends such an order; 'good till canceled' has no answer. */
class BoundedLifeTest {

  @Test
  void
      what_is_not_over_in_an_instant_only_rests_and_is_canceled_by_its_round_or_the_next_reconciliation() {
    assertThat(TimeInForce.values()).containsExactly(TimeInForce.IOC, TimeInForce.GTX);
    assertThat(TimeInForce.IOC.rests()).isFalse();
    assertThat(TimeInForce.GTX.rests()).as("its end: see RestingOrderTest").isTrue();
  }
}
