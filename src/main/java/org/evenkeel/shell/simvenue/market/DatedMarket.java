package org.evenkeel.shell.simvenue.market;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Another market with quarterly futures of some of its coins.
 *
 * <p>A contract's price is its index, the coin's spot price, times 1 + b t with a basis b of 6 % a year and t years until
 * delivery, so that it is the index at delivery.
 * For example with spot at 60,000 half a year before delivery it is 61,800.
 * A contract has a fifth of the coin's volume as the near one, and a twentieth as the next one; in the last 20 days of the
 * near one the two change places.
 * Filters and size of the book are those of the coin's perpetual.
 * Before its listing and from its delivery on a contract has no price.
 * Immutable, and as thread-safe as the market beneath.
 */
public final class DatedMarket implements Market {

  /** The yearly premium of a dated contract over its index. */
  static final double BASIS = 0.06;

  private static final int DIGITS = 12;

  private static final long DAY_MS = Hours.PER_DAY * Hours.MS;
  private static final double QUARTER_DAYS = 91;
  private static final double LAST_DAYS = 20;

  /** Parts of the coin's volume that trade in the near contract and in the next one, before the last weeks. */
  private static final double NEAR = 0.2;

  private static final double NEXT = 0.05;

  private final Market beneath;
  private final Map<SeriesId, SeriesInfo> dated = new TreeMap<>();

  /** The pairs of which there are quarterly contracts, as at the venues. */
  private static final List<String> QUARTERLY = List.of("BTCUSDT", "ETHUSDT");

  /** A log of last year names contracts that were delivered since. */
  private static final long YEAR_MS = 365 * Hours.PER_DAY * Hours.MS;

  private static final int QUARTERS = 16;

  private DatedMarket(Market beneath) {
    this.beneath = beneath;
  }

  /** The market with four years of the quarterly contracts that venues have, for a rehearsal that began at an instant. */
  public static DatedMarket from(Market beneath, long beginMs) {
    return over(beneath, QUARTERLY, beginMs - YEAR_MS, QUARTERS);
  }

  /**
   * The market with the contracts that are delivered after an instant.
   *
   * @param pairs for example BTCUSDT; a pair without both a spot and a perpetual series has none
   * @param quarters how many contracts follow one another
   */
  public static DatedMarket over(Market beneath, List<String> pairs, long afterMs, int quarters) {
    DatedMarket market = new DatedMarket(beneath);
    Map<SeriesId, SeriesInfo> known = new TreeMap<>();
    beneath.series().forEach(info -> known.put(info.id(), info));
    for (String pair : pairs) {
      SeriesInfo perpetual = known.get(SeriesId.perpetual(pair));
      if (perpetual != null && known.containsKey(SeriesId.spot(pair))) {
        for (SeriesId id : ContractTerm.quarterlies(pair, afterMs, quarters)) {
          market.dated.put(id, like(perpetual, id));
        }
      }
    }
    return market;
  }

  private static SeriesInfo like(SeriesInfo perpetual, SeriesId id) {
    return new SeriesInfo(
        id,
        perpetual.base(),
        perpetual.quote(),
        perpetual.tickSize(),
        perpetual.lotSize(),
        perpetual.minQty(),
        perpetual.maxQty(),
        perpetual.minNotional());
  }

  @Override
  public List<SeriesInfo> series() {
    List<SeriesInfo> all = new ArrayList<>(beneath.series());
    all.addAll(dated.values());
    all.sort(Comparator.comparing(SeriesInfo::id));
    return List.copyOf(all);
  }

  @Override
  public long startMs() {
    return beneath.startMs();
  }

  @Override
  public long endMs() {
    return beneath.endMs();
  }

  @Override
  public Optional<Bar> baseBar(SeriesId id, long openTimeMs) {
    if (!dated.containsKey(id)) {
      return beneath.baseBar(id, openTimeMs);
    }
    return beneath.baseBar(id.index(), openTimeMs).flatMap(bar -> priced(id, bar));
  }

