package org.evenkeel.core.settle;

import java.time.Instant;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.data.Wallet;

/**
 * Money that came to the account, left it, or went from one of its wallets to the other, as the venue reports it.
 *
 * <p>For example, 1000 USDT sent from the spot wallet to the futures wallet are a transfer of +1000 USDT of FUTURES.
 *
 * @param id the venue's id, unique at its venue within its kind
 * @param kind what it is
 * @param wallet the wallet that changed by {@code amount}; of a transfer the other one changed by the opposite
 * @param amount what was added; negative if taken, with all that the venue kept of it as a fee
 * @param venueTime when it took effect, by the venue's clock
 */
public record CashFlow(String id, Kind kind, Wallet wallet, Money amount, Instant venueTime) {

  /** What a flow is. */
  public enum Kind {
    /** Money from outside. */
    DEPOSIT,
    /** Money that went outside. */
    WITHDRAWAL,
    /** Money that stayed on the account: between its own wallets. */
    TRANSFER
  }

  public CashFlow {
    int sign = amount.amount().signum();
    boolean isConsistent =
        switch (kind) {
          case DEPOSIT -> sign > 0;
          case WITHDRAWAL -> sign < 0;
          case TRANSFER -> sign != 0;
        };
    if (!isConsistent) {
      throw new IllegalArgumentException(kind + " " + id + " of " + amount);
    }
  }

  /** True if the account has more or less than before: then somebody must say why. */
  public boolean isExternal() {
    return kind != Kind.TRANSFER;
  }

  public VenueId venue() {
    return wallet.venue();
  }

  /** The name of the fact in the ledger. */
  public String reference() {
    return venue() + "/" + kind + "/" + id;
  }
}
