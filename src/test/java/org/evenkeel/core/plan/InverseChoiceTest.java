package org.evenkeel.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.evenkeel.core.data.Books.NOON;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.catalog.Leg;
import org.evenkeel.core.catalog.RateSource;
import org.evenkeel.core.catalog.Samples;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.catalog.WeightRules;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.data.Balance;
import org.evenkeel.core.data.Books;
import org.evenkeel.core.data.FundingOutlook;
import org.evenkeel.core.data.FundingView;
import org.evenkeel.core.data.MarketSnapshot;
import org.evenkeel.core.data.Quote;
import org.evenkeel.core.data.VenuePosition;
import org.evenkeel.core.data.Wallet;
import org.evenkeel.core.estimate.CovarianceEstimate;
import org.junit.jupiter.api.Test;

/**
 * Long bitcoin for 80,000 of 200,000 USDT in a linear perpetual or in inverse contracts of 100 dollars; a bitcoin is worth
 * 50,000 USDT, a dollar 1.25.
 */
class InverseChoiceTest {

  private static final Currency BTC = Currency.of("BTC");
  private static final Currency USD = Currency.of("USD");
  private static final VenueId OKX = VenueId.of("okx");
  private static final Wallet WALLET = Wallet.unified(OKX);
  private static final Instrument INVERSE = new Instrument.InversePerpetual(BTC, USD, OKX);
  private static final Instrument LINEAR = new Instrument.LinearPerpetual(BTC, Samples.USDT, OKX);
  private static final Instrument COIN = new Instrument.Spot(BTC, Samples.USDT, OKX);
  private static final SleeveId SLEEVE = SleeveId.of("btc");

  private String coins = "1";
  private String contracts = "-400";
  private String linear = "0";
  private String fundingHere = "0.0001";
  private String fundingThere = "0.0001";
  private String exposure = "0.4";

  private static Universe universe(Leg... legs) {
    return new Universe(
        Samples.USDT,
        List.of(Samples.sleeve("btc", legs)),
        List.of(),
        WeightRules.none(),
        List.of(
            new RateSource.IndexCross(USD, LINEAR.id(), INVERSE.id()),
            new RateSource.SpotMarket(BTC, COIN.id())));
  }

