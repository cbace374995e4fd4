package org.evenkeel.core.route;

/** The answer to the question for one order. */
public sealed interface Lookup {

  /** The venue shows the order. */
  record Found(VenueOrder order) implements Lookup {}

  /** The venue says, with an explicit code, that this endpoint does not show it now; not a proof of absence. */
  record NotVisible() implements Lookup {}

  /** The question was not answered. */
  record Unreadable(String detail) implements Lookup {}
}
