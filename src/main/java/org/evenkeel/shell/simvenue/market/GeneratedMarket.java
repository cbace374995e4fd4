package org.evenkeel.shell.simvenue.market;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * An endless market drawn from a seed: a perpetual and a spot series per coin, and spot USDCUSDT.
 *
 * <p>The same seed, start and coins give the same prices on every Java machine, whatever is asked and in whatever order.
 * Hours are drawn one after the other when first asked for, and kept: about half a megabyte per series and year.
 * Returns are correlated and pass through calm, normal and stressed regimes with jumps; perpetuals carry a premium over spot that decides their funding at 00, 08 and 16 UTC.
 * For example {@code GeneratedMarket.standard(7, start, 365 days)} has eight coins with a year of prices before the start.
 *
 * <p>Prices at the very first instant are the start prices of the coins, and have moved by {@code startMs}.
 * Thread-safe: questions wait for one another.
 */
public final class GeneratedMarket implements Market {

  private static final long FUNDING_HOURS = 8;
  private static final long MOST_HOURS = 30 * 366 * Hours.PER_DAY;

  private final long firstHour;
  private final List<CoinHours> coins = new ArrayList<>();
  private final SpotReturns returns;
  private final StablecoinHours stablecoin;
  private final SeriesBook book;
  private final List<FundingEvent> funding = new ArrayList<>();
  private final List<CoinHours> coinsBySymbol;
  private long nextHour;

  /** A market with the default stablecoin. */
  public GeneratedMarket(long seed, long startMs, long historyMs, List<AssetSpec> assets) {
    this(seed, startMs, historyMs, assets, StablecoinSpec.DEFAULT);
  }

  /**
   * A market with chosen coins and a chosen behaviour of the stablecoin.
   *
   * @param seed decides every price
   * @param startMs the instant at which trading starts, epoch milliseconds
   * @param historyMs length of the prices before it, milliseconds, zero or more
   * @param assets the coins, for example {@link AssetSpec#DEFAULTS}
   * @param stablecoin when USDC loses its peg
   */
  public GeneratedMarket(
      long seed, long startMs, long historyMs, List<AssetSpec> assets, StablecoinSpec stablecoin) {
    if (assets.isEmpty() || historyMs < 0 || startMs - historyMs < 0) {
      throw new IllegalArgumentException(
          "need at least one coin and 0 <= historyMs <= startMs, found %s coins, historyMs %s, startMs %s"
              .formatted(assets.size(), historyMs, startMs));
    }
    this.firstHour = Hours.containing(startMs - historyMs);
    this.nextHour = firstHour;
    RandomStream root = RandomStream.of(seed);
    this.stablecoin = new StablecoinHours(stablecoin, firstHour, root.fork());
    this.returns = new SpotReturns(assets, root.fork());
    List<PricedSeries> series = new ArrayList<>();
    series.add(this.stablecoin.series());
    for (AssetSpec asset : assets) {
      CoinHours coin = new CoinHours(asset, firstHour, root.fork());
      coins.add(coin);
      series.add(coin.spot());
      series.add(coin.perpetual());
    }
    this.coinsBySymbol = coins.stream().sorted(Comparator.comparing(CoinHours::symbol)).toList();
    this.book = new SeriesBook(series);
  }

  /** Eight large coins and the default stablecoin. */
  public static GeneratedMarket standard(long seed, long startMs, long historyMs) {
    return new GeneratedMarket(seed, startMs, historyMs, AssetSpec.DEFAULTS);
  }

  @Override
  public List<SeriesInfo> series() {
    return book.infos();
  }

  @Override
  public long startMs() {
    return Hours.openMs(firstHour);
  }

  @Override
  public long endMs() {
    return Long.MAX_VALUE;
  }

  @Override
  public synchronized Optional<Bar> baseBar(SeriesId id, long openTimeMs) {
    drawUntil(openTimeMs);
    return book.get(id).baseBar(openTimeMs);
  }

  @Override
  public synchronized List<Bar> bars(
      SeriesId id, long intervalMs, long fromMs, long toMs, int limit, long atMs) {
    drawUntil(atMs);
    return BarFold.bars(book.get(id), intervalMs, fromMs, toMs, limit, atMs);
  }

  @Override
  public synchronized Optional<Quote> quote(SeriesId id, long atMs) {
    drawUntil(atMs);
    return QuoteMaker.quote(book.get(id), atMs);
  }

  @Override
  public synchronized List<FundingEvent> funding(long fromExclusiveMs, long toInclusiveMs) {
    drawUntil(toInclusiveMs);
    return FundingWindow.of(funding, fromExclusiveMs, toInclusiveMs);
  }

  /** Draws every hour up to the one that contains an instant. */
  private void drawUntil(long atMs) {
    long wanted = Hours.containing(atMs);
    if (wanted - firstHour > MOST_HOURS) {
      throw new IllegalArgumentException(
          "instant " + atMs + " is more than 30 years after the start of the market; ask nearer");
    }
    while (nextHour <= wanted) {
      drawHour(nextHour);
      nextHour++;
    }
  }

  private void drawHour(long hour) {
    double[] distances = coins.stream().mapToDouble(CoinHours::logDistance).toArray();
    List<SpotReturns.Move> moves = returns.next(distances);
    for (int i = 0; i < coins.size(); i++) {
      coins.get(i).append(hour, moves.get(i));
    }
    stablecoin.append(hour);
    long end = hour + 1;
    if (end % FUNDING_HOURS == 0) {
      for (CoinHours coin : coinsBySymbol) {
        funding.add(new FundingEvent(Hours.openMs(end), coin.symbol(), coin.settleFunding()));
      }
    }
  }
}
