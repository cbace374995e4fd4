package org.evenkeel.simulation;

import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.route.OrderTicket;
import org.evenkeel.core.route.VenueOrder;

/** Orders that are not what they should be. */
final class Forged {

  private Forged() {}

  static VenueOrder ended(OrderTicket ticket) {
    return new VenueOrder(
        ticket.clientOrderId(),
        org.evenkeel.core.basics.VenueOrderId.of("none-" + ticket.clientOrderId()),
        ticket.instrument(),
        ticket.side(),
        ticket.orderQty(),
        Contracts.ZERO,
        java.math.BigDecimal.ZERO,
        VenueOrder.Status.EXPIRED,
        "IOC",
        ticket.reduceOnly(),
        ticket.signedAt());
  }

  static VenueOrder emptied(VenueOrder order) {
    return order.status().isClosed()
        ? new VenueOrder(
            order.clientOrderId(),
            order.venueOrderId(),
            order.instrument(),
            order.side(),
            order.orderQty(),
            Contracts.ZERO,
            order.avgPx(),
            VenueOrder.Status.EXPIRED,
            order.timeInForce(),
            order.reduceOnly(),
            order.venueTime())
        : order;
  }

  static OrderTicket flipped(OrderTicket ticket) {
    return new OrderTicket(
        ticket.clientOrderId(),
        ticket.instrument(),
        ticket.side() == Side.BUY ? Side.SELL : Side.BUY,
        ticket.orderQty(),
        ticket.limitPrice(),
        ticket.timeInForce(),
        ticket.reduceOnly(),
        ticket.signedAt(),
        ticket.validUntil());
  }
}
