package org.evenkeel.shell.simvenue.paper;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.data.Quote;
import org.evenkeel.cycle.Clock;
import org.evenkeel.cycle.MarketData;
import org.evenkeel.shell.simvenue.exchange.QuoteSource;
import org.evenkeel.shell.simvenue.market.SeriesId;

/**
 * Live books and marks as the simulated exchange sees them.
 *
 * <p>A quote is asked for once and used for at most {@link PaperSettings#quoteLife}; what is too old, crossed or locked
 * is no quote, so nothing is ever filled at a price that nobody showed.
 * The market data do not tell sizes: {@link PaperSettings#topOfBookNotional} is assumed at the best price of each side,
 * and the exchange derives ten levels from it, level n two basis points times n further away with n + 1 times the size.
 * With 50,000 at the best price an order of 200,000 is filled on average about 2 basis points worse than the best price.
 *
 * <p>Not thread-safe: the venue guards it.
 */
final class LiveQuotes implements QuoteSource {

  /** A quiet book may stand unchanged for some time; a feed that is older than this is broken. */
  private static final Duration LONGEST_SILENCE = Duration.ofMinutes(1);

  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final int QTY_SCALE = 12;

  private final PaperSettings settings;
  private final MarketData market;
  private final Clock clock;
  private final SortedMap<SeriesId, Quote> known = new TreeMap<>();

  LiveQuotes(PaperSettings settings, MarketData market, Clock clock) {
    this.settings = settings;
    this.market = market;
    this.clock = clock;
  }

  /** Makes sure that each instrument has a usable quote; refused with the reason if one has none. */
  Result<Boolean> refresh(Collection<InstrumentId> needed) {
    List<InstrumentId> missing = new ArrayList<>();
    for (InstrumentId id : needed) {
      Quote quote = known.get(Naming.series(id));
      if (quote == null || age(quote).compareTo(settings.quoteLife()) >= 0) {
        missing.add(id);
      }
    }
    if (missing.isEmpty()) {
      return usable(needed);
    }
    return market
        .quotes(missing)
        .then(
            quotes -> {
              quotes.forEach(quote -> known.put(Naming.series(quote.instrument()), quote));
              return usable(needed);
            });
  }

  private Result<Boolean> usable(Collection<InstrumentId> needed) {
    for (InstrumentId id : needed) {
      if (quote(Naming.series(id), 0).isEmpty()) {
        return Result.refused(RefusalReason.DATA_STALE, "no usable live quote of " + id);
      }
    }
    return Result.ok(true);
  }

  private Duration age(Quote quote) {
    return Duration.between(quote.receivedAt(), clock.now());
  }

  /** The live quote, whatever time the exchange asks about: there is no other. */
  @Override
  public Optional<org.evenkeel.shell.simvenue.market.Quote> quote(SeriesId series, long atMs) {
    return Optional.ofNullable(known.get(series))
        .filter(this::isFresh)
        .filter(quote -> quote.bid().compareTo(quote.ask()) < 0)
        .map(this::sized);
  }

  private boolean isFresh(Quote quote) {
    Instant now = clock.now();
    return age(quote).compareTo(settings.maxQuoteAge()) <= 0
        && Duration.between(quote.venueTime(), now)
                .compareTo(settings.maxQuoteAge().plus(LONGEST_SILENCE))
            <= 0;
  }

  private org.evenkeel.shell.simvenue.market.Quote sized(Quote quote) {
    BigDecimal bid = quote.bid().value();
    BigDecimal ask = quote.ask().value();
    return new org.evenkeel.shell.simvenue.market.Quote(
        bid,
        ask,
        bid.add(ask).multiply(HALF),
        quote.mark().value(),
        settings.topOfBookNotional().divide(bid, QTY_SCALE, RoundingMode.HALF_EVEN),
        settings.topOfBookNotional().divide(ask, QTY_SCALE, RoundingMode.HALF_EVEN));
  }
}
