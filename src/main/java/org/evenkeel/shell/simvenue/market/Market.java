package org.evenkeel.shell.simvenue.market;

import java.util.List;
import java.util.Optional;

/**
 * A deterministic source of prices: the same question gets the same answer, at any time and in any order.
 *
 * <p>Times are epoch milliseconds UTC.
 * The base interval is one hour; inside an hour the price follows a path that touches open, high, low and close.
 * Implementations are thread-safe.
 */
public interface Market {

  /** The series on offer, in the order of {@link SeriesId}. */
  List<SeriesInfo> series();

  /** First instant with data. */
  long startMs();

  /** Last instant with data; {@link Long#MAX_VALUE} when the market is endless. */
  long endMs();

  /**
   * The complete one-hour bar that opens at an instant.
   * It does not hide the future: ask only for hours that have ended, or use {@link #bars}.
   *
   * @param id the series
   * @param openTimeMs open time, a whole hour
   * @return the bar, or empty where the series has no data
   */
  Optional<Bar> baseBar(SeriesId id, long openTimeMs);

  /**
   * Bars of an interval, oldest first, as they look at an instant.
   * An aggregate over a hole is made of the hours that exist; an interval without any hour is absent.
   * The bar still open at {@code atMs} is included with what is known until then, and bars that open later are not.
   *
   * @param id the series
   * @param intervalMs a multiple of one hour, up to one day; bars are aligned to the UTC epoch
   * @param fromMs earliest open time
   * @param toMs latest open time
   * @param limit the most bars to return, counted from the earliest (as Binance does with a start time)
   * @param atMs the instant from which the market is seen
   */
  List<Bar> bars(SeriesId id, long intervalMs, long fromMs, long toMs, int limit, long atMs);

  /**
   * The top of the book at an instant.
   *
   * @return empty while the series has no data: in a gap, before its listing, after its end
   */
  Optional<Quote> quote(SeriesId id, long atMs);

  /**
   * The funding settlements in a period, sorted by time and then by symbol.
   *
   * @param fromExclusiveMs the period begins after this instant
   * @param toInclusiveMs the period ends with this instant
   */
  List<FundingEvent> funding(long fromExclusiveMs, long toInclusiveMs);
}
