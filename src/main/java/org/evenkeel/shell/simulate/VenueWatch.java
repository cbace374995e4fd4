package org.evenkeel.shell.simulate;

import org.evenkeel.core.route.OrderTicket;
import org.evenkeel.core.settle.Fill;

/** Somebody who sees every request leave the bot and everything that really happens at the venue. */
interface VenueWatch {

  VenueWatch NOBODY = new VenueWatch() {};

  /** A request is being written to the wire. */
  default void onSend(OrderTicket ticket) {}

  /** The venue has taken an order, now or after a delay. */
  default void onAccepted(SimOrder order) {}

  /** An order of the bot was executed. */
  default void onExecuted(SimOrder order, Fill fill) {}

  /** Somebody else was executed on the account. */
  default void onForeign(Fill fill) {}
}
