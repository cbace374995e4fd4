package org.evenkeel.shell.xchange.okx;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.data.BarSeries;
import org.evenkeel.core.data.FundingOutlook;
import org.evenkeel.core.data.FundingRate;
import org.evenkeel.core.data.MarginView;
import org.evenkeel.core.data.Quote;
import org.evenkeel.cycle.MarketData;
import org.evenkeel.shell.xchange.Redaction;
import org.evenkeel.shell.xchange.ReplyRules;

/**
 * Public market data of OKX: spot markets, swaps and dated futures, linear and inverse.
 *
 * <p>This class is thread-safe.
 */
public final class OkxMarketData implements MarketData {

  private final OkxLink link;
  private final OkxBars bars;
  private final OkxQuotes quotes;
  private final OkxMargins margins;

  public OkxMarketData(OkxLink link) {
    this.link = link;
    OkxMarketApi api = link.proxy(OkxMarketApi.class);
    this.bars = new OkxBars(link, api);
    this.quotes = new OkxQuotes(link, api);
    this.margins = new OkxMargins(link, api);
  }

  @Override
  public Result<List<InstrumentSpec>> specs(List<InstrumentId> instruments) {
    return symbols(instruments).then(this::specsOf);
  }

  private Result<List<InstrumentSpec>> specsOf(List<OkxSymbol> symbols) {
    List<InstrumentSpec> found = new ArrayList<>();
    for (OkxKind kind : OkxKind.values()) {
      List<OkxSymbol> some = only(symbols, kind);
      if (!some.isEmpty()) {
        Result<List<InstrumentSpec>> part =
            link.listing().read(kind).then(listing -> specs(some, listing));
        if (part instanceof Result.Refused<List<InstrumentSpec>>) {
          return part;
        }
        found.addAll(part.orThrow());
      }
    }
    found.sort(Comparator.comparing(InstrumentSpec::id));
    return Result.ok(List.copyOf(found));
  }

  private static Result<List<InstrumentSpec>> specs(
      List<OkxSymbol> symbols, SortedMap<String, JsonNode> listing) {
    for (OkxSymbol symbol : symbols) {
      if (!listing.containsKey(symbol.instId())) {
        return Result.refused(RefusalReason.INSTRUMENT_NOT_TRADING, "OKX lists no " + symbol.id());
      }
    }
    return ReplyRules.judged(
        "the specifications",
        () -> {
          List<InstrumentSpec> specs = new ArrayList<>();
          listing.forEach(
              (instId, entry) ->
                  symbols.stream()
                      .filter(symbol -> symbol.instId().equals(instId))
                      .forEach(symbol -> specs.add(OkxSpecs.spec(symbol, entry))));
          return List.copyOf(specs);
        });
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
                    .contracts(only(symbols, OkxKind.SWAP))
                    .then(
                        swaps ->
                            quotes
                                .contracts(only(symbols, OkxKind.FUTURES))
                                .map(dated -> inOrder(swaps, dated)))
                    .then(
                        contracts ->
                            quotes
                                .spot(only(symbols, OkxKind.SPOT))
                                .map(spots -> inOrder(contracts, spots))));
  }

  @Override
  public Result<MarginView> margins(List<InstrumentId> futures) {
    return symbols(futures).then(margins::of);
  }

  @Override
  public Result<List<FundingOutlook>> funding(List<InstrumentId> instruments) {
    return symbols(instruments).then(quotes::funding);
  }

  @Override
  public Result<List<FundingRate>> settledFunding(
      InstrumentId instrument, Instant sinceExclusive, Instant untilInclusive) {
    return new OkxFundingFeed(link).settled(instrument, sinceExclusive, untilInclusive);
  }

  private static List<Quote> inOrder(List<Quote> some, List<Quote> more) {
    List<Quote> all = new ArrayList<>(some);
    all.addAll(more);
    all.sort(Comparator.comparing(Quote::instrument));
    return List.copyOf(all);
  }

  private static List<OkxSymbol> only(List<OkxSymbol> symbols, OkxKind kind) {
    return symbols.stream().filter(symbol -> symbol.kind() == kind).toList();
  }

  private static Result<List<OkxSymbol>> symbols(List<InstrumentId> instruments) {
    try {
      return Result.ok(instruments.stream().map(OkxSymbol::of).toList());
    } catch (IllegalArgumentException e) {
      return Result.refused(
          RefusalReason.INSTRUMENT_NOT_TRADING, Redaction.line(String.valueOf(e.getMessage())));
    }
  }
}
