package org.evenkeel.shell.xchange.binance.trade;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.data.BarSeries;
import org.evenkeel.core.data.FundingOutlook;
import org.evenkeel.core.data.FundingRate;
import org.evenkeel.core.data.MarginView;
import org.evenkeel.core.data.Quote;
import org.evenkeel.cycle.MarketData;
import org.evenkeel.shell.xchange.JsonFields;
import org.evenkeel.shell.xchange.ReplyRules;
import org.evenkeel.shell.xchange.binance.BinanceLink;
import org.evenkeel.shell.xchange.binance.Symbol;
import org.jspecify.annotations.Nullable;

/**
 * Binance's market data with what only a key may read: the announced ends of spot markets, and the brackets of margin.
 *
 * <p>The list costs a hundred of the request allowance and is read as often as specifications are.
 * Source: wallet documentation, "Get symbols delist schedule for spot".
 *
 * <p>This class is thread-safe.
 */
public final class DelistSchedule implements MarketData {

  private static final int WEIGHT = 100;

  private final MarketData market;
  private final BinanceLink link;
  private final SignedCalls calls;
  private final BinanceMargins margins;
  private @Nullable Page cached;

  private record Page(Instant readAt, SortedMap<String, Instant> ends) {}

  DelistSchedule(MarketData market, BinanceLink link, SignedCalls calls) {
    this.market = market;
    this.link = link;
    this.calls = calls;
    this.margins = new BinanceMargins(link, calls);
  }

  @Override
  public Result<List<InstrumentSpec>> specs(List<InstrumentId> instruments) {
    return market
        .specs(instruments)
        .then(
            specs ->
                specs.stream().anyMatch(DelistSchedule::isSpot)
                    ? read().map(page -> ending(specs, page))
                    : Result.ok(specs));
  }

  private static boolean isSpot(InstrumentSpec spec) {
    return spec.instrument() instanceof Instrument.Spot;
  }

  private static List<InstrumentSpec> ending(List<InstrumentSpec> specs, Page page) {
    List<InstrumentSpec> ending = new ArrayList<>();
    for (InstrumentSpec spec : specs) {
      Instant end = isSpot(spec) ? page.ends().get(Symbol.of(spec.id()).text()) : null;
      ending.add(end == null ? spec : spec.with(spec.listing().endingAt(end)));
    }
    return List.copyOf(ending);
  }

  private synchronized Result<Page> read() {
    Instant now = link.now();
    Page known = cached;
    if (known != null
        && !now.isBefore(known.readAt())
        && Duration.between(known.readAt(), now).compareTo(link.settings().specificationAge())
            <= 0) {
      return Result.ok(known);
    }
    Result<Page> answer =
        ReplyRules.read(
            "the delist schedule",
            calls.askWallet(
                WEIGHT,
                "sapi/v1/spot/delist-schedule",
                (api, s) ->
                    api.delistSchedule(s.recvWindow(), s.timestamp(), s.apiKey(), s.signature())),
            json -> new Page(now, ends(json)));
    if (answer instanceof Result.Ok<Page> ok) {
      cached = ok.value();
    }
    return answer;
  }

  static SortedMap<String, Instant> ends(JsonNode json) {
    TreeMap<String, Instant> ends = new TreeMap<>();
    for (JsonNode row : JsonFields.array(json)) {
      Instant end = JsonFields.time(row, "delistTime");
      for (JsonNode symbol : JsonFields.array(row, "symbols")) {
        ends.merge(symbol.asText(), end, (a, b) -> a.isBefore(b) ? a : b);
      }
    }
    return ends;
  }

  @Override
  public Result<BarSeries> bars(
      InstrumentId instrument, Duration interval, int count, Instant until) {
    return market.bars(instrument, interval, count, until);
  }

  @Override
  public Result<MarginView> margins(List<InstrumentId> futures) {
    return margins.of(futures);
  }

  @Override
  public Result<List<FundingOutlook>> funding(List<InstrumentId> instruments) {
    return market.funding(instruments);
  }

  @Override
  public Result<List<FundingRate>> settledFunding(
      InstrumentId instrument, Instant sinceExclusive, Instant untilInclusive) {
    return market.settledFunding(instrument, sinceExclusive, untilInclusive);
  }

  @Override
  public Result<List<Quote>> quotes(List<InstrumentId> instruments) {
    return market.quotes(instruments);
  }
}
