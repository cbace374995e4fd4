package org.evenkeel.shell.xchange.okx.trade;

import org.evenkeel.core.data.Wallet;

/**
 * The one place that says which wallet OKX's trading account is: a unified account has coins and collateral in one purse.
 *
 * <p>All of it is reported as the futures wallet, the coins of the spot market too.
 */
final class OkxWallets {

  /** The wallet of every balance and every flow. */
  static final Wallet TRADING = Wallet.FUTURES;

  private OkxWallets() {}
}
