package org.evenkeel.shell.simvenue.exchange;

import java.math.BigDecimal;
import java.util.Map;

/**
 * What the account begins with, by asset, for example 200000 USDT on spot and 800000 in futures.
 *
 * @param spot the spot wallet
 * @param futures the futures wallet
 */
public record OpeningBalances(Map<String, BigDecimal> spot, Map<String, BigDecimal> futures) {

  /** Copies the maps. */
  public OpeningBalances {
    spot = Map.copyOf(spot);
    futures = Map.copyOf(futures);
  }
}
