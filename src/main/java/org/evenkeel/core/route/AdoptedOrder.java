package org.evenkeel.core.route;

import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.basics.VenueOrderId;

/**
 * A working order that the bot has not sent and for which persons answer.
 *
 * <p>Until it has ended it counts at full size wherever an order of the bot does. The bot neither repeats nor reprices it.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param instrument what it trades
 * @param venueOrderId the venue's id
 * @param clientOrderId the name under which the venue's port knows it
 * @param side the direction
 * @param orderQty contracts ordered, above zero
 * @param reduceOnly whether the venue holds it as reduce-only
 * @param by who answers for it
 * @param reason why it was taken in
 * @param evidence the venue's answer on which it was taken in
 * @param request the request that was agreed on
 * @param bookedQty contracts of it that are booked as fills
 */
public record AdoptedOrder(
    InstrumentId instrument,
    VenueOrderId venueOrderId,
    ClientOrderId clientOrderId,
    Side side,
    Contracts orderQty,
    boolean reduceOnly,
    String by,
    String reason,
    String evidence,
    long request,
    Contracts bookedQty) {

  public AdoptedOrder {
    if (orderQty.value().signum() <= 0) {
      throw new IllegalArgumentException(venueOrderId + " has quantity " + orderQty);
    }
  }

  /** The most that it may still add to the position, in contracts on its side. */
  public Contracts worstCaseLeaves() {
    return bookedQty.compareTo(orderQty) >= 0 ? Contracts.ZERO : orderQty.minus(bookedQty);
  }

  /** Whether a venue's order is this one and no larger than when it was taken in; a venue may let its owner amend it. */
  public boolean covers(VenueOrder order) {
    return order.instrument().equals(instrument)
        && order.venueOrderId().equals(venueOrderId)
        && order.side() == side
        && order.reduceOnly() == reduceOnly
        && order.orderQty().compareTo(orderQty) <= 0;
  }

  /** What a person has to see of a venue's order before answering for it; it changes if the order does, but not as it is filled. */
  public static String describe(VenueOrder order) {
    return "order "
        + order.clientOrderId()
        + ", "
        + order.venueOrderId()
        + " at the venue: "
        + order.side()
        + " "
        + order.orderQty()
        + order.limitPrice().map(price -> " at " + price).orElse("")
        + " "
        + order.timeInForce()
        + (order.reduceOnly() ? " reduce-only" : "");
  }

  @Override
  public String toString() {
    return side
        + " "
        + orderQty
        + " of "
        + instrument
        + " ("
        + venueOrderId
        + "), adopted by "
        + by;
  }
}
