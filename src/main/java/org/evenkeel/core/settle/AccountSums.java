package org.evenkeel.core.settle;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.basics.ContentHash;
import org.evenkeel.core.basics.Decimals;

/**
 * What every account of the ledger holds of every unit: two ledgers with the same sums have the same hash.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param sums 'account unit' to amount, without zeros
 */
public record AccountSums(SortedMap<String, BigDecimal> sums) {

  public AccountSums {
    TreeMap<String, BigDecimal> present = new TreeMap<>(sums);
    present.values().removeIf(sum -> sum.signum() == 0);
    present.replaceAll((key, sum) -> Decimals.normal(sum));
    sums = Collections.unmodifiableSortedMap(present);
  }

  /** The sums of entries, in any order. */
  public static AccountSums of(List<LedgerTransaction> transactions) {
    TreeMap<String, BigDecimal> sums = new TreeMap<>();
    for (LedgerTransaction transaction : transactions) {
      for (LedgerEntry entry : transaction.entries()) {
        sums.merge(key(entry.account(), entry.unit()), entry.amount(), BigDecimal::add);
      }
    }
    return new AccountSums(sums);
  }

  /** The name of an account's unit. */
  public static String key(LedgerAccount account, String unit) {
    return account + " " + unit;
  }

  /** The SHA-256 of the sums as lines of text. */
  public ContentHash hash() {
    StringBuilder text = new StringBuilder();
    sums.forEach(
        (key, sum) -> text.append(key).append(' ').append(Decimals.text(sum)).append('\n'));
    return ContentHash.ofText(text.toString());
  }
}
