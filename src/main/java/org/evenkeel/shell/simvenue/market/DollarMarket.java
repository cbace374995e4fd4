package org.evenkeel.shell.simvenue.market;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A market whose prices are in US dollars, seen from one whose prices are in USDT.
 *
 * <p>A dollar is what a USDC is worth: where USDCUSDT stands at 1.002, a coin at 50,000 USDT costs 49,900 dollars.
 * The rate is that at the beginning of each hour, so that bars and quotes of an hour tell of one price.
 * In a market without USDC a dollar is a USDT.
 *
 * <p>Thread-safe if the market is.
 */
public final class DollarMarket implements Market {

  private static final SeriesId DOLLAR = SeriesId.spot("USDCUSDT");
  private static final int MARK_SCALE = 8;

  private final Market inTether;
  private final boolean hasDollar;

  public DollarMarket(Market inTether) {
    this.inTether = inTether;
    this.hasDollar = inTether.series().stream().anyMatch(info -> info.id().equals(DOLLAR));
  }

  @Override
  public List<SeriesInfo> series() {
    return inTether.series();
  }

  @Override
  public long startMs() {
    return inTether.startMs();
  }

  @Override
  public long endMs() {
    return inTether.endMs();
  }

  @Override
  public Optional<Bar> baseBar(SeriesId id, long openTimeMs) {
    return inTether.baseBar(id, openTimeMs).map(bar -> inDollars(bar, tickOf(id)));
  }

  @Override
  public List<Bar> bars(
      SeriesId id, long intervalMs, long fromMs, long toMs, int limit, long atMs) {
    BigDecimal tick = tickOf(id);
    long firstOpen = Math.ceilDiv(fromMs, intervalMs) * intervalMs;
    long end = toMs - Math.floorMod(toMs, intervalMs) + intervalMs - Hours.MS;
    TreeMap<Long, Bar> folded = new TreeMap<>();
    for (Bar hour :
        inTether.bars(id, Hours.MS, firstOpen, Math.min(end, atMs), Integer.MAX_VALUE, atMs)) {
      long open = hour.openTimeMs() - Math.floorMod(hour.openTimeMs(), intervalMs);
      if (!folded.containsKey(open) && folded.size() == limit) {
        break;
      }
      folded.merge(
          open,
          BarFold.spanning(inDollars(hour, tick), open, open + intervalMs),
          (earlier, later) -> BarFold.joined(earlier, later));
    }
    return new ArrayList<>(folded.values());
  }

  @Override
  public Optional<Quote> quote(SeriesId id, long atMs) {
    return inTether
        .quote(id, atMs)
        .map(
            quote -> {
              BigDecimal tick = tickOf(id);
              BigDecimal rate = dollarsPerTether(atMs);
              BigDecimal bid =
                  toTick(quote.bid().multiply(rate), tick, RoundingMode.FLOOR).max(tick);
              BigDecimal ask = toTick(quote.ask().multiply(rate), tick, RoundingMode.CEILING);
              return new Quote(
                  bid,
                  ask.max(bid.add(tick)),
                  toTick(quote.last().multiply(rate), tick, RoundingMode.HALF_EVEN).max(tick),
                  quote.mark().multiply(rate).setScale(MARK_SCALE, RoundingMode.HALF_EVEN),
                  quote.bidQty(),
                  quote.askQty());
            });
  }

  @Override
  public List<FundingEvent> funding(long fromExclusiveMs, long toInclusiveMs) {
    return inTether.funding(fromExclusiveMs, toInclusiveMs);
  }

  private Bar inDollars(Bar bar, BigDecimal tick) {
    BigDecimal rate = dollarsPerTether(bar.openTimeMs());
    return new Bar(
        bar.openTimeMs(),
        bar.closeTimeMs(),
        onTick(bar.open(), rate, tick),
        onTick(bar.high(), rate, tick),
        onTick(bar.low(), rate, tick),
        onTick(bar.close(), rate, tick),
        bar.volume());
  }

  private static BigDecimal onTick(BigDecimal price, BigDecimal rate, BigDecimal tick) {
    return toTick(price.multiply(rate), tick, RoundingMode.HALF_EVEN).max(tick);
  }

  private static BigDecimal toTick(BigDecimal price, BigDecimal tick, RoundingMode mode) {
    return price.divide(tick, 0, mode).multiply(tick);
  }

  private BigDecimal tickOf(SeriesId id) {
    return inTether.series().stream()
        .filter(info -> info.id().equals(id))
        .map(SeriesInfo::tickSize)
        .findFirst()
        .orElse(BigDecimal.ONE.movePointLeft(MARK_SCALE));
  }

  private BigDecimal dollarsPerTether(long atMs) {
    if (!hasDollar) {
      return BigDecimal.ONE;
    }
    return inTether
        .baseBar(DOLLAR, Hours.openMs(Hours.containing(atMs)))
        .map(bar -> BigDecimal.ONE.divide(bar.open(), MathContext.DECIMAL64))
        .orElse(BigDecimal.ONE);
  }
}
