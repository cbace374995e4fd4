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
    if (!isPlain(value)) {
      SHAPE.require(value);
    }
  }

  /** Whether it is the name of a perpetual or a spot market; other names are for the pattern to judge. */
  private static boolean isPlain(String value) {
    int base = Texts.afterCapitals(value, 0);
    int quote = Texts.afterCapitals(value, base + 1);
    boolean isPair =
        base > 0 && value.startsWith("-", base) && quote > base + 1 && value.startsWith("-", quote);
    return isPair
        && (value.startsWith("-PERP@", quote) || value.startsWith("-SPOT@", quote))
        && Texts.isVenue(value, quote + "-PERP@".length());
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
