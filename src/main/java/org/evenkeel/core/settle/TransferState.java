package org.evenkeel.core.settle;

/** How far a transfer has come; the word is the one that the database keeps. */
public enum TransferState {
  /** Somebody wants it; nothing was sent. */
  REQUESTED,
  /** Committed before its one request to the venue; what came of that is not written down. */
  SENT,
  /** The venue took it; its history does not show it as done yet. */
  ACCEPTED,
  /** The request got no answer that proves anything; only the venue's history says what came of it. */
  UNKNOWN,
  /** The venue's history shows it as done. */
  DONE,
  /** It did not take place: the venue refused it, or its history proves that it never came to be. */
  REFUSED,
  /** A person has looked and said that nothing more is to be expected of it. */
  GIVEN_UP;

  /** Whether something is still to be done or to be found out. */
  public boolean isOpen() {
    return this == REQUESTED || isUnderWay();
  }

  /** Whether it was handed to the venue and its end is not known. */
  public boolean isUnderWay() {
    return this == SENT || this == ACCEPTED || this == UNKNOWN;
  }

  /** Whether this state may follow another one. */
  public boolean mayFollow(TransferState before) {
    return switch (this) {
      case REQUESTED -> false;
      case SENT -> before == REQUESTED;
      case ACCEPTED -> before == SENT;
      case UNKNOWN -> before == SENT;
      case DONE -> before.isUnderWay();
      case REFUSED, GIVEN_UP -> before.isOpen();
    };
  }
}
