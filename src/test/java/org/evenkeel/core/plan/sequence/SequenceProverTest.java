package org.evenkeel.core.plan.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.plan.PlannedLeg;
import org.evenkeel.core.plan.PositionInterval;
import org.evenkeel.core.plan.ProvenFigure;
import org.junit.jupiter.api.Test;

/** What has a proof and what has none, with a NAV and a wallet of 100 and contracts worth 1. */
class SequenceProverTest {

  private final Steps steps = new Steps();

  @Test
  void a_purchase_beside_a_sale_that_may_fail_has_no_proof_and_one_that_waits_has() {
    steps.gross = "3";
    steps.hold("BTC", 200, 200).hold("ETH", 0, 0).reduce("BTC", -100).buy("ETH", 150);

    assertThat(steps.isProven()).isFalse();
    assertThat(steps.isProven(1)).isTrue();
    assertThat(Steps.inShort(steps.arranged())).isEqualTo("BTC-100 then ETH+150");
  }

  @Test
  void what_is_safe_whatever_becomes_of_the_rest_waits_for_nothing() {
    steps.gross = "3";
    steps.hold("BTC", 200, 200).hold("ETH", 0, 0).reduce("BTC", -100).buy("ETH", 100);

    assertThat(Steps.inShort(steps.arranged())).isEqualTo("BTC-100 ETH+100");
    assertThat(steps.arranged().waits()).isEmpty();
  }

  @Test
  void an_unknown_order_counts_at_its_worse_end() {
    steps.gross = "2";
    steps.hold("BTC", 100, 150).hold("ETH", 0, 0).buy("ETH", 60);

    assertThat(steps.isProven()).isFalse();
    steps.legs.clear();
    assertThat(steps.figure(ProvenFigure.Kind.GROSS_LEVERAGE).worst())
        .as("before the first leg")
        .isEqualByComparingTo("1.5");
  }

  @Test
  void what_waits_waits_for_no_unknown_order() {
    steps.gross = "2";
    steps.hold("BTC", 100, 150).hold("ETH", 0, 0).reduce("BTC", -50).buy("ETH", 100);

    assertThat(steps.isProven(1)).as("150 less 50 and 100 more").isTrue();
    assertThat(steps.figure(ProvenFigure.Kind.GROSS_LEVERAGE, 1).worst()).isEqualByComparingTo("2");
    steps.buy("ETH", 1);
    assertThat(steps.isProven(1)).isFalse();
  }

  @Test
  void longs_and_shorts_that_together_are_level_are_cut_into_slices_that_wait_for_each_other() {
    steps.net = "1";
    steps.hold("BTC", 0, 0).hold("ETH", 0, 0).buy("BTC", 200).sell("ETH", 200);

    assertThat(steps.isProven()).isFalse();
    assertThat(Steps.inShort(steps.arranged())).isEqualTo("BTC+100 then ETH-200 then BTC+100");
  }

  @Test
  void a_slice_is_never_smaller_than_the_venue_takes_and_leaves_no_less() {
    steps.gross = "1";
    steps.hold("BTC", 0, 0).buy("BTC", 103);

    Sequence safe = steps.arranged();

    assertThat(Steps.inShort(safe)).as("the rest of 5 is the smallest order").isEqualTo("BTC+98");
    assertThat(safe.cuts()).hasSize(1);
    assertThat(safe.cuts().get(0).refusal().reason()).isEqualTo(RefusalReason.LIMIT);
    assertThat(safe.cuts().get(0).refusal().detail())
        .contains("BUY 5")
        .contains("max_gross_leverage");
  }

  @Test
  void a_venue_has_a_limit_of_its_own() {
    InstrumentId there = InstrumentId.of("ETH-USDT-PERP@okx");
    steps.funds.put(Steps.pot("okx"), new BigDecimal("100"));
    steps.venue = "1.2";
    steps
        .hold("BTC", 100, 100)
        .hold(there, Stake.Kind.FUTURE, Optional.of(Steps.pot("okx")), 0, 0, "0");
    steps.leg(there, Side.BUY, 110, false);
    assertThat(steps.isProven()).isTrue();
    steps.buy("BTC", 30);
    assertThat(steps.isProven()).isFalse();
  }

  @Test
  void coins_held_for_their_risk_are_exposure_to_their_venue_and_to_nothing_else() {
    InstrumentId coin = InstrumentId.of("BTC-USDT-SPOT@binance");
    steps.hold(coin, Stake.Kind.COIN, Optional.empty(), 50, 50, "0").leg(coin, Side.BUY, 20, false);

    assertThat(steps.figure(ProvenFigure.Kind.VENUE_EXPOSURE).worst()).isEqualByComparingTo("0.7");
    assertThat(steps.figure(ProvenFigure.Kind.GROSS_LEVERAGE).worst()).isEqualByComparingTo("0");
  }

