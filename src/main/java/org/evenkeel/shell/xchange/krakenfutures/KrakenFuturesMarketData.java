package org.evenkeel.shell.xchange.krakenfutures;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Price;
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
import org.evenkeel.shell.xchange.JsonFields;
import org.evenkeel.shell.xchange.Redaction;
import org.evenkeel.shell.xchange.ReplyRules;
import org.evenkeel.shell.xchange.UnreadableReply;

/**
 * Public market data of Kraken Futures; the books and marks of all instruments are one call.
 *
 * <p>This class is thread-safe.
 */
public final class KrakenFuturesMarketData implements MarketData {

  private final KrakenFuturesLink link;
  private final FuturesMarketApi market;
  private final CandleReader candles;

  public KrakenFuturesMarketData(KrakenFuturesLink link) {
    this.link = link;
    this.market = link.proxy(FuturesMarketApi.class);
    this.candles = new CandleReader(link, market);
  }

  @Override
  public Result<List<InstrumentSpec>> specs(List<InstrumentId> instruments) {
    return symbols(instruments).then(link.listing()::specs);
  }

  @Override
  public Result<BarSeries> bars(
      InstrumentId instrument, Duration interval, int count, Instant until) {
    return symbols(List.of(instrument))
        .then(symbols -> candles.bars(symbols.get(0), interval, count, until));
  }

  @Override
  public Result<List<Quote>> quotes(List<InstrumentId> instruments) {
    return tickers(instruments, (symbols, json) -> quotes(symbols, json, link.now()));
  }

  private <T> Result<T> tickers(
      List<InstrumentId> instruments, BiFunction<List<FuturesSymbol>, JsonNode, T> reading) {
    return symbols(instruments)
        .then(
            symbols ->
                ReplyRules.read(
                    "the tickers",
                    link.make(Kind.READ, KrakenFuturesLink.FUTURES, 1, "tickers", market::tickers),
                    json -> reading.apply(symbols, json)));
  }

  static List<Quote> quotes(List<FuturesSymbol> symbols, JsonNode json, Instant receivedAt) {
    Instant at = JsonFields.isoTime(json, "serverTime");
    TreeMap<String, JsonNode> bySymbol = new TreeMap<>();
    for (JsonNode ticker : JsonFields.array(json, "tickers")) {
      bySymbol.put(JsonFields.text(ticker, "symbol"), ticker);
    }
    List<Quote> quotes = new ArrayList<>();
    for (FuturesSymbol symbol : symbols) {
      JsonNode ticker = bySymbol.get(symbol.text());
      if (ticker == null) {
        throw new UnreadableReply("there is no ticker of " + symbol.id());
      }
      if (ticker.path("suspended").asBoolean(false)) {
        throw new UnreadableReply(symbol.id() + " is suspended");
      }
      quotes.add(
          new Quote(
              symbol.id(),
              price(symbol, ticker, "bid"),
              price(symbol, ticker, "ask"),
              price(symbol, ticker, "markPrice"),
              price(symbol, ticker, "indexPrice"),
              ticker.hasNonNull("last") && JsonFields.decimal(ticker, "last").signum() > 0
                  ? Optional.of(price(symbol, ticker, "last"))
                  : Optional.empty(),
              at,
              receivedAt));
    }
    quotes.sort((a, b) -> a.instrument().compareTo(b.instrument()));
    return List.copyOf(quotes);
  }

  @Override
  public Result<MarginView> margins(List<InstrumentId> futures) {
    return symbols(futures)
        .then(link.listing()::margins)
        .map(tiers -> new MarginView(tiers, new TreeMap<>()));
  }

  @Override
  public Result<List<FundingOutlook>> funding(List<InstrumentId> instruments) {
    return tickers(instruments, FundingAhead::read);
  }

  @Override
  public Result<List<FundingRate>> settledFunding(
      InstrumentId instrument, Instant sinceExclusive, Instant untilInclusive) {
    return new KrakenFuturesFundingFeed(link).settled(instrument, sinceExclusive, untilInclusive);
  }

  private static Price price(FuturesSymbol symbol, JsonNode ticker, String name) {
    BigDecimal value = JsonFields.decimal(ticker, name);
    if (value.signum() <= 0) {
      throw new UnreadableReply(symbol.id() + " has no price: " + name + " is " + value);
    }
    return Price.of(value);
  }

  private static Result<List<FuturesSymbol>> symbols(List<InstrumentId> instruments) {
    try {
      return Result.ok(instruments.stream().map(FuturesSymbol::of).toList());
    } catch (IllegalArgumentException e) {
      return Result.refused(
          RefusalReason.INSTRUMENT_NOT_TRADING, Redaction.line(String.valueOf(e.getMessage())));
    }
  }
}
