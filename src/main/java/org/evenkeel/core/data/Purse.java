package org.evenkeel.core.data;

/** A part of a venue account that money lies in. */
public enum Purse {
  /** Coins for immediate exchange. */
  SPOT,
  /** Collateral of futures positions. */
  FUTURES,
  /** Both at once: coins that may be exchanged and carry futures positions as well. */
  UNIFIED;

  /** Whether coins are bought and sold from it. */
  public boolean paysForCoins() {
    return this != FUTURES;
  }

  /** Whether its money carries futures positions. */
  public boolean carriesMargin() {
    return this != SPOT;
  }
}
