package org.evenkeel.shell.simulate;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.data.Bar;
import org.evenkeel.core.data.BarSeries;
import org.evenkeel.core.data.Quote;
import org.evenkeel.cycle.MarketData;

/** The venue's public data: true prices, or what it repeats of old ones, and a past that may have holes and bad prints. */
final class SimFeed implements MarketData {

  private final VenueLine line;
  private final VenueTruth truth;
  private final SimFaults faults;
  private final VenueMood mood;
  private final List<InstrumentSpec> specs;
  private final Map<InstrumentId, Quote> shown = new TreeMap<>();

  SimFeed(
      VenueLine line,
      VenueTruth truth,
      SimFaults faults,
      VenueMood mood,
      List<InstrumentSpec> specs) {
    this.specs = List.copyOf(specs);
    this.line = line;
    this.truth = truth;
    this.faults = faults;
    this.mood = mood;
  }

  /** The newest quote that was shown of an instrument. */
  Optional<Quote> lastQuote(InstrumentId instrument) {
    return Optional.ofNullable(shown.get(instrument));
  }

  /** The venue's clock. */
  Result<Instant> venueTime() {
    return line.read("venueTime", line::now);
  }

  @Override
  public Result<List<InstrumentSpec>> specs(List<InstrumentId> instruments) {
    return line.read(
        "specs", () -> specs.stream().filter(spec -> instruments.contains(spec.id())).toList());
  }

  @Override
  public Result<List<Quote>> quotes(List<InstrumentId> instruments) {
    return line.read("quotes", () -> instruments.stream().map(this::quote).toList());
  }

  private Quote quote(InstrumentId id) {
    Quote before = shown.get(id);
    Instant received = faults.hostTime(line.now());
    Quote now;
    if (before != null && mood.isFrozen()) {
      now = new Quote(id, before.bid(), before.ask(), before.mark(), before.venueTime(), received);
    } else {
      Price price = truth.prices.getOrDefault(id, Price.of("1"));
      now = new Quote(id, price, price, price, line.now(), received);
    }
    shown.put(id, now);
    return now;
  }

  /** The same bars whatever has happened: waves of different length, so that the covariance has full rank. */
  @Override
  public Result<BarSeries> bars(
      InstrumentId instrument, Duration interval, int count, Instant until) {
    return line.read(
        "bars",
        () -> {
          BarSeries true_ = SimBars.series(instrument, interval, count, until);
          if (faults.strikes(Fault.BAD_PRINT)) {
            return new BarSeries(instrument, interval, misprinted(true_.bars()));
          }
          return faults.strikes(Fault.BAR_GAP)
              ? new BarSeries(instrument, interval, withHole(true_.bars()))
              : true_;
        });
  }

  private static List<Bar> misprinted(List<Bar> bars) {
    List<Bar> wrong = new ArrayList<>(bars);
    int last = bars.size() - 1;
    Bar bar = bars.get(last);
    Price tenfold = Price.of(bar.close().value().multiply(BigDecimal.TEN));
    wrong.set(
        last,
        new Bar(bar.openTime(), bar.closeTime(), tenfold, tenfold, tenfold, tenfold, bar.volume()));
    return wrong;
  }

  private static List<Bar> withHole(List<Bar> bars) {
    return bars.subList(bars.size() / 2, bars.size());
  }
}
