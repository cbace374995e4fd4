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
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.calendar.Slot;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.policy.ProposedOrder;
import org.evenkeel.core.route.AbsenceProof;
import org.evenkeel.core.route.ClientOrderIds;
import org.evenkeel.core.route.Intent;
import org.evenkeel.core.route.Lookup;
import org.evenkeel.core.route.OrderTicket;
import org.evenkeel.core.route.SendOutcome;
import org.evenkeel.core.route.VenueOrder;

/**
 * The hand of a flatten without the database: writes every order into a file before it is sent.
 *
 * <p>Nothing is booked here; the file is taken in when the database is back. Single-threaded.
 */
public final class OfflineHand implements FlattenHand {

  private static final Duration POLL = Duration.ofSeconds(1);

  private final Venues venues;
  private final Clock clock;
  private final OfflineLog log;
  private final Slot slot;
  private final String run;
  private final TreeMap<ClientOrderId, OrderTicket> open = new TreeMap<>();
  private final TreeMap<VenueId, Instant> nothingEarlierAfter = new TreeMap<>();
  private int sent = 0;

  /**
   * @param slot the run's own slot
   * @param run five characters 0-9a-z that name the run in its orders
   */
  public OfflineHand(Venues venues, Clock clock, OfflineLog log, Slot slot, String run) {
    this.venues = venues;
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
            venues.of(order.instrument()).capabilities().requestLife());
    log.wrote(new OfflineRun.Order(intent, ticket, clock.now(), Optional.empty()));
    open.put(ticket.clientOrderId(), ticket);
    answered(ticket, venues.of(ticket.instrument()).send(ticket));
  }

  /** The file has the end of every pass anyway. */
  @Override
  public void record() {}

  private void answered(OrderTicket ticket, SendOutcome answer) {
    log.answered(ticket.clientOrderId(), said(ticket, answer), clock.now());
    boolean isOver =
        switch (answer) {
          case SendOutcome.Accepted accepted ->
              accepted.order().status().isClosed() && !isPart(ticket, accepted.order());
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
    Duration longest =
        venues.all().stream()
            .map(OfflineHand::longestLife)
            .max(Duration::compareTo)
            .orElse(Duration.ZERO);
    Instant deadline = clock.now().plus(longest.multipliedBy(2)).plusSeconds(30);
    TreeMap<ClientOrderId, Integer> notVisible = new TreeMap<>();
    while (true) {
      boolean isQuiet = true;
      for (Venue venue : venues.all()) {
        isQuiet = isQuiet(venue, notVisible) && isQuiet;
      }
      if (open.isEmpty() && isQuiet) {
        return 0;
      }
      if (!clock.now().isBefore(deadline)) {
        return Math.max(1, open.size());
      }
      clock.sleep(POLL);
    }
  }

  private static Duration longestLife(Venue venue) {
    return venue.capabilities().requestLife().plus(venue.capabilities().absenceDelay());
  }

  /** Looks for a venue's open orders; true if nothing sent to it before this run can still arrive. */
  private boolean isQuiet(Venue venue, Map<ClientOrderId, Integer> notVisible) {
    if (!(venue.venueTime() instanceof Result.Ok<Instant> now)) {
      return false;
    }
    VenueId name = venue.capabilities().venue();
    Instant quietFrom =
        nothingEarlierAfter.computeIfAbsent(name, v -> now.value().plus(longestLife(venue)));
    for (OrderTicket ticket : List.copyOf(open.values())) {
      if (Instrument.parse(ticket.instrument()).venue().equals(name)) {
        look(ticket, now.value(), venue, notVisible);
      }
    }
    return now.value().isAfter(quietFrom);
  }

  private void look(
      OrderTicket ticket, Instant venueNow, Venue venue, Map<ClientOrderId, Integer> notVisible) {
    switch (venue.lookup(ticket.clientOrderId(), ticket.instrument())) {
      case Lookup.Found found -> {
        answered(ticket, new SendOutcome.Accepted(found.order()));
        if (isPart(ticket, found.order()) && found.order().status().isClosed()) {
          countIfLate(ticket, venueNow, venue, notVisible);
        }
      }
      case Lookup.NotVisible none -> countIfLate(ticket, venueNow, venue, notVisible);
      case Lookup.Unreadable unreadable -> {
        // Asked again; it says nothing.
      }
    }
  }

  /** What is written down of an answer: one that shows a part of the order leaves its fate open. */
  private SendOutcome said(OrderTicket ticket, SendOutcome answer) {
    return answer instanceof SendOutcome.Accepted accepted && isPart(ticket, accepted.order())
        ? new SendOutcome.Unknown("the venue has split it and shows " + accepted.order())
        : answer;
  }

  /** One of several orders that the venue has made of one: its end is not the end of the others. */
  private boolean isPart(OrderTicket ticket, VenueOrder order) {
    return venues.of(ticket.instrument()).capabilities().splitsOrders() && order.isPartOf(ticket);
  }

  private void countIfLate(
      OrderTicket ticket, Instant venueNow, Venue venue, Map<ClientOrderId, Integer> notVisible) {
    boolean isLate = venueNow.isAfter(AbsenceProof.provableFrom(ticket, venue.capabilities()));
    int times = isLate ? notVisible.merge(ticket.clientOrderId(), 1, Integer::sum) : 0;
    if (times >= AbsenceProof.NEEDED_NOT_VISIBLE) {
      open.remove(ticket.clientOrderId());
    }
  }

  @Override
  public void end(Flatten.Outcome outcome) {
    log.ended(outcome.text(), clock.now());
  }
}
