package org.evenkeel.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.core.catalog.Samples.leg;
import static org.evenkeel.core.catalog.Samples.perpetual;
import static org.evenkeel.core.catalog.Samples.sleeve;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.catalog.MaintenanceTiers;
import org.evenkeel.core.catalog.Samples;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.data.Balance;
import org.evenkeel.core.data.Books;
import org.evenkeel.core.data.MarginView;
import org.evenkeel.core.data.MarketSnapshot;
import org.evenkeel.core.data.Quote;
import org.evenkeel.core.data.Wallet;
import org.evenkeel.core.plan.PlanSettings;
import org.evenkeel.core.plan.PlannedLeg;
import org.evenkeel.core.plan.Planner;
import org.evenkeel.core.plan.PositionInterval;
import org.evenkeel.core.plan.ProvenFigure;
import org.evenkeel.core.plan.RebalancePlan;
import org.evenkeel.core.plan.Standing;
import org.junit.jupiter.api.Test;

/** From account, market and books to a proven plan, with a NAV of 1000 and contracts worth 1. */
class SafeSequenceTest {

  private static final Instrument BTC = perpetual("BTC");
  private static final Instrument ETH = perpetual("ETH");
  private static final Instrument SOL = perpetual("SOL");
  private static final Instrument COIN = Samples.spot("BTC");

  private final List<Object> holdings = new ArrayList<>();
  private final TreeMap<SleeveId, Ratio> exposures = new TreeMap<>();
  private final TreeMap<InstrumentId, PositionInterval> unresolved = new TreeMap<>();
  private Universe universe =
      new Universe(
          Samples.USDT,
          List.of(sleeve("btc", leg(BTC, "1")), sleeve("eth", leg(ETH, "1"))),
          List.of());
  private String gross = "3";
  private MarginView margins = MarginView.none();
  private Ratio collar = Ratio.ZERO;
  private final List<InstrumentSpec> specs =
      new ArrayList<>(
          List.of(Samples.spec(BTC, "0.01", "1", "5"), Samples.spec(ETH, "0.01", "1", "5")));
  private final List<Quote> quotes =
      new ArrayList<>(List.of(Books.quote(BTC, "1"), Books.quote(ETH, "1")));
  private StepLimits steps = StepLimits.defaults();

  SafeSequenceTest() {
    holdings.add(Books.futures("USDT", "1000"));
  }

  private void want(String sleeve, String exposure) {
    exposures.put(SleeveId.of(sleeve), Ratio.of(exposure));
  }

  private void working(Instrument instrument, String held, Side side, String leaves) {
    unresolved.put(
        instrument.id(),
        PositionInterval.at(instrument.id(), Contracts.of(held)).after(side, Contracts.of(leaves)));
  }

  private Result<RebalancePlan> proven() {
    MarketSnapshot market =
        new MarketSnapshot(Books.NOON, Books.NOON, specs, List.of(), quotes).with(margins);
    AccountSnapshot account = Books.account(holdings.toArray());
    Limits all = Limits.defaults();
    Limits limits =
        new Limits(
            all.maxOrderNotional(),
            all.maxFirstOrderNotional(),
            all.maxNotionalPerMinute(),
            all.maxCycleTurnover(),
            Ratio.of(gross),
            all.maxNetLeverage(),
            Ratio.of("9"),
            all.priceCollar(),
            all.maxOrdersPerCycle(),
            all.maxClockOffset(),
            all.maxQuoteAge(),
            steps);
    return new Planner(universe, PlanSettings.defaults())
        .plan(
            exposures,
            market,
            account,
            new Money(new BigDecimal("1000"), Samples.USDT),
            new Standing("ledger", unresolved, new TreeSet<>()))
        .then(
            plan ->
                new SafeSequence(universe, limits, PlanSettings.defaults(), collar, market, account)
                    .proven(plan));
  }

  private BigDecimal worst(ProvenFigure.Kind kind) {
    return proven().orThrow().proof().orElseThrow().figures().stream()
        .filter(figure -> figure.kind() == kind)
        .map(ProvenFigure::worst)
        .findFirst()
        .orElseThrow();
  }

  private List<String> legs() {
    RebalancePlan plan = proven().orThrow();
    return plan.legs().stream()
        .map(
            leg ->
                (plan.proof().orElseThrow().waits().contains(leg.number()) ? "then " : "")
                    + leg.side()
                    + " "
                    + leg.quantity()
                    + " "
                    + leg.instrument().value().substring(0, 3))
        .toList();
  }

  /** BTC at 2 % with ten times the leverage up to a value of 400, and at 12 % with some above. */
  private void tiers(String leverage) {
    margins =
        new MarginView(
            List.of(
                new MaintenanceTiers(
                    BTC.id(),
                    MaintenanceTiers.Unit.QUOTE,
                    MaintenanceTiers.Charge.PART,
                    "",
                    List.of(
                        new MaintenanceTiers.Tier(
                            BigDecimal.ZERO, Ratio.of("0.02"), BigDecimal.TEN),
                        new MaintenanceTiers.Tier(
                            new BigDecimal("400"), Ratio.of("0.12"), new BigDecimal(leverage))),
                    Optional.empty(),
                    Books.NOON)),
            new TreeMap<>());
  }

