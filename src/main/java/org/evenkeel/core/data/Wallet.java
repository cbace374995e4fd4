package org.evenkeel.core.data;

/** The purse of a venue account that an amount lies in. */
public enum Wallet {
  /** Coins for immediate exchange. */
  SPOT,
  /** Collateral of futures positions. */
  FUTURES
}
