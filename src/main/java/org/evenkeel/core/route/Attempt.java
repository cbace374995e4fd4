package org.evenkeel.core.route;

import java.util.Optional;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.IntentId;
import org.evenkeel.core.basics.VenueOrderId;

/**
 * One order on the wire and where it stands; it is sent at most once.
 *
 * @param intent the intent it serves
 * @param number 1 for the intent's first attempt
 * @param ticket what was committed and sent
 * @param state where it stands
 * @param venueOrderId the venue's id, once known; the first one if the venue has made several orders of it
 * @param bookedQty contracts of it that are booked as fills
 */
public record Attempt(
    IntentId intent,
    int number,
    OrderTicket ticket,
    AttemptState state,
    Optional<VenueOrderId> venueOrderId,
    Contracts bookedQty) {

  /** A fresh attempt, about to be committed. */
  public static Attempt pending(IntentId intent, int number, OrderTicket ticket) {
    return new Attempt(
        intent, number, ticket, new AttemptState.PendingNew(), Optional.empty(), Contracts.ZERO);
  }

  /** The most that this attempt may still add to the position, in contracts on its side. */
  public Contracts worstCaseLeaves() {
    boolean isOver = state.isTerminal() || bookedQty.compareTo(ticket.orderQty()) >= 0;
    return isOver ? Contracts.ZERO : ticket.orderQty().minus(bookedQty);
  }

  public Attempt with(AttemptState next) {
    return new Attempt(intent, number, ticket, next, venueOrderId, bookedQty);
  }

  /** The same with the venue's id; one that is known stays. */
  public Attempt seenAs(VenueOrderId id) {
    return new Attempt(
        intent, number, ticket, state, venueOrderId.or(() -> Optional.of(id)), bookedQty);
  }

  public Attempt booked(Contracts total) {
    return new Attempt(intent, number, ticket, state, venueOrderId, total);
  }
}
