package org.evenkeel.core.statement;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.data.AccountSnapshot;

/**
 * What lies in a wallet in one currency, by the venue's own account.
 *
 * @param balance without the profit and loss of open positions
 * @param equity with it, as the venue says it; empty where it says nothing of it
 * @param availableMargin what may be spent or put up as margin
 * @param asOf when it was read, by our clock
 */
public record WalletRow(
    String venue,
    String wallet,
    String asset,
    BigDecimal balance,
    Optional<BigDecimal> equity,
    BigDecimal availableMargin,
    Instant asOf) {

  /** The rows of an account, in the order of its balances. */
  static List<WalletRow> of(AccountSnapshot account) {
    return account.balances().stream()
        .filter(one -> one.total().signum() != 0)
        .map(
            one ->
                new WalletRow(
                    one.wallet().venue().value(),
                    one.wallet().purse().name(),
                    one.currency().value(),
                    one.total(),
                    one.equity(),
                    one.available(),
                    account.receivedAt()))
        .toList();
  }
}
