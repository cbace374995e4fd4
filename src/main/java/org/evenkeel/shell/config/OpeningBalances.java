package org.evenkeel.shell.config;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.basics.Currency;

/**
 * What a simulated account holds at its first start, in units of each currency.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param futures the futures wallet
 * @param spot the spot wallet
 */
public record OpeningBalances(
    SortedMap<Currency, BigDecimal> futures, SortedMap<Currency, BigDecimal> spot) {

  public OpeningBalances {
    futures = Collections.unmodifiableSortedMap(new TreeMap<>(futures));
    spot = Collections.unmodifiableSortedMap(new TreeMap<>(spot));
  }
}
