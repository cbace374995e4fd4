package org.evenkeel.core.route;

import org.evenkeel.core.basics.Contracts;

/**
 * Where one order stands.
 *
 * <p>PENDING_NEW becomes NEW, REJECTED or UNKNOWN; UNKNOWN is resolved to what the venue shows or to ABSENT by proof;
 * a closed order is SETTLING until its fills add up, and only then FILLED, CANCELED or EXPIRED.
 * A cancel request is not a state, so it can never hide a partial fill.
 */
public sealed interface AttemptState {

  /** Committed with its client id and expiry; the socket may or may not have been touched. */
  record PendingNew() implements AttemptState {}

  /** No trustworthy answer yet. */
  record Unknown(String detail) implements AttemptState {}

  /** The venue confirmed it, nothing filled. */
  record New() implements AttemptState {}

  /** The venue confirmed it, part is filled. */
  record PartiallyFilled(Contracts cumQty) implements AttemptState {}

  /** The venue closed it with {@code cumQty}; the fills booked do not add up to that yet. */
  record Settling(Contracts cumQty, VenueOrder.Status verdict) implements AttemptState {}

  /** Closed, fully filled and booked. */
  record Filled(Contracts cumQty) implements AttemptState {}

  /** Closed by cancellation, what was filled is booked. */
  record Canceled(Contracts cumQty) implements AttemptState {}

  /** Closed by its own time in force, what was filled is booked. */
  record Expired(Contracts cumQty) implements AttemptState {}

  /** Refused by the venue with a definitive code. */
  record Rejected(String code) implements AttemptState {}

  /** Proved never to have had an effect. */
  record Absent(String proof) implements AttemptState {}

  /** Cannot be proved either way; an operator decides. */
  record Quarantined(String reason) implements AttemptState {}

  /** The state's name as it is stored and shown. */
  default String label() {
    return switch (this) {
      case PendingNew s -> "PENDING_NEW";
      case Unknown s -> "UNKNOWN";
      case New s -> "NEW";
      case PartiallyFilled s -> "PARTIALLY_FILLED";
      case Settling s -> "SETTLING";
      case Filled s -> "FILLED";
      case Canceled s -> "CANCELED";
      case Expired s -> "EXPIRED";
      case Rejected s -> "REJECTED";
      case Absent s -> "ABSENT";
      case Quarantined s -> "QUARANTINED";
    };
  }

  /** True if nothing can change it any more. */
  default boolean isTerminal() {
    return switch (this) {
      case Filled s -> true;
      case Canceled s -> true;
      case Expired s -> true;
      case Rejected s -> true;
      case Absent s -> true;
      case PendingNew s -> false;
      case Unknown s -> false;
      case New s -> false;
      case PartiallyFilled s -> false;
      case Settling s -> false;
      case Quarantined s -> false;
    };
  }

  /** What the venue says was filled; zero where it says nothing. */
  default Contracts cumQty() {
    return switch (this) {
      case PartiallyFilled s -> s.cumQty();
      case Settling s -> s.cumQty();
      case Filled s -> s.cumQty();
      case Canceled s -> s.cumQty();
      case Expired s -> s.cumQty();
      case PendingNew s -> Contracts.ZERO;
      case Unknown s -> Contracts.ZERO;
      case New s -> Contracts.ZERO;
      case Rejected s -> Contracts.ZERO;
      case Absent s -> Contracts.ZERO;
      case Quarantined s -> Contracts.ZERO;
    };
  }
}
