package org.evenkeel.cycle;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.evenkeel.core.policy.ProposedOrder;
import org.evenkeel.core.route.Arrival;
import org.evenkeel.core.route.Attempt;
import org.evenkeel.core.route.ClientOrderIds;
import org.evenkeel.core.route.Intent;
import org.evenkeel.core.route.OrderLifecycle;
import org.evenkeel.core.route.OrderTicket;
import org.evenkeel.core.route.SendOutcome;
import org.evenkeel.core.route.TimeInForce;

/**
 * The one place where an order leaves: committed first, sent once, and the answer recorded.
 *
 * <p>Nothing is waited for: what becomes of an order without a final answer is the {@link Resolver}'s.
 *
 * <p>Single-threaded.
 */
final class Sender {

  private final Venues venues;
  private final Journal journal;
  private final Resolver resolver;
  private final Clock clock;

  Sender(Venues venues, Journal journal, Resolver resolver, Clock clock) {
    this.venues = venues;
    this.journal = journal;
    this.resolver = resolver;
    this.clock = clock;
  }

  /** Sends an order of an intent that is committed, and returns what the venue's answer made of it. */
  Attempt sendOnce(
      Intent intent, int number, ProposedOrder order, String nonce, Duration clockOffset) {
    return sendOnce(intent, number, order, TimeInForce.IOC, Optional.empty(), nonce, clockOffset);
  }

  /**
   * The same with an order that may rest.
   *
   * @param arrival the market that it meets, to be committed with it
   */
  Attempt sendOnce(
      Intent intent,
      int number,
      ProposedOrder order,
      TimeInForce life,
      Optional<Arrival> arrival,
      String nonce,
      Duration clockOffset) {
    Venue venue = venues.of(order.instrument());
    Instant signedAt = clock.signingTime(clockOffset);
    OrderTicket ticket =
        OrderTicket.of(
            ClientOrderIds.derived(nonce, intent.id(), number, signedAt),
            order,
            life,
            signedAt,
            venue.capabilities().requestLife());
    Attempt pending = Attempt.pending(intent.id(), number, ticket);
    if (arrival.isPresent()) {
      journal.commitAttempt(pending, clock.now(), arrival.get());
    } else {
      journal.commitAttempt(pending, clock.now());
    }
    return switch (venue.send(ticket)) {
      case SendOutcome.Accepted accepted -> resolver.seen(pending, accepted.order());
      case SendOutcome.Rejected rejected ->
          advanced(pending, rejected, "rejected " + rejected.code() + " " + rejected.text());
      case SendOutcome.Unknown unknown ->
          advanced(pending, unknown, "unknown: " + unknown.detail());
    };
  }

  private Attempt advanced(Attempt pending, SendOutcome outcome, String event) {
    Attempt after = pending.with(OrderLifecycle.afterSend(pending, outcome));
    journal.advance(pending, after, clock.now(), event);
    return after;
  }
}
