package org.evenkeel.cycle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;

/**
 * A question to every venue, before a decision, whether it is under maintenance or about to be.
 *
 * <p>A decision of which a part could not be sent is not begun. A status page that cannot be read is told, and holds
 * nothing: the venue's answers to everything else still do.
 *
 * <p>This class is thread-safe.
 */
public final class StatusWatch implements Precondition {

  private static final String CLOSED = "venue-status";
  private static final String UNREAD = "venue-status-unread";

  private final List<VenueStatus> venues;
  private final Alerts alerts;

  public StatusWatch(List<VenueStatus> venues, Alerts alerts) {
    this.venues = List.copyOf(venues);
    this.alerts = alerts;
  }

  @Override
  public Optional<Refusal> objection() {
    List<String> closed = new ArrayList<>();
    List<String> unread = new ArrayList<>();
    for (VenueStatus venue : venues) {
      switch (venue.closed()) {
        case Result.Ok<Optional<String>> ok -> ok.value().ifPresent(closed::add);
        case Result.Refused<Optional<String>> refused -> unread.add(refused.refusal().detail());
      }
    }
    tell(UNREAD, unread);
    tell(CLOSED, closed);
    return closed.isEmpty()
        ? Optional.empty()
        : Optional.of(Refusal.of(RefusalReason.VENUE_UNAVAILABLE, String.join("; ", closed)));
  }

  private void tell(String subject, List<String> words) {
    if (words.isEmpty()) {
      alerts.clear(subject);
    } else {
      alerts.raise(subject, String.join("; ", words));
    }
  }
}
