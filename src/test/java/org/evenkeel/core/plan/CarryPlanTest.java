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

  private static final Instrument USDC = Samples.spot("USDC");
  private static final Instrument THERE =
      new Instrument.Spot(Currency.of("USDC"), Samples.USDT, VenueId.of("okx"));

  /** The coins and contracts of a carry, and the coins of a sleeve that shares them, with 200,000 in all. */
  private static List<String> shared(
      String carry, String coins, List<StablecoinShare> stable, Balance... balances) {
    Universe universe =
        new Universe(
            Samples.USDT,
            List.of(
                Samples.sleeve("carry", Samples.leg(COIN, "1"), Samples.leg(PERPETUAL, "-1")),
                Samples.sleeve("coins", Samples.leg(COIN, "1"))),
            stable);
    MarketSnapshot market =
        new MarketSnapshot(
            Books.NOON,
            Books.NOON,
            List.of(
                Samples.spec(PERPETUAL),
                Samples.spec(COIN),
                Samples.usdc(),
                Samples.spec(THERE, "0.0001", "1", "5")),
            List.of(),
            List.of(
                quote(PERPETUAL, "50000"),
                quote(COIN, "50000"),
                quote(USDC, "1"),
                quote(THERE, "1")));
    TreeMap<SleeveId, Ratio> exposures = new TreeMap<>();
    exposures.put(SleeveId.of("carry"), Ratio.of(carry));
    exposures.put(SleeveId.of("coins"), Ratio.of(coins));
    RebalancePlan plan =
        new Planner(universe, PlanSettings.defaults())
            .plan(
                exposures,
                market,
                new AccountSnapshot(
                    Samples.BINANCE, Books.NOON, Books.NOON, List.of(balances), List.of()),
                Money.of("200000", "USDT"),
                Standing.settled(new TreeSet<>()))
            .orThrow();
    return List.of(
        target(plan, COIN).stripTrailingZeros().toPlainString(),
        target(plan, PERPETUAL).stripTrailingZeros().toPlainString());
  }

  /** Two coins are there and no money: they are there once, although two sleeves have them for a leg. */
  @Test
  void coins_that_two_sleeves_share_are_there_once() {
    assertThat(
            shared(
                "0.5", "0.5", List.of(), Books.futures("USDT", "100000"), Books.spot("BTC", "2")))
        .containsExactly("2", "-1");
  }

  @Test
  void stablecoins_pay_where_they_lie_and_nowhere_else() {
    Balance margin = Books.futures("USDT", "100000");
    Balance half = Books.spot("USDT", "25000");
    assertThat(shared("0.5", "0", List.of(), margin, half, Books.spot("USDC", "25000")))
        .as("a coin that nobody exchanges pays nothing")
        .containsExactly("0.495", "-0.495");
    assertThat(
            shared(
                "0.5",
                "0",
                List.of(new StablecoinShare(USDC.id(), Ratio.of("0.5"))),
                margin,
                half,
                Books.spot("USDC", "25000")))
        .containsExactly("0.99", "-0.99");
    BigDecimal some = new BigDecimal("25000");
    Balance elsewhere =
        new Balance(Wallet.spot(VenueId.of("okx")), Currency.of("USDC"), some, some);
    assertThat(
            shared(
                "0.5",
                "0",
                List.of(new StablecoinShare(THERE.id(), Ratio.of("0.5"))),
                margin,
                half,
                elsewhere))
        .containsExactly("0.495", "-0.495");
  }

  /** 100,000 of contracts at leverage 5 and 60 % of use need 33,333.33, which pay for no coins. */
  @Test
  void where_one_wallet_does_both_what_is_margin_pays_for_nothing() {
    BigDecimal all = new BigDecimal("100000");
    Balance unified = new Balance(Wallet.unified(Samples.BINANCE), Samples.USDT, all, all);
    assertThat(shared("0.5", "0", List.of(), unified))
        .as("99,000 less 33,333 of 100,000")
        .containsExactly("1.313", "-1.313");
    assertThat(shared("0", "0.5", List.of(), unified))
        .as("without contracts it all pays")
        .containsExactly("1.98", "0");
  }
}
