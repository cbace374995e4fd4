package org.evenkeel.core.basics;

/**
 * The identity of one wanted position change: cycle, instrument and leg number.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param value the text, never blank
 */
public record IntentId(String value) implements Comparable<IntentId> {

  private static final Texts SHAPE =
      Texts.like("\\S{3,200}", "IntentId", "default/2026-01-31T00:00:00Z|BTC-USDT-PERP@binance|0");

  public IntentId {
    SHAPE.require(value);
  }

  public static IntentId of(String value) {
    return new IntentId(value);
  }

  @Override
  public int compareTo(IntentId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
