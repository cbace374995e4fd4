package org.evenkeel.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.evenkeel.core.catalog.Samples.USDT;
import static org.evenkeel.core.catalog.Samples.leg;
import static org.evenkeel.core.catalog.Samples.perpetual;
import static org.evenkeel.core.catalog.Samples.share;
import static org.evenkeel.core.catalog.Samples.sleeve;
import static org.evenkeel.core.catalog.Samples.spot;
import static org.evenkeel.core.data.Books.account;
import static org.evenkeel.core.data.Books.futures;
import static org.evenkeel.core.data.Books.position;
import static org.evenkeel.core.data.Books.quote;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.catalog.Samples;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.data.Books;
import org.evenkeel.core.data.MarketSnapshot;
import org.evenkeel.core.data.Quote;
import org.junit.jupiter.api.Test;

class PlannerTest {

  private static final PlanSettings SETTINGS = PlanSettings.defaults();
  private static final Money NAV = Money.of("100000", "USDT");
  private static final InstrumentId BTC = perpetual("BTC").id();
  private static final InstrumentId ETH = perpetual("ETH").id();

  private final Universe two = Samples.universe("BTC", "ETH");
  private List<InstrumentSpec> specs =
      List.of(Samples.spec(perpetual("BTC")), Samples.spec(perpetual("ETH")));
  private List<Quote> quotes =
      List.of(quote(perpetual("BTC"), "50000"), quote(perpetual("ETH"), "2500"));
  private final TreeSet<InstrumentId> frozen = new TreeSet<>();