  @Override
  public List<Bar> bars(
      SeriesId id, long intervalMs, long fromMs, long toMs, int limit, long atMs) {
    if (!dated.containsKey(id)) {
      return beneath.bars(id, intervalMs, fromMs, toMs, limit, atMs);
    }
    ContractTerm term = ContractTerm.of(id).orElseThrow();
    long from = Math.max(fromMs, term.onboardMs());
    long to = Math.min(toMs, term.expiryMs() - 1);
    return from > to
        ? List.of()
        : beneath.bars(id.index(), intervalMs, from, to, limit, atMs).stream()
            .flatMap(bar -> priced(id, bar).stream())
            .toList();
  }

  /** High and low bound the price over the bar, because the factor falls from its open to its close. */
  private Optional<Bar> priced(SeriesId id, Bar bar) {
    ContractTerm term = ContractTerm.of(id).orElseThrow();
    if (!term.isListed(bar.openTimeMs())) {
      return Optional.empty();
    }
    BigDecimal first = factor(term, bar.openTimeMs());
    BigDecimal last = factor(term, bar.closeTimeMs());
    BigDecimal open = onGrid(id, bar.open().multiply(first));
    BigDecimal close = onGrid(id, bar.close().multiply(last));
    return Optional.of(
        new Bar(
            bar.openTimeMs(),
            bar.closeTimeMs(),
            open,
            onGrid(id, bar.high().multiply(first)).max(open).max(close),
            onGrid(id, bar.low().multiply(last)).min(open).min(close),
            close,
            bar.volume().multiply(share(term, bar.openTimeMs()))));
  }

  /** The part of the coin's volume that a contract has: trading moves to the next one in the last weeks of the near one. */
  private static BigDecimal share(ContractTerm term, long atMs) {
    double days = (term.expiryMs() - atMs) / (double) DAY_MS;
    double near = Math.min(1, Math.max(0, days) / LAST_DAYS);
    double next = Math.min(1, Math.max(0, (QUARTER_DAYS + LAST_DAYS - days) / LAST_DAYS));
    double share = days < QUARTER_DAYS ? NEAR * near : NEXT + (NEAR - NEXT) * next;
    return BigDecimal.valueOf(share).setScale(6, RoundingMode.HALF_EVEN);
  }

  @Override
  public Optional<Quote> quote(SeriesId id, long atMs) {
    if (!dated.containsKey(id)) {
      return beneath.quote(id, atMs);
    }
    ContractTerm term = ContractTerm.of(id).orElseThrow();
    return term.isListed(atMs)
        ? beneath
            .quote(id.index(), atMs)
            .flatMap(
                index -> beneath.quote(like(id), atMs).map(book -> quote(id, index, book, atMs)))
        : Optional.empty();
  }

  private static SeriesId like(SeriesId id) {
    return SeriesId.perpetual(id.pair());
  }

  /** The index at its distance, with the spread and the sizes of the perpetual's book. */
  private Quote quote(SeriesId id, Quote index, Quote book, long atMs) {
    BigDecimal factor = factor(ContractTerm.of(id).orElseThrow(), atMs);
    BigDecimal tick = tickOf(id);
    BigDecimal bid = onGrid(id, index.bid().multiply(factor));
    BigDecimal spread = book.ask().subtract(book.bid()).max(tick);
    BigDecimal ask = bid.add(spread.setScale(Math.max(bid.scale(), spread.scale())));
    return new Quote(
        bid,
        ask,
        bid,
        index.mark().multiply(factor).setScale(8, RoundingMode.HALF_EVEN),
        book.bidQty(),
        book.askQty());
  }

  private static BigDecimal factor(ContractTerm term, long atMs) {
    return BigDecimal.valueOf(1 + BASIS * term.yearsLeft(atMs))
        .setScale(DIGITS, RoundingMode.HALF_EVEN);
  }

  private BigDecimal tickOf(SeriesId id) {
    return Objects.requireNonNull(dated.get(id)).tickSize();
  }

  private BigDecimal onGrid(SeriesId id, BigDecimal price) {
    BigDecimal tick = tickOf(id);
    return price.divide(tick, 0, RoundingMode.HALF_EVEN).multiply(tick).max(tick);
  }

  @Override
  public List<FundingEvent> funding(long fromExclusiveMs, long toInclusiveMs) {
    return beneath.funding(fromExclusiveMs, toInclusiveMs);
  }
}
