package org.evenkeel.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.core.data.Books.quote;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.Samples;
import org.evenkeel.core.catalog.StablecoinShare;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.data.Balance;
import org.evenkeel.core.data.Books;
import org.evenkeel.core.data.MarketSnapshot;
import org.evenkeel.core.data.Wallet;
import org.evenkeel.core.policy.Limits;
import org.evenkeel.core.policy.PlanWithinLimits;
import org.junit.jupiter.api.Test;

/** A plan over two venues: the margin of each, the coins of each, and one proportion of all. */
class SpreadPlanTest {

  private static final VenueId OKX = VenueId.of("okx");
  private static final Money NAV = Money.of("100000", "USDT");
  private static final Instrument BTC = Samples.perpetual("BTC");
  private static final Instrument ETH =
      new Instrument.LinearPerpetual(Currency.of("ETH"), Samples.USDT, OKX);
  private static final Instrument SOL = Samples.perpetual("SOL");
  private static final Instrument COIN = Samples.spot("USDC");
  private static final Instrument OTHER_COIN =
      new Instrument.Spot(Currency.of("USDC"), Samples.USDT, OKX);
  private static final PlanSettings SETTINGS = PlanSettings.defaults();

  private final Universe universe =
      new Universe(
          Samples.USDT,
          List.of(
              Samples.sleeve("BTC"),
              Samples.sleeve("eth", Samples.leg(ETH, "1")),
              Samples.sleeve("SOL")),
          List.of(
              Samples.share("USDC", "0.4"), new StablecoinShare(OTHER_COIN.id(), Ratio.of("0.2"))));
  private final MarketSnapshot market =
      new MarketSnapshot(
          Books.NOON,
          Books.NOON,
          List.of(
              Samples.spec(BTC),
              Samples.spec(ETH),
              Samples.spec(SOL),
              Samples.spec(COIN),
              Samples.spec(OTHER_COIN)),
          List.of(),
          List.of(
              quote(BTC, "50000"),
              quote(ETH, "2500"),
              quote(SOL, "100"),
              quote(COIN, "1"),
              quote(OTHER_COIN, "1")));

  private static AccountSnapshot account(String... pairs) {
    List<Balance> balances = new ArrayList<>();
    for (int i = 0; i < pairs.length; i += 3) {
      BigDecimal total = new BigDecimal(pairs[i + 2]);
      balances.add(new Balance(new Wallet(pairs[i]), Currency.of(pairs[i + 1]), total, total));
    }
    return new AccountSnapshot(Samples.BINANCE, Books.NOON, Books.NOON, balances, List.of());
  }

  private RebalancePlan plan(AccountSnapshot account, Standing standing) {
    TreeMap<SleeveId, Ratio> exposures = new TreeMap<>();
    exposures.put(SleeveId.of("btc"), Ratio.of("0.4"));
    exposures.put(SleeveId.of("eth"), Ratio.of("0.2"));
    exposures.put(SleeveId.of("sol"), Ratio.of("0.1"));
    return new Planner(universe, SETTINGS)
        .plan(exposures, market, account, NAV, standing)
        .orThrow();
  }

  private RebalancePlan plan(AccountSnapshot account) {
    return plan(account, Standing.settled(new TreeSet<>()));
  }

  private static BigDecimal target(RebalancePlan plan, Instrument instrument) {
    return plan.targets().stream()
        .filter(position -> position.instrument().equals(instrument.id()))
        .map(position -> position.exact().value())
        .findFirst()
        .orElseThrow();
  }

  /** The collateral that carries a notional to the last unit. */
  private static String collateralFor(String notional) {
    return new BigDecimal(notional)
        .divide(
            SETTINGS.maxMarginUse().value().multiply(BigDecimal.valueOf(SETTINGS.venueLeverage())),
            java.math.MathContext.DECIMAL128)
        .toPlainString();
  }