  @Test
  void a_coin_paid_from_the_margin_takes_it_away_and_its_sale_brings_none_that_is_certain() {
    InstrumentId coin = InstrumentId.of("USDC-USDT-SPOT@binance");
    steps.leverage = 5;
    steps
        .hold("BTC", 0, 0)
        .hold(coin, Stake.Kind.CASH, Optional.of(Steps.pot(Steps.HERE)), 0, 0, "0");
    steps.leg(coin, Side.BUY, 30, false).buy("BTC", 350);
    assertThat(steps.figure(ProvenFigure.Kind.INITIAL_MARGIN).worst()).isEqualByComparingTo("1");
    steps.buy("BTC", 5);
    assertThat(steps.isProven()).isFalse();

    Steps sale = new Steps();
    sale.leverage = 5;
    sale.hold("BTC", 0, 0)
        .hold(coin, Stake.Kind.CASH, Optional.of(Steps.pot(Steps.HERE)), 30, 30, "0");
    sale.leg(coin, Side.SELL, 30, false).buy("BTC", 505);
    assertThat(sale.isProven(1)).isFalse();
  }

  @Test
  void the_margin_ratio_is_maintenance_margin_over_equity() {
    steps.table = MaintenanceTable.flat(Ratio.of("0.05"));
    steps.margin = "0.2";
    steps.hold("BTC", 0, 0).buy("BTC", 400);
    assertThat(steps.figure(ProvenFigure.Kind.MARGIN_RATIO).worst()).isEqualByComparingTo("0.2");
    steps.buy("BTC", 5);
    assertThat(steps.isProven()).isFalse();
  }

  @Test
  void maintenance_margin_rises_in_tiers() {
    steps.table = tiered(MaintenanceCurve.Motion.VALUE, Optional.empty());
    steps.hold("BTC", 0, 0).hold("ETH", 100, 100).buy("BTC", 150);

    assertThat(steps.figure(ProvenFigure.Kind.MARGIN_RATIO).worst())
        .as("1 and 2.5 of BTC and 2 of ETH")
        .isEqualByComparingTo("0.055");
  }

  private static MaintenanceTable tiered(
      MaintenanceCurve.Motion motion, Optional<BigDecimal> most) {
    TreeMap<InstrumentId, MaintenanceCurve> curves = new TreeMap<>();
    curves.put(
        Steps.future("BTC"),
        new MaintenanceCurve(
            List.of(
                new MaintenanceTable.Tier(BigDecimal.ZERO, Ratio.of("0.01")),
                new MaintenanceTable.Tier(new BigDecimal("100"), Ratio.of("0.05"))),
            motion,
            most));
    return new MaintenanceTable(Ratio.of("0.02"), curves);
  }

  /** Long 150 with 100 and 3.5 to be kept: a move of d leaves 100 - 150 d. */
  private BigDecimal distance(MaintenanceCurve.Motion motion) {
    Steps here = new Steps();
    here.table = tiered(motion, Optional.empty());
    here.hold("BTC", 0, 0).buy("BTC", 150);
    return here.figure(ProvenFigure.Kind.LIQUIDATION_DISTANCE).worst();
  }

  @Test
  void a_move_of_prices_carries_a_position_through_tiers_of_value_and_not_of_contracts() {
    assertThat(distance(MaintenanceCurve.Motion.VALUE))
        .as("about 50 of value is left, in the lowest tier: 100 - 150 d = 1.5 (1 - d)")
        .isEqualByComparingTo("0.663");
    assertThat(distance(MaintenanceCurve.Motion.CONTRACTS))
        .as("100 - 150 d = 3.5 (1 - d): 96.5 / 146.5")
        .isEqualByComparingTo("0.658");
    assertThat(distance(MaintenanceCurve.Motion.FACE))
        .as("100 - 150 d = 3.5: 96.5 / 150")
        .isEqualByComparingTo("0.643");
  }

