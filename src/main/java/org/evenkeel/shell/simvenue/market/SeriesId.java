package org.evenkeel.shell.simvenue.market;

import java.util.Comparator;
import java.util.Objects;

/**
 * One tradable price series: its kind and the venue's symbol, for example PERPETUAL "BTCUSDT".
 *
 * <p>Spot and perpetual of one coin carry the same symbol and are two series.
 * A dated future ends with its day of delivery, such as DATED "BTCUSDT_260327".
 * The order is spot, perpetual, dated, then by symbol.
 * Immutable and thread-safe.
 *
 * @param kind spot, perpetual or dated
 * @param symbol the venue's symbol, upper case
 */
public record SeriesId(Kind kind, String symbol) implements Comparable<SeriesId> {

  private static final Comparator<SeriesId> ORDER =
      Comparator.comparing(SeriesId::kind).thenComparing(SeriesId::symbol);

  private static final String PAIR = "[A-Z0-9]{2,20}";

  /** Whether the series is exchanged at once, is a perpetual future, or one that is delivered on a day. */
  public enum Kind {
    SPOT,
    PERPETUAL,
    DATED;

    /** Whether it is held by margin. */
    public boolean isContract() {
      return this != SPOT;
    }
  }

  public SeriesId {
    Objects.requireNonNull(kind, "kind");
    if (!symbol.matches(kind == Kind.DATED ? PAIR + "_[0-9]{6}" : PAIR)) {
      throw new IllegalArgumentException(
          "symbol must be 2 to 20 capital letters or digits, and the day if it is dated, found '"
              + symbol
              + "'");
    }
  }

  /** The spot series of a symbol. */
  public static SeriesId spot(String symbol) {
    return new SeriesId(Kind.SPOT, symbol);
  }

  /** The perpetual series of a symbol. */
  public static SeriesId perpetual(String symbol) {
    return new SeriesId(Kind.PERPETUAL, symbol);
  }

  /** The series of a contract's symbol: a dated one names its day. */
  public static SeriesId contract(String symbol) {
    return new SeriesId(symbol.contains("_") ? Kind.DATED : Kind.PERPETUAL, symbol);
  }

  /** Whether it is held by margin. */
  public boolean isContract() {
    return kind.isContract();
  }

  /** The coins without the day, for example "BTCUSDT". */
  public String pair() {
    return kind == Kind.DATED ? symbol.substring(0, symbol.length() - 7) : symbol;
  }

  /** The spot series whose price is the contract's index. */
  public SeriesId index() {
    return spot(pair());
  }

  @Override
  public int compareTo(SeriesId other) {
    return ORDER.compare(this, other);
  }
}
