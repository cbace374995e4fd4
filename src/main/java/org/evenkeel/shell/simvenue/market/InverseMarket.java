package org.evenkeel.shell.simvenue.market;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A market that has contracts besides that are margined in their coin: BTCUSD and ETHUSD at the dollar prices of BTCUSDT and
 * ETHUSDT, and BTCUSD_260327 at those of BTCUSDT_260327 where there is one.
 *
 * <p>What a dollar is worth is the other market's matter. Funding is that of the linear perpetual at the same moments.
 * Quantities count dollars: where two bitcoin are offered at 50,000, a hundred thousand are.
 * A coin whose linear perpetual the market does not have has no inverse one.
 * Immutable and thread-safe if the market is.
 */
public final class InverseMarket implements Market {

  /** The coins that have an inverse perpetual, with the dollars of one contract at OKX. */
  private static final Map<String, BigDecimal> CONTRACTS =
      new TreeMap<>(Map.of("BTC", BigDecimal.valueOf(100), "ETH", BigDecimal.TEN));

  private static final BigDecimal MOST_CONTRACTS = BigDecimal.valueOf(100_000_000);

  private final Market market;
  private final Market inDollars;
  private final Map<SeriesId, SeriesInfo> inverse = new TreeMap<>();
  private final Map<SeriesId, SeriesId> linear = new TreeMap<>();

  /** A market in which a USDT is a dollar. */
  public InverseMarket(Market market) {
    this(market, market);
  }

  /**
   * A market and its perpetuals' prices in dollars.
   *
   * @param inDollars has the same series, priced in dollars
   */
  public InverseMarket(Market market, Market inDollars) {
    this.market = market;
    this.inDollars = inDollars;
    for (SeriesInfo info : market.series()) {
      BigDecimal contract = CONTRACTS.get(info.base());
      boolean isLinear = info.id().isContract() && info.id().pair().equals(info.base() + "USDT");
      if (isLinear && contract != null) {
        SeriesId id = inverseOf(info.id(), info.base());
        linear.put(id, info.id());
        linear.put(id.index(), info.id().index());
        inverse.put(id, inverse(id, info, contract));
      }
    }
  }

  /** For example BTCUSD of BTCUSDT, and BTCUSD_260327 of BTCUSDT_260327. */
  private static SeriesId inverseOf(SeriesId linear, String base) {
    String day = linear.symbol().substring(linear.pair().length());
    return SeriesId.contract(base + SeriesInfo.INVERSE_QUOTE + day);
  }

  private static SeriesInfo inverse(SeriesId id, SeriesInfo linear, BigDecimal contract) {
    return new SeriesInfo(
        id,
        linear.base(),
        SeriesInfo.INVERSE_QUOTE,
        linear.tickSize(),
        contract,
        contract,
        contract.multiply(MOST_CONTRACTS),
        BigDecimal.ZERO);
  }

  @Override
  public List<SeriesInfo> series() {
    return Stream.concat(market.series().stream(), inverse.values().stream())
        .sorted(Comparator.comparing(SeriesInfo::id))
        .toList();
  }

  @Override
  public long startMs() {
    return market.startMs();
  }

  @Override
  public long endMs() {
    return market.endMs();
  }

  private SeriesId priced(SeriesId id) {
    return linear.getOrDefault(id, id);
  }

  private Market marketOf(SeriesId id) {
    return linear.containsKey(id) ? inDollars : market;
  }

  @Override
  public Optional<Bar> baseBar(SeriesId id, long openTimeMs) {
    return marketOf(id).baseBar(priced(id), openTimeMs);
  }

  @Override
  public List<Bar> bars(
      SeriesId id, long intervalMs, long fromMs, long toMs, int limit, long atMs) {
    return marketOf(id).bars(priced(id), intervalMs, fromMs, toMs, limit, atMs);
  }

  @Override
  public Optional<Quote> quote(SeriesId id, long atMs) {
    Optional<Quote> quote = marketOf(id).quote(priced(id), atMs);
    SeriesInfo info = inverse.get(id);
    return info == null ? quote : quote.map(found -> inDollars(found, info.lotSize()));
  }

  private static Quote inDollars(Quote quote, BigDecimal lot) {
    return new Quote(
        quote.bid(),
        quote.ask(),
        quote.last(),
        quote.mark(),
        lots(quote.bidQty().multiply(quote.bid()), lot),
        lots(quote.askQty().multiply(quote.ask()), lot));
  }

  private static BigDecimal lots(BigDecimal dollars, BigDecimal lot) {
    return dollars.divide(lot, 0, RoundingMode.DOWN).max(BigDecimal.ONE).multiply(lot);
  }

  @Override
  public List<FundingEvent> funding(long fromExclusiveMs, long toInclusiveMs) {
    List<FundingEvent> all = new ArrayList<>(market.funding(fromExclusiveMs, toInclusiveMs));
    for (FundingEvent event : List.copyOf(all)) {
      for (SeriesId id : inverse.keySet()) {
        if (priced(id).symbol().equals(event.symbol())) {
          all.add(new FundingEvent(event.timeMs(), id.symbol(), event.rate()));
        }
      }
    }
    all.sort(Comparator.comparingLong(FundingEvent::timeMs).thenComparing(FundingEvent::symbol));
    return List.copyOf(all);
  }
}
