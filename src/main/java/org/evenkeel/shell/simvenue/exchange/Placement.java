package org.evenkeel.shell.simvenue.exchange;

import java.util.List;

/** What became of an order request at the moment it arrived. */
public sealed interface Placement {

  /**
   * The request became an order.
   *
   * @param order the order after its immediate fills
   * @param trades its immediate fills, in the order they happened
   */
  record Accepted(SimOrder order, List<SimTrade> trades) implements Placement {}

  /**
   * The request did not become an order and changed nothing.
   *
   * @param reason why
   * @param detail numbers for a person, for example the limit that was exceeded
   */
  record Rejected(RejectReason reason, String detail) implements Placement {}
}
