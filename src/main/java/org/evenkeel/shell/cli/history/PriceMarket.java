package org.evenkeel.shell.cli.history;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.SleeveClass;
import org.evenkeel.core.catalog.Leg;
import org.evenkeel.core.catalog.Sleeve;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.data.Bar;
import org.evenkeel.core.data.BarSeries;
import org.evenkeel.core.data.MarketSnapshot;
import org.evenkeel.shell.cli.solver.AssetNames;
import org.evenkeel.shell.cli.table.PriceTable;

/**
 * A table of closes as the bot sees a market: one sleeve with one perpetual per asset.
 *
 * <p>A row's time is the beginning of its bar, as in daily files; a price is known when its bar ends.
 *
 * <p>This class is immutable and thread-safe.
 */
final class PriceMarket {

  private static final Pattern INSTRUMENT = Pattern.compile("A([0-9]{6})-USDT-PERP@file");

  private final PriceTable prices;
  private final AssetNames names;
  private final Duration bar;

  PriceMarket(PriceTable prices, Duration bar) {
    this.prices = prices;
    this.names = new AssetNames(prices.names());
    this.bar = bar;
  }

  AssetNames names() {
    return names;
  }

  Universe universe() {
    List<Sleeve> sleeves = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      sleeves.add(
          new Sleeve(
              names.ids().get(i),
              SleeveClass.of("file"),
              BigDecimal.ONE,
              List.of(new Leg(instrument(i), BigDecimal.ONE))));
    }
    return new Universe(Currency.of("USDT"), sleeves, List.of());
  }

  /** The market at the end of the last row's bar. */
  MarketSnapshot snapshot() {
    Instant asOf = prices.times().get(prices.times().size() - 1).plus(bar);
    List<BarSeries> series = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      series.add(new BarSeries(instrument(i), bar, bars(i)));
    }
    return new MarketSnapshot(asOf, asOf, List.of(), series, List.of());
  }

  /** What the estimator says, with the file's names. */
  String inWords(String text) {
    Matcher matcher = INSTRUMENT.matcher(names.inWords(text));
    StringBuilder words = new StringBuilder();
    while (matcher.find()) {
      int index = Integer.parseInt(matcher.group(1)) - 1;
      matcher.appendReplacement(words, Matcher.quoteReplacement(names.names().get(index)));
    }
    return matcher.appendTail(words).toString();
  }

  private List<Bar> bars(int asset) {
    List<Bar> bars = new ArrayList<>();
    for (int t = 0; t < prices.times().size(); t++) {
      double close = prices.close(t, asset);
      if (Double.isFinite(close)) {
        Price price = Price.of(BigDecimal.valueOf(close).toPlainString());
        Instant open = prices.times().get(t);
        bars.add(new Bar(open, open.plus(bar), price, price, price, price, BigDecimal.ZERO));
      }
    }
    return bars;
  }

  private static InstrumentId instrument(int asset) {
    return InstrumentId.of(String.format(Locale.ROOT, "A%06d-USDT-PERP@file", asset + 1));
  }
}
