package org.evenkeel.shell.simvenue.paper;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.cycle.MarketData;
import org.evenkeel.shell.simvenue.market.SeriesId;
import org.evenkeel.shell.simvenue.market.SeriesInfo;

/**
 * What the account can trade or has ever traded, with the venue's own limits.
 *
 * @param specs the venue's specifications of the configured instruments
 * @param names the instrument of each series, those of the past included
 * @param infos the limits of each series
 */
record Catalog(
    List<InstrumentSpec> specs, SortedMap<SeriesId, InstrumentId> names, List<SeriesInfo> infos) {

  /** Reads it from the market; an instrument of the past that is no longer listed keeps its place. */
  static Result<Catalog> read(
      MarketData market, PaperSettings settings, SortedSet<SeriesId> traded) {
    return market
        .specs(settings.instruments())
        .then(specs -> complete(specs, market, settings, traded));
  }

  private static Result<Catalog> complete(
      List<InstrumentSpec> specs,
      MarketData market,
      PaperSettings settings,
      SortedSet<SeriesId> traded) {
    SortedMap<SeriesId, InstrumentId> names = new TreeMap<>();
    List<SeriesInfo> infos = new ArrayList<>();
    for (InstrumentSpec spec : specs) {
      Optional<SeriesInfo> info = Naming.info(spec);
      if (info.isEmpty()) {
        return Result.refused(
            RefusalReason.INSTRUMENT_NOT_TRADING,
            "one contract of " + spec.id() + " is not one unit: paper mode cannot trade it");
      }
      infos.add(info.orElseThrow());
      names.put(info.orElseThrow().id(), spec.id());
    }
    for (SeriesId series : traded) {
      if (!names.containsKey(series)) {
        Instrument old =
            Naming.instrument(series, settings.quote(), settings.capabilities().venue());
        Result<SeriesInfo> info = past(old, market);
        if (info instanceof Result.Refused<SeriesInfo> refused) {
          return Result.refused(refused.refusal());
        }
        infos.add(info.orThrow());
        names.put(series, old.id());
      }
    }
    return Result.ok(new Catalog(specs, names, List.copyOf(infos)));
  }

  private static Result<SeriesInfo> past(Instrument old, MarketData market) {
    return switch (market.specs(List.of(old.id()))) {
      case Result.Ok<List<InstrumentSpec>> ok ->
          Result.ok(
              ok.value().stream()
                  .flatMap(spec -> Naming.info(spec).stream())
                  .findFirst()
                  .orElseGet(() -> Naming.delisted(old)));
      case Result.Refused<List<InstrumentSpec>> refused ->
          refused.refusal().reason() == RefusalReason.INSTRUMENT_NOT_TRADING
              ? Result.ok(Naming.delisted(old))
              : Result.refused(refused.refusal());
    };
  }

  Optional<InstrumentId> name(SeriesId series) {
    return Optional.ofNullable(names.get(series));
  }

  /** Whether the venue takes orders for it now; nothing else is known to trade. */
  boolean isTrading(InstrumentId id) {
    return specs.stream().anyMatch(spec -> spec.id().equals(id) && spec.isTrading());
  }

  /** The instruments of the series, without those that have no name here. */
  List<InstrumentId> namesOf(Collection<SeriesId> series) {
    return series.stream().flatMap(id -> name(id).stream()).toList();
  }
}