  @Test
  void all_futures_shrink_by_what_the_tightest_venue_can_carry() {
    // 50,000 are wanted at the one and 20,000 at the other, which can carry 10,000: a half of
    // everything.
    RebalancePlan plan =
        plan(
            account(
                "FUTURES@binance",
                "USDT",
                collateralFor("40000"),
                "UNIFIED@okx",
                "USDT",
                collateralFor("10000")));
    assertThat(plan.marginScale().value().doubleValue()).isCloseTo(0.5, within());
    assertThat(target(plan, BTC).doubleValue()).isCloseTo(0.4, within());
    assertThat(target(plan, ETH).doubleValue()).isCloseTo(4, within());
    assertThat(target(plan, SOL).doubleValue()).isCloseTo(50, within());
    RebalancePlan other =
        plan(
            account(
                "FUTURES@binance",
                "USDT",
                collateralFor("12500"),
                "UNIFIED@okx",
                "USDT",
                collateralFor("10000")));
    assertThat(other.marginScale().value().doubleValue()).isCloseTo(0.25, within());
    assertThat(target(other, ETH).doubleValue()).isCloseTo(2, within());
  }

  private static org.assertj.core.data.Offset<Double> within() {
    return org.assertj.core.data.Offset.offset(1e-9);
  }

  @Test
  void money_at_one_venue_carries_nothing_at_another() {
    RebalancePlan plan = plan(account("FUTURES@binance", "USDT", "1000000"));
    assertThat(plan.marginScale()).isEqualTo(Ratio.ZERO);
    assertThat(plan.legs()).isEmpty();
  }

  @Test
  void coins_are_spread_where_they_lie() {
    RebalancePlan plan =
        plan(
            account(
                "SPOT@binance",
                "USDT",
                "3000",
                "SPOT@binance",
                "USDC",
                "2000",
                "UNIFIED@okx",
                "USDT",
                "40000"));
    // 0.4 of 5,000 is there; 0.2 of 40,000 is to be bought.
    assertThat(target(plan, COIN)).isEqualByComparingTo("2000");
    assertThat(target(plan, OTHER_COIN)).isEqualByComparingTo("8000");
    assertThat(plan.legs())
        .filteredOn(leg -> Instrument.parse(leg.instrument()) instanceof Instrument.Spot)
        .extracting(PlannedLeg::instrument)
        .containsExactly(OTHER_COIN.id());
  }

  /** An open order at one venue takes up the margin there, and of no other. */
  @Test
  void what_is_uncertain_takes_up_the_margin_of_its_own_venue() {
    AccountSnapshot account =
        account(
            "FUTURES@binance",
            "USDT",
            collateralFor("60000"),
            "UNIFIED@okx",
            "USDT",
            collateralFor("60000"));
    // Up to 50,000 of SOL at binance: the 40,000 of BTC do not fit into 60,000 any more.
    assertThat(cut(account, SOL, "500", BTC)).isLessThan(new BigDecimal("0.8"));
    // Up to 50,000 of ETH at the other: BTC is what it was.
    assertThat(cut(account, ETH, "20", BTC)).isEqualByComparingTo("0.8");
  }

  private BigDecimal cut(
      AccountSnapshot account, Instrument uncertain, String most, Instrument asked) {
    TreeMap<InstrumentId, PositionInterval> open = new TreeMap<>();
    open.put(
        uncertain.id(), new PositionInterval(uncertain.id(), Contracts.ZERO, Contracts.of(most)));
    RebalancePlan plan = plan(account, new Standing("", open, new TreeSet<>()));
    Limits usual = Limits.defaults();
    Limits wide =
        new Limits(
            usual.maxOrderNotional(),
            usual.maxFirstOrderNotional(),
            usual.maxNotionalPerMinute(),
            Ratio.of("9"),
            Ratio.of("9"),
            Ratio.of("9"),
            Ratio.of("9"),
            usual.priceCollar(),
            200,
            usual.maxClockOffset(),
            java.time.Duration.ofSeconds(30));
    return new PlanWithinLimits(universe, wide, SETTINGS, market, account)
        .cut(plan, new TreeMap<>()).legs().stream()
            .filter(leg -> leg.instrument().equals(asked.id()))
            .map(leg -> leg.quantity().value())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
