package org.evenkeel.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.core.catalog.Samples.USDT;
import static org.evenkeel.core.catalog.Samples.leg;
import static org.evenkeel.core.catalog.Samples.perpetual;
import static org.evenkeel.core.catalog.Samples.sleeve;
import static org.evenkeel.core.catalog.Samples.spot;
import static org.evenkeel.core.data.Books.account;
import static org.evenkeel.core.data.Books.futures;
import static org.evenkeel.core.data.Books.position;
import static org.evenkeel.core.data.Books.quote;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.catalog.Samples;
import org.evenkeel.core.catalog.Sleeve;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.data.Books;
import org.evenkeel.core.data.MarketSnapshot;
import org.evenkeel.core.data.Quote;
import org.evenkeel.core.estimate.CovarianceEstimate;
import org.evenkeel.core.parity.bands.BandSettings;
import org.evenkeel.core.parity.bands.BandSettings.Destination;
import org.evenkeel.core.parity.bands.BandSettings.Method;
import org.evenkeel.core.parity.bands.BandSettings.Protocol;
import org.junit.jupiter.api.Test;

/** Lots that are chosen together and trades that are weighed against their cost, in whole plans. */
class LotsAndBandsTest {

  private static final InstrumentId BTC = perpetual("BTC").id();
  private static final InstrumentId ETH = perpetual("ETH").id();
  private static final BandSettings COST = BandSettings.usual().byCost(Destination.CENTRE).wide(1);

  private final Universe two = Samples.universe("BTC", "ETH");
  private final List<InstrumentSpec> specs =
      List.of(
          Samples.spec(perpetual("BTC"), "0.1", "0.001", "100"),
          Samples.spec(perpetual("ETH"), "0.01", "0.001", "20"),
          Samples.spec(spot("BTC")));
  private final List<Quote> quotes =
      List.of(
          quote(perpetual("BTC"), "50000"),
          quote(perpetual("ETH"), "2500"),
          quote(spot("BTC"), "50000"));

  private RebalancePlan plan(
      Universe universe,
      PlanSettings settings,
      AccountSnapshot account,
      String nav,
      String... exposures) {
    TreeMap<SleeveId, Ratio> wanted = new TreeMap<>();
    for (int i = 0; i < exposures.length; i += 2) {
      wanted.put(SleeveId.of(exposures[i]), Ratio.of(exposures[i + 1]));
    }
    List<SleeveId> sleeves = universe.sleeves().stream().map(Sleeve::id).toList();
    double[][] covariance = new double[sleeves.size()][sleeves.size()];
    for (int i = 0; i < covariance.length; i++) {
      for (int j = 0; j < covariance.length; j++) {
        covariance[i][j] = i == j ? 0.36 : 0.18;
      }
    }
    LotBasis basis =
        new LotBasis(
            CovarianceEstimate.given(sleeves, covariance),
            Ratio.of("3"),
            Books.NOON.plus(Duration.ofHours(4)));
    MarketSnapshot market = new MarketSnapshot(Books.NOON, Books.NOON, specs, List.of(), quotes);
    return new Planner(universe, settings)
        .plan(
            wanted,
            market,
            account,
            Money.of(nav, "USDT"),
            Standing.settled(new TreeSet<>()),
            Optional.of(basis))
        .orThrow();
  }

  private static Contracts target(RebalancePlan plan, InstrumentId id) {
    return plan.targets().stream()
        .filter(position -> position.instrument().equals(id))
        .map(TargetPosition::target)
        .findFirst()
        .orElseThrow();
  }

  private static PlanSettings with(BandSettings bands) {
    return PlanSettings.defaults().with(bands);
  }

  @Test
  void a_small_account_is_told_what_lots_cost_it_and_from_which_size_they_do_not() {
    RebalancePlan small =
        plan(
            two,
            with(COST),
            account(futures("USDT", "1000")),
            "1000",
            "btc",
            "0.13",
            "eth",
            "0.13");
    // 130 of bitcoin are 2.6 lots of 50; 100 is the least.
    assertThat(target(small, BTC)).isIn(Contracts.of("0.002"), Contracts.of("0.003"));
    assertThat(small.lots().orElseThrow().error()).isGreaterThan(Ratio.of("0.005"));
    assertThat(small.lots().orElseThrow().error())
        .isLessThanOrEqualTo(small.lots().orElseThrow().naiveError());
    Money size = small.lots().orElseThrow().vanishesFrom().orElseThrow();
    RebalancePlan large =
        plan(
            two,
            with(COST),
            account(futures("USDT", "1000000000")),
            size.amount().toPlainString(),
            "btc",
            "0.13",
            "eth",
            "0.13");
    assertThat(large.lots().orElseThrow().error()).isLessThanOrEqualTo(Ratio.of("0.01"));
    assertThat(small.lots().orElseThrow().inWords())
        .contains("residual risk-contribution error", "would be below 1.00 % from an account of");
  }

