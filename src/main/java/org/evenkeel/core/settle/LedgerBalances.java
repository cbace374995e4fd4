package org.evenkeel.core.settle;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.data.Wallet;

/**
 * What the ledger says we own: the sums of its asset accounts.
 *
 * @param spot coins in the spot wallet by currency code
 * @param futures collateral in the futures wallet by currency code
 * @param positions contracts by instrument identifier
 */
public record LedgerBalances(
    SortedMap<String, BigDecimal> spot,
    SortedMap<String, BigDecimal> futures,
    SortedMap<String, BigDecimal> positions) {

  public LedgerBalances {
    spot = Collections.unmodifiableSortedMap(new TreeMap<>(spot));
    futures = Collections.unmodifiableSortedMap(new TreeMap<>(futures));
    positions = Collections.unmodifiableSortedMap(new TreeMap<>(positions));
  }

  public static LedgerBalances empty() {
    return new LedgerBalances(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
  }

  /** The contracts held of an instrument. */
  public Contracts position(InstrumentId instrument) {
    return Contracts.of(positions.getOrDefault(instrument.value(), BigDecimal.ZERO));
  }

  /** The total of a currency in a wallet. */
  public BigDecimal total(Wallet wallet, Currency currency) {
    SortedMap<String, BigDecimal> purse =
        switch (wallet) {
          case SPOT -> spot;
          case FUTURES -> futures;
        };
    return purse.getOrDefault(currency.value(), BigDecimal.ZERO);
  }
}
