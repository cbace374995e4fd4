package org.evenkeel.core.route;

import java.time.Instant;
import java.util.Optional;

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
