package org.evenkeel.core.basics;

/**
 * The short name of a trading venue, such as 'binance'.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param value the text, never blank
 */
public record VenueId(String value) implements Comparable<VenueId> {

  private static final Texts SHAPE = Texts.like("[a-z][a-z0-9-]{1,19}", "VenueId", "binance");

  public VenueId {
    if (!Texts.isVenue(value, 0)) {
      SHAPE.require(value);
    }
  }

  public static VenueId of(String value) {
    return new VenueId(value);
  }

  @Override
  public int compareTo(VenueId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
