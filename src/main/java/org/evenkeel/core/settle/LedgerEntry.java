package org.evenkeel.core.settle;

import java.math.BigDecimal;
import org.evenkeel.core.basics.Decimals;

/**
 * One side of a booking.
 *
 * @param account what holds it, see {@link LedgerAccount}
 * @param unit a currency at a venue, such as 'USDT@binance', or an instrument's identifier for positions in contracts
 * @param amount signed units
 */
public record LedgerEntry(LedgerAccount account, String unit, BigDecimal amount) {

  public LedgerEntry {
    amount = Decimals.normal(amount);
  }
}
