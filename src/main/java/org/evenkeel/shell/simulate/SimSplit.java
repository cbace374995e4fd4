package org.evenkeel.shell.simulate;

import java.math.BigDecimal;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.VenueOrderId;
import org.evenkeel.core.route.VenueOrder;

/**
 * How the venue has made two orders of one, and what its queries show of them.
 *
 * <p>The first is filled before the second. This class is immutable and thread-safe.
 *
 * @param second the venue's id of the second one
 * @param size how much of the order the first one is
 * @param showsParts whether queries show each by itself; otherwise they show the sum, under the first id
 * @param showsSecond whether the question for one order shows the second one, if they are shown by themselves
 */
record SimSplit(VenueOrderId second, Contracts size, boolean showsParts, boolean showsSecond) {

  /** The first order, of a whole as the venue knows it. */
  VenueOrder first(VenueOrder whole) {
    boolean isFull = whole.cumQty().compareTo(size) >= 0;
    return part(whole, whole.venueOrderId(), size, isFull ? size : whole.cumQty());
  }

  /** The second order. */
  VenueOrder second(VenueOrder whole) {
    boolean isReached = whole.cumQty().compareTo(size) > 0;
    return part(
        whole,
        second,
        whole.orderQty().minus(size),
        isReached ? whole.cumQty().minus(size) : Contracts.ZERO);
  }

  /** What the question for the order by its client id shows. */
  VenueOrder shown(VenueOrder whole) {
    return !showsParts ? whole : showsSecond ? second(whole) : first(whole);
  }

  private static VenueOrder part(
      VenueOrder whole, VenueOrderId id, Contracts size, Contracts filled) {
    VenueOrder.Status open =
        filled.isZero() ? VenueOrder.Status.NEW : VenueOrder.Status.PARTIALLY_FILLED;
    VenueOrder.Status unfilled = whole.status().isClosed() ? whole.status() : open;
    return new VenueOrder(
        whole.clientOrderId(),
        id,
        whole.instrument(),
        whole.side(),
        size,
        filled,
        BigDecimal.ZERO,
        filled.equals(size) ? VenueOrder.Status.FILLED : unfilled,
        whole.timeInForce(),
        whole.reduceOnly(),
        whole.venueTime());
  }
}
