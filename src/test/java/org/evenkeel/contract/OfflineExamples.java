package org.evenkeel.contract;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.basics.VenueOrderId;
import org.evenkeel.core.calendar.Slot;
import org.evenkeel.core.route.ClientOrderIds;
import org.evenkeel.core.route.Intent;
import org.evenkeel.core.route.OrderTicket;
import org.evenkeel.core.route.SendOutcome;
import org.evenkeel.core.route.TimeInForce;
import org.evenkeel.core.route.VenueOrder;
import org.evenkeel.cycle.OfflineRun;

/** The orders of a flatten without a database, each of which sells half a contract. */
public final class OfflineExamples {

  public static final Instant NOON = JournalExamples.NOON;
  public static final Slot SLOT = new Slot("default", NOON, Slot.Occasion.FLATTEN);

  private OfflineExamples() {}

  /** An order without an answer. */
  public static OfflineRun.Order order(int number) {
    Intent intent =
        new Intent(
            SLOT.cycleId(),
            JournalExamples.BTC,
            number,
            Side.SELL,
            Contracts.of("0.5"),
            true,
            Price.of("50000.05"));
    OrderTicket ticket =
        new OrderTicket(
            ClientOrderIds.offline("ab1cd", intent.id()),
            intent.instrument(),
            intent.side(),
            intent.quantity(),
            Price.of("49900"),
            TimeInForce.IOC,
            true,
            NOON,
            NOON.plusSeconds(5));
    return new OfflineRun.Order(intent, ticket, NOON.plusMillis(number), Optional.empty());
  }

  public static OfflineRun.Order answered(OfflineRun.Order order, SendOutcome answer) {
    return new OfflineRun.Order(order.intent(), order.ticket(), order.at(), Optional.of(answer));
  }

  /** The venue's answer to an order that has ended with some of it filled, or all. */
  public static SendOutcome accepted(OrderTicket ticket, String filled) {
    boolean isWhole = Contracts.of(filled).equals(ticket.orderQty());
    return new SendOutcome.Accepted(
        new VenueOrder(
            ticket.clientOrderId(),
            VenueOrderId.of("77"),
            ticket.instrument(),
            ticket.side(),
            ticket.orderQty(),
            Contracts.of(filled),
            new BigDecimal("49950.5"),
            isWhole ? VenueOrder.Status.FILLED : VenueOrder.Status.EXPIRED,
            "IOC",
            true,
            NOON.plusMillis(9)));
  }
}
