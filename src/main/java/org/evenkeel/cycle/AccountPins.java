package org.evenkeel.cycle;

import java.util.Optional;
import org.evenkeel.core.basics.VenueId;

/** Which account of a venue belongs to this database: written once, compared from then on. */
public interface AccountPins {

  /**
   * An account in an environment.
   *
   * @param uid the venue's name of it; empty if it tells none
   */
  record Pin(VenueId venue, String environment, String uid) {

    /** The account that a key opens. */
    public static Pin of(KeyReport report) {
      return new Pin(report.venue(), report.environment(), report.accountUid().orElse(""));
    }
  }

  /** The pin that holds for the venue from now on: the one given if it is the first. */
  Pin pinned(Pin seen);

  /** Why the account that was seen is not the one that belongs here. */
  default Optional<String> objection(Pin seen) {
    Pin first = pinned(seen);
    return first.equals(seen)
        ? Optional.empty()
        : Optional.of(
            "the key opens account '"
                + seen.uid()
                + "' at "
                + seen.environment()
                + ", this database belongs to account '"
                + first.uid()
                + "' at "
                + first.environment()
                + "; use its key, or another database");
  }
}
