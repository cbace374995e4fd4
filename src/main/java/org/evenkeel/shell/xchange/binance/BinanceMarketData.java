package org.evenkeel.shell.xchange.binance;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.data.BarSeries;
import org.evenkeel.core.data.FundingOutlook;
import org.evenkeel.core.data.FundingRate;
import org.evenkeel.core.data.MarginView;
import org.evenkeel.core.data.Quote;
import org.evenkeel.cycle.CallGate.Kind;
import org.evenkeel.cycle.MarketData;
import org.evenkeel.shell.xchange.Redaction;
import org.evenkeel.shell.xchange.ReplyRules;
import org.jspecify.annotations.Nullable;

/**
 * Public market data of Binance spot and USD-M futures.
 *
 * <p>For example, specifications, books and marks of eight perpetuals and one stablecoin market cost five calls, two of
 * them only when the specifications have aged.
 *
 * <p>This class is thread-safe.
 */
public final class BinanceMarketData implements MarketData {

  private final BinanceLink link;
  private final SpotMarketApi spot;
  private final BarReader bars;
  private final QuoteReader quotes;
  private @Nullable SpotListing spotListing;

  /** What the spot market said about exactly these symbols. */
  private record SpotListing(Instant readAt, String symbols, SortedMap<String, JsonNode> entries) {}

  public BinanceMarketData(BinanceLink link) {
    this.link = link;
    this.spot = link.proxy(SpotMarketApi.class, MarketKind.SPOT);
    FuturesMarketApi futures = link.proxy(FuturesMarketApi.class, MarketKind.FUTURES);
    this.bars = new BarReader(link, futures, spot);
    this.quotes = new QuoteReader(link, futures, spot);
  }

  @Override
  public Result<List<InstrumentSpec>> specs(List<InstrumentId> instruments) {
    return plain(instruments).then(this::specsOf);
  }

  private Result<List<InstrumentSpec>> specsOf(List<Symbol> symbols) {
    List<Symbol> futures = only(symbols, MarketKind.FUTURES);
    List<Symbol> spots = only(symbols, MarketKind.SPOT);
    List<InstrumentSpec> found = new ArrayList<>();
    if (!futures.isEmpty()) {
      Result<List<InstrumentSpec>> part =
          link.listing()
              .read()
              .then(listing -> specs(link.listing().given(futures, listing), listing::future));
      if (part instanceof Result.Refused<List<InstrumentSpec>>) {
        return part;
      }
      found.addAll(part.orThrow());
    }
    if (!spots.isEmpty()) {
      Result<List<InstrumentSpec>> part =
          spotEntries(spots)
              .then(
                  entries ->
                      specs(spots, symbol -> Optional.ofNullable(entries.get(symbol.text()))));
      if (part instanceof Result.Refused<List<InstrumentSpec>>) {
        return part;
      }
      found.addAll(part.orThrow());
    }
    found.sort((a, b) -> a.id().compareTo(b.id()));
    return Result.ok(List.copyOf(found));
  }

  private interface Entries {
    Optional<JsonNode> of(Symbol symbol);
  }

  private static Result<List<InstrumentSpec>> specs(List<Symbol> symbols, Entries entries) {
    for (Symbol symbol : symbols) {
      if (entries.of(symbol).isEmpty()) {
        return Result.refused(
            RefusalReason.INSTRUMENT_NOT_TRADING, "Binance lists no " + symbol.id());
      }
    }
    return ReplyRules.judged(
        "the specifications",
        () -> symbols.stream().map(s -> SpecReader.spec(s, entries.of(s).orElseThrow())).toList());
  }

  private synchronized Result<SortedMap<String, JsonNode>> spotEntries(List<Symbol> symbols) {
    String asked = QuoteReader.symbolList(symbols);
    Instant now = link.now();
    SpotListing known = spotListing;
    if (known != null && known.symbols().equals(asked) && isFresh(known.readAt(), now)) {
      return Result.ok(known.entries());
    }
    Result<SortedMap<String, JsonNode>> answer =
        ReplyRules.read(
            "the list of spot markets",
            link.make(
                Kind.READ,
                MarketKind.SPOT,
                20,
                "api/v3/exchangeInfo",
                () -> spot.exchangeInfo(asked)),
            FuturesListing::bySymbol);
    if (answer instanceof Result.Ok<SortedMap<String, JsonNode>> ok) {
      spotListing = new SpotListing(now, asked, ok.value());
    }
    return answer;
  }

  private boolean isFresh(Instant readAt, Instant now) {
    Duration age = Duration.between(readAt, now);
    return !age.isNegative() && age.compareTo(link.settings().specificationAge()) <= 0;
  }

  @Override
  public Result<BarSeries> bars(
      InstrumentId instrument, Duration interval, int count, Instant until) {
    return symbols(List.of(instrument))
        .then(symbols -> bars.bars(symbols.get(0), interval, count, until));
  }

  @Override
  public Result<List<Quote>> quotes(List<InstrumentId> instruments) {
    return symbols(instruments)
        .then(
            symbols ->
                quotes
                    .futures(only(symbols, MarketKind.FUTURES))
                    .then(
                        futures ->
                            quotes
                                .spot(only(symbols, MarketKind.SPOT))
                                .map(spots -> inOrder(futures, spots))));
  }

  @Override
  public Result<MarginView> margins(List<InstrumentId> futures) {
    return Result.ok(
        MarginView.untold(futures, "Binance tells its margin brackets to a key, and none is used"));
  }

  @Override
  public Result<List<FundingOutlook>> funding(List<InstrumentId> instruments) {
    return symbols(instruments).then(new FundingAhead(link)::of);
  }

  @Override
  public Result<List<FundingRate>> settledFunding(
      InstrumentId instrument, Instant sinceExclusive, Instant untilInclusive) {
    return new BinanceFundingFeed(link).settled(instrument, sinceExclusive, untilInclusive);
  }

  private static List<Quote> inOrder(List<Quote> futures, List<Quote> spots) {
    List<Quote> all = new ArrayList<>(futures);
    all.addAll(spots);
    all.sort((a, b) -> a.instrument().compareTo(b.instrument()));
    return List.copyOf(all);
  }

  private static List<Symbol> only(List<Symbol> symbols, MarketKind market) {
    return symbols.stream().filter(symbol -> symbol.market() == market).toList();
  }

  private static Result<List<Symbol>> plain(List<InstrumentId> instruments) {
    return named(instruments, Symbol::of);
  }

  private Result<List<Symbol>> symbols(List<InstrumentId> instruments) {
    return named(instruments, link.listing()::symbol);
  }

  private static Result<List<Symbol>> named(
      List<InstrumentId> instruments, Function<InstrumentId, Symbol> names) {
    try {
      return Result.ok(instruments.stream().map(names).toList());
    } catch (IllegalArgumentException e) {
      return Result.refused(
          RefusalReason.INSTRUMENT_NOT_TRADING, Redaction.line(String.valueOf(e.getMessage())));
    }
  }
}
