package org.evenkeel.shell.simvenue.exchange;

import java.util.Optional;
import org.evenkeel.shell.simvenue.market.Quote;
import org.evenkeel.shell.simvenue.market.SeriesId;

/** Where prices come from: a simulated market, or live tickers in paper mode. */
@FunctionalInterface
public interface QuoteSource {

  /** Returns the best bid and ask at that market time, or empty in a gap or for an unknown series. */
  Optional<Quote> quote(SeriesId series, long atMs);
}
