package org.evenkeel.core.settle;

import java.util.Optional;
import org.evenkeel.core.data.Purse;

/** The accounts of the double-entry ledger; what we own is an asset, its counterpart says why we own it. */
public enum LedgerAccount {
  /** Asset: coins in the spot wallet. */
  SPOT_WALLET,
  /** Asset: collateral in the futures wallet, without unrealized profit. */
  FUTURES_WALLET,
  /** Asset: coins of an account that has one wallet for everything, without unrealized profit. */
  UNIFIED_WALLET,
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
  ADJUSTMENT;

  /** The account of a wallet's money. */
  public static LedgerAccount of(Purse purse) {
    return switch (purse) {
      case SPOT -> SPOT_WALLET;
      case FUTURES -> FUTURES_WALLET;
      case UNIFIED -> UNIFIED_WALLET;
    };
  }

  /** The purse whose money it is; empty if it is none. */
  public Optional<Purse> purse() {
    return switch (this) {
      case SPOT_WALLET -> Optional.of(Purse.SPOT);
      case FUTURES_WALLET -> Optional.of(Purse.FUTURES);
      case UNIFIED_WALLET -> Optional.of(Purse.UNIFIED);
      default -> Optional.empty();
    };
  }
}
