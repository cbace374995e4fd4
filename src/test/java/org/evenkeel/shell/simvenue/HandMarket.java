package org.evenkeel.shell.simvenue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.evenkeel.shell.simvenue.market.Bar;
import org.evenkeel.shell.simvenue.market.FundingEvent;
import org.evenkeel.shell.simvenue.market.Market;
import org.evenkeel.shell.simvenue.market.Quote;
import org.evenkeel.shell.simvenue.market.SeriesId;
import org.evenkeel.shell.simvenue.market.SeriesInfo;

/** A market whose quotes a test sets by hand; they stay until set again. */
public final class HandMarket implements Market {

  public static final SeriesId BTC_PERP = SeriesId.perpetual("BTCUSDT");
  public static final SeriesId ETH_PERP = SeriesId.perpetual("ETHUSDT");
  public static final SeriesId BTC_SPOT = SeriesId.spot("BTCUSDT");
  public static final SeriesId USDC_SPOT = SeriesId.spot("USDCUSDT");

  private static final long HOUR_MS = 3_600_000L;

  private final Map<SeriesId, Quote> quotes = new ConcurrentHashMap<>();
  private final List<FundingEvent> funding = new CopyOnWriteArrayList<>();
  private final List<SeriesInfo> more = new CopyOnWriteArrayList<>();

  /** BTC at 20000 with 2 a side, ETH at 1000 with 50, USDC at 1 with 100000. */
  public static HandMarket calm() {
    HandMarket market = new HandMarket();
    market.set(BTC_PERP, "19999.9", "20000.1", "2");
    market.set(ETH_PERP, "999.99", "1000.01", "50");
    market.set(BTC_SPOT, "19999.99", "20000.01", "2");
    market.set(USDC_SPOT, "0.9999", "1.0000", "100000");
    return market;
  }

  public void set(SeriesId id, String bid, String ask, String qty) {
    BigDecimal b = new BigDecimal(bid);
    BigDecimal a = new BigDecimal(ask);
    BigDecimal mid = b.add(a).divide(BigDecimal.valueOf(2));
    quotes.put(id, new Quote(b, a, b, mid, new BigDecimal(qty), new BigDecimal(qty)));
  }

  public void gap(SeriesId id) {
    quotes.remove(id);
  }

  public void fund(long timeMs, String symbol, String rate) {
    funding.add(new FundingEvent(timeMs, symbol, new BigDecimal(rate)));
  }

  @Override
  public List<SeriesInfo> series() {
    List<SeriesInfo> all = new ArrayList<>(standard());
    all.addAll(more);
    all.sort(Comparator.comparing(SeriesInfo::id));
    return List.copyOf(all);
  }

  /** One more series with the filters of the bitcoin perpetual. */
  public void list(SeriesId id) {
    more.add(info(id, "BTC", "0.1", "0.001", "0.001", "1000", "100"));
  }

  private static List<SeriesInfo> standard() {
    return List.of(
        info(BTC_SPOT, "BTC", "0.01", "0.00001", "0.00001", "9000", "5"),
        info(USDC_SPOT, "USDC", "0.0001", "1", "1", "10000000", "5"),
        info(BTC_PERP, "BTC", "0.1", "0.001", "0.001", "1000", "100"),
        info(ETH_PERP, "ETH", "0.01", "0.001", "0.001", "10000", "20"));
  }

  private static SeriesInfo info(
      SeriesId id, String base, String tick, String lot, String min, String max, String notional) {
    return new SeriesInfo(
        id,
        base,
        "USDT",
        new BigDecimal(tick),
        new BigDecimal(lot),
        new BigDecimal(min),
        new BigDecimal(max),
        new BigDecimal(notional));
  }

  @Override
  public long startMs() {
    return 0;
  }

  @Override
  public long endMs() {
    return Long.MAX_VALUE;
  }

  @Override
  public Optional<Bar> baseBar(SeriesId id, long openTimeMs) {
    return Optional.ofNullable(quotes.get(id)).map(q -> bar(q, openTimeMs, HOUR_MS));
  }

  @Override
  public List<Bar> bars(
      SeriesId id, long intervalMs, long fromMs, long toMs, int limit, long atMs) {
    List<Bar> bars = new ArrayList<>();
    long open = Math.ceilDiv(fromMs, intervalMs) * intervalMs;
    while (quotes.containsKey(id) && open <= Math.min(toMs, atMs) && bars.size() < limit) {
      bars.add(bar(quotes.get(id), open, intervalMs));
      open += intervalMs;
    }
    return bars;
  }

  private static Bar bar(Quote q, long open, long interval) {
    return new Bar(
        open, open + interval - 1, q.bid(), q.ask(), q.bid(), q.ask(), new BigDecimal("12.5"));
  }

  @Override
  public Optional<Quote> quote(SeriesId id, long atMs) {
    return Optional.ofNullable(quotes.get(id));
  }

  @Override
  public List<FundingEvent> funding(long fromExclusiveMs, long toInclusiveMs) {
    return funding.stream()
        .filter(f -> f.timeMs() > fromExclusiveMs && f.timeMs() <= toInclusiveMs)
        .toList();
  }
}