  @Test
  void no_leg_leads_into_a_size_at_which_the_venue_does_not_grant_the_leverage() {
    steps.table = tiered(MaintenanceCurve.Motion.VALUE, Optional.of(new BigDecimal("120")));
    steps.hold("BTC", -130, 90).hold("ETH", 0, 0).buy("BTC", 30);
    assertThat(steps.isProven()).as("120 or -100").isTrue();
    steps.buy("ETH", 500).buy("BTC", 5);

    assertThat(steps.isProven()).isFalse();
    assertThat(Steps.inShort(steps.arranged())).isEqualTo("BTC+30 ETH+500");
    assertThat(steps.arranged().cuts().toString())
        .contains("BTC-USDT-PERP", "125.00, over 120.00", "plan.venue_leverage_ratio");
  }

  @Test
  void of_a_position_that_is_too_large_already_what_reduces_is_not_held_back() {
    steps.table = tiered(MaintenanceCurve.Motion.VALUE, Optional.of(new BigDecimal("120")));
    steps.hold("BTC", 300, 300).reduce("BTC", -50);
    assertThat(steps.isProven()).isTrue();
    steps.sell("BTC", 50);
    assertThat(steps.isProven()).as("whether or not it has the flag").isTrue();
    steps.legs.clear();
    steps.buy("BTC", 5);
    assertThat(steps.isProven()).isFalse();
  }

