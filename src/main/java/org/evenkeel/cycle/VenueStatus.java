package org.evenkeel.cycle;

import java.util.Optional;
import org.evenkeel.core.basics.Result;

/** A venue's own word on whether it takes orders. */
public interface VenueStatus {

  /** A venue that tells nothing of itself as a whole. */
  VenueStatus UNTOLD = () -> Result.ok(Optional.empty());

  /**
   * Why it takes not every order now, or will not in a few minutes, in its own words; empty if it says that all is well.
   *
   * <p>Refused if it cannot be read, which says nothing of orders.
   */
  Result<Optional<String>> closed();
}
