package org.evenkeel.core.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.catalog.MaintenanceTiers;

/**
 * What venues ask for contracts by the size of a position, and of which contracts it could not be asked.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param tiers in order of name
 * @param untold contracts of which the venue tells nothing here, with the reason; for these the configured rate is all that
 *     is known
 */
public record MarginView(List<MaintenanceTiers> tiers, SortedMap<InstrumentId, String> untold) {

  public MarginView {
    tiers = List.copyOf(tiers);
    untold = Collections.unmodifiableSortedMap(new TreeMap<>(untold));
  }

  /** Nothing was asked. */
  public static MarginView none() {
    return new MarginView(List.of(), new TreeMap<>());
  }

  /** Nothing is told of these, for one reason. */
  public static MarginView untold(List<InstrumentId> instruments, String why) {
    TreeMap<InstrumentId, String> untold = new TreeMap<>();
    instruments.forEach(id -> untold.put(id, why));
    return new MarginView(List.of(), untold);
  }

  /** What a venue asks for a contract. */
  public Optional<MaintenanceTiers> of(InstrumentId id) {
    return tiers.stream().filter(one -> one.instrument().equals(id)).findFirst();
  }

  /** What is known here and there. */
  public MarginView and(MarginView other) {
    List<MaintenanceTiers> all = new ArrayList<>(tiers);
    all.addAll(other.tiers);
    all.sort((a, b) -> a.instrument().compareTo(b.instrument()));
    TreeMap<InstrumentId, String> none = new TreeMap<>(untold);
    none.putAll(other.untold);
    return new MarginView(all, none);
  }
}
