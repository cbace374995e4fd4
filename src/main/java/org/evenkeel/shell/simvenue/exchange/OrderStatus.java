package org.evenkeel.shell.simvenue.exchange;

/** Where an accepted order stands; a refused request never becomes an order. */
public enum OrderStatus {
  /** On the book, nothing filled. */
  NEW,
  /** On the book, part of it filled. */
  PARTIALLY_FILLED,
  /** Completely filled. */
  FILLED,
  /** Ended by a cancel request, perhaps with fills. */
  CANCELED,
  /** Ended by its own time in force or by the venue, perhaps with fills. */
  EXPIRED;

  /** Returns whether more fills may come. */
  public boolean isOpen() {
    return switch (this) {
      case NEW, PARTIALLY_FILLED -> true;
      case FILLED, CANCELED, EXPIRED -> false;
    };
  }
}
