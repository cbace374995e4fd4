package org.evenkeel.core.route;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Side;

/**
 * The proof that an unanswered order never had an effect.
 *
 * <p>An order is absent only if all of this holds, each read after the failure: the venue's own clock has passed the
 * request's expiry, the backend timeout and the visibility lag; at least two consecutive lookups by client id said 'not
 * visible' after that moment and the open orders did not show it; the fills were paged past that moment and every fill
 * of the instrument is attributed; and the venue's position equals the ledger's.
 * Where the venue has no request expiry there is no proof, only an operator.
 */
public final class AbsenceProof {

  /** Consecutive sightings of nothing that are asked for. */
  public static final int NEEDED_NOT_VISIBLE = 2;

  private static final Duration CLOCKS = Duration.ofSeconds(1);

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private AbsenceProof() {}

  /**
   * What was gathered about one attempt.
   *
   * @param venueNow the venue's clock at the last reading
   * @param notVisibleSinceLate consecutive 'not visible' answers read after {@link #provableFrom}
   * @param openOrdersShowIt whether the list of open orders has it
   * @param fillsReadAndAttributed whether the fills were read past that moment and all have an owner
   * @param positionAgrees whether the venue's position equals the ledger's
   */
  public record Evidence(
      Instant venueNow,
      int notVisibleSinceLate,
      boolean openOrdersShowIt,
      boolean fillsReadAndAttributed,
      boolean positionAgrees) {}

  /** The venue time from which on evidence counts. */
  public static Instant provableFrom(OrderTicket ticket, VenueCapabilities venue) {
    return ticket.validUntil().plus(venue.absenceDelay());
  }

  /**
   * Whether an execution of its instrument may be that of an attempt without answer.
   *
   * <p>It may not if the venue's id of the attempt is known, or the other side was traded, or more than was ordered, or
   * at a time at which the venue could not yet or no longer execute it. A second is allowed for the difference of clocks.
   */
  public static boolean mayHaveExecuted(
      Attempt attempt, Side side, Contracts quantity, Instant at, VenueCapabilities venue) {
    OrderTicket ticket = attempt.ticket();
    Instant last = ticket.validUntil().plus(venue.backendTimeout()).plus(CLOCKS);
    boolean isEndless = venue.requestExpiry() == VenueCapabilities.RequestExpiry.NONE;
    return attempt.venueOrderId().isEmpty()
        && ticket.side() == side
        && quantity.compareTo(ticket.orderQty()) <= 0
        && !at.isBefore(ticket.signedAt().minus(CLOCKS))
        && (isEndless || !at.isAfter(last));
  }

  /** The venue time from which on it is of no use to wait for a proof any longer. */
  public static Instant hopelessFrom(OrderTicket ticket, VenueCapabilities venue) {
    return provableFrom(ticket, venue).plus(PATIENCE);
  }

  /** The sentence that is stored with an absent attempt, or empty if the evidence does not suffice yet. */
  public static Optional<String> sentence(
      OrderTicket ticket, VenueCapabilities venue, Evidence evidence) {
    boolean holds =
        venue.requestExpiry() != VenueCapabilities.RequestExpiry.NONE
            && evidence.venueNow().isAfter(provableFrom(ticket, venue))
            && evidence.notVisibleSinceLate() >= NEEDED_NOT_VISIBLE
            && !evidence.openOrdersShowIt()
            && evidence.fillsReadAndAttributed()
            && evidence.positionAgrees();
    return holds
        ? Optional.of(
            "expired "
                + ticket.validUntil()
                + ", venue clock "
                + evidence.venueNow()
                + ", not visible "
                + evidence.notVisibleSinceLate()
                + " times, fills attributed, position agrees")
        : Optional.empty();
  }
}
