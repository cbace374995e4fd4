package org.evenkeel.shell.simulate;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.data.Bar;
import org.evenkeel.core.data.BarSeries;

/** Bars of waves of a different length for each instrument: cheap, endless and of full rank. */
final class SimBars {

  private SimBars() {}

  /** Which bars, of which length, how many, and the number of the last. */
  private record Key(InstrumentId instrument, Duration interval, int count, long last) {}

  private static final Map<Key, BarSeries> MADE = new ConcurrentHashMap<>();

  /** The same object for the same question: all runs live in one market's past, and few hours of it. */
  static BarSeries series(InstrumentId instrument, Duration interval, int count, Instant until) {
    long last = Math.floorDiv(until.toEpochMilli(), interval.toMillis());
    return MADE.computeIfAbsent(new Key(instrument, interval, count, last), SimBars::made);
  }

  private static BarSeries made(Key key) {
    List<Bar> bars = new ArrayList<>(key.count());
    int kind = kindOf(key.instrument());
    for (long n = key.last() - key.count(); n < key.last(); n++) {
      Instant open = Instant.ofEpochMilli(n * key.interval().toMillis());
      Price close = Price.of(close(kind, n));
      bars.add(
          new Bar(open, open.plus(key.interval()), close, close, close, close, BigDecimal.ONE));
    }
    return new BarSeries(key.instrument(), key.interval(), bars);
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