  @Test
  void a_size_for_which_the_venue_asks_more_than_is_configured_is_proven_with_what_it_asks() {
    want("btc", "1");
    assertThat(worst(ProvenFigure.Kind.MARGIN_RATIO))
        .as("25, and half of a fee of 1")
        .isEqualByComparingTo("0.0255");
    tiers("5");
    assertThat(worst(ProvenFigure.Kind.MARGIN_RATIO))
        .as("400 at the configured 2.5 %, 600 at 12 %")
        .isEqualByComparingTo("0.0825");
  }

  @Test
  void what_the_venue_asks_can_break_a_limit_that_the_configured_rate_would_keep() {
    want("btc", "1");
    steps = new StepLimits(Ratio.of("4"), Ratio.of("0.05"), Ratio.of("0.1"), Ratio.of("0.025"));
    assertThat(legs()).containsExactly("BUY 1000 BTC");
    tiers("5");
    assertThat(legs()).as("400 at 2.5 % and 333 at 12 % are 5 %").containsExactly("BUY 733 BTC");
  }

  @Test
  void a_plan_into_a_size_for_which_the_leverage_is_not_granted_is_cut_with_the_reason() {
    want("btc", "1");
    tiers("4");
    assertThat(legs()).containsExactly("BUY 400 BTC");
    assertThat(proven().orThrow().skips().toString())
        .contains("BUY 600 is left out", "plan.venue_leverage_ratio", "1000.00, over 400.00");
  }

  @Test
  void what_a_working_order_already_buys_is_not_bought_again_and_counts_in_full() {
    want("btc", "1");
    working(BTC, "0", Side.BUY, "1000");

    assertThat(legs()).isEmpty();
    assertThat(worst(ProvenFigure.Kind.GROSS_LEVERAGE)).isBetween(bd("1"), bd("1.01"));
  }

  @Test
  void what_a_working_order_already_sells_is_not_sold_again() {
    holdings.add(Books.position(BTC, "1000", "0"));
    want("btc", "0.4");
    working(BTC, "1000", Side.SELL, "600");
    assertThat(legs()).as("400 to 1000 are held, 400 are wanted").isEmpty();

    want("btc", "0.1");
    assertThat(legs()).as("400 at the low end, 100 wanted").containsExactly("SELL 300 BTC");
  }

  @Test
  void what_a_working_order_may_buy_leaves_that_much_less_to_the_others() {
    gross = "2";
    want("btc", "1");
    working(BTC, "0", Side.BUY, "1000");
    want("eth", "1.5");

    assertThat(legs()).singleElement().asString().startsWith("BUY 9").endsWith("ETH");
    assertThat(proven().orThrow().skips())
        .anySatisfy(
            skip -> assertThat(skip.refusal().detail()).contains("left out of the sequence"));
  }

  @Test
  void a_swap_under_a_tight_limit_waits_for_its_sale() {
    gross = "1.5";
    holdings.add(Books.position(BTC, "1400", "0"));
    want("btc", "0.4");
    want("eth", "1");

    assertThat(legs()).containsExactly("SELL 1000 BTC", "then BUY 1000 ETH");
  }

  @Test
  void what_the_plan_does_not_trade_counts_too() {
    holdings.add(Books.position(BTC, "1500", "0"));
    gross = "2";
    want("btc", "1.5");
    want("eth", "1");
    assertThat(legs()).singleElement().asString().startsWith("BUY 49").endsWith("ETH");
  }

  @Test
  void a_position_that_nobody_can_value_is_the_end_of_every_proof() {
    holdings.add(Books.position(SOL, "7", "0"));
    want("btc", "0.1");

    assertThat(proven())
        .isInstanceOfSatisfying(
            Result.Refused.class,
            refused -> {
              assertThat(refused.refusal().reason()).isEqualTo(RefusalReason.PLAN_UNPROVED);
              assertThat(refused.refusal().detail()).contains("7 to 7").contains("SOL-USDT-PERP");
            });
  }

  @Test
  void a_position_of_nothing_needs_no_value_and_an_order_of_something_does() {
    want("btc", "0.1");
    holdings.add(Books.position(SOL, "0", "0"));
    assertThat(legs()).containsExactly("BUY 100 BTC");
    working(SOL, "0", Side.BUY, "5");
    assertThat(proven())
        .isInstanceOfSatisfying(
            Result.Refused.class,
            refused -> assertThat(refused.refusal().detail()).contains("0 to 5", "SOL-USDT-PERP"));
  }

