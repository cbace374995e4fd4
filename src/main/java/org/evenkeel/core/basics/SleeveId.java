package org.evenkeel.core.basics;

/**
 * The name of one risk-bearing unit of the portfolio, such as 'btc' or 'eth-carry'.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param value the text, never blank
 */
public record SleeveId(String value) implements Comparable<SleeveId> {

  private static final Texts SHAPE = Texts.like("[a-z][a-z0-9-]{0,31}", "SleeveId", "btc");

  public SleeveId {
    SHAPE.require(value);
  }

  public static SleeveId of(String value) {
    return new SleeveId(value);
  }

  @Override
  public int compareTo(SleeveId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
