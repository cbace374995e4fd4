package org.evenkeel.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.core.data.Books.quote;

import java.math.BigDecimal;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.Samples;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.data.Books;
import org.evenkeel.core.data.MarketSnapshot;
import org.junit.jupiter.api.Test;

/** Long coins and short perpetuals in one sleeve. */
class CarryPlanTest {

  private static final Instrument PERPETUAL = Samples.perpetual("BTC");
  private static final Instrument COIN =
      new Instrument.Spot(Currency.of("BTC"), Samples.USDT, Samples.BINANCE);

  private static RebalancePlan plan(String money) {
    Universe universe =
        new Universe(
            Samples.USDT,
            List.of(Samples.sleeve("carry", Samples.leg(COIN, "1"), Samples.leg(PERPETUAL, "-1"))),
            List.of());
    MarketSnapshot market =
        new MarketSnapshot(
            Books.NOON,
            Books.NOON,
            List.of(Samples.spec(PERPETUAL), Samples.spec(COIN)),
            List.of(),
            List.of(quote(PERPETUAL, "50000"), quote(COIN, "50000")));
    TreeMap<SleeveId, Ratio> exposures = new TreeMap<>();
    exposures.put(SleeveId.of("carry"), Ratio.of("0.5"));
    AccountSnapshot account =
        new AccountSnapshot(
            Samples.BINANCE,
            Books.NOON,
            Books.NOON,
            List.of(Books.futures("USDT", "100000"), Books.spot("USDT", money)),
            List.of());
    return new Planner(universe, PlanSettings.defaults())
        .plan(
            exposures,
            market,
            account,
            Money.of("200000", "USDT"),
            Standing.settled(new TreeSet<>()))
        .orThrow();
  }

  private static BigDecimal target(RebalancePlan plan, Instrument instrument) {
    return plan.targets().stream()
        .filter(position -> position.instrument().equals(instrument.id()))
        .findFirst()
        .orElseThrow()
        .target()
        .value();
  }

  @Test
  void coins_are_bought_and_as_many_are_sold_short() {
    RebalancePlan plan = plan("110000");
    assertThat(target(plan, COIN)).isEqualByComparingTo("2");
    assertThat(target(plan, PERPETUAL)).isEqualByComparingTo("-2");
  }

  /** 50,000 less one percent pay for 0.99 coins: the short of 2 alone would be a bet against bitcoin. */
  @Test
  void a_pair_of_which_the_coins_cannot_be_paid_shrinks_as_a_whole() {
    RebalancePlan plan = plan("50000");
    assertThat(target(plan, COIN)).isEqualByComparingTo("0.99");
    assertThat(target(plan, PERPETUAL)).isEqualByComparingTo("-0.99");
  }
}
