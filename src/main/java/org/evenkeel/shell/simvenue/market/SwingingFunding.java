package org.evenkeel.shell.simvenue.market;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A market whose funding lies beside that of another one: below it for some days, as much above for the next, and so on.
 *
 * <p>Simulated venues share one market and would all pay the same; real ones do not, and that is what makes it worth
 * holding an exposure here or there.
 *
 * <p>This class is immutable and thread-safe if the market is.
 */
public final class SwingingFunding implements Market {

  /** How long funding stays on one side. */
  public static final Duration HALF_SWING = Duration.ofDays(4);

  private final Market market;
  private final BigDecimal swing;
  private final long startMs;

  /**
   * @param swing added to the rate of every settlement and subtracted in turn, a fraction of the notional
   * @param startMs when the first swing begins, which is one below
   */
  public SwingingFunding(Market market, BigDecimal swing, long startMs) {
    this.market = market;
    this.swing = swing;
    this.startMs = startMs;
  }

  @Override
  public List<SeriesInfo> series() {
    return market.series();
  }

  @Override
  public long startMs() {
    return market.startMs();
  }

  @Override
  public long endMs() {
    return market.endMs();
  }

  @Override
  public Optional<Bar> baseBar(SeriesId id, long openTimeMs) {
    return market.baseBar(id, openTimeMs);
  }

  @Override
  public List<Bar> bars(
      SeriesId id, long intervalMs, long fromMs, long toMs, int limit, long atMs) {
    return market.bars(id, intervalMs, fromMs, toMs, limit, atMs);
  }

  @Override
  public Optional<Quote> quote(SeriesId id, long atMs) {
    return market.quote(id, atMs);
  }

  @Override
  public List<FundingEvent> funding(long fromExclusiveMs, long toInclusiveMs) {
    return market.funding(fromExclusiveMs, toInclusiveMs).stream().map(this::swung).toList();
  }

  private FundingEvent swung(FundingEvent event) {
    boolean isAbove =
        Math.floorMod(Math.floorDiv(event.timeMs() - startMs, HALF_SWING.toMillis()), 2L) == 1;
    return new FundingEvent(
        event.timeMs(),
        event.symbol(),
        isAbove ? event.rate().add(swing) : event.rate().subtract(swing));
  }
}
