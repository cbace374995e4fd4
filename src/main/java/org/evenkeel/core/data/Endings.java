package org.evenkeel.core.data;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.catalog.Allowance;
import org.evenkeel.core.catalog.EndNotice;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.catalog.Leg;
import org.evenkeel.core.catalog.Listing;
import org.evenkeel.core.catalog.Sleeve;
import org.evenkeel.core.catalog.Universe;

/**
 * What the listings of a universe's instruments forbid: whole sleeves, because half of a pair is another position.
 *
 * <p>For example, if the future of a sleeve of coin and future ends in a day, neither of the two is added to and both are
 * closed.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param notAdded instruments that may only be reduced, with the reason
 * @param leaving sleeves that must hold nothing any more, with the reason
 * @param ended sleeves of which an instrument trades never again; there are no data of it
 */
public record Endings(
    SortedMap<InstrumentId, String> notAdded,
    SortedMap<SleeveId, String> leaving,
    SortedSet<SleeveId> ended) {

  public Endings {
    notAdded = Collections.unmodifiableSortedMap(new TreeMap<>(notAdded));
    leaving = Collections.unmodifiableSortedMap(new TreeMap<>(leaving));
    ended = Collections.unmodifiableSortedSet(new TreeSet<>(ended));
  }

  /** What the listings in a snapshot forbid at the moment when it was gathered. */
  public static Endings of(Universe universe, MarketSnapshot market, EndNotice notice) {
    TreeMap<InstrumentId, String> notAdded = new TreeMap<>();
    TreeMap<SleeveId, String> leaving = new TreeMap<>();
    TreeSet<SleeveId> ended = new TreeSet<>();
    Instant now = market.receivedAt();
    for (Sleeve sleeve : universe.sleeves()) {
      for (Leg leg : sleeve.legs()) {
        // An instrument without a specification is refused by whoever needs one.
        Listing listing =
            market.spec(leg.instrument()).map(InstrumentSpec::listing).orElse(Listing.TRADING);
        Allowance allowance = listing.allowance(now, notice);
        String why = leg.instrument() + " " + listing.describe();
        if (allowance != Allowance.ANY) {
          sleeve.legs().forEach(each -> notAdded.putIfAbsent(each.instrument(), why));
        }
        if (allowance == Allowance.EXIT || listing.isEnded(now)) {
          leaving.putIfAbsent(sleeve.id(), why);
        }
        if (listing.isEnded(now)) {
          ended.add(sleeve.id());
        }
      }
    }
    return new Endings(notAdded, leaving, ended);
  }

  /** The instruments of the sleeves that must hold nothing any more. */
  public SortedSet<InstrumentId> left(Universe universe) {
    TreeSet<InstrumentId> left = new TreeSet<>();
    for (Sleeve sleeve : universe.sleeves()) {
      if (leaving.containsKey(sleeve.id())) {
        sleeve.legs().forEach(leg -> left.add(leg.instrument()));
      }
    }
    return left;
  }

  /** Whether an instrument trades never again, by a snapshot. */
  public static boolean isEnded(InstrumentId instrument, MarketSnapshot market) {
    return market
        .spec(instrument)
        .filter(spec -> spec.listing().isEnded(market.receivedAt()))
        .isPresent();
  }
}
