package org.evenkeel.cycle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.calendar.Slot;
import org.evenkeel.core.policy.ProposedOrder;
import org.evenkeel.core.route.AbsenceProof;
import org.evenkeel.core.route.ClientOrderIds;
import org.evenkeel.core.route.Intent;
import org.evenkeel.core.route.Lookup;
import org.evenkeel.core.route.OrderTicket;
import org.evenkeel.core.route.SendOutcome;
import org.evenkeel.core.route.VenueCapabilities;

/**
 * The hand of a flatten without the database: writes every order into a file before it is sent.
 *
 * <p>Nothing is booked here; the file is taken in when the database is back. Single-threaded.
 */
public final class OfflineHand implements FlattenHand {

  private static final Duration POLL = Duration.ofSeconds(1);

  private final Venue venue;
  private final Clock clock;
  private final OfflineLog log;
  private final Slot slot;
  private final String run;
  private final TreeMap<ClientOrderId, OrderTicket> open = new TreeMap<>();
  private Optional<Instant> nothingEarlierAfter = Optional.empty();
  private int sent = 0;

  /**
   * @param slot the run's own slot
   * @param run five characters 0-9a-z that name the run in its orders
   */
  public OfflineHand(Venue venue, Clock clock, OfflineLog log, Slot slot, String run) {
    this.venue = venue;
    this.clock = clock;
    this.log = log;
    this.slot = slot;
    this.run = run;
  }

  @Override
  public boolean mayGoOn() {
    return true;
  }

  /** The number of a pass begins anew, so orders are counted over all passes here. */
  @Override
  public void send(ProposedOrder order, int number, Price arrival, Duration clockOffset) {
    sent++;
    Intent intent =
        new Intent(
            slot.cycleId(),
            order.instrument(),
            sent,
            order.side(),
            order.orderQty(),
            order.reduceOnly(),
            arrival);
    OrderTicket ticket =
        OrderTicket.immediate(
            ClientOrderIds.offline(run, intent.id()),
            order,
            clock.signingTime(clockOffset),
            venue.capabilities().requestLife());
    log.wrote(new OfflineRun.Order(intent, ticket, clock.now(), Optional.empty()));
    open.put(ticket.clientOrderId(), ticket);
    answered(ticket, venue.send(ticket));
  }

  private void answered(OrderTicket ticket, SendOutcome answer) {
    log.answered(ticket.clientOrderId(), answer, clock.now());
    boolean isOver =
        switch (answer) {
          case SendOutcome.Accepted accepted -> accepted.order().status().isClosed();
          case SendOutcome.Rejected rejected -> true;
          case SendOutcome.Unknown unknown -> false;
        };
    if (isOver) {
      open.remove(ticket.clientOrderId());
    }
  }

  /**
   * Waits until nothing sent before this run can still arrive, and until every order of it has ended or cannot exist.
   *
   * <p>What the daemon sent before the database went down is not known here, but it has expired by then.
   */
  @Override
  public int followUp() {
    VenueCapabilities venueHas = venue.capabilities();
    Duration longest = venueHas.requestLife().plus(venueHas.absenceDelay());
    Instant deadline = clock.now().plus(longest.multipliedBy(2)).plusSeconds(30);
    TreeMap<ClientOrderId, Integer> notVisible = new TreeMap<>();
    while (true) {
      Optional<Instant> venueNow =
          venue.venueTime() instanceof Result.Ok<Instant> ok
              ? Optional.of(ok.value())
              : Optional.empty();
      venueNow.ifPresent(
          now -> {
            if (nothingEarlierAfter.isEmpty()) {
              nothingEarlierAfter = Optional.of(now.plus(longest));
            }
            for (OrderTicket ticket : List.copyOf(open.values())) {
              look(ticket, now, venueHas, notVisible);
            }
          });
      boolean isQuiet =
          venueNow.isPresent() && venueNow.get().isAfter(nothingEarlierAfter.orElse(Instant.MAX));
      if (open.isEmpty() && isQuiet) {
        return 0;
      }
      if (!clock.now().isBefore(deadline)) {
        return Math.max(1, open.size());
      }
      clock.sleep(POLL);
    }
  }

  private void look(
      OrderTicket ticket,
      Instant venueNow,
      VenueCapabilities venueHas,
      Map<ClientOrderId, Integer> notVisible) {
    switch (venue.lookup(ticket.clientOrderId(), ticket.instrument())) {
      case Lookup.Found found -> answered(ticket, new SendOutcome.Accepted(found.order()));
      case Lookup.NotVisible none -> {
        boolean isLate = venueNow.isAfter(AbsenceProof.provableFrom(ticket, venueHas));
        int times = isLate ? notVisible.merge(ticket.clientOrderId(), 1, Integer::sum) : 0;
        if (times >= AbsenceProof.NEEDED_NOT_VISIBLE) {
          open.remove(ticket.clientOrderId());
        }
      }
      case Lookup.Unreadable unreadable -> {
        // Asked again; it says nothing.
      }
    }
  }

  @Override
  public void end(Flatten.Outcome outcome) {
    log.ended(outcome.text(), clock.now());
  }
}
