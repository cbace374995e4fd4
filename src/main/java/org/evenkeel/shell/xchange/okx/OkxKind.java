package org.evenkeel.shell.xchange.okx;

/** The kinds of instruments that are traded at OKX. */
public enum OkxKind {
  /** Coins for coins, sized in the base coin. */
  SPOT,
  /** Perpetual futures, sized in contracts. */
  SWAP;

  /** The venue's word for it. */
  public String instType() {
    return name();
  }
}
