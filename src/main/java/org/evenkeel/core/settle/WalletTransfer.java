package org.evenkeel.core.settle;

import java.time.Instant;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.data.Wallet;

/**
 * Money that an operator wants moved from one wallet of the owner's account to another one.
 *
 * <p>For example, 1000 USDT from SPOT@binance to FUTURES@binance.
 * Where a venue keeps its markets apart, the wallets have different venues: SPOT@kraken and FUTURES@krakenfutures.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param from the wallet that gives
 * @param to the wallet that takes
 * @param amount how much, above zero
 */
public record WalletTransfer(Wallet from, Wallet to, Money amount) {

  public WalletTransfer {
    if (from.equals(to)) {
      throw new IllegalArgumentException("a transfer from " + from + " to itself moves nothing");
    }
    if (amount.amount().signum() <= 0) {
      throw new IllegalArgumentException("a transfer moves more than nothing, found " + amount);
    }
  }

  /** Whether another transfer goes the same way. */
  public boolean isOnRouteOf(WalletTransfer other) {
    return from.equals(other.from) && to.equals(other.to);
  }

  /** Whether a flow that a venue reports from a moment on is what this transfer looks like there. */
  public boolean explains(CashFlow flow, Instant since) {
    if (flow.venueTime().isBefore(since)) {
      return false;
    }
    boolean hasCome = flow.wallet().equals(to) && flow.amount().equals(amount);
    boolean hasGone = flow.wallet().equals(from) && flow.amount().equals(amount.negated());
    return hasCome || hasGone;
  }

  /** What a person reads: '1000 USDT from SPOT@binance to FUTURES@binance'. */
  @Override
  public String toString() {
    return amount + " from " + from + " to " + to;
  }
}
