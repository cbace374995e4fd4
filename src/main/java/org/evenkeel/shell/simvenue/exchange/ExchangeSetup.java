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
 */
public record ExchangeSetup(
    ExchangeRules rules, List<SeriesInfo> series, QuoteSource quotes, EventSink sink) {}
