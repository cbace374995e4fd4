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
import org.evenkeel.cycle.MarketData;

/** A market in which more is traded. */
public record BusyMarket(MarketData market) implements MarketData {

  private static final BigDecimal VOLUME = new BigDecimal("100000");

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
                    series.bars().stream().map(BusyMarket::busier).toList()));
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
