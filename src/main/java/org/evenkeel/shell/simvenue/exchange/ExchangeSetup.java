package org.evenkeel.shell.simvenue.exchange;

import java.util.List;
import org.evenkeel.shell.simvenue.market.SeriesInfo;

/**
 * What an exchange is made of besides its history.
 *
 * @param rules fees, margin and bands
 * @param series what may be traded
 * @param quotes where prices come from
 * @param sink where events are kept
 * @param spotFeesInQuote whether a spot buyer pays the fee in the quote currency, and not in the coins bought
 */
public record ExchangeSetup(
    ExchangeRules rules,
    List<SeriesInfo> series,
    QuoteSource quotes,
    EventSink sink,
    boolean spotFeesInQuote) {

  /** An exchange that takes the fee of a spot trade from what was received. */
  public ExchangeSetup(
      ExchangeRules rules, List<SeriesInfo> series, QuoteSource quotes, EventSink sink) {
    this(rules, series, quotes, sink, false);
  }

  /** Returns the same for an exchange that takes every fee in the quote currency. */
  public ExchangeSetup takingFeesInQuote() {
    return new ExchangeSetup(rules, series, quotes, sink, true);
  }
}
