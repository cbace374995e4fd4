package org.evenkeel.core.estimate.gate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeMap;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.SleeveClass;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.catalog.Leg;
import org.evenkeel.core.catalog.Sleeve;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.data.Bar;
import org.evenkeel.core.data.BarSeries;
import org.evenkeel.core.data.MarketSnapshot;
import org.evenkeel.core.data.Quote;
import org.evenkeel.core.estimate.EstimateSettings;

/** Hourly closes of several instruments that can be spoiled at will; 100 returns, each about 1 %. */
final class Closes {

  static final Instant NOON = Instant.parse("2024-03-01T12:00:00Z");
  static final Duration HOUR = Duration.ofHours(1);
  static final int RETURNS = 100;

  private final TreeMap<InstrumentId, double[]> closes = new TreeMap<>();
  private final List<Quote> quotes = new ArrayList<>();
  private final List<Sleeve> sleeves = new ArrayList<>();

  static InstrumentId perpetual(String base) {
    return InstrumentId.of(base + "-USDT-PERP@binance");
  }

  static InstrumentId spot(String base) {
    return InstrumentId.of(base + "-USDT-SPOT@binance");
  }

  /** One sleeve per coin, long its perpetual, with returns of their own. */
  static Closes of(String... bases) {
    Closes made = new Closes();
    for (String base : bases) {
      made.sleeve(base.toLowerCase(Locale.ROOT), perpetual(base));
    }
    return made;
  }

  /** Adds a sleeve that is long the first instrument and short the others. */
  Closes sleeve(String name, InstrumentId... instruments) {
    List<Leg> legs = new ArrayList<>();
    for (InstrumentId instrument : instruments) {
      legs.add(new Leg(instrument, legs.isEmpty() ? BigDecimal.ONE : BigDecimal.ONE.negate()));
      closes.computeIfAbsent(instrument, Closes::walk);
    }
    sleeves.add(new Sleeve(SleeveId.of(name), SleeveClass.of("majors"), BigDecimal.ONE, legs));
    return this;
  }

  private static double[] walk(InstrumentId instrument) {
    Random random = new Random(instrument.value().hashCode());
    double[] path = new double[RETURNS + 1];
    path[0] = 100;
    for (int t = 1; t < path.length; t++) {
      path[t] = path[t - 1] * (1 + 0.01 * random.nextGaussian());
    }
    return path;
  }

  /** Multiplies every close from some bars ago on: a move that stays. */
  Closes jump(InstrumentId instrument, int barsAgo, double move) {
    double[] path = closes.get(instrument);
    for (int t = RETURNS - barsAgo; t <= RETURNS; t++) {
      path[t] *= 1 + move;
    }
    return this;
  }

  /** Multiplies one close: a move that comes back at once. */
  Closes spike(InstrumentId instrument, int barsAgo, double move) {
    closes.get(instrument)[RETURNS - barsAgo] *= 1 + move;
    return this;
  }

  /** Takes bars away, from the newest of them on backwards. */
  Closes without(InstrumentId instrument, int newestBarsAgo, int count) {
    for (int k = 0; k < count; k++) {
      closes.get(instrument)[RETURNS - newestBarsAgo - k] = Double.NaN;
    }
    return this;
  }

  /** Makes an instrument's returns those of another with a little of its own. */
  Closes like(InstrumentId instrument, InstrumentId other, double own) {
    double[] theirs = closes.get(other);
    double[] path = closes.get(instrument);
    double[] before = path.clone();
    for (int t = 1; t < path.length; t++) {
      double move = theirs[t] / theirs[t - 1] - 1 + own * (before[t] / before[t - 1] - 1);
      path[t] = path[t - 1] * (1 + move);
    }
    return this;
  }

  /** Makes an instrument's returns a part of what they were. */
  Closes calmed(InstrumentId instrument, double part) {
    double[] path = closes.get(instrument);
    double[] before = path.clone();
    for (int t = 1; t < path.length; t++) {
      path[t] = path[t - 1] * (1 + part * (before[t] / before[t - 1] - 1));
    }
    return this;
  }

  /** A book whose mark price is the newest close times a factor. */
  Closes marked(InstrumentId instrument, double factor) {
    double newest = closes.get(instrument)[RETURNS];
    Price price = price(newest * factor);
    quotes.add(new Quote(instrument, price, price, price, NOON, NOON));
    return this;
  }

  static Instant closeTime(int barsAgo) {
    return NOON.minus(HOUR.multipliedBy(barsAgo));
  }

  Universe universe() {
    return new Universe(Currency.of("USDT"), sleeves, List.of());
  }

  MarketSnapshot market() {
    List<BarSeries> series = new ArrayList<>();
    closes.forEach(
        (instrument, path) -> {
          List<Bar> bars = new ArrayList<>();
          for (int t = 0; t < path.length; t++) {
            if (!Double.isNaN(path[t])) {
              Instant close = closeTime(RETURNS - t);
              Price price = price(path[t]);
              bars.add(
                  new Bar(close.minus(HOUR), close, price, price, price, price, BigDecimal.ONE));
            }
          }
          series.add(new BarSeries(instrument, HOUR, bars));
        });
    return new MarketSnapshot(NOON, NOON, List.of(), series, quotes);
  }

  static EstimateSettings estimate() {
    return new EstimateSettings(
        HOUR, RETURNS, 1000, 1000, 0.90, 1, 0.75, 1e5, new TreeMap<>(), 1e-4);
  }

  GatedEstimate judged(GateSettings gate) {
    return new QualityGate(estimate(), gate).judge(universe(), market());
  }

  GatedEstimate judged() {
    return judged(GateSettings.defaults());
  }

  private static Price price(double value) {
    return Price.of(new BigDecimal(value, MathContext.DECIMAL64));
  }
}
