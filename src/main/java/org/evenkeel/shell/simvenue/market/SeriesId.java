package org.evenkeel.shell.simvenue.market;

import java.util.Comparator;
import java.util.Objects;

/**
 * One tradable price series: its kind and the venue's symbol, for example PERPETUAL "BTCUSDT".
 *
 * <p>Spot and perpetual of one coin carry the same symbol and are two series.
 * The order is spot before perpetual, then by symbol.
 * Immutable and thread-safe.
 *
 * @param kind spot or perpetual
 * @param symbol the venue's symbol, upper case
 */
public record SeriesId(Kind kind, String symbol) implements Comparable<SeriesId> {

  private static final Comparator<SeriesId> ORDER =
      Comparator.comparing(SeriesId::kind).thenComparing(SeriesId::symbol);

  /** Whether the series is exchanged at once or is a perpetual future. */
  public enum Kind {
    SPOT,
    PERPETUAL
  }

  public SeriesId {
    Objects.requireNonNull(kind, "kind");
    if (!symbol.matches("[A-Z0-9]{2,20}")) {
      throw new IllegalArgumentException(
          "symbol must be 2 to 20 capital letters or digits, found '" + symbol + "'");
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

  @Override
  public int compareTo(SeriesId other) {
    return ORDER.compare(this, other);
  }
}
