package org.evenkeel.cycle;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.data.AccountSnapshot;

/**
 * The venues at which one portfolio is held, each with one account.
 *
 * <p>What is owned is known only if every one of them answers. Used by one thread at a time.
 */
public final class Venues {

  private final TreeMap<VenueId, Venue> venues = new TreeMap<>();

  /** The venues by name; throws {@link IllegalArgumentException} if there is none or one of them twice. */
  public Venues(List<Venue> all) {
    for (Venue venue : all) {
      if (venues.put(venue.capabilities().venue(), venue) != null) {
        throw new IllegalArgumentException(venue.capabilities().venue() + " is named twice");
      }
    }
    if (venues.isEmpty()) {
      throw new IllegalArgumentException("there is no venue");
    }
  }

  /** A single venue. */
  public static Venues of(Venue venue) {
    return new Venues(List.of(venue));
  }

  /** Every venue, by name. */
  public List<Venue> all() {
    return List.copyOf(venues.values());
  }

  /** The venue that trades an instrument; throws {@link IllegalArgumentException} if it is none of these. */
  public Venue of(InstrumentId instrument) {
    return at(Instrument.parse(instrument).venue());
  }

  /** A venue by name. */
  public Venue at(VenueId name) {
    Venue venue = venues.get(name);
    if (venue == null) {
      throw new IllegalArgumentException(name + " is not one of " + venues.keySet());
    }
    return venue;
  }

  /** Those of the instruments that a venue trades. */
  public static List<InstrumentId> tradedAt(Venue venue, List<InstrumentId> instruments) {
    VenueId name = venue.capabilities().venue();
    return instruments.stream().filter(id -> Instrument.parse(id).venue().equals(name)).toList();
  }

  /** What is owned at all of them, or the reason why one could not be read. */
  public Result<AccountSnapshot> account() {
    List<AccountSnapshot> accounts = new ArrayList<>();
    for (Venue venue : venues.values()) {
      switch (venue.account()) {
        case Result.Ok<AccountSnapshot> ok -> accounts.add(ok.value());
        case Result.Refused<AccountSnapshot> refused -> {
          return refused;
        }
      }
    }
    return Result.ok(accounts.size() == 1 ? accounts.get(0) : AccountSnapshot.joined(accounts));
  }
}
