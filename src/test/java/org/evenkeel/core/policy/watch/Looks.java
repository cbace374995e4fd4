package org.evenkeel.core.policy.watch;

import static org.evenkeel.core.catalog.Samples.leg;
import static org.evenkeel.core.catalog.Samples.perpetual;
import static org.evenkeel.core.catalog.Samples.sleeve;
import static org.evenkeel.core.catalog.Samples.spot;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.catalog.Samples;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.data.Books;
import org.evenkeel.core.data.Quote;

/** A look at an account with 1000 USDT of margin in which a bitcoin is worth 100, an ether 10 and a USDC 1. */
final class Looks {

  static final Instrument BTC = perpetual("BTC");
  static final Instrument ETH = perpetual("ETH");
  static final Instrument COIN = spot("BTC");
  static final Universe UNIVERSE =
      new Universe(
          Samples.USDT,
          List.of(sleeve("eth", leg(ETH, "1")), sleeve("carry", leg(COIN, "1"), leg(BTC, "-1"))),
          List.of(Samples.share("USDC", "0.4")));

  private final List<Object> holdings = new ArrayList<>();
  private final List<WorkingOrder> working = new ArrayList<>();
  private final List<InstrumentSpec> specs =
      new ArrayList<>(List.of(Samples.spec(BTC), Samples.spec(ETH)));
  private final List<Quote> quotes =
      new ArrayList<>(
          List.of(
              Books.quote(BTC, "100"),
              Books.quote(ETH, "10"),
              Books.quote(COIN, "100"),
              Books.quote(spot("USDC"), "1")));

  static Looks withMargin(String usdt) {
    Looks looks = new Looks();
    looks.holdings.add(Books.futures("USDT", usdt));
    return looks;
  }

  Looks holding(Instrument instrument, String quantity) {
    holdings.add(Books.position(instrument, quantity, "0"));
    return this;
  }

  Looks coins(String currency, String amount) {
    holdings.add(Books.spot(currency, amount));
    return this;
  }

  Looks ordered(Instrument instrument, Side side, String leaves) {
    working.add(new WorkingOrder(instrument.id(), side, Contracts.of(leaves)));
    return this;
  }

  /** A balance or a position of another kind. */
  Looks with(Object holding) {
    holdings.add(holding);
    return this;
  }

  /** Another contract or currency, or another mark or specification of a known one. */
  Looks listing(InstrumentSpec spec, String mark) {
    specs.removeIf(each -> each.id().equals(spec.id()));
    specs.add(spec);
    withoutMark(spec.instrument());
    quotes.add(Books.quote(spec.instrument(), mark));
    return this;
  }

  Looks withoutSpec(Instrument instrument) {
    specs.removeIf(spec -> spec.id().equals(instrument.id()));
    return this;
  }

  Looks withoutMark(Instrument instrument) {
    quotes.removeIf(quote -> quote.instrument().equals(instrument.id()));
    return this;
  }

  Sighting sighting() {
    return new Sighting(Books.account(holdings.toArray()), working, specs, quotes);
  }

  WatchFigures figures() {
    return WatchFigures.of(UNIVERSE, sighting(), Optional.empty(), Ratio.of("0.025")).orThrow();
  }

  WatchVerdict verdict(WatchLimits limits) {
    return WatchVerdict.of(limits, UNIVERSE, Result.ok(sighting()), Optional.empty());
  }

  WatchVerdict verdict(EngineClaim claim) {
    return WatchVerdict.of(
        WatchLimits.defaults(), UNIVERSE, Result.ok(sighting()), Optional.of(claim));
  }

  /** What an engine says that holds so much of each instrument. */
  static EngineClaim claim(Object... instrumentsAndAmounts) {
    TreeMap<InstrumentId, BigDecimal> positions = new TreeMap<>();
    for (int i = 0; i < instrumentsAndAmounts.length; i += 2) {
      positions.put(
          ((Instrument) instrumentsAndAmounts[i]).id(),
          new BigDecimal((String) instrumentsAndAmounts[i + 1]));
    }
    return new EngineClaim(positions, new TreeMap<>());
  }

  /** Limits so wide that only the named one can be broken. */
  static WatchLimits limits(String name, String value) {
    Ratio wide = Ratio.of("20");
    return new WatchLimits(
        name.equals("gross") ? Ratio.of(value) : wide,
        name.equals("amount") ? Optional.of(new BigDecimal(value)) : Optional.empty(),
        name.equals("net") ? Ratio.of(value) : wide,
        name.equals("instrument") ? Ratio.of(value) : wide,
        name.equals("venue") ? Ratio.of(value) : Ratio.of("100"),
        name.equals("margin") ? Ratio.of(value) : Ratio.ONE,
        Ratio.of("0.025"),
        Ratio.of("0.05"),
        3,
        8,
        true);
  }
}
