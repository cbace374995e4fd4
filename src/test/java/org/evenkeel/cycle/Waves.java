package org.evenkeel.cycle;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.data.Bar;
import org.evenkeel.core.data.BarSeries;

/** Deterministic bars: two waves of different length, so that the covariance has full rank. */
final class Waves {

  private Waves() {}

  static BarSeries bars(InstrumentId instrument, Duration interval, int count, Instant until) {
    List<Bar> bars = new ArrayList<>();
    long last = Math.floorDiv(until.toEpochMilli(), interval.toMillis());
    for (long n = last - count; n < last; n++) {
      Instant open = Instant.ofEpochMilli(n * interval.toMillis());
      Price close = Price.of(wave(instrument, n));
      bars.add(new Bar(open, open.plus(interval), close, close, close, close, BigDecimal.ONE));
    }
    return new BarSeries(instrument, interval, bars);
  }

  private static BigDecimal wave(InstrumentId instrument, long n) {
    boolean isBtc = Instrument.parse(instrument).base().value().equals("BTC");
    double phase = isBtc ? n * 1.3 : n * 2.1 + 0.4;
    double size = isBtc ? 0.01 : 0.02;
    return BigDecimal.valueOf(Math.round(1e6 * (1 + size * Math.sin(phase)))).movePointLeft(2);
  }
}
