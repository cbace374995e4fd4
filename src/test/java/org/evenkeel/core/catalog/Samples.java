package org.evenkeel.core.catalog;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.SleeveClass;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.basics.VenueId;

/** Instruments, specifications and universes as small as a test needs them. */
public final class Samples {

  public static final VenueId BINANCE = VenueId.of("binance");
  public static final Currency USDT = Currency.of("USDT");

  private Samples() {}

  public static Instrument perpetual(String base) {
    return new Instrument.LinearPerpetual(Currency.of(base), USDT, BINANCE);
  }

  public static Instrument spot(String base) {
    return new Instrument.Spot(Currency.of(base), USDT, BINANCE);
  }

  /** Tick 0.1, lot 0.001, smallest order 0.001 contracts and 5 USDT. */
  public static InstrumentSpec spec(Instrument instrument) {
    return spec(instrument, "0.1", "0.001", "5");
  }

  public static InstrumentSpec spec(
      Instrument instrument, String tick, String lot, String minNotional) {
    return new InstrumentSpec(
        instrument,
        new BigDecimal(tick),
        new BigDecimal(lot),
        new BigDecimal(lot),
        new BigDecimal("100000000"),
        new BigDecimal(minNotional),
        BigDecimal.ONE,
        true);
  }

  /** USDC for USDT: tick 0.0001, lot 1, smallest order 5 USDT. */
  public static InstrumentSpec usdc() {
    return spec(spot("USDC"), "0.0001", "1", "5");
  }

  /** A sleeve that is long one perpetual, named like its base in lower case. */
  public static Sleeve sleeve(String base) {
    return sleeve(base.toLowerCase(Locale.ROOT), leg(perpetual(base), "1"));
  }

  public static Sleeve sleeve(String name, Leg... legs) {
    return new Sleeve(SleeveId.of(name), SleeveClass.of("majors"), BigDecimal.ONE, List.of(legs));
  }

  public static Leg leg(Instrument instrument, String ratio) {
    return new Leg(instrument.id(), new BigDecimal(ratio));
  }

  public static Universe universe(String... bases) {
    List<Sleeve> sleeves = new ArrayList<>();
    for (String base : bases) {
      sleeves.add(sleeve(base));
    }
    return new Universe(USDT, sleeves, List.of());
  }

  public static StablecoinShare share(String base, String fraction) {
    return new StablecoinShare(spot(base).id(), Ratio.of(fraction));
  }

  public static InstrumentId id(String text) {
    return InstrumentId.of(text);
  }
}
