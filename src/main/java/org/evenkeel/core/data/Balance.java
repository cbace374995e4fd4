package org.evenkeel.core.data;

import java.math.BigDecimal;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.Decimals;

/**
 * What lies in a wallet in one currency.
 *
 * @param wallet the purse
 * @param currency the currency
 * @param total everything owned, including what orders hold; without unrealized profit
 * @param available what may be spent or put up as margin now
 */
public record Balance(Wallet wallet, Currency currency, BigDecimal total, BigDecimal available) {

  public Balance {
    total = Decimals.normal(total);
    available = Decimals.normal(available);
  }
}
