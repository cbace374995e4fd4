package org.evenkeel.core.route;

import java.math.BigDecimal;
import java.time.Instant;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.basics.VenueOrderId;

/**
 * An order as the venue reports it.
 *
 * @param clientOrderId the client id that the venue repeats
 * @param venueOrderId the venue's own id
 * @param instrument what it trades
 * @param side the direction
 * @param orderQty contracts ordered
 * @param cumQty contracts filled so far
 * @param avgPx average price of the fills, zero if there are none
 * @param status what the venue says has become of it
 * @param timeInForce the venue's word for its life, such as 'IOC'
 * @param reduceOnly whether the venue holds it as reduce-only
 * @param venueTime when the venue last changed it
 */
public record VenueOrder(
    ClientOrderId clientOrderId,
    VenueOrderId venueOrderId,
    InstrumentId instrument,
    Side side,
    Contracts orderQty,
    Contracts cumQty,
    BigDecimal avgPx,
    Status status,
    String timeInForce,
    boolean reduceOnly,
    Instant venueTime) {

  /** The venue's verdict on an order (FIX OrdStatus). */
  public enum Status {
    NEW,
    PARTIALLY_FILLED,
    FILLED,
    CANCELED,
    EXPIRED,
    REJECTED;

    public boolean isClosed() {
      return switch (this) {
        case NEW, PARTIALLY_FILLED -> false;
        case FILLED, CANCELED, EXPIRED, REJECTED -> true;
      };
    }
  }

  public VenueOrder {
    avgPx = Decimals.normal(avgPx);
  }

  /** True if the venue holds the very order of the ticket: a flag that was dropped on the way is a different order. */
  public boolean echoes(OrderTicket ticket) {
    return clientOrderId.equals(ticket.clientOrderId())
        && instrument.equals(ticket.instrument())
        && side == ticket.side()
        && orderQty.equals(ticket.orderQty())
        && timeInForce.equals(ticket.timeInForce().name())
        && reduceOnly == ticket.reduceOnly();
  }
}