  @Test
  void whole_lots_never_need_more_margin_than_there_is() {
    // 0.6 of 100 at a leverage of 5 carry 300: 150 of each are wanted, and 3 lots of 50 fit
    // exactly.
    for (String wallet : List.of("100", "95", "70", "40")) {
      RebalancePlan plan =
          plan(two, with(COST), account(futures("USDT", wallet)), "1000", "btc", "1", "eth", "1");
      BigDecimal gross =
          plan.targets().stream()
              .map(position -> position.targetNotional().amount().abs())
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      assertThat(gross)
          .isLessThanOrEqualTo(new BigDecimal(wallet).multiply(new BigDecimal("3.0001")));
    }
  }

  @Test
  void a_sleeve_of_two_legs_stays_hedged_to_the_lot_of_the_coarser_one() {
    Universe carry =
        new Universe(
            USDT,
            List.of(sleeve("carry", leg(spot("BTC"), "1"), leg(perpetual("BTC"), "-1"))),
            List.of());
    RebalancePlan plan =
        plan(
            carry,
            with(COST),
            account(futures("USDT", "500"), Books.spot("USDT", "500")),
            "1000",
            "carry",
            "0.27");
    assertThat(target(plan, BTC)).isEqualTo(target(plan, spot("BTC").id()).negated());
    assertThat(target(plan, BTC)).isIn(Contracts.of("-0.005"), Contracts.of("-0.006"));
  }

  /** Coins worth 75 and lots worth 50: each sleeve's 37.5 would be rounded up, and nothing pays for the second lot. */
  @Test
  void whole_lots_of_a_coin_that_sleeves_share_are_no_more_than_is_there_or_paid_for() {
    Universe shared =
        new Universe(
            USDT,
            List.of(sleeve("a", leg(spot("BTC"), "1")), sleeve("b", leg(spot("BTC"), "1"))),
            List.of());
    RebalancePlan plan =
        plan(
            shared,
            with(COST),
            account(Books.spot("BTC", "0.0015")),
            "1000",
            "a",
            "0.5",
            "b",
            "0.5");
    assertThat(target(plan, spot("BTC").id())).isEqualTo(Contracts.of("0.001"));
  }

  private AccountSnapshot holding(String btc, String eth) {
    return account(
        futures("USDT", "100000"),
        position(perpetual("BTC"), btc, "0"),
        position(perpetual("ETH"), eth, "0"));
  }

  private RebalancePlan banded(BandSettings bands, String btc, String eth) {
    return plan(two, with(bands), holding(btc, eth), "100000", "btc", "0.2", "eth", "0.2");
  }

  @Test
  void a_trade_that_is_not_worth_its_cost_has_a_row_with_both() {
    // 0.4 and 8 are wanted.
    RebalancePlan plan = banded(COST, "0.404", "7.92");
    assertThat(plan.legs()).isEmpty();
    assertThat(plan.skips())
        .hasSize(2)
        .allMatch(skip -> skip.refusal().reason() == RefusalReason.INSIDE_NO_TRADE_BAND)
        .allMatch(skip -> skip.refusal().detail().contains("would save"))
        .allMatch(skip -> skip.refusal().detail().contains("and cost 0.1"));
  }

  @Test
  void a_trade_that_is_worth_it_goes_to_the_centre_or_only_to_the_edge() {
    RebalancePlan centre = banded(COST, "0.6", "4");
    assertThat(centre.legs()).hasSize(2);
    assertThat(target(centre, BTC)).isEqualTo(Contracts.of("0.4"));
    RebalancePlan edge = banded(COST.byCost(Destination.EDGE), "0.6", "4");
    assertThat(target(edge, BTC)).isBetween(Contracts.of("0.401"), Contracts.of("0.599"));
  }

  @Test
  void what_must_be_closed_is_closed_by_every_protocol() {
    for (Protocol protocol : Protocol.values()) {
      RebalancePlan plan =
          plan(two, with(bands(protocol, 24)), holding("0.001", "8"), "100000", "eth", "0.2");
      assertThat(plan.legs())
          .as(protocol + " " + plan.skips())
          .anyMatch(leg -> leg.instrument().equals(BTC) && leg.reduceOnly());
    }
  }

  private static BandSettings bands(Protocol protocol, int hours) {
    return new BandSettings(
        Method.FIXED,
        protocol,
        Destination.CENTRE,
        5,
        2,
        0.01,
        Duration.ofHours(hours),
        Ratio.of("0.0005"),
        Ratio.of("0.001"));
  }

  @Test
  void between_calendar_times_nothing_is_traded_and_at_one_everything_or_what_is_outside() {
    // It is noon and the next decision is at 16: midnight is not near, noon is.
    RebalancePlan waits = banded(bands(Protocol.CALENDAR, 24), "0.6", "7.99");
    assertThat(waits.legs()).isEmpty();
    assertThat(waits.skips())
        .allMatch(
            skip -> skip.refusal().detail().contains("wait for the calendar time 2026-02-01"));
    assertThat(banded(bands(Protocol.CALENDAR, 12), "0.6", "7.99").legs()).hasSize(2);
    assertThat(banded(bands(Protocol.HYBRID, 12), "0.6", "7.99").legs())
        .extracting(PlannedLeg::instrument)
        .containsExactly(BTC);
    assertThat(banded(bands(Protocol.HYBRID, 24), "0.6", "7.99").legs()).isEmpty();
    assertThat(target(waits, ETH)).isEqualTo(Contracts.of("8"));
  }
}
