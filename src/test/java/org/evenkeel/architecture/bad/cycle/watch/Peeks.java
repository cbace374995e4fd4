package org.evenkeel.architecture.bad.cycle.watch;

import org.evenkeel.core.route.OrderTicket;
import org.evenkeel.cycle.Journal;
import org.evenkeel.cycle.Venue;

/** Bad: a watcher that believes the engine's ledger, and one that sends. */
final class Peeks {

  boolean isSafe(Journal journal) {
    return journal.ledger().positions().isEmpty();
  }

  void close(Venue venue, OrderTicket ticket) {
    venue.send(ticket);
  }
}
