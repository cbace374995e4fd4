package org.evenkeel.shell.simvenue.exchange;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.evenkeel.shell.simvenue.market.Quote;
import org.evenkeel.shell.simvenue.market.SeriesId;

/**
 * Mark prices, with the last known one standing in where the market has a gap.
 *
 * <p>The last known mark comes from this run's quotes, then from the log, then from the entry price.
 * Not thread-safe.
 */
final class Marks {

  private final QuoteSource quotes;
  private final SimState state;
  private final Map<String, BigDecimal> seen = new TreeMap<>();

  Marks(QuoteSource quotes, SimState state) {
    this.quotes = quotes;
    this.state = state;
  }

  BigDecimal at(String symbol, long atMs) {
    quotes
        .quote(SeriesId.contract(symbol), atMs)
        .map(Quote::mark)
        .ifPresent(mark -> seen.put(symbol, mark));
    BigDecimal known = seen.get(symbol);
    if (known != null) {
      return known;
    }
    BigDecimal logged = state.lastMarks().get(symbol);
    return logged != null ? logged : state.position(symbol).entryPx();
  }
}
