package org.evenkeel.core.data;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.basics.InstrumentId;

/**
 * What was seen of funding, and what could not be seen of the instruments that may stand for others.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param ahead the funding announced for the perpetuals among which a leg may choose, by name
 * @param settled the funding of the past of the perpetuals in sleeves of several legs, whose returns have it in them
 * @param missing why something of an alternative could not be had
 */
public record FundingView(
    List<FundingOutlook> ahead,
    List<FundingRate> settled,
    SortedMap<InstrumentId, String> missing) {

  public FundingView {
    ahead = List.copyOf(ahead);
    settled = List.copyOf(settled);
    missing = Collections.unmodifiableSortedMap(new TreeMap<>(missing));
  }

  /** Nothing was asked for. */
  public static FundingView none() {
    return new FundingView(List.of(), List.of(), new TreeMap<>());
  }

  /** What is announced of a perpetual. */
  public Optional<FundingOutlook> ahead(InstrumentId id) {
    return ahead.stream().filter(one -> one.instrument().equals(id)).findFirst();
  }

  /** The past settlements of a perpetual, oldest first. */
  public List<FundingRate> settled(InstrumentId id) {
    return settled.stream().filter(one -> one.instrument().equals(id)).toList();
  }
}
