package org.evenkeel.core.basics;

/**
 * The venue's name for one order (FIX OrderID).
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param value the text, never blank
 */
public record VenueOrderId(String value) implements Comparable<VenueOrderId> {

  private static final Texts SHAPE = Texts.like("\\S{1,80}", "VenueOrderId", "8886774");

  public VenueOrderId {
    SHAPE.require(value);
  }

  public static VenueOrderId of(String value) {
    return new VenueOrderId(value);
  }

  @Override
  public int compareTo(VenueOrderId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