  private static Leg either() {
    return new Leg(LINEAR.id(), BigDecimal.ONE, List.of(INVERSE.id()));
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

  private static FundingOutlook outlook(Instrument instrument, String rate) {
    return new FundingOutlook(
        instrument.id(), new BigDecimal(rate), NOON.plus(Duration.ofHours(4)), Duration.ofHours(8));
  }

  private Result<RebalancePlan> planned(List<Quote> quotes) {
    MarketSnapshot market =
        new MarketSnapshot(
                NOON,
                NOON,
                List.of(
                    spec(COIN, "0.00001", "1"),
                    spec(LINEAR, "0.1", "0.01"),
                    spec(INVERSE, "1", "100")),
                List.of(),
                quotes)
            .with(
                new FundingView(
                    List.of(outlook(LINEAR, fundingHere), outlook(INVERSE, fundingThere)),
                    List.of(),
                    new TreeMap<>()));
    AccountSnapshot account =
        new AccountSnapshot(
            OKX,
            NOON,
            NOON,
            List.of(
                new Balance(WALLET, BTC, new BigDecimal(coins), new BigDecimal(coins)),
                new Balance(
                    WALLET, Samples.USDT, new BigDecimal("150000"), new BigDecimal("150000"))),
            List.of(
                new VenuePosition(
                    INVERSE.id(),
                    Contracts.of(contracts),
                    new BigDecimal("40000"),
                    BigDecimal.ZERO),
                new VenuePosition(
                    LINEAR.id(), Contracts.of(linear), new BigDecimal("50000"), BigDecimal.ZERO)));
    TreeMap<SleeveId, Ratio> exposures = new TreeMap<>();
    exposures.put(SLEEVE, Ratio.of(exposure));
    return new Planner(universe(either()), PlanSettings.defaults())
        .plan(
            exposures,
            market,
            account,
            Money.of("200000", "USDT"),
            Standing.settled(new TreeSet<InstrumentId>()),
            Optional.of(
                new LotBasis(
                    CovarianceEstimate.given(List.of(SLEEVE), new double[][] {{0.25}}),
                    Ratio.of("2"),
                    NOON.plus(Duration.ofDays(1)))));
  }

  private RebalancePlan plan() {
    return planned(
            List.of(
                Books.quote(COIN, "50000"),
                Books.quote(LINEAR, "50000"),
                Books.quote(INVERSE, "40000")))
        .orThrow();
  }

  private static CandidateCost of(RebalancePlan plan, Instrument instrument) {
    return plan.choices().getFirst().candidates().stream()
        .filter(one -> one.instrument().equals(instrument.id()))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> legs(RebalancePlan plan) {
    return plan.legs().stream()
        .map(
            leg ->
                (leg.instrument().equals(INVERSE.id()) ? "inverse " : "linear ")
                    + leg.side()
                    + " "
                    + leg.quantity()
                    + (leg.reduceOnly() ? " less" : ""))
        .toList();
  }

  /** What is held once all legs are done, in USDT and with the coins, by the definitions of the contracts. */
  private BigDecimal exposureAfter(RebalancePlan plan) {
    BigDecimal after =
        new BigDecimal(coins)
            .multiply(new BigDecimal("50000"))
            .add(new BigDecimal(contracts).multiply(new BigDecimal("125")))
            .add(new BigDecimal(linear).multiply(new BigDecimal("500")));
    for (PlannedLeg leg : plan.legs()) {
      after =
          after.add(
              leg.side()
                  .signed(leg.quantity())
                  .value()
                  .multiply(new BigDecimal(leg.instrument().equals(INVERSE.id()) ? "125" : "500")));
    }
    return after;
  }

  /** Three settlements: 80,000 in the linear one with the hedge of 50,000, or 30,000 in contracts beside the coins. */
  @Test
  void funding_is_paid_for_contracts_and_earned_by_the_hedge_of_coins() {
    fundingThere = "0.0002";
    RebalancePlan plan = plan();
    assertThat(of(plan, LINEAR).funding()).isEqualByComparingTo("-6"); // 24 - 30
    assertThat(of(plan, INVERSE).funding()).isEqualByComparingTo("18");
    assertThat(of(plan, LINEAR).fee()).as("0.05 % of 80,000").isEqualByComparingTo("40");
    assertThat(of(plan, INVERSE).fee()).isEqualByComparingTo("40");
    assertThat(plan.choices().getFirst().chosen()).isEqualTo(LINEAR.id());
    assertThat(legs(plan)).as("the coins stay hedged").containsExactly("linear BUY 160");
  }

  @Test
  void coins_that_nothing_hedges_are_the_exposure_already_and_only_the_rest_is_bought() {
    contracts = "0";
    RebalancePlan plan = plan();
    assertThat(of(plan, INVERSE).fee()).as("0.05 % of 30,000").isEqualByComparingTo("15");
    assertThat(of(plan, LINEAR).leaving()).as("the hedge to be sold").isEqualByComparingTo("25");
    assertThat(legs(plan)).containsExactly("inverse BUY 240");
    assertThat(exposureAfter(plan)).isEqualByComparingTo("80000");
  }

  @Test
  void
      a_position_moves_to_the_inverse_contract_when_its_funding_is_lower_and_back_when_it_is_not() {
    linear = "160";
    fundingHere = "0.0008";
    RebalancePlan there = plan();
    assertThat(there.choices().getFirst().isSwitch()).isTrue();
    assertThat(legs(there))
        .containsExactly("linear SELL 160 less", "inverse BUY 400 less", "inverse BUY 240");
    assertThat(exposureAfter(there)).isEqualByComparingTo("80000");
    linear = "0";
    contracts = "240";
    fundingHere = "0.0001";
    fundingThere = "0.0004";
    assertThat(legs(plan())).as("it does not save the cost of the move").isEmpty();
    fundingThere = "0.0009";
    RebalancePlan back = plan();
    assertThat(legs(back))
        .containsExactly("inverse SELL 240 less", "linear BUY 160", "inverse SELL 400");
    assertThat(exposureAfter(back)).isEqualByComparingTo("80000");
  }

  @Test
  void without_coins_it_cannot_be_held_and_says_what_margin_it_would_need() {
    coins = "0";
    contracts = "0";
    fundingThere = "-0.01";
    RebalancePlan plan = plan();
    assertThat(plan.choices().getFirst().chosen()).isEqualTo(LINEAR.id());
    assertThat(of(plan, INVERSE).fault())
        .contains("the margin in BTC@okx carries 0 more")
        .contains("80000 are needed");
  }

  /** 0.1 bitcoin are 5,000 USDT of margin: at a leverage of 5 and a use of 0.6 they carry 15,000. */
  @Test
  void coins_that_carry_less_than_the_exposure_are_not_enough() {
    coins = "0.1";
    contracts = "-40";
    fundingThere = "-0.01";
    assertThat(of(plan(), INVERSE).fault()).contains("BTC@okx").contains("carries 10000 more");
  }

  @Test
  void coins_of_a_contract_without_a_price_hold_the_whole_plan() {
    contracts = "0";
    assertThat(planned(List.of(Books.quote(COIN, "50000"), Books.quote(LINEAR, "50000"))))
        .isInstanceOf(Result.Refused.class);
  }

  @Test
  void wherever_it_is_held_the_exposure_is_what_is_wanted_but_for_a_lot() {
    Random random = new Random(11);
    int switches = 0;
    for (int i = 0; i < 200; i++) {
      coins = BigDecimal.valueOf(500L + random.nextInt(4000), 3).toPlainString();
      contracts = String.valueOf(random.nextInt(2000) - 1000);
      linear = String.valueOf(random.nextInt(300));
      fundingHere = BigDecimal.valueOf(random.nextInt(4001) - 2000L, 6).toPlainString();
      fundingThere = BigDecimal.valueOf(random.nextInt(4001) - 2000L, 6).toPlainString();
      exposure = BigDecimal.valueOf(5L + random.nextInt(40), 2).toPlainString();
      RebalancePlan plan = plan();
      BigDecimal wanted =
          new BigDecimal(exposure)
              .multiply(new BigDecimal("200000"))
              .multiply(plan.marginScale().value());
      // Positions within the band of two percent are left alone, those of coins as well.
      BigDecimal band =
          wanted
              .add(new BigDecimal(coins).multiply(new BigDecimal("50000")))
              .multiply(new BigDecimal("0.02"))
              .add(new BigDecimal("125"));
      assertThat(exposureAfter(plan).subtract(wanted).abs())
          .as(i + ": " + coins + " " + contracts + " " + linear + " " + plan.legs())
          .isLessThanOrEqualTo(band);
      switches += plan.choices().getFirst().isSwitch() ? 1 : 0;
    }
    assertThat(switches).isBetween(20, 180);
  }

  @Test
  void the_coins_behind_an_alternative_belong_to_no_other_leg_and_no_other_contract() {
    assertThatThrownBy(() -> universe(either(), Samples.leg(COIN, "1")))
        .hasMessageContaining("in the same BTC at okx");
    InstrumentId dated = InstrumentId.of("BTC-USD-INVERSE20260327@okx");
    assertThatThrownBy(
            () -> universe(new Leg(LINEAR.id(), BigDecimal.ONE, List.of(INVERSE.id(), dated))))
        .hasMessageContaining("in the same BTC at okx");
    List<Leg> fixed = new ArrayList<>(List.of(Samples.leg(INVERSE, "1"), Samples.leg(COIN, "1")));
    assertThat(universe(fixed.toArray(Leg[]::new)).sleeves()).hasSize(1);
  }
}
