package org.evenkeel.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.core.catalog.Samples.perpetual;
import static org.evenkeel.core.catalog.Samples.spot;
import static org.evenkeel.core.data.Books.account;
import static org.evenkeel.core.data.Books.futures;
import static org.evenkeel.core.data.Books.position;
import static org.evenkeel.core.data.Books.quote;
import static org.evenkeel.core.data.Books.spot;

import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.catalog.Samples;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.data.Books;
import org.evenkeel.core.data.MarketSnapshot;
import org.junit.jupiter.api.Test;

/** A plan under a verdict of reduce only never adds. */
class ReduceOnlyTest {

  private static final Money NAV = Money.of("100000", "USDT");
  private static final Refusal WHY = Refusal.of(RefusalReason.ESTIMATE_POOR, "reduce only");
  private static final InstrumentId BTC = perpetual("BTC").id();

  /** Long and short of the same coin through a carry sleeve, another coin, and a stablecoin. */
  private static final Universe UNIVERSE =
      new Universe(
          Samples.USDT,
          List.of(
              Samples.sleeve("BTC"),
              Samples.sleeve("ETH"),
              Samples.sleeve(
                  "carry", Samples.leg(spot("BTC"), "1"), Samples.leg(perpetual("BTC"), "-1"))),
          List.of(Samples.share("USDC", "0.4")));

  private static final MarketSnapshot MARKET =
      new MarketSnapshot(
          Books.NOON,
          Books.NOON,
          List.of(
              Samples.spec(perpetual("BTC")),
              Samples.spec(perpetual("ETH")),
              Samples.spec(spot("BTC")),
              Samples.usdc()),
          List.of(),
          List.of(
              quote(perpetual("BTC"), "50000"),
              quote(perpetual("ETH"), "2500"),
              quote(spot("BTC"), "50000"),
              quote(spot("USDC"), "1")));

  private static RebalancePlan plan(SortedMap<SleeveId, Ratio> exposures, AccountSnapshot account) {
    return new Planner(UNIVERSE, PlanSettings.defaults())
        .plan(exposures, MARKET, account, NAV, Standing.settled(new TreeSet<>()))
        .orThrow();
  }

  private static SortedMap<SleeveId, Ratio> exposures(int btc, int eth, int carry) {
    TreeMap<SleeveId, Ratio> exposures = new TreeMap<>();
    exposures.put(SleeveId.of("btc"), hundredths(btc));
    exposures.put(SleeveId.of("eth"), hundredths(eth));
    exposures.put(SleeveId.of("carry"), hundredths(carry));
    return exposures;
  }

  private static Ratio hundredths(int value) {
    return Ratio.of(BigDecimal.valueOf(value, 2));
  }

  private static AccountSnapshot held(int perpetual, int eth, int coins, int usdc) {
    return account(
        futures("USDT", "60000"),
        spot("USDT", "40000"),
        spot("BTC", BigDecimal.valueOf(coins, 2).toPlainString()),
        spot("USDC", String.valueOf(usdc * 1000)),
        position(perpetual("BTC"), BigDecimal.valueOf(perpetual, 2).toPlainString(), "0"),
        position(perpetual("ETH"), BigDecimal.valueOf(eth, 1).toPlainString(), "0"));
  }

  private static BigDecimal after(RebalancePlan plan, TargetPosition position) {
    BigDecimal contracts = position.current().value();
    for (PlannedLeg leg : plan.legs()) {
      if (leg.instrument().equals(position.instrument())) {
        contracts = contracts.add(leg.side().signed(leg.quantity()).value());
      }
    }
    return contracts;
  }

  private static BigDecimal netBtc(RebalancePlan plan, boolean isAfter) {
    BigDecimal net = BigDecimal.ZERO;
    for (TargetPosition position : plan.targets()) {
      if (position.instrument().value().startsWith("BTC-")) {
        net = net.add(isAfter ? after(plan, position) : position.current().value());
      }
    }
    return net;
  }

  @Property(tries = 400)
  void no_position_and_no_coin_grows_and_no_stablecoin_moves(
      @ForAll @IntRange(min = 0, max = 80) int btc,
      @ForAll @IntRange(min = 0, max = 80) int eth,
      @ForAll @IntRange(min = 0, max = 40) int carry,
      @ForAll @IntRange(min = -120, max = 120) int perpetual,
      @ForAll @IntRange(min = -200, max = 200) int ether,
      @ForAll @IntRange(min = 0, max = 80) int coins,
      @ForAll @IntRange(min = 0, max = 30) int usdc) {
    RebalancePlan whole = plan(exposures(btc, eth, carry), held(perpetual, ether, coins, usdc));
    RebalancePlan reducing = ReduceOnly.of(whole, UNIVERSE, MARKET, WHY);
    for (TargetPosition position : reducing.targets()) {
      BigDecimal left = after(reducing, position);
      assertThat(left.abs()).isLessThanOrEqualTo(position.current().value().abs());
      assertThat(left.signum() * position.current().value().signum()).isNotNegative();
    }
    assertThat(netBtc(reducing, true).abs()).isLessThanOrEqualTo(netBtc(reducing, false).abs());
    assertThat(reducing.legs()).noneMatch(leg -> leg.instrument().value().startsWith("USDC"));
    assertThat(reducing.legs().size() + reducing.skips().size())
        .isEqualTo(whole.legs().size() + whole.skips().size());
  }

  @Test
  void what_lowers_risk_is_carried_out_and_the_rest_named() {
    RebalancePlan plan =
        ReduceOnly.of(plan(exposures(10, 50, 0), held(100, 0, 0, 16)), UNIVERSE, MARKET, WHY);
    assertThat(plan.legs())
        .singleElement()
        .satisfies(
            leg -> {
              assertThat(leg.instrument()).isEqualTo(BTC);
              assertThat(leg.reduceOnly()).isTrue();
              assertThat(leg.quantity().value()).isEqualByComparingTo("0.8");
            });
    assertThat(plan.skips())
        .anySatisfy(
            skip -> {
              assertThat(skip.instrument()).isEqualTo(perpetual("ETH").id());
              assertThat(skip.refusal()).isEqualTo(WHY);
            });
  }

  /** Buying back the short leg of a carry sleeve brings a position toward zero, and is a purchase all the same. */
  @Test
  void a_hedge_is_not_taken_off_alone() {
    RebalancePlan plan =
        ReduceOnly.of(plan(exposures(20, 0, 40), held(-80, 0, 80, 16)), UNIVERSE, MARKET, WHY);
    assertThat(plan.legs()).isEmpty();
  }
}
