package org.evenkeel.core.basics;

/** The direction of an order (FIX Side). */
public enum Side {
  /** Adds to a long position or takes from a short one. */
  BUY,
  /** Adds to a short position or takes from a long one. */
  SELL;

  /** The signed change of position that a quantity on this side makes. */
  public Contracts signed(Contracts quantity) {
    return this == BUY ? quantity : quantity.negated();
  }

  /** The side that brings about a signed change of position. */
  public static Side of(Contracts delta) {
    if (delta.isZero()) {
      throw new IllegalArgumentException("a change of zero has no side");
    }
    return delta.value().signum() > 0 ? BUY : SELL;
  }
}
