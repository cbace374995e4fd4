package org.evenkeel.shell.simvenue.market;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A market that replays recorded prices from a folder of CSV files.
 *
 * <h2>Files</h2>
 *
 * <pre>
 * perp_1h/binance_BTCUSDT_perp_1h.csv    or .csv.gz   ts,open,high,low,close,volume,mark_close
 * spot_1h/binance_BTCUSDT_spot_1h.csv    or .csv.gz   ts,open,high,low,close,volume
 * funding/funding_rates.csv              or .csv.gz   venue,symbol,ts,funding_rate
 * </pre>
 *
 * <p>UTF-8, comma-separated, no quotes, the first line exactly as shown, one row per line, lines ended by LF or CRLF.
 * If a file is there both plain and as gzip, the load is refused.
 *
 * <ul>
 *   <li>{@code ts}: open time of the hour in UTC, as {@code 2022-11-09T00:00:00Z}; rows increase strictly in time; hours may be missing.
 *   <li>{@code open, high, low, close}: prices above zero with at most 8 decimals; open and close lie between low and high.
 *   <li>{@code volume}: traded quantity in base coin, zero or more.
 *   <li>{@code mark_close}: close of the hour's mark price; may be empty.
 *   <li>{@code venue}: only rows of {@code binance} are used; {@code symbol}: as in the file names.
 *   <li>{@code funding_rate}: fraction of the notional paid by longs at {@code ts}, between -1 and 1, not annualised; rows increase strictly in time within a symbol; intervals may vary.
 * </ul>
 *
 * <p>Numbers may be written plainly or with an exponent (0.0001 or 1e-4).
 * Row shape, time and order are checked from the top of a file to the end of the period, prices only within the period.
 *
 * <h2>What is not an error</h2>
 *
 * <p>A symbol with only a perpetual or only a spot file.
 * Missing hours, listed by {@link #gaps()}: no bar and no quote there.
 * A series that begins late, no funding for a perpetual, or a stablecoin pair without a file, listed by {@link #notices()}.
 *
 * <p>Filters come from a table of known symbols, else from a rule on the price, and the tick is made finer when the period's prices have more decimals.
 * Immutable and thread-safe.
 */
public final class FileMarket implements Market {

  private final SeriesBook book;
  private final List<FundingEvent> funding;
  private final List<Gap> gaps;
  private final List<String> notices;
  private final long startMs;
  private final long endMs;

  private FileMarket(List<PricedSeries> series, List<FundingEvent> funding, List<String> notices) {
    this.book = new SeriesBook(series);
    this.funding = funding;
    this.startMs =
        Hours.openMs(series.stream().mapToLong(s -> s.hours().firstHour()).min().orElseThrow());
    this.endMs =
        Hours.closeMs(series.stream().mapToLong(s -> s.hours().lastHour()).max().orElseThrow());
    this.gaps = book.all().stream().flatMap(s -> gapsOf(s, endMs).stream()).toList();
    List<String> all = new ArrayList<>(notices);
    book.all().forEach(s -> lateStartOf(s, startMs).ifPresent(all::add));
    this.notices = List.copyOf(all);
  }

  /**
   * Loads the bars of some symbols over a period.
   *
   * @param folder the folder that holds {@code perp_1h}, {@code spot_1h} and {@code funding}
   * @param symbols for example BTCUSDT and ETHUSDT
   * @param from first bar's open time, a whole hour
   * @param toExclusive the period ends before this instant, a whole hour
   * @throws MarketFileException when a file is missing, unreadable or wrong
   */
  public static FileMarket load(
      Path folder, Collection<String> symbols, Instant from, Instant toExclusive) {
    long fromMs = requireWholeHour("from", from);
    long toMs = requireWholeHour("toExclusive", toExclusive);
    if (symbols.isEmpty() || fromMs >= toMs) {
      throw new IllegalArgumentException(
          "need at least one symbol and from before toExclusive, found %s from %s until %s"
              .formatted(symbols, from, toExclusive));
    }
    MarketFolder files = new MarketFolder(folder, fromMs, toMs);
    List<PricedSeries> series = files.series(symbols);
    return new FileMarket(series, files.funding(series), files.notices());
  }

  private static long requireWholeHour(String name, Instant instant) {
    long ms = instant.toEpochMilli();
    if (ms % Hours.MS != 0) {
      throw new IllegalArgumentException(name + " must be a whole UTC hour, found " + instant);
    }
    return ms;
  }

  private static List<Gap> gapsOf(PricedSeries series, long endMs) {
    List<Gap> gaps = new ArrayList<>();
    HourBars bars = series.hours();
    long afterEnd = Hours.containing(endMs) + 1;
    long expected = bars.firstHour();
    for (long hour = bars.firstHour(); hour <= afterEnd; hour++) {
      if (hour == afterEnd || bars.has(hour)) {
        if (hour > expected) {
          gaps.add(
              new Gap(
                  series.id(),
                  Instant.ofEpochMilli(Hours.openMs(expected)),
                  Instant.ofEpochMilli(Hours.openMs(hour))));
        }
        expected = hour + 1;
      }
    }
    return gaps;
  }

  private static Optional<String> lateStartOf(PricedSeries series, long startMs) {
    long firstMs = Hours.openMs(series.hours().firstHour());
    return firstMs > startMs
        ? Optional.of(
            "%s %s begins at %s"
                .formatted(series.id().kind(), series.id().symbol(), Instant.ofEpochMilli(firstMs)))
        : Optional.empty();
  }

  /** The holes in the files, to be shown to the operator. */
  public List<Gap> gaps() {
    return gaps;
  }

  /** Other things the operator should know, as sentences. */
  public List<String> notices() {
    return notices;
  }

  @Override
  public List<SeriesInfo> series() {
    return book.infos();
  }

  @Override
  public long startMs() {
    return startMs;
  }

  @Override
  public long endMs() {
    return endMs;
  }

  @Override
  public Optional<Bar> baseBar(SeriesId id, long openTimeMs) {
    return book.get(id).baseBar(openTimeMs);
  }

  @Override
  public List<Bar> bars(
      SeriesId id, long intervalMs, long fromMs, long toMs, int limit, long atMs) {
    return BarFold.bars(book.get(id), intervalMs, fromMs, toMs, limit, atMs);
  }

  @Override
  public Optional<Quote> quote(SeriesId id, long atMs) {
    return QuoteMaker.quote(book.get(id), atMs);
  }

  @Override
  public List<FundingEvent> funding(long fromExclusiveMs, long toInclusiveMs) {
    return FundingWindow.of(funding, fromExclusiveMs, toInclusiveMs);
  }
}