  @Test
  void tiers_whose_rates_fall_are_refused() {
    List<MaintenanceTable.Tier> falling =
        List.of(
            new MaintenanceTable.Tier(BigDecimal.ZERO, Ratio.of("0.02")),
            new MaintenanceTable.Tier(new BigDecimal("100"), Ratio.of("0.01")));
    assertThatThrownBy(
            () -> new MaintenanceCurve(falling, MaintenanceCurve.Motion.VALUE, Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not fall");
  }

  @Test
  void the_distance_to_liquidation_is_the_move_that_leaves_no_more_than_maintenance_margin() {
    // Long 400 with 100: a fall of d leaves 100 - 400 d, and 0.05 * 400 * (1 - d) must be left.
    steps.table = MaintenanceTable.flat(Ratio.of("0.05"));
    steps.hold("BTC", 0, 0).buy("BTC", 400);

    assertThat(steps.figure(ProvenFigure.Kind.LIQUIDATION_DISTANCE).worst())
        .as("80 / 380 in thousandths")
        .isEqualByComparingTo("0.210");
    assertThat(steps.figure(ProvenFigure.Kind.LIQUIDATION_DISTANCE).after()).isEqualTo(0);
    steps.distance = "0.21";
    assertThat(steps.isProven()).isTrue();
    steps.distance = "0.211";
    assertThat(steps.isProven()).isFalse();
  }

  @Test
  void a_hedged_book_is_as_far_from_liquidation_as_the_move_of_one_side_alone() {
    steps.hold("BTC", 200, 200).hold("ETH", 0, 0).sell("ETH", 200);
    steps.distance = "0.5";
    assertThat(steps.isProven()).isTrue();
    assertThat(steps.figure(ProvenFigure.Kind.LIQUIDATION_DISTANCE).worst())
        .isEqualByComparingTo("0.5");
    steps.sell("ETH", 5);
    assertThat(steps.isProven()).isFalse();
  }

  @Test
  void a_hedge_that_may_fail_is_no_hedge() {
    steps.distance = "0.4";
    steps.hold("BTC", 0, 0).hold("ETH", 0, 0).buy("BTC", 200).buy("ETH", 100);
    assertThat(steps.isProven()).as("300 with 100 at a fall of 0.4").isFalse();

    Steps hedged = new Steps();
    hedged.distance = "0.4";
    hedged.hold("BTC", 200, 200).hold("ETH", 0, 0).hold("SOL", 0, 0);
    hedged.sell("SOL", 100).buy("ETH", 100);
    assertThat(hedged.isProven()).as("the sale may fail").isFalse();
    assertThat(hedged.isProven(1)).as("the purchase waits for it").isTrue();
  }

  @Test
  void what_trading_costs_is_taken_from_the_equity() {
    steps.leverage = 1;
    steps
        .hold(
            Steps.future("BTC"),
            Stake.Kind.FUTURE,
            Optional.of(Steps.pot(Steps.HERE)),
            0,
            0,
            "0.02")
        .buy("BTC", 98);
    assertThat(steps.isProven()).as("98 and 1.96").isTrue();
    steps.buy("BTC", 1);
    assertThat(steps.isProven()).isFalse();
  }

  @Test
  void a_venue_without_equity_carries_nothing() {
    steps.funds.clear();
    steps.hold("BTC", 0, 0).buy("BTC", 5);
    assertThat(steps.isProven()).isFalse();
    assertThat(steps.arranged().legs()).isEmpty();
    assertThat(steps.arranged().cuts()).hasSize(1);
  }

  @Test
  void what_reduces_goes_on_when_everything_is_beyond_its_limit_and_what_adds_does_not() {
    steps.gross = "1";
    steps.leverage = 1;
    steps.hold("BTC", 300, 300).hold("ETH", 0, 0).reduce("BTC", -50).buy("ETH", 5);

    Sequence safe = steps.arranged();

    assertThat(Steps.inShort(safe)).isEqualTo("BTC-50");
    assertThat(safe.figures().stream().filter(figure -> !figure.holds()).map(ProvenFigure::after))
        .as("it was so before the first leg")
        .isNotEmpty()
        .allMatch(after -> after == -1);
  }

  @Test
  void closing_a_hedge_is_done_in_slices_with_what_it_hedges() {
    steps.net = "1";
    steps.hold("BTC", 300, 300).hold("ETH", -250, -250);
    steps.reduce("BTC", -300).reduce("ETH", 250);

    assertThat(steps.isProven()).isFalse();
    Sequence safe = steps.arranged();
    assertThat(safe.cuts()).isEmpty();
    assertThat(safe.waits()).isNotEmpty();
    assertThat(safe.legs()).allMatch(PlannedLeg::reduceOnly);
  }

  @Test
  void all_that_reduces_comes_before_all_that_adds() {
    steps.gross = "3";
    steps.hold("BTC", 0, 0).hold("ETH", 200, 200).buy("BTC", 50).reduce("ETH", -100);
    assertThat(Steps.inShort(steps.arranged())).isEqualTo("ETH-100 BTC+50");
  }

  @Test
  void a_plan_that_buys_and_sells_the_same_has_no_proof() {
    steps.hold("BTC", 0, 0).buy("BTC", 50).sell("BTC", 20);
    assertThat(steps.prover().prove(steps.legs, new TreeSet<>()))
        .isInstanceOfSatisfying(
            Result.Refused.class,
            refused ->
                assertThat(refused.refusal().reason()).isEqualTo(RefusalReason.PLAN_UNPROVED));
  }

  @Test
  void a_turn_is_as_large_as_either_side_of_it() {
    steps.gross = "2";
    steps.hold("BTC", 150, 150).reduce("BTC", -150).sell("BTC", 200);
    assertThat(steps.isProven()).isTrue();
    assertThat(steps.figure(ProvenFigure.Kind.GROSS_LEVERAGE).worst()).isEqualByComparingTo("2");
    assertThat(steps.figure(ProvenFigure.Kind.GROSS_LEVERAGE).after()).isEqualTo(1);
  }

  /** Contracts worth 10 in lots of 2, orders of 4: 100 are 10 contracts, and 110 no more. */
  @Test
  void a_slice_is_of_whole_lots_and_counts_with_what_a_contract_is_worth() {
    steps.stakes.add(
        new Stake(
            PositionInterval.at(Steps.future("BTC"), Contracts.ZERO),
            VenueId.of(Steps.HERE),
            Stake.Kind.FUTURE,
            Optional.of(Steps.pot(Steps.HERE)),
            BigDecimal.TEN,
            BigDecimal.ZERO,
            new BigDecimal("2"),
            new BigDecimal("4")));
    steps.buy("BTC", 20);
    steps.gross = "2";
    assertThat(steps.figure(ProvenFigure.Kind.GROSS_LEVERAGE).worst()).isEqualByComparingTo("2");
    steps.gross = "1";
    assertThat(Steps.inShort(steps.arranged())).isEqualTo("BTC+10");
    steps.gross = "1.1";
    assertThat(Steps.inShort(steps.arranged())).isEqualTo("BTC+10");
    steps.gross = "0.4";
    assertThat(Steps.inShort(steps.arranged())).as("the smallest order").isEqualTo("BTC+4");
    steps.gross = "0.3";
    assertThat(Steps.inShort(steps.arranged())).isEmpty();
  }

  /** Net may be 100 short: of 300 that hedge 290 only 110 can go, so nothing opens on the other side of them. */
  @Test
  void what_is_not_closed_whole_is_not_opened_on_the_other_side() {
    steps.net = "1";
    steps.hold("BTC", 300, 300).hold("ETH", -290, -290);
    steps.reduce("BTC", -300).sell("BTC", 50);
    Sequence safe = steps.arranged();
    assertThat(Steps.inShort(safe)).isEqualTo("BTC-110");
    assertThat(safe.cuts().toString())
        .contains("SELL 190 is left out", "SELL 50 is left out of the sequence: what closes");
  }
}
