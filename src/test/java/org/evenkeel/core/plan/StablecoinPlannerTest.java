package org.evenkeel.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.core.catalog.Samples.USDT;
import static org.evenkeel.core.catalog.Samples.perpetual;
import static org.evenkeel.core.catalog.Samples.share;
import static org.evenkeel.core.catalog.Samples.spot;
import static org.evenkeel.core.data.Books.account;
import static org.evenkeel.core.data.Books.quote;

import java.math.BigDecimal;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.catalog.Samples;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.data.Books;
import org.evenkeel.core.data.MarketSnapshot;
import org.junit.jupiter.api.Test;

class StablecoinPlannerTest {

  private static final InstrumentId USDC = spot("USDC").id();
  private final TreeSet<InstrumentId> frozen = new TreeSet<>();

  private RebalancePlan plan(String usdcPrice, String share, AccountSnapshot account) {
    Universe universe =
        new Universe(USDT, List.of(Samples.sleeve("BTC")), List.of(share("USDC", share)));
    MarketSnapshot market =
        new MarketSnapshot(
            Books.NOON,
            Books.NOON,
            List.of(Samples.spec(perpetual("BTC")), Samples.usdc()),
            List.of(),
            List.of(quote(perpetual("BTC"), "50000"), quote(spot("USDC"), usdcPrice)));
    return new Planner(universe, PlanSettings.defaults())
        .plan(
            new TreeMap<>(), market, account, Money.of("1000000", "USDT"), Standing.settled(frozen))
        .orThrow();
  }

  private static TargetPosition target(RebalancePlan plan) {
    return plan.targets().get(1);
  }

  /** The example of the Javadoc: 0.4 of 400,000 USDT at 0.9998 are 160,032 USDC. */
  @Test
  void the_share_is_of_the_wallet_at_market_prices() {
    RebalancePlan plan = plan("0.9998", "0.4", account(Books.spot("USDT", "400000")));
    assertThat(target(plan).target()).isEqualTo(Contracts.of("160032"));
    assertThat(plan.legs()).extracting(PlannedLeg::side).containsExactly(Side.BUY);
    assertThat(plan.legs().get(0).reduceOnly()).isFalse();
  }

  @Test
  void what_is_held_counts_at_its_price_and_not_at_one() {
    RebalancePlan plan =
        plan("0.99", "0.5", account(Books.spot("USDT", "901"), Books.spot("USDC", "100")));
    assertThat(target(plan).exact().value())
        .isEqualByComparingTo(new BigDecimal("505.0505050505050505050505050505051"));
    assertThat(target(plan).target()).isEqualTo(Contracts.of("505"));
  }

  @Test
  void too_much_of_a_coin_is_sold_down_to_its_share() {
    RebalancePlan plan =
        plan("1", "0.4", account(Books.spot("USDT", "100"), Books.spot("USDC", "900")));
    assertThat(plan.legs()).extracting(PlannedLeg::side).containsExactly(Side.SELL);
    assertThat(plan.legs().get(0).quantity()).isEqualTo(Contracts.of("500"));
  }

  @Test
  void a_coin_off_its_peg_is_neither_bought_nor_sold_and_the_plan_says_so() {
    AccountSnapshot some = account(Books.spot("USDT", "100"), Books.spot("USDC", "10"));
    assertThat(plan("0.98", "0.4", some).legs()).hasSize(1);
    RebalancePlan off = plan("0.9799", "0.4", some);
    assertThat(off.legs()).isEmpty();
    assertThat(target(off).target()).isEqualTo(Contracts.of("10"));
    assertThat(off.skips())
        .anySatisfy(
            skip -> {
              assertThat(skip.instrument()).isEqualTo(USDC);
              assertThat(skip.refusal().reason()).isEqualTo(RefusalReason.OFF_PEG);
              assertThat(skip.refusal().detail()).contains("0.9799");
            });
    RebalancePlan much =
        plan("0.9", "0.1", account(Books.spot("USDT", "1"), Books.spot("USDC", "1000")));
    assertThat(much.legs()).isEmpty();
  }

  /** Eight coins and a share worth three: selling five would leave three that can never be sold. */
  @Test
  void no_remainder_is_left_that_could_not_be_sold() {
    RebalancePlan plan =
        plan("1", "0.375", account(Books.spot("USDC", "8"), Books.spot("USDT", "0")));
    assertThat(target(plan).target()).isEqualTo(Contracts.ZERO);
    assertThat(plan.legs()).extracting(PlannedLeg::quantity).containsExactly(Contracts.of("8"));
  }

  @Test
  void a_frozen_coin_is_left_alone() {
    frozen.add(USDC);
    RebalancePlan plan = plan("1", "0.4", account(Books.spot("USDT", "1000")));
    assertThat(plan.legs()).isEmpty();
    assertThat(plan.skips()).extracting(Skip::instrument).contains(USDC);
  }

  @Test
  void collateral_in_the_futures_wallet_is_not_spread() {
    RebalancePlan plan = plan("1", "0.4", account(Books.futures("USDT", "400000")));
    assertThat(target(plan).target()).isEqualTo(Contracts.ZERO);
    assertThat(plan.legs()).isEmpty();
  }
}
