package org.evenkeel.cycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.catalog.Leg;
import org.evenkeel.core.catalog.Sleeve;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.data.BarSeries;
import org.evenkeel.core.data.FundingOutlook;
import org.evenkeel.core.data.FundingRate;
import org.evenkeel.core.data.FundingView;
import org.evenkeel.core.data.MarginView;
import org.evenkeel.core.data.MarketSnapshot;
import org.evenkeel.core.data.Quote;
import org.evenkeel.core.estimate.EstimateSettings;

/**
 * One look at the markets of a universe: what is needed is there or the look is refused, what may only stand for it may be
 * missing with a reason.
 *
 * <p>Single-threaded, used once.
 */
final class MarketLook {

  private final Universe universe;
  private final EstimateSettings estimate;
  private final MarketData market;
  private final List<InstrumentId> alternatives;
  private final TreeMap<InstrumentId, String> missing = new TreeMap<>();

  MarketLook(Universe universe, EstimateSettings estimate, MarketData market) {
    this.universe = universe;
    this.estimate = estimate;
    this.market = market;
    this.alternatives = universe.alternatives();
  }

  /** Everything for a slot: no bar that closes after {@code asOf} is in it. */
  Result<MarketSnapshot> at(Instant asOf, Clock clock) {
    Result<List<InstrumentSpec>> specs = specs();
    Result<List<BarSeries>> series = series(asOf);
    Result<List<Quote>> quotes = quotes();
    Result<FundingView> funding = funding(asOf);
    Result<MarginView> margins = margins();
    return specs.then(
        s ->
            series.then(
                b ->
                    quotes.then(
                        q ->
                            funding.then(
                                f ->
                                    margins.map(
                                        m ->
                                            new MarketSnapshot(
                                                asOf, clock.now(), s, b, q, f, m))))));
  }

  /** Asks for all at once; where that is refused, for what is needed, and for each alternative by itself. */
  private Result<MarginView> margins() {
    List<InstrumentId> futures =
        universe.instruments().stream().filter(Instrument::isFuture).toList();
    List<InstrumentId> spare = futures.stream().filter(alternatives::contains).toList();
    Result<MarginView> all = market.margins(futures);
    if (spare.isEmpty() || all instanceof Result.Ok<MarginView>) {
      return all;
    }
    List<InstrumentId> needed = new ArrayList<>(futures);
    needed.removeAll(spare);
    Result<MarginView> view = market.margins(needed);
    for (InstrumentId id : spare) {
      view =
          view.map(
              known ->
                  known.and(
                      switch (market.margins(List.of(id))) {
                        case Result.Ok<MarginView> ok -> ok.value();
                        case Result.Refused<MarginView> no ->
                            MarginView.untold(List.of(id), no.refusal().detail());
                      }));
    }
    return view;
  }

  /** The specifications. */
  Result<List<InstrumentSpec>> specs() {
    return tolerant(market::specs, InstrumentSpec::id, "no specification");
  }

  /** The newest books. */
  Result<List<Quote>> quotes() {
    return tolerant(market::quotes, Quote::instrument, "no price");
  }

  /** Asks for all at once; where that is refused, for what is needed, and for each alternative by itself. */
  private <T> Result<List<T>> tolerant(
      Function<List<InstrumentId>, Result<List<T>>> question,
      Function<T, InstrumentId> name,
      String what) {
    Result<List<T>> all = question.apply(universe.instruments());
    if (alternatives.isEmpty() || all instanceof Result.Ok<List<T>>) {
      return all;
    }
    List<InstrumentId> needed = new ArrayList<>(universe.instruments());
    needed.removeAll(alternatives);
    Result<List<T>> first = question.apply(needed);
    if (first instanceof Result.Refused<List<T>>) {
      return first;
    }
    List<T> found = new ArrayList<>(first.orThrow());
    for (InstrumentId id : alternatives) {
      switch (question.apply(List.of(id))) {
        case Result.Ok<List<T>> ok -> found.addAll(ok.value());
        case Result.Refused<List<T>> no ->
            missing.putIfAbsent(id, what + ": " + no.refusal().detail());
      }
    }
    found.sort(Comparator.comparing(name));
    return Result.ok(List.copyOf(found));
  }

  private Result<List<BarSeries>> series(Instant asOf) {
    List<BarSeries> series = new ArrayList<>();
    for (InstrumentId id : universe.riskInstruments()) {
      Result<BarSeries> bars =
          market.bars(id, estimate.barLength(), estimate.lookbackBars() + 1, asOf);
      if (bars instanceof Result.Ok<BarSeries> ok) {
        series.add(ok.value());
      } else if (!alternatives.contains(id)) {
        return Result.refused(refused(bars));
      }
      // Of an alternative bars give the volume only; without it the impact is taken from its
      // spread.
    }
    return Result.ok(series);
  }

  private static Refusal refused(Result<?> result) {
    return ((Result.Refused<?>) result).refusal();
  }

  private Result<FundingView> funding(Instant asOf) {
    List<FundingOutlook> ahead = new ArrayList<>();
    for (InstrumentId id : chosenAmong()) {
      switch (market.funding(List.of(id))) {
        case Result.Ok<List<FundingOutlook>> ok -> ahead.addAll(ok.value());
        case Result.Refused<List<FundingOutlook>> no ->
            missing.putIfAbsent(id, "no funding rate: " + no.refusal().detail());
      }
    }
    Instant since = asOf.minus(estimate.barLength().multipliedBy(estimate.lookbackBars()));
    List<FundingRate> settled = new ArrayList<>();
    for (InstrumentId id : inReturns()) {
      switch (market.settledFunding(id, since, asOf)) {
        case Result.Ok<List<FundingRate>> ok -> settled.addAll(ok.value());
        case Result.Refused<List<FundingRate>> no -> {
          return Result.refused(no.refusal());
        }
      }
    }
    return Result.ok(new FundingView(ahead, settled, missing));
  }

  /** The perpetuals among which a leg may choose. */
  private List<InstrumentId> chosenAmong() {
    TreeSet<InstrumentId> all = new TreeSet<>();
    for (Sleeve sleeve : universe.sleeves()) {
      for (Leg leg : sleeve.legs()) {
        if (!leg.alternatives().isEmpty()) {
          leg.instruments().stream().filter(Instrument::isPerpetual).forEach(all::add);
        }
      }
    }
    return List.copyOf(all);
  }

  /** The perpetuals that are hedged within their sleeve: there funding is most of the return. */
  private List<InstrumentId> inReturns() {
    TreeSet<InstrumentId> all = new TreeSet<>();
    for (Sleeve sleeve : universe.sleeves()) {
      if (sleeve.legs().size() > 1) {
        sleeve.legs().stream()
            .map(Leg::instrument)
            .filter(Instrument::isPerpetual)
            .forEach(all::add);
      }
    }
    return List.copyOf(all);
  }
}
