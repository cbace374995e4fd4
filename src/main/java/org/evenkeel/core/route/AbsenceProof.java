package org.evenkeel.core.route;

import java.time.Duration;
import java.time.Instant;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Side;

/**
 * The proof that an unanswered order never had an effect.
 *
 * <p>An order is absent only if all of this holds, each read after the failure: the venue's own clock has passed the
 * request's expiry, the backend timeout and the visibility lag; at least two consecutive lookups by client id said 'not
 * visible' after that moment and the open orders did not show it; the fills were paged past that moment and every fill
 * of the instrument is attributed; and the venue's position equals the ledger's.
 * Where the venue has no request expiry there is no proof, and where executions are forgotten already there is none
 * any more: then an operator decides.
 */
public final class AbsenceProof {

  /** Consecutive sightings of nothing that are asked for. */
  public static final int NEEDED_NOT_VISIBLE = 2;

  private static final Duration CLOCKS = Duration.ofSeconds(1);

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** Ten minutes: a venue whose queries are an hour behind is one that a person should look at. */
  private static final Duration LATE_FILLS = Duration.ofMinutes(10);

  /** What the executions of an instrument say about an order without answer. */
  public enum Fills {
    /** They could not be read. */
    UNREAD,
    /** Every one has an owner. */
    ATTRIBUTED,
    /** One of them may be the order's. */
    AMBIGUOUS
  }

  private AbsenceProof() {}

  /**
   * What was gathered about one attempt.
   *
   * @param venueNow the venue's clock at the last reading
   * @param notVisibleSinceLate consecutive 'not visible' answers read after {@link #provableFrom}
   * @param openOrdersShowIt whether the list of open orders has it
   * @param fills what the executions say, read past that moment
   * @param positionAgrees whether the venue's position equals the ledger's
   */
  public record Evidence(
      Instant venueNow,
      int notVisibleSinceLate,
      boolean openOrdersShowIt,
      Fills fills,
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
    // What rests may be executed for as long as it is open, whenever the request had to arrive.
    boolean isEndless =
        venue.requestExpiry() == VenueCapabilities.RequestExpiry.NONE
            || ticket.timeInForce().rests();
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

  /** The venue time from which on a closed order's executions are not late but missing. */
  public static Instant missingFrom(OrderTicket ticket, VenueCapabilities venue) {
    return provableFrom(ticket, venue).plus(LATE_FILLS);
  }

  /** What the evidence about an unanswered order amounts to. */
  public sealed interface Verdict {

    /** It never had an effect, and why that is sure. */
    record Proved(String proof) implements Verdict {}

    /** More has to be read. */
    record Open() implements Verdict {}

    /** No reading will ever prove it, and why: an operator decides. */
    record Impossible(String reason) implements Verdict {}
  }

  /** The verdict on what was gathered about one attempt. */
  public static Verdict judge(OrderTicket ticket, VenueCapabilities venue, Evidence evidence) {
    boolean isHopeless = evidence.venueNow().isAfter(hopelessFrom(ticket, venue));
    if (evidence.openOrdersShowIt()) {
      return new Verdict.Open();
    }
    if (evidence.venueNow().isAfter(ticket.signedAt().plus(venue.forgetsFillsAfter()))) {
      return new Verdict.Impossible(
          "signed "
              + ticket.signedAt()
              + ", and the venue shows executions of the last "
              + venue.forgetsFillsAfter().toDays()
              + " days only: whether it had any cannot be read any more");
    }
    if (evidence.fills() == Fills.AMBIGUOUS && isHopeless) {
      return new Verdict.Impossible(
          "not visible at the venue, but an execution of its side and time belongs to no known order");
    }
    boolean isComplete =
        evidence.venueNow().isAfter(provableFrom(ticket, venue))
            && evidence.notVisibleSinceLate() >= NEEDED_NOT_VISIBLE
            && evidence.fills() == Fills.ATTRIBUTED
            && evidence.positionAgrees();
    return switch (venue.requestExpiry()) {
      case NONE ->
          isHopeless
              ? new Verdict.Impossible(
                  "not visible at the venue, which refuses no late request: it may still arrive, and no"
                      + " reading can prove that it will not")
              : new Verdict.Open();
      case HEADER, PARAM ->
          isComplete ? new Verdict.Proved(sentence(ticket, evidence)) : new Verdict.Open();
    };
  }

  /**
   * The verdict on an order of which the venue shows a part that has ended: whether the others have ended, too.
   *
   * <p>The request has arrived, so that none will arrive late; everything else is asked for as for an absence, and what is
   * booked must be at least what the part says was filled. Then what is booked is all that was executed.
   */
  public static Verdict judgeRest(
      Attempt attempt, VenueOrder part, VenueCapabilities venue, Evidence evidence) {
    OrderTicket ticket = attempt.ticket();
    Instant now = evidence.venueNow();
    boolean isShort = attempt.bookedQty().compareTo(part.cumQty()) < 0;
    if (evidence.openOrdersShowIt()) {
      return new Verdict.Open();
    }
    if (evidence.fills() == Fills.AMBIGUOUS && now.isAfter(hopelessFrom(ticket, venue))) {
      return new Verdict.Impossible(
          "the venue has split it, and an execution of its side and time belongs to no known order");
    }
    if (isShort
        && evidence.fills() == Fills.ATTRIBUTED
        && now.isAfter(missingFrom(ticket, venue))) {
      return new Verdict.Impossible(
          "a part of it closed with "
              + part.cumQty()
              + " contracts filled, but the venue shows executions of "
              + attempt.bookedQty());
    }
    boolean isComplete =
        !isShort
            && now.isAfter(provableFrom(ticket, venue))
            && now.isAfter(part.venueTime().plus(venue.absenceDelay()))
            && evidence.notVisibleSinceLate() >= NEEDED_NOT_VISIBLE
            && evidence.fills() == Fills.ATTRIBUTED
            && evidence.positionAgrees();
    return isComplete
        ? new Verdict.Proved(
            "split by the venue, nothing of it is open, " + sentence(ticket, evidence))
        : new Verdict.Open();
  }

  private static String sentence(OrderTicket ticket, Evidence evidence) {
    return "expired "
        + ticket.validUntil()
        + ", venue clock "
        + evidence.venueNow()
        + ", not visible "
        + evidence.notVisibleSinceLate()
        + " times, fills attributed, position agrees";
  }
}
