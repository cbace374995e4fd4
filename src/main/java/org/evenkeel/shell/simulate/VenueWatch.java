package org.evenkeel.shell.simulate;

import org.evenkeel.core.route.OrderTicket;

/** Somebody who sees every request leave the bot and every order that the venue takes. */
interface VenueWatch {

  VenueWatch NOBODY =
      new VenueWatch() {
        @Override
        public void onSend(OrderTicket ticket) {}

        @Override
        public void onAccepted(OrderTicket ticket) {}
      };

  /** A request is being written to the wire. */
  void onSend(OrderTicket ticket);

  /** The venue has taken an order, now or after a delay. */
  void onAccepted(OrderTicket ticket);
}
