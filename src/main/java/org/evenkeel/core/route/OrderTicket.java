package org.evenkeel.core.route;

import java.time.Duration;
import java.time.Instant;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.basics.ContentHash;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.policy.ProposedOrder;

/**
 * One order exactly as it goes on the wire, committed before it is signed.
 *
 * <p>The signed timestamp is the committed one, so a pause between commit and send cannot move the expiry.
 *
 * @param clientOrderId our name for it, used for this one request and never again
 * @param instrument what to trade
 * @param side the direction
 * @param orderQty contracts, above zero
 * @param limitPrice worst acceptable price
 * @param timeInForce its bounded life
 * @param reduceOnly whether the venue must refuse what would enlarge the position
 * @param signedAt venue time that is signed into the request
 * @param validUntil venue time after which the venue refuses the request
 */
public record OrderTicket(
    ClientOrderId clientOrderId,
    InstrumentId instrument,
    Side side,
    Contracts orderQty,
    Price limitPrice,
    TimeInForce timeInForce,
    boolean reduceOnly,
    Instant signedAt,
    Instant validUntil) {

  public OrderTicket {
    if (orderQty.value().signum() <= 0) {
      throw new IllegalArgumentException(clientOrderId + " has quantity " + orderQty);
    }
    if (!validUntil.isAfter(signedAt)) {
      throw new IllegalArgumentException(
          clientOrderId + " expires at " + validUntil + ", signed at " + signedAt);
    }
  }

  /**
   * A ticket for a permitted order that is filled at once as far as it can be, and ends.
   *
   * @param life how long after the signed timestamp the venue still takes the request
   */
  public static OrderTicket immediate(
      ClientOrderId id, ProposedOrder order, Instant signedAt, Duration life) {
    return of(id, order, TimeInForce.IOC, signedAt, life);
  }

  /**
   * A ticket for a permitted order.
   *
   * @param life how long after the signed timestamp the venue still takes the request; what rests may live longer
   */
  public static OrderTicket of(
      ClientOrderId id,
      ProposedOrder order,
      TimeInForce timeInForce,
      Instant signedAt,
      Duration life) {
    return new OrderTicket(
        id,
        order.instrument(),
        order.side(),
        order.orderQty(),
        order.limitPrice(),
        timeInForce,
        order.reduceOnly(),
        signedAt,
        signedAt.plus(life));
  }

  /** The hash that binds the client id to this one request. */
  public ContentHash requestHash() {
    return ContentHash.ofText(
        String.join(
            "|",
            clientOrderId.value(),
            instrument.value(),
            side.name(),
            orderQty.toString(),
            limitPrice.toString(),
            timeInForce.name(),
            Boolean.toString(reduceOnly),
            Long.toString(signedAt.toEpochMilli()),
            Long.toString(validUntil.toEpochMilli())));
  }
}
