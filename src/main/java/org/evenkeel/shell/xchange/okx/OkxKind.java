package org.evenkeel.shell.xchange.okx;

/** The kinds of instruments that are traded at OKX. */
public enum OkxKind {
  /** Coins for coins, sized in the base coin. */
  SPOT,
  /** Perpetual futures, sized in contracts; those against USD are inverse. */
  SWAP,
  /** Futures that are settled on a day, sized in contracts. */
  FUTURES;

  /** Whether it is held by margin and sized in contracts. */
  public boolean isContract() {
    return this != SPOT;
  }

  /** The venue's word for it. */
  public String instType() {
    return name();
  }
}
