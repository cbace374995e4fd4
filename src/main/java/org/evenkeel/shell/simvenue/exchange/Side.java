package org.evenkeel.shell.simvenue.exchange;

import java.math.BigDecimal;

/** The direction of an order: BUY adds to a position, SELL takes from it. Immutable. */
public enum Side {
  /** Adds to a position or a balance. */
  BUY,
  /** Takes from a position or a balance. */
  SELL;

  /** Returns the side that undoes this one. */
  public Side opposite() {
    return switch (this) {
      case BUY -> SELL;
      case SELL -> BUY;
    };
  }

  /** Returns the quantity with the sign this side gives it, for example SELL 2 is -2. */
  public BigDecimal signed(BigDecimal qty) {
    return switch (this) {
      case BUY -> qty;
      case SELL -> qty.negate();
    };
  }
}