  /** Half of what is lost counts: at most 1.0403 is paid for what is worth 1, or 0.9506 got, and the fee is 0.001. */
  @Test
  void trading_costs_the_worse_side_of_the_book_with_the_collar_beyond_it_and_the_fee() {
    want("btc", "1");
    collar = Ratio.of("0.03");
    quotes.set(0, Books.quote(BTC.id(), "0.98", "1.01", "1"));
    assertThat(worst(ProvenFigure.Kind.MARGIN_RATIO))
        .as("25, and half of 1000 times 0.0494 and 0.001")
        .isEqualByComparingTo("0.0502");
    quotes.set(0, Books.quote(BTC.id(), "0.99", "1.02", "1"));
    assertThat(worst(ProvenFigure.Kind.MARGIN_RATIO))
        .as("25, and half of 1000 times 0.0506 and 0.001")
        .isEqualByComparingTo("0.0508");
  }

  private void coins() {
    universe =
        new Universe(
            Samples.USDT,
            List.of(sleeve("btc", leg(BTC, "1")), sleeve("coin", leg(COIN, "1"))),
            List.of(Samples.share("USDC", "0.4")));
    specs.add(Samples.spec(COIN, "0.01", "1", "5"));
    specs.add(Samples.usdc());
    quotes.add(Books.quote(COIN, "1"));
    quotes.add(Books.quote(Samples.spot("USDC"), "1"));
  }

  /** Four times what trading costs counts at the venue; 200 of 500 become USDC, at 0.001. */
  @Test
  void coins_for_their_risk_are_exposure_to_the_venue_and_coins_that_are_money_are_not() {
    coins();
    holdings.add(Books.spot("USDT", "500"));
    assertThat(legs()).containsExactly("BUY 200 USD");
    assertThat(worst(ProvenFigure.Kind.VENUE_EXPOSURE)).isEqualByComparingTo("0.0008");

    holdings.set(1, Books.spot("USDT", "4"));
    holdings.add(Books.spot("BTC", "300"));
    want("coin", "0.3");
    assertThat(legs()).isEmpty();
    assertThat(worst(ProvenFigure.Kind.VENUE_EXPOSURE)).isEqualByComparingTo("0.3");
    assertThat(worst(ProvenFigure.Kind.GROSS_LEVERAGE)).isEqualByComparingTo("0");
  }

  @Test
  void a_coin_that_is_paid_from_what_carries_futures_takes_of_their_margin() {
    coins();
    want("coin", "0.3");
    holdings.add(Books.spot("USDT", "600"));
    assertThat(worst(ProvenFigure.Kind.INITIAL_MARGIN)).isEqualByComparingTo("0");

    holdings.clear();
    BigDecimal all = bd("1000");
    holdings.add(new Balance(Wallet.unified(Samples.BINANCE), Samples.USDT, all, all));
    assertThat(legs()).contains("BUY 300 BTC");
    assertThat(worst(ProvenFigure.Kind.INITIAL_MARGIN))
        .as("what is paid for both kinds of coins, with the fee")
        .isGreaterThan(bd("0.3"));
  }

  @Test
  void profits_and_losses_that_are_not_realized_are_equity() {
    holdings.add(Books.position(BTC, "1000", "-600"));
    want("btc", "1");
    assertThat(worst(ProvenFigure.Kind.INITIAL_MARGIN)).isEqualByComparingTo("0.5");
  }

  @Test
  void the_limits_of_every_step_come_from_the_configuration() {
    want("btc", "1");
    assertThat(legs()).containsExactly("BUY 1000 BTC");
    steps = new StepLimits(Ratio.of("0.5"), Ratio.of("0.5"), Ratio.of("0.1"), Ratio.of("0.025"));
    assertThat(legs()).as("venue").singleElement().asString().startsWith("BUY 49");
    steps = new StepLimits(Ratio.of("4"), Ratio.of("0.01"), Ratio.of("0.1"), Ratio.of("0.025"));
    assertThat(legs()).as("margin ratio").singleElement().asString().startsWith("BUY 39");
    steps = new StepLimits(Ratio.of("4"), Ratio.of("0.5"), Ratio.of("0.9"), Ratio.of("0.025"));
    assertThat(legs()).as("distance").containsExactly("BUY 1000 BTC");
    want("btc", "2");
    assertThat(legs()).as("distance").singleElement().asString().startsWith("BUY 110");
  }

  @Test
  void the_proof_names_the_legs_and_is_part_of_the_plans_name() {
    want("btc", "1");
    RebalancePlan plan = proven().orThrow();
    assertThat(plan.legs()).extracting(PlannedLeg::number).containsExactly(0);
    assertThat(plan.withSkips(List.of()).proof()).isEmpty();
    assertThat(plan.withSkips(List.of()).hash()).isNotEqualTo(plan.hash());
  }

  private static BigDecimal bd(String text) {
    return new BigDecimal(text);
  }
}
