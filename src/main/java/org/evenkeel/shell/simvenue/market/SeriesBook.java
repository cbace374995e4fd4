package org.evenkeel.shell.simvenue.market;

import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The series of a market by id; a question about an unknown series is a mistake of the caller. */
final class SeriesBook {

  private final NavigableMap<SeriesId, PricedSeries> byId = new TreeMap<>();

  SeriesBook(Collection<PricedSeries> series) {
    for (PricedSeries one : series) {
      if (byId.put(one.id(), one) != null) {
        throw new IllegalArgumentException("series " + one.id() + " is given twice");
      }
    }
  }

  List<SeriesInfo> infos() {
    return byId.values().stream().map(PricedSeries::info).toList();
  }

  Collection<PricedSeries> all() {
    return byId.values();
  }

  PricedSeries get(SeriesId id) {
    return Optional.ofNullable(byId.get(id))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no series " + id + " in this market, which has " + byId.keySet()));
  }
}
