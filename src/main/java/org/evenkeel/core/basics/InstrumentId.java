package org.evenkeel.core.basics;

/**
 * The canonical name of an instrument, such as 'BTC-USDT-PERP@binance'; a venue's own symbol never leaves its codec.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param value the text, never blank
 */
public record InstrumentId(String value) implements Comparable<InstrumentId> {

  private static final Texts SHAPE =
      Texts.like(
          "[A-Z0-9]+-[A-Z0-9]+-(SPOT|PERP|(?:INVERSE)?[0-9]{8}|INVERSE|QUANTO[A-Z0-9]+)@[a-z][a-z0-9-]{1,19}",
          "InstrumentId", "BTC-USDT-PERP@binance");

  public InstrumentId {
    SHAPE.require(value);
  }

  public static InstrumentId of(String value) {
    return new InstrumentId(value);
  }

  /** The currency that prices of it are in: the second part of the name. */
  public Currency quote() {
    return Currency.of(value.split("-", -1)[1]);
  }

  @Override
  public int compareTo(InstrumentId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
