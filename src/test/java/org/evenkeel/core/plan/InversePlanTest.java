package org.evenkeel.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.core.data.Books.NOON;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.SleeveClass;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.catalog.Leg;
import org.evenkeel.core.catalog.RateSource;
import org.evenkeel.core.catalog.Sleeve;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.catalog.WeightRules;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.data.Balance;
import org.evenkeel.core.data.Books;
import org.evenkeel.core.data.MarginCoins;
import org.evenkeel.core.data.MarketSnapshot;
import org.evenkeel.core.data.Quote;
import org.evenkeel.core.data.VenuePosition;
import org.evenkeel.core.data.Wallet;
import org.evenkeel.core.data.Yardstick;
import org.junit.jupiter.api.Test;

/** A portfolio in USDT of one inverse contract of 100 dollars, with a bitcoin at 50,000 USDT and a dollar at 1.25 USDT. */
class InversePlanTest {

  private static final Currency BTC = Currency.of("BTC");
  private static final Currency USD = Currency.of("USD");
  private static final Currency USDT = Currency.of("USDT");
  private static final VenueId OKX = VenueId.of("okx");
  private static final Wallet WALLET = Wallet.unified(OKX);
  private static final Instrument INVERSE = new Instrument.InversePerpetual(BTC, USD, OKX);
  private static final Instrument COIN = new Instrument.Spot(BTC, USDT, OKX);
  private static final Instrument LINEAR = new Instrument.LinearPerpetual(BTC, USDT, OKX);
  private static final Money NAV = Money.of("200000", "USDT");

  private static final List<Quote> QUOTES =
      List.of(
          Books.quote(COIN, "50000"), Books.quote(LINEAR, "50000"), Books.quote(INVERSE, "40000"));

  private static Universe universe(Instrument... legs) {
    List<Leg> all = new ArrayList<>();
    for (Instrument leg : legs) {
      all.add(new Leg(leg.id(), BigDecimal.ONE));
    }
    return new Universe(
        USDT,
        List.of(new Sleeve(SleeveId.of("btc"), SleeveClass.of("majors"), BigDecimal.ONE, all)),
        List.of(),
        WeightRules.none(),
        List.of(
            new RateSource.IndexCross(USD, LINEAR.id(), INVERSE.id()),
            new RateSource.SpotMarket(BTC, COIN.id())));
  }

  private static InstrumentSpec spec(Instrument instrument, String lot, String multiplier) {
    BigDecimal size = new BigDecimal(lot);
    return new InstrumentSpec(
        instrument,
        new BigDecimal("0.1"),
        size,
        size,
        new BigDecimal("100000000"),
        BigDecimal.ZERO,
        new BigDecimal(multiplier),
        true);
  }

  private static AccountSnapshot account(String coins, String contracts, String profit) {
    return new AccountSnapshot(
        OKX,
        NOON,
        NOON,
        List.of(
            new Balance(WALLET, BTC, new BigDecimal(coins), new BigDecimal(coins)),
            new Balance(WALLET, USDT, new BigDecimal("100000"), new BigDecimal("100000"))),
        List.of(
            new VenuePosition(
                INVERSE.id(),
                Contracts.of(contracts),
                new BigDecimal("40000"),
                new BigDecimal(profit))));
  }

  private static TargetPosition planned(Universe universe, String exposure, AccountSnapshot held) {
    return plan(universe, exposure, held).targets().stream()
        .filter(target -> target.instrument().equals(INVERSE.id()))
        .findFirst()
        .orElseThrow();
  }

  private static RebalancePlan plan(Universe universe, String exposure, AccountSnapshot held) {
    TreeMap<SleeveId, Ratio> exposures = new TreeMap<>();
    exposures.put(SleeveId.of("btc"), Ratio.of(exposure));
    List<InstrumentSpec> specs =
        List.of(spec(COIN, "0.00001", "1"), spec(LINEAR, "0.1", "0.01"), spec(INVERSE, "1", "100"));
    return new Planner(universe, PlanSettings.defaults())
        .plan(
            exposures,
            new MarketSnapshot(NOON, NOON, specs, List.of(), QUOTES),
            held,
            NAV,
            Standing.settled(new TreeSet<InstrumentId>()))
        .orThrow();
  }

