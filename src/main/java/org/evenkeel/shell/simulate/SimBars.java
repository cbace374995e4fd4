package org.evenkeel.shell.simulate;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.data.Bar;
import org.evenkeel.core.data.BarSeries;

/** Bars of waves of a different length for each instrument: cheap, endless and of full rank. */
final class SimBars {

  private SimBars() {}

  static BarSeries series(InstrumentId instrument, Duration interval, int count, Instant until) {
    List<Bar> bars = new ArrayList<>(count);
    long last = Math.floorDiv(until.toEpochMilli(), interval.toMillis());
    int kind = kindOf(instrument);
    for (long n = last - count; n < last; n++) {
      Instant open = Instant.ofEpochMilli(n * interval.toMillis());
      Price close = Price.of(close(kind, n));
      bars.add(new Bar(open, open.plus(interval), close, close, close, close, BigDecimal.ONE));
    }
    return new BarSeries(instrument, interval, bars);
  }

  private static int kindOf(InstrumentId instrument) {
    for (int i = 0; i < SimMarket.PERPETUALS.size(); i++) {
      if (SimMarket.PERPETUALS.get(i).id().equals(instrument)) {
        return i;
      }
    }
    return SimMarket.PERPETUALS.size();
  }

  private static BigDecimal close(int kind, long n) {
    double wave = StrictMath.sin(n * (1.3 + 0.8 * kind) + 0.4 * kind);
    return BigDecimal.valueOf(Math.round(1e6 * (1 + 0.01 * (kind + 1) * wave))).movePointLeft(2);
  }
}
