package org.evenkeel.core.basics;

/**
 * The short name of a trading venue, such as 'binance'.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param value the text, never blank
 */
public record VenueId(String value) implements Comparable<VenueId> {

  public VenueId {
    Texts.require(value, "[a-z][a-z0-9-]{1,19}", "VenueId", "binance");
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
