package org.evenkeel.core.route;

/**
 * What is known after an order was sent once.
 *
 * <p>Exceptions prove nothing: whatever is neither a parsed acknowledgment nor a code on the venue's list of definitive
 * rejections is {@link Unknown}.
 */
public sealed interface SendOutcome {

  /** The venue acknowledged the order. */
  record Accepted(VenueOrder order) implements SendOutcome {}

  /** The venue refused with a code that proves that nothing was placed. */
  record Rejected(String code, String text) implements SendOutcome {}

  /** Nobody can say yet. */
  record Unknown(String detail) implements SendOutcome {}
}
