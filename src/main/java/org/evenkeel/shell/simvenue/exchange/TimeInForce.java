package org.evenkeel.shell.simvenue.exchange;

/** How long an order may live, in FIX words except GTX, which Binance uses for post-only. */
public enum TimeInForce {
  /** Rests until filled or canceled. */
  GTC,
  /** Rests only if it would not trade at once; refused otherwise. */
  GTX,
  /** Trades what it can at once, the rest expires. */
  IOC,
  /** Trades completely at once or expires without a fill. */
  FOK;

  /** Returns whether an order with this life may stay on the book. */
  public boolean mayRest() {
    return switch (this) {
      case GTC, GTX -> true;
      case IOC, FOK -> false;
    };
  }
}
