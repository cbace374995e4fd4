package org.evenkeel.shell.simulate;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.SleeveClass;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.calendar.FixedCadence;
import org.evenkeel.core.catalog.CashTerms;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.catalog.Leg;
import org.evenkeel.core.catalog.Sleeve;
import org.evenkeel.core.catalog.StablecoinShare;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.data.Wallet;
import org.evenkeel.core.estimate.EstimateSettings;
import org.evenkeel.core.parity.ParitySettings;
import org.evenkeel.core.parity.score.ScoreSettings;
import org.evenkeel.core.parity.stress.RiskControls;
import org.evenkeel.core.plan.PlanSettings;
import org.evenkeel.core.policy.Limits;
import org.evenkeel.core.route.ExecutionSettings;
import org.evenkeel.cycle.Strategy;

/** What is traded in a simulation: three perpetuals and a stablecoin at one venue, decided every hour. */
final class SimMarket {

  static final VenueId VENUE = VenueId.of("binance");
  static final Wallet SPOT = Wallet.spot(VENUE);
  static final Wallet FUTURES = Wallet.futures(VENUE);
  static final Currency USDT = Currency.of("USDT");
  static final List<Instrument> PERPETUALS =
      List.of(perpetual("BTC"), perpetual("ETH"), perpetual("SOL"));
  static final Instrument STABLECOIN = new Instrument.Spot(Currency.of("USDC"), USDT, VENUE);
  static final InstrumentId STABLECOIN_ID = STABLECOIN.id();
  private static final InstrumentId TENFOLD = PERPETUALS.get(2).id();
  static final List<String> PRICES = List.of("50000", "2500", "100");
  static final Duration PERIOD = Duration.ofHours(1);
  static final Duration GRACE = Duration.ofMinutes(10);

  /** The specifications, made once. */
  static final List<InstrumentSpec> SPECS = specs();

  /** The one strategy of all simulations. */
  static final Strategy STRATEGY = strategy();

  private SimMarket() {}

  private static Instrument perpetual(String base) {
    return new Instrument.LinearPerpetual(Currency.of(base), USDT, VENUE);
  }

  /** The coins of one contract: ten of the cheapest, so that a bot that takes contracts for coins is found out. */
  static BigDecimal multiplier(InstrumentId instrument) {
    return instrument.equals(TENFOLD) ? BigDecimal.TEN : BigDecimal.ONE;
  }

  static boolean isFuture(InstrumentId instrument) {
    return !instrument.equals(STABLECOIN_ID);
  }

  private static List<InstrumentSpec> specs() {
    List<InstrumentSpec> specs = new ArrayList<>();
    PERPETUALS.forEach(
        instrument -> specs.add(spec(instrument, "0.1", "0.001", multiplier(instrument.id()))));
    specs.add(spec(STABLECOIN, "0.0001", "1", BigDecimal.ONE));
    return List.copyOf(specs);
  }

  private static InstrumentSpec spec(
      Instrument instrument, String tick, String lot, BigDecimal multiplier) {
    return new InstrumentSpec(
        instrument,
        new BigDecimal(tick),
        new BigDecimal(lot),
        new BigDecimal(lot),
        new BigDecimal("100000000"),
        new BigDecimal("5"),
        multiplier,
        true);
  }

  private static Strategy strategy() {
    return new Strategy(
        "default",
        new Universe(
            USDT,
            PERPETUALS.stream().map(SimMarket::sleeve).toList(),
            List.of(new StablecoinShare(STABLECOIN.id(), Ratio.of("0.4")))),
        new FixedCadence(PERIOD),
        GRACE,
        new EstimateSettings(PERIOD, 30, 10, 20, 0.95, 1, 0.5, 1e5, new TreeMap<>(), 0.02),
        ParitySettings.defaults(),
        PlanSettings.defaults(),
        Limits.defaults(),
        ExecutionSettings.defaults(),
        CashTerms.riskless(),
        ScoreSettings.defaults(),
        RiskControls.defaults());
  }

  private static Sleeve sleeve(Instrument instrument) {
    return new Sleeve(
        SleeveId.of(instrument.base().value().toLowerCase(Locale.ROOT)),
        SleeveClass.of("majors"),
        BigDecimal.ONE,
        List.of(new Leg(instrument.id(), BigDecimal.ONE)));
  }
}
