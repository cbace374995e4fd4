package org.evenkeel.core.estimate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.SleeveClass;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.catalog.Leg;
import org.evenkeel.core.catalog.Sleeve;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.data.Bar;
import org.evenkeel.core.data.BarSeries;
import org.evenkeel.core.data.MarketSnapshot;

/** Markets for tests: hourly bars by their closes, oldest first, the last one closing at noon. */
final class Bars {

  static final Instant NOON = Instant.parse("2024-03-01T12:00:00Z");
  static final Duration HOUR = Duration.ofHours(1);
  static final InstrumentId BTC = InstrumentId.of("BTC-USDT-PERP@binance");
  static final InstrumentId BTC_SPOT = InstrumentId.of("BTC-USDT-SPOT@binance");
  static final InstrumentId ETH = InstrumentId.of("ETH-USDT-PERP@binance");

  private Bars() {}

  /** Settings with a window of so many hourly returns and otherwise lenient. */
  static EstimateSettings settings(int lookback) {
    return new EstimateSettings(
        HOUR, lookback, lookback, lookback, 0.75, 1, 0.5, 1e5, new TreeMap<>(), 1e-4);
  }

  /** A series whose closes are given; NaN leaves the bar out. */
  static BarSeries series(InstrumentId instrument, double... closes) {
    List<Bar> bars = new ArrayList<>();
    for (int k = 0; k < closes.length; k++) {
      if (!Double.isNaN(closes[k])) {
        bars.add(bar(NOON.minus(HOUR.multipliedBy(closes.length - 1L - k)), closes[k]));
      }
    }
    return new BarSeries(instrument, HOUR, bars);
  }

  static Bar bar(Instant closeTime, double close) {
    Price price = Price.of(new BigDecimal(close, MathContext.DECIMAL64));
    return new Bar(closeTime.minus(HOUR), closeTime, price, price, price, price, BigDecimal.ONE);
  }

  static MarketSnapshot market(BarSeries... series) {
    return market(NOON, series);
  }

  static MarketSnapshot market(Instant asOf, BarSeries... series) {
    return new MarketSnapshot(asOf, asOf, List.of(), List.of(series), List.of());
  }

  static Sleeve sleeve(String name, Leg... legs) {
    return new Sleeve(SleeveId.of(name), SleeveClass.of("majors"), BigDecimal.ONE, List.of(legs));
  }

  static Leg leg(InstrumentId instrument, double ratio) {
    return new Leg(instrument, BigDecimal.valueOf(ratio));
  }

  static Universe universe(Sleeve... sleeves) {
    return new Universe(Currency.of("USDT"), List.of(sleeves), List.of());
  }

  static Universe btcAndEth() {
    return universe(sleeve("btc", leg(BTC, 1)), sleeve("eth", leg(ETH, 1)));
  }

  static <T> Refusal refusal(Result<T> result) {
    return switch (result) {
      case Result.Ok<T> ok -> throw new AssertionError("expected a refusal, found " + ok.value());
      case Result.Refused<T> refused -> refused.refusal();
    };
  }
}
