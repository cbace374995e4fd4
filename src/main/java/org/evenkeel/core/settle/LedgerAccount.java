package org.evenkeel.core.settle;

/** The accounts of the double-entry ledger; what we own is an asset, its counterpart says why we own it. */
public enum LedgerAccount {
  /** Asset: coins in the spot wallet. */
  SPOT_WALLET,
  /** Asset: collateral in the futures wallet, without unrealized profit. */
  FUTURES_WALLET,
  /** Asset: contracts held, one unit per instrument. */
  POSITION,
  /** Counterpart of traded coins and contracts: what went to or came from the market. */
  MARKET,
  /** Counterpart of realized profit of futures. */
  REALIZED_PNL,
  /** Counterpart of fees. */
  FEE,
  /** Counterpart of funding payments. */
  FUNDING,
  /** Counterpart of what was there at the first start. */
  OPENING,
  /** Counterpart of deposits and withdrawals: the world outside of the account. */
  EXTERNAL,
  /** Counterpart of differences booked by an operator or a stated rule, with a reason. */
  ADJUSTMENT
}
