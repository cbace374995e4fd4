package org.evenkeel.cycle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.data.BarSeries;
import org.evenkeel.core.data.FundingOutlook;
import org.evenkeel.core.data.FundingRate;
import org.evenkeel.core.data.MarginView;
import org.evenkeel.core.data.Quote;

/** The public data of several venues: each is asked for its own instruments. Thread-safe if they are. */
public final class Markets implements MarketData {

  private final SortedMap<VenueId, MarketData> markets;

  /**
   * @param markets at least one
   */
  public Markets(SortedMap<VenueId, MarketData> markets) {
    if (markets.isEmpty()) {
      throw new IllegalArgumentException("there is no market");
    }
    this.markets = new TreeMap<>(markets);
  }

  @Override
  public Result<List<InstrumentSpec>> specs(List<InstrumentId> instruments) {
    return each(instruments, MarketData::specs);
  }

  @Override
  public Result<BarSeries> bars(
      InstrumentId instrument, Duration interval, int count, Instant until) {
    return at(Instrument.parse(instrument).venue()).bars(instrument, interval, count, until);
  }

  @Override
  public Result<List<Quote>> quotes(List<InstrumentId> instruments) {
    return each(instruments, MarketData::quotes);
  }

  @Override
  public Result<MarginView> margins(List<InstrumentId> futures) {
    return each(futures, (market, some) -> market.margins(some).map(List::of))
        .map(views -> views.stream().reduce(MarginView.none(), MarginView::and));
  }

  @Override
  public Result<List<FundingOutlook>> funding(List<InstrumentId> instruments) {
    return each(instruments, MarketData::funding);
  }

  @Override
  public Result<List<FundingRate>> settledFunding(
      InstrumentId instrument, Instant sinceExclusive, Instant untilInclusive) {
    return at(Instrument.parse(instrument).venue())
        .settledFunding(instrument, sinceExclusive, untilInclusive);
  }

  private <T> Result<List<T>> each(
      List<InstrumentId> instruments,
      BiFunction<MarketData, List<InstrumentId>, Result<List<T>>> question) {
    TreeMap<VenueId, List<InstrumentId>> asked = new TreeMap<>();
    for (InstrumentId id : instruments) {
      asked.computeIfAbsent(Instrument.parse(id).venue(), venue -> new ArrayList<>()).add(id);
    }
    List<T> all = new ArrayList<>();
    for (var entry : asked.entrySet()) {
      switch (question.apply(at(entry.getKey()), entry.getValue())) {
        case Result.Ok<List<T>> ok -> all.addAll(ok.value());
        case Result.Refused<List<T>> refused -> {
          return refused;
        }
      }
    }
    return Result.ok(all);
  }

  private MarketData at(VenueId venue) {
    MarketData market = markets.get(venue);
    if (market == null) {
      throw new IllegalArgumentException(venue + " is not one of " + markets.keySet());
    }
    return market;
  }
}
