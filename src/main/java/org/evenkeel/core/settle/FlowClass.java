package org.evenkeel.core.settle;

/** What a person has said that a flow is. */
public enum FlowClass {
  /** New capital of the owner. */
  DEPOSIT,
  /** Capital that the owner took. */
  WITHDRAWAL,
  /** From or to another account of the owner. */
  TRANSFER,
  /** The proceeds of a trade that was made elsewhere. */
  FOREIGN_TRADE,
  /** Coins that somebody gave. */
  AIRDROP
}