  /** Wanted 80,000 USDT, held 1 coin of 50,000: 30,000 USDT are 24,000 dollars, 240 contracts. */
  @Test
  void contracts_add_to_the_coins_that_back_them() {
    TargetPosition target = planned(universe(INVERSE), "0.4", account("1", "0", "0"));
    assertThat(target.target()).isEqualTo(Contracts.of("240"));
    assertThat(target.targetNotional()).isEqualTo(Money.of("30000", "USDT"));
  }

  /** Wanted 20,000 USDT, held 1 coin of 50,000: a short of 30,000 USDT. */
  @Test
  void coins_beyond_what_is_wanted_are_hedged() {
    assertThat(planned(universe(INVERSE), "0.1", account("1", "0", "0")).target())
        .isEqualTo(Contracts.of("-240"));
    assertThat(planned(universe(INVERSE), "0", account("1", "-100", "0")).target())
        .as("nothing is wanted: an account of dollars")
        .isEqualTo(Contracts.of("-400"));
  }

  /** 1 coin and 0.1 of open profit are 55,000. */
  @Test
  void open_profit_is_in_coins_as_well() {
    assertThat(planned(universe(INVERSE), "0.4", account("1", "240", "0.1")).target())
        .isEqualTo(Contracts.of("200"));
  }

  @Test
  void coins_of_a_leg_of_their_own_are_not_counted_twice() {
    Universe carry = universe(INVERSE, COIN);
    assertThat(planned(carry, "0.1", account("1", "0", "0")).target())
        .as("20,000 USDT are 16,000 dollars")
        .isEqualTo(Contracts.of("160"));
    Yardstick yardstick = Yardstick.of(carry, QUOTES).orThrow();
    assertThat(MarginCoins.of(carry, account("1", "0", "0.1"), yardstick).with(INVERSE.id()))
        .as("only the open profit")
        .isEqualTo(Money.of("5000", "USDT"));
  }

  @Test
  void the_plan_makes_the_exposure_what_was_wanted() {
    InstrumentSpec spec = spec(INVERSE, "1", "100");
    for (String exposure : List.of("0", "0.05", "0.3", "0.6")) {
      AccountSnapshot held = account("1", "0", "0");
      Universe universe = universe(INVERSE);
      Yardstick yardstick = Yardstick.of(universe, QUOTES).orThrow();
      Contracts target = planned(universe, exposure, held).target();
      BigDecimal reached =
          yardstick
              .value(spec, target, Price.of("40000"))
              .plus(MarginCoins.of(universe, held, yardstick).with(INVERSE.id()))
              .amount();
      BigDecimal wanted = NAV.times(Ratio.of(exposure)).amount();
      assertThat(reached.subtract(wanted).abs())
          .as("%s: within half a contract of 125 USDT", exposure)
          .isLessThanOrEqualTo(new BigDecimal("62.5"));
    }
  }

  /** A tenth of a coin is 5,000 USDT; half of it as margin at the leverage carries this many USDT. */
  @Test
  void the_coins_are_the_only_margin_and_what_they_carry_bounds_the_contracts() {
    PlanSettings settings = PlanSettings.defaults();
    BigDecimal carried =
        new BigDecimal("5000")
            .multiply(settings.maxMarginUse().value())
            .multiply(BigDecimal.valueOf(settings.venueLeverage()));
    RebalancePlan plan = plan(universe(INVERSE), "0.9", account("0.1", "0", "0"));
    BigDecimal traded = plan.targets().get(0).targetNotional().amount();
    assertThat(plan.marginScale()).isLessThan(Ratio.ONE);
    assertThat(traded).isLessThanOrEqualTo(carried.add(new BigDecimal("62.5")));
    assertThat(traded).isPositive();
  }
}
