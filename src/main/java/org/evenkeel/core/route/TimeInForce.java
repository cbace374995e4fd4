package org.evenkeel.core.route;

/**
 * How long an order may live at the venue (FIX TimeInForce).
 *
 * <p>What rests is bounded by whoever has sent it: it is canceled at the end of its round, and by the next reconciliation
 * if its sender has died.
 */
public enum TimeInForce {
  /** Immediate or cancel: what cannot be filled at once is canceled by the venue. */
  IOC,
  /** Good till crossing, or post-only: it rests until it is filled or canceled, and the venue refuses it if it would take. */
  GTX;

  /** True if what is not filled at once stays in the book. */
  public boolean rests() {
    return this == GTX;
  }
}
