package org.evenkeel.core.settle;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.data.Wallet;

/**
 * What the ledger says we own: the sums of its asset accounts.
 *
 * @param wallets money by wallet and currency code, such as 'FUTURES@binance/USDT'
 * @param positions contracts by instrument identifier
 */
public record LedgerBalances(
    SortedMap<String, BigDecimal> wallets, SortedMap<String, BigDecimal> positions) {

  public LedgerBalances {
    wallets = Collections.unmodifiableSortedMap(new TreeMap<>(wallets));
    positions = Collections.unmodifiableSortedMap(new TreeMap<>(positions));
  }

  public static LedgerBalances empty() {
    return new LedgerBalances(new TreeMap<>(), new TreeMap<>());
  }

  /** The balances that entries sum up to; counterparts are not owned. */
  public static LedgerBalances of(Iterable<LedgerEntry> entries) {
    TreeMap<String, BigDecimal> wallets = new TreeMap<>();
    TreeMap<String, BigDecimal> positions = new TreeMap<>();
    for (LedgerEntry entry : entries) {
      if (entry.account() == LedgerAccount.POSITION) {
        positions.merge(entry.unit(), entry.amount(), BigDecimal::add);
      }
      entry
          .account()
          .purse()
          .ifPresent(
              purse -> {
                String[] unit = entry.unit().split("@", -1);
                wallets.merge(
                    key(Wallet.of(purse, VenueId.of(unit[1])), unit[0]),
                    entry.amount(),
                    BigDecimal::add);
              });
    }
    wallets.values().removeIf(sum -> sum.signum() == 0);
    positions.values().removeIf(sum -> sum.signum() == 0);
    return new LedgerBalances(wallets, positions);
  }

  /** The name of a currency in a wallet. */
  public static String key(Wallet wallet, String currency) {
    return wallet + "/" + currency;
  }

  /** The contracts held of an instrument. */
  public Contracts position(InstrumentId instrument) {
    return Contracts.of(positions.getOrDefault(instrument.value(), BigDecimal.ZERO));
  }

  /** The total of a currency in a wallet. */
  public BigDecimal total(Wallet wallet, Currency currency) {
    return wallets.getOrDefault(key(wallet, currency.value()), BigDecimal.ZERO);
  }

  /** The coins of a currency at a venue that may be exchanged there. */
  public BigDecimal coins(VenueId venue, Currency currency) {
    return total(Wallet.spot(venue), currency).add(total(Wallet.unified(venue), currency));
  }
}
