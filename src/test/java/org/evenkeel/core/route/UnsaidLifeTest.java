package org.evenkeel.core.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.VenueOrderId;
import org.junit.jupiter.api.Test;

/** An order of which the venue does not say how long it may live is judged by what it can be seen to do. */
class UnsaidLifeTest {

  private static OrderTicket ticket(TimeInForce life) {
    OrderTicket ticket = Orders.ticket();
    return new OrderTicket(
        ticket.clientOrderId(),
        ticket.instrument(),
        ticket.side(),
        ticket.orderQty(),
        ticket.limitPrice(),
        life,
        ticket.reduceOnly(),
        ticket.signedAt(),
        ticket.validUntil());
  }

  private static VenueOrder shown(VenueOrder.Status status) {
    OrderTicket ticket = Orders.ticket();
    return new VenueOrder(
        ticket.clientOrderId(),
        VenueOrderId.of("77"),
        ticket.instrument(),
        ticket.side(),
        ticket.orderQty(),
        Contracts.ZERO,
        BigDecimal.ZERO,
        status,
        VenueOrder.UNSAID,
        ticket.reduceOnly(),
        ticket.signedAt());
  }

  @Test
  void an_immediate_order_that_works_still_is_a_different_one() {
    assertThat(shown(VenueOrder.Status.NEW).differences(ticket(TimeInForce.IOC)))
        .containsExactly("time in force longer instead of IOC");
    assertThat(shown(VenueOrder.Status.CANCELED).echoes(ticket(TimeInForce.IOC))).isTrue();
  }

  @Test
  void an_order_that_was_to_rest_may_work_and_may_have_ended() {
    assertThat(shown(VenueOrder.Status.NEW).echoes(ticket(TimeInForce.GTX))).isTrue();
    assertThat(shown(VenueOrder.Status.EXPIRED).echoes(ticket(TimeInForce.GTX))).isTrue();
  }
}
