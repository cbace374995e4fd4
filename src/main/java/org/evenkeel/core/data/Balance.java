package org.evenkeel.core.data;

import java.math.BigDecimal;
import java.util.Optional;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.Decimals;

/**
 * What lies in a wallet in one currency.
 *
 * @param wallet the purse
 * @param currency the currency
 * @param total everything owned, including what orders hold; without unrealized profit
 * @param available what may be spent or put up as margin now
 * @param equity the total with the profit and loss of open positions, as the venue itself says it; empty where it says
 *     nothing of it. Nothing is decided by it: positions are valued here, at the same marks at every venue
 */
public record Balance(
    Wallet wallet,
    Currency currency,
    BigDecimal total,
    BigDecimal available,
    Optional<BigDecimal> equity) {

  public Balance {
    total = Decimals.normal(total);
    available = Decimals.normal(available);
    equity = equity.map(Decimals::normal);
  }

  /** A balance of whose equity the venue says nothing. */
  public Balance(Wallet wallet, Currency currency, BigDecimal total, BigDecimal available) {
    this(wallet, currency, total, available, Optional.empty());
  }
}
