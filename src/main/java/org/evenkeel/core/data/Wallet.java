package org.evenkeel.core.data;

import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.catalog.Instrument;

/**
 * A purse at a venue, such as 'FUTURES@binance'.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param value purse and venue, joined by '@'
 */
public record Wallet(String value) implements Comparable<Wallet> {

  public Wallet {
    String[] parts = value.split("@", -1);
    if (parts.length != 2 || !isPurse(parts[0])) {
      throw new IllegalArgumentException(
          "'" + value + "' is no wallet; one is called like 'FUTURES@binance'");
    }
    VenueId.of(parts[1]);
  }

  public static Wallet of(Purse purse, VenueId venue) {
    return new Wallet(purse + "@" + venue);
  }

  public static Wallet spot(VenueId venue) {
    return of(Purse.SPOT, venue);
  }

  public static Wallet futures(VenueId venue) {
    return of(Purse.FUTURES, venue);
  }

  public static Wallet unified(VenueId venue) {
    return of(Purse.UNIFIED, venue);
  }

  /** The wallet that pays for an instrument and takes what it yields. */
  public static Wallet of(Instrument instrument, boolean isUnified) {
    if (isUnified) {
      return unified(instrument.venue());
    }
    return switch (instrument) {
      case Instrument.Spot spot -> spot(spot.venue());
      case Instrument.Future future -> futures(future.venue());
    };
  }

  public Purse purse() {
    return Purse.valueOf(value.substring(0, value.indexOf('@')));
  }

  public VenueId venue() {
    return VenueId.of(value.substring(value.indexOf('@') + 1));
  }

  /** The other wallet of a split account. */
  public Wallet other() {
    return switch (purse()) {
      case SPOT -> futures(venue());
      case FUTURES -> spot(venue());
      case UNIFIED -> throw new IllegalArgumentException(value + " is the only wallet there");
    };
  }

  private static boolean isPurse(String text) {
    for (Purse purse : Purse.values()) {
      if (purse.name().equals(text)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public int compareTo(Wallet other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
