package org.evenkeel.core.data;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.catalog.InstrumentSpec;

/**
 * Everything public that a decision is made from.
 *
 * @param asOf the slot for which it was gathered: no bar that closes later is in it
 * @param receivedAt when the last part arrived
 * @param specs the instruments' specifications, in order of name
 * @param series the risk instruments' bars, in order of name
 * @param quotes the books of all instruments, in order of name
 * @param funding what was seen of funding and of instruments that may stand for others
 * @param margins what the venues ask for contracts by the size of a position
 */
public record MarketSnapshot(
    Instant asOf,
    Instant receivedAt,
    List<InstrumentSpec> specs,
    List<BarSeries> series,
    List<Quote> quotes,
    FundingView funding,
    MarginView margins) {

  /** A snapshot in which nothing was asked about funding and margins. */
  public MarketSnapshot(
      Instant asOf,
      Instant receivedAt,
      List<InstrumentSpec> specs,
      List<BarSeries> series,
      List<Quote> quotes) {
    this(asOf, receivedAt, specs, series, quotes, FundingView.none(), MarginView.none());
  }

  public MarketSnapshot {
    specs = List.copyOf(specs);
    series = series.stream().map(s -> s.closedBy(asOf)).toList();
    quotes = List.copyOf(quotes);
  }

  /** The same with what was seen of funding. */
  public MarketSnapshot with(FundingView other) {
    return new MarketSnapshot(asOf, receivedAt, specs, series, quotes, other, margins);
  }

  /** The same with what the venues ask for the size of a position. */
  public MarketSnapshot with(MarginView other) {
    return new MarketSnapshot(asOf, receivedAt, specs, series, quotes, funding, other);
  }

  public Optional<InstrumentSpec> spec(InstrumentId id) {
    return specs.stream().filter(spec -> spec.id().equals(id)).findFirst();
  }

  public Optional<BarSeries> series(InstrumentId id) {
    return series.stream().filter(s -> s.instrument().equals(id)).findFirst();
  }

  public Optional<Quote> quote(InstrumentId id) {
    return quotes.stream().filter(quote -> quote.instrument().equals(id)).findFirst();
  }
}
