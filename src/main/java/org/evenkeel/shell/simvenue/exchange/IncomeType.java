package org.evenkeel.shell.simvenue.exchange;

/** Why a futures wallet changed, in Binance's words. */
public enum IncomeType {
  /** Money moved between the wallets or paid in. */
  TRANSFER,
  /** Profit or loss of a closed part of a position. */
  REALIZED_PNL,
  /** Funding paid (negative) or received. */
  FUNDING_FEE,
  /** Trading fee, negative. */
  COMMISSION,
  /** Profit or loss of a position in a dated contract that was delivered. */
  DELIVERY,
  /** A negative wallet after liquidation set back to zero by the venue. */
  INSURANCE_CLEAR
}
