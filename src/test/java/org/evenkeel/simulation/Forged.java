package org.evenkeel.simulation;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.basics.VenueOrderId;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.route.OrderTicket;
import org.evenkeel.core.route.VenueOrder;
import org.evenkeel.cycle.DecisionInputs;

/** Orders that are not what they should be. */
final class Forged {

  private Forged() {}

  static VenueOrder ended(OrderTicket ticket) {
    return new VenueOrder(
        ticket.clientOrderId(),
        VenueOrderId.of("none-" + ticket.clientOrderId()),
        ticket.instrument(),
        ticket.side(),
        ticket.orderQty(),
        Contracts.ZERO,
        BigDecimal.ZERO,
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
    Side other = ticket.side() == Side.BUY ? Side.SELL : Side.BUY;
    return ticket(ticket, other, ticket.reduceOnly(), ticket.signedAt(), ticket.validUntil());
  }

  static OrderTicket enlarging(OrderTicket ticket) {
    return ticket(ticket, ticket.side(), false, ticket.signedAt(), ticket.validUntil());
  }

  static OrderTicket signedAt(OrderTicket ticket, Instant signedAt) {
    Instant validUntil = signedAt.plus(Duration.ofSeconds(5));
    return ticket(ticket, ticket.side(), ticket.reduceOnly(), signedAt, validUntil);
  }

  private static OrderTicket ticket(
      OrderTicket like, Side side, boolean reduceOnly, Instant signedAt, Instant validUntil) {
    return new OrderTicket(
        like.clientOrderId(),
        like.instrument(),
        side,
        like.orderQty(),
        like.limitPrice(),
        like.timeInForce(),
        reduceOnly,
        signedAt,
        validUntil);
  }

  /** Inputs of a decision as if no position had been held. */
  static DecisionInputs withoutPositions(DecisionInputs inputs) {
    AccountSnapshot seen = inputs.account();
    return new DecisionInputs(
        inputs.rules(),
        inputs.market(),
        new AccountSnapshot(
            seen.venue(), seen.venueTime(), seen.receivedAt(), seen.balances(), List.of()),
        inputs.heldOut(),
        inputs.clocks(),
        inputs.adjustments(),
        inputs.standing(),
        inputs.score(),
        inputs.earlier(),
        inputs.ordered(),
        inputs.next(),
        inputs.brake(),
        inputs.charges(),
        inputs.pegs());
  }
}