  private static SortedMap<SleeveId, Ratio> exposures(String... pairs) {
    TreeMap<SleeveId, Ratio> exposures = new TreeMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      exposures.put(SleeveId.of(pairs[i]), Ratio.of(pairs[i + 1]));
    }
    return exposures;
  }

  private Result<RebalancePlan> planned(
      Universe universe, SortedMap<SleeveId, Ratio> exposures, AccountSnapshot account, Money nav) {
    MarketSnapshot market = new MarketSnapshot(Books.NOON, Books.NOON, specs, List.of(), quotes);
    return new Planner(universe, SETTINGS)
        .plan(exposures, market, account, nav, Standing.settled(frozen));
  }

  private RebalancePlan plan(SortedMap<SleeveId, Ratio> exposures, AccountSnapshot account) {
    return planned(two, exposures, account, NAV).orThrow();
  }

  private static RefusalReason skipOf(RebalancePlan plan, InstrumentId instrument) {
    return plan.skips().stream()
        .filter(skip -> skip.instrument().equals(instrument))
        .map(skip -> skip.refusal().reason())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void exposure_times_nav_becomes_whole_lots_at_the_mark() {
    RebalancePlan plan =
        plan(exposures("btc", "0.3", "eth", "0.2"), account(futures("USDT", "100000")));
    assertThat(plan.marginScale()).isEqualTo(Ratio.ONE);
    assertThat(plan.targets())
        .extracting(TargetPosition::target)
        .containsExactly(Contracts.of("0.6"), Contracts.of("8"));
    assertThat(plan.legs())
        .extracting(PlannedLeg::side, PlannedLeg::quantity, PlannedLeg::reduceOnly)
        .containsExactly(
            tuple(Side.BUY, Contracts.of("0.6"), false), tuple(Side.BUY, Contracts.of("8"), false));
    assertThat(plan.legs()).extracting(PlannedLeg::number).containsExactly(0, 1);
  }

  @Test
  void what_lowers_risk_comes_first_and_then_the_largest() {
    RebalancePlan plan =
        plan(
            exposures("btc", "0.3", "eth", "0.02"),
            account(futures("USDT", "100000"), position(perpetual("ETH"), "4", "0")));
    assertThat(plan.legs()).extracting(PlannedLeg::instrument).containsExactly(ETH, BTC);
    assertThat(plan.legs().get(0).reduceOnly()).isTrue();
    assertThat(plan.legs().get(0).side()).isEqualTo(Side.SELL);
    assertThat(plan.legs().get(0).quantity()).isEqualTo(Contracts.of("3.2"));
  }

  /** A venue refuses a reduce-only order that opens, and an opening order that comes first is no close. */
  @Test
  void crossing_zero_is_a_close_and_then_an_opening_on_the_other_side() {
    Universe shorts =
        new Universe(USDT, List.of(sleeve("btc", leg(perpetual("BTC"), "-1"))), List.of());
    specs = List.of(Samples.spec(perpetual("BTC")));
    RebalancePlan plan =
        planned(
                shorts,
                exposures("btc", "0.25"),
                account(futures("USDT", "100000"), position(perpetual("BTC"), "0.3", "0")),
                NAV)
            .orThrow();
    assertThat(plan.legs())
        .extracting(
            PlannedLeg::number, PlannedLeg::side, PlannedLeg::quantity, PlannedLeg::reduceOnly)
        .containsExactly(
            tuple(0, Side.SELL, Contracts.of("0.3"), true),
            tuple(1, Side.SELL, Contracts.of("0.5"), false));
  }

  @Test
  void a_position_inside_the_band_is_left_alone_and_one_on_its_edge_too() {
    RebalancePlan inside =
        plan(
            exposures("btc", "0.5", "eth", "0"),
            account(futures("USDT", "100000"), position(perpetual("BTC"), "0.98", "0")));
    assertThat(inside.legs()).isEmpty();
    assertThat(skipOf(inside, BTC)).isEqualTo(RefusalReason.INSIDE_NO_TRADE_BAND);
    RebalancePlan outside =
        plan(
            exposures("btc", "0.5", "eth", "0"),
            account(futures("USDT", "100000"), position(perpetual("BTC"), "0.979", "0")));
    assertThat(outside.legs())
        .extracting(PlannedLeg::quantity)
        .containsExactly(Contracts.of("0.021"));
  }

  @Test
  void the_band_never_keeps_a_position_that_should_be_gone() {
    RebalancePlan plan =
        plan(
            exposures("btc", "0", "eth", "0"),
            account(futures("USDT", "100000"), position(perpetual("BTC"), "0.001", "0")));
    assertThat(plan.legs()).hasSize(1);
    assertThat(plan.legs().get(0).reduceOnly()).isTrue();
  }

  @Test
  void a_full_close_is_made_even_under_the_venues_minimum() {
    specs = List.of(Samples.spec(perpetual("BTC"), "0.1", "0.001", "100"), specs.get(1));
    RebalancePlan plan =
        plan(
            exposures(),
            account(futures("USDT", "100000"), position(perpetual("BTC"), "-0.001", "0")));
    assertThat(plan.legs()).extracting(PlannedLeg::side).containsExactly(Side.BUY);
    assertThat(plan.legs().get(0).notional()).isEqualTo(Money.of("50", "USDT"));
  }

  @Test
  void a_change_under_the_venues_minimum_is_skipped_by_name() {
    specs = List.of(Samples.spec(perpetual("BTC"), "0.1", "0.001", "2000"), specs.get(1));
    RebalancePlan plan =
        plan(
            exposures("btc", "0.5"),
            account(futures("USDT", "100000"), position(perpetual("BTC"), "0.965", "0")));
    assertThat(plan.legs()).isEmpty();
    assertThat(skipOf(plan, BTC)).isEqualTo(RefusalReason.BELOW_VENUE_MINIMUM);
  }

  @Test
  void a_target_too_small_to_be_sold_again_is_no_target() {
    specs = List.of(Samples.spec(perpetual("BTC"), "0.1", "0.001", "100"), specs.get(1));
    RebalancePlan plan = plan(exposures("btc", "0.0009"), account(futures("USDT", "100000")));
    assertThat(plan.targets().get(0).exact()).isEqualTo(Contracts.of("0.0018"));
    assertThat(plan.targets().get(0).target()).isEqualTo(Contracts.of("0.002"));
    RebalancePlan less = plan(exposures("btc", "0.0007"), account(futures("USDT", "100000")));
    assertThat(less.targets().get(0).target()).isEqualTo(Contracts.ZERO);
    assertThat(less.legs()).isEmpty();
  }

  @Test
  void a_frozen_instrument_is_untouched_and_named_and_the_others_trade() {
    frozen.add(BTC);
    RebalancePlan plan =
        plan(exposures("btc", "0.3", "eth", "0.2"), account(futures("USDT", "100000")));
    assertThat(plan.legs()).extracting(PlannedLeg::instrument).containsExactly(ETH);
    assertThat(skipOf(plan, BTC)).isEqualTo(RefusalReason.INSTRUMENT_FROZEN);
  }

  @Test
  void an_instrument_that_does_not_trade_now_is_named_and_the_others_trade() {
    InstrumentSpec btc = specs.get(0);
    InstrumentSpec halted =
        new InstrumentSpec(
            btc.instrument(),
            btc.tickSize(),
            btc.lotSize(),
            btc.minQty(),
            btc.maxQty(),
            btc.minNotional(),
            btc.multiplier(),
            false);
    specs = List.of(halted, specs.get(1));
    RebalancePlan plan =
        plan(exposures("btc", "0.3", "eth", "0.2"), account(futures("USDT", "100000")));
    assertThat(plan.legs()).extracting(PlannedLeg::instrument).containsExactly(ETH);
    assertThat(skipOf(plan, BTC)).isEqualTo(RefusalReason.INSTRUMENT_NOT_TRADING);
  }

  /** 5-fold leverage and 60 % of 10,000 carry 30,000; 50,000 are wanted, so everything shrinks to 0.6. */
  @Test
  void too_little_margin_shrinks_every_future_by_one_factor() {
    RebalancePlan plan =
        plan(exposures("btc", "0.3", "eth", "0.2"), account(futures("USDT", "10000")));
    assertThat(plan.marginScale()).isEqualTo(Ratio.of("0.6"));
    assertThat(plan.targets())
        .extracting(TargetPosition::target)
        .containsExactly(Contracts.of("0.36"), Contracts.of("4.8"));
  }

  @Test
  void without_collateral_every_future_is_closed() {
    RebalancePlan plan =
        plan(
            exposures("btc", "0.3", "eth", "0.2"),
            account(futures("USDT", "-5"), position(perpetual("BTC"), "0.3", "0")));
    assertThat(plan.marginScale()).isEqualTo(Ratio.ZERO);
    assertThat(plan.legs())
        .extracting(PlannedLeg::side, PlannedLeg::quantity)
        .containsExactly(tuple(Side.SELL, Contracts.of("0.3")));
  }

  @Test
  void margin_shrinks_a_sleeve_with_its_coins_which_alone_would_be_a_bet() {
    Universe carry =
        new Universe(
            USDT,
            List.of(sleeve("carry", leg(spot("BTC"), "1"), leg(perpetual("BTC"), "-1"))),
            List.of());
    specs = List.of(Samples.spec(perpetual("BTC")), Samples.spec(spot("BTC")));
    quotes = List.of(quote(perpetual("BTC"), "50000"), quote(spot("BTC"), "50000"));
    RebalancePlan plan =
        planned(
                carry,
                exposures("carry", "0.5"),
                account(futures("USDT", "10000"), Books.spot("USDT", "90000")),
                NAV)
            .orThrow();
    assertThat(plan.marginScale()).isEqualTo(Ratio.of("0.6"));
    assertThat(plan.targets())
        .extracting(TargetPosition::target)
        .containsExactly(Contracts.of("-0.6"), Contracts.of("0.6"));
  }

  @Test
  void sleeves_that_share_an_instrument_are_netted() {
    Universe shared =
        new Universe(
            USDT,
            List.of(
                sleeve("long", leg(perpetual("BTC"), "1")),
                sleeve("short", leg(perpetual("BTC"), "-0.5"), leg(perpetual("ETH"), "1"))),
            List.of());
    RebalancePlan plan =
        planned(
                shared,
                exposures("long", "0.5", "short", "0.4"),
                account(futures("USDT", "100000")),
                NAV)
            .orThrow();
    assertThat(plan.targets())
        .extracting(TargetPosition::target)
        .containsExactly(Contracts.of("0.6"), Contracts.of("16"));
  }

  @Test
  void selling_coins_comes_before_buying_because_it_pays_for_it() {
    Universe universe =
        new Universe(
            USDT,
            List.of(sleeve("btc-spot", leg(spot("BTC"), "1"))),
            List.of(share("USDC", "0.1")));
    specs = List.of(Samples.spec(spot("BTC")), Samples.usdc());
    quotes = List.of(quote(spot("BTC"), "50000"), quote(spot("USDC"), "1"));
    RebalancePlan plan =
        planned(
                universe,
                exposures("btc-spot", "0.5"),
                account(Books.spot("USDT", "60000"), Books.spot("USDC", "40000")),
                NAV)
            .orThrow();
    assertThat(plan.legs())
        .extracting(PlannedLeg::instrument, PlannedLeg::side)
        .containsExactly(tuple(spot("USDC").id(), Side.SELL), tuple(spot("BTC").id(), Side.BUY));
    assertThat(plan.legs()).noneMatch(PlannedLeg::reduceOnly);
  }

  @Test
  void without_value_or_data_nothing_is_planned() {
    assertThat(planned(two, exposures(), account(), Money.zero(USDT)))
        .isInstanceOfSatisfying(
            Result.Refused.class,
            refused ->
                assertThat(refused.refusal().reason()).isEqualTo(RefusalReason.INSUFFICIENT_FUNDS));
    quotes = List.of(quotes.get(0));
    assertThat(planned(two, exposures(), account(), NAV))
        .isInstanceOfSatisfying(
            Result.Refused.class,
            refused -> {
              assertThat(refused.refusal().reason()).isEqualTo(RefusalReason.DATA_STALE);
              assertThat(refused.refusal().detail()).contains(ETH.value());
            });
  }

  @Test
  void equal_inputs_have_equal_plans_and_any_difference_shows_in_the_hash() {
    AccountSnapshot account = account(futures("USDT", "100000"));
    RebalancePlan plan = plan(exposures("btc", "0.3", "eth", "0.2"), account);
    assertThat(plan(exposures("eth", "0.20", "btc", "0.30"), account).hash())
        .isEqualTo(plan.hash());
    assertThat(plan(exposures("btc", "0.3", "eth", "0.201"), account).hash())
        .isNotEqualTo(plan.hash());
    assertThat(plan(exposures("btc", "0.3", "eth", "0.2"), account(futures("USDT", "1"))).hash())
        .isNotEqualTo(plan.hash());
    frozen.add(BTC);
    assertThat(plan(exposures("btc", "0.3", "eth", "0.2"), account).hash())
        .isNotEqualTo(plan.hash());
  }

  @Test
  void settings_outside_of_their_ranges_are_refused() {
    Ratio half = Ratio.of("0.5");
    for (Runnable wrong :
        List.<Runnable>of(
            () -> new PlanSettings(Ratio.of("-0.01"), half, 5),
            () -> new PlanSettings(Ratio.of("1.01"), half, 5),
            () -> new PlanSettings(half, Ratio.ZERO, 5),
            () -> new PlanSettings(half, Ratio.of("1.01"), 5),
            () -> new PlanSettings(half, half, 0),
            () -> new PlanSettings(half, half, 21))) {
      assertThatThrownBy(wrong::run).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
