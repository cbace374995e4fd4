package org.evenkeel.core.basics;

/**
 * The venue's name for one execution, unique per venue, account and instrument (FIX TradeID).
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param value the text, never blank
 */
public record TradeId(String value) implements Comparable<TradeId> {

  private static final Texts SHAPE = Texts.like("\\S{1,80}", "TradeId", "698759");

  public TradeId {
    SHAPE.require(value);
  }

  public static TradeId of(String value) {
    return new TradeId(value);
  }

  @Override
  public int compareTo(TradeId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
