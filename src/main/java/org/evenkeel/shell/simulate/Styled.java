package org.evenkeel.shell.simulate;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.data.Bar;
import org.evenkeel.core.data.BarSeries;
import org.evenkeel.core.data.Quote;
import org.evenkeel.core.route.ExecutionStyle;
import org.evenkeel.core.route.StyleSettings;
import org.evenkeel.cycle.MarketData;
import org.evenkeel.cycle.Strategy;

/** The usual world, with orders worked in another style, at markets with enough volume for slices. */
public final class Styled implements Wiring {

  private static final BigDecimal VOLUME = new BigDecimal("100000");

  private final Strategy strategy;

  public Styled(ExecutionStyle style) {
    this.strategy = SimMarket.STRATEGY.with(StyleSettings.defaults().with(style));
  }

  @Override
  public Strategy strategy() {
    return strategy;
  }

  @Override
  public MarketData market(MarketData market, VirtualClock clock) {
    return new Busy(market);
  }

  /** A market in which more is traded. */
  private record Busy(MarketData market) implements MarketData {

    @Override
    public Result<List<InstrumentSpec>> specs(List<InstrumentId> instruments) {
      return market.specs(instruments);
    }

    @Override
    public Result<BarSeries> bars(
        InstrumentId instrument, Duration interval, int count, Instant until) {
      return market
          .bars(instrument, interval, count, until)
          .map(
              series ->
                  new BarSeries(
                      series.instrument(),
                      series.interval(),
                      series.bars().stream().map(Busy::busier).toList()));
    }

    private static Bar busier(Bar bar) {
      return new Bar(
          bar.openTime(),
          bar.closeTime(),
          bar.open(),
          bar.high(),
          bar.low(),
          bar.close(),
          bar.volume().multiply(VOLUME));
    }

    @Override
    public Result<List<Quote>> quotes(List<InstrumentId> instruments) {
      return market.quotes(instruments);
    }
  }
}
