package org.evenkeel.cycle;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.policy.LockFinding;
import org.evenkeel.core.route.AdoptedOrder;
import org.evenkeel.core.route.VenueOrder;

/**
 * The end of adopted orders: one that is filled whole, or that the venue shows no more.
 *
 * <p>An order that is not shown may have been executed a moment ago. It has ended only if it is not shown in a second
 * comparison either, and the position agrees with the ledger then; until that it counts at its full rest.
 *
 * <p>Single-threaded.
 */
final class AdoptedOrders {

  private final Journal journal;
  private final Clock clock;
  private final Alerts alerts;
  private final TreeSet<String> notShown = new TreeSet<>();

  AdoptedOrders(Journal journal, Clock clock, Alerts alerts) {
    this.journal = journal;
    this.clock = clock;
    this.alerts = alerts;
  }

  /**
   * Takes note of what works at the venue.
   *
   * @param open the open orders of an instrument
   * @param differences where ledger and venue disagree after everything was read
   */
  void seen(InstrumentId instrument, List<VenueOrder> open, List<LockFinding> differences) {
    for (AdoptedOrder order : journal.adoptions().open()) {
      if (order.instrument().equals(instrument)) {
        outcome(order, open, differences)
            .ifPresent(
                words -> {
                  journal.adoptions().end(order, clock.now(), words);
                  alerts.note("adopted-order", order + " has ended: " + words);
                });
      }
    }
  }

  private Optional<String> outcome(
      AdoptedOrder order, List<VenueOrder> open, List<LockFinding> differences) {
    String name = order.instrument() + "/" + order.venueOrderId();
    if (order.worstCaseLeaves().isZero()) {
      notShown.remove(name);
      return Optional.of("filled whole");
    }
    boolean isShown =
        open.stream().anyMatch(shown -> shown.venueOrderId().equals(order.venueOrderId()));
    if (isShown) {
      notShown.remove(name);
      return Optional.empty();
    }
    boolean agrees =
        differences.stream().noneMatch(found -> found.subject().equals(order.instrument().value()));
    if (!agrees || notShown.add(name)) {
      return Optional.empty();
    }
    notShown.remove(name);
    return Optional.of("no longer at the venue, " + order.bookedQty() + " were filled");
  }
}
