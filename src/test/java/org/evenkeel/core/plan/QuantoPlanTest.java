package org.evenkeel.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.evenkeel.core.data.Books.NOON;

import java.math.BigDecimal;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenkeel.core.basics.BaseQuantity;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.basics.TradeId;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.basics.VenueOrderId;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.catalog.RateSource;
import org.evenkeel.core.catalog.Samples;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.catalog.WeightRules;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.data.Balance;
import org.evenkeel.core.data.Books;
import org.evenkeel.core.data.MarketSnapshot;
import org.evenkeel.core.data.Quote;
import org.evenkeel.core.data.VenuePosition;
import org.evenkeel.core.data.Wallet;
import org.evenkeel.core.data.Yardstick;
import org.evenkeel.core.settle.Bookkeeping;
import org.evenkeel.core.settle.Fill;
import org.evenkeel.core.settle.LedgerAccount;
import org.junit.jupiter.api.Test;

/**
 * A contract on ether in dollars that pays 0.000001 bitcoin for each dollar, with ether at 2,000 USD, a bitcoin at 50,000
 * USDT and a dollar at 1.25 USDT: one contract is 0.002 bitcoin, 100 USDT, and moves by 0.05 USDT for each dollar.
 */
class QuantoPlanTest {

  private static final Currency BTC = Currency.of("BTC");
  private static final Currency USD = Currency.of("USD");
  private static final VenueId VENUE = VenueId.of("elsewhere");
  private static final Wallet WALLET = Wallet.futures(VENUE);
  private static final Instrument QUANTO =
      new Instrument.QuantoPerpetual(Currency.of("ETH"), USD, BTC, VENUE);
  private static final Instrument COIN = new Instrument.Spot(BTC, Samples.USDT, VENUE);
  private static final Instrument DOLLAR = new Instrument.Spot(USD, Samples.USDT, VENUE);
  private static final InstrumentSpec SPEC =
      new InstrumentSpec(
          QUANTO,
          new BigDecimal("0.05"),
          BigDecimal.ONE,
          BigDecimal.ONE,
          new BigDecimal("10000000"),
          BigDecimal.ZERO,
          new BigDecimal("0.000001"),
          true);
  private static final List<Quote> QUOTES =
      List.of(Books.quote(COIN, "50000"), Books.quote(DOLLAR, "1.25"), Books.quote(QUANTO, "2000"));
  private static final Universe UNIVERSE =
      new Universe(
          Samples.USDT,
          List.of(Samples.sleeve("eth", Samples.leg(QUANTO, "1"))),
          List.of(),
          WeightRules.none(),
          List.of(
              new RateSource.SpotMarket(USD, DOLLAR.id()),
              new RateSource.SpotMarket(BTC, COIN.id())));
  private static final Yardstick YARDSTICK = Yardstick.of(UNIVERSE, QUOTES).orThrow();

  private static Contracts contracts(String number) {
    return Contracts.of(number);
  }

  @Test
  void its_name_says_what_it_settles_in_and_that_is_a_third_currency() {
    assertThat(QUANTO.id().value()).isEqualTo("ETH-USD-QUANTOBTC@elsewhere");
    assertThat(Instrument.parse(QUANTO.id())).isEqualTo(QUANTO);
    assertThatThrownBy(() -> Instrument.parse(InstrumentId.of("ETH-USD-QUANTOETH@elsewhere")))
        .hasMessageContaining("third currency");
  }

  /** BitMEX's own example of its ETHUSD contract: the price times 0.000001 XBT is the value, whatever a bitcoin costs. */
  @Test
  void profit_is_contracts_times_multiplier_times_the_move_in_coins_of_settlement() {
    assertThat(SPEC.profit(contracts("1000"), Price.of("2000"), Price.of("2100")))
        .isEqualTo(Money.of("0.1", "BTC"));
    assertThat(SPEC.profit(contracts("-1000"), Price.of("2000"), Price.of("2100")))
        .isEqualTo(Money.of("-0.1", "BTC"));
    assertThat(SPEC.notional(contracts("1000"), Price.of("2000"))).isEqualTo(Money.of("2", "BTC"));
    assertThat(SPEC.average(contracts("1"), Price.of("2000"), contracts("3"), Price.of("2400")))
        .isEqualTo(Price.of("2300"));
  }

  @Test
  void exposure_goes_with_the_price_of_the_coin_of_settlement() {
    assertThat(YARDSTICK.value(SPEC, contracts("1000"), Price.of("2000")))
        .isEqualTo(Money.of("100000", "USDT"));
    // A dollar more earns 0.001 bitcoin, 50 USDT, which are 40 dollars: 40 ether.
    assertThat(YARDSTICK.base(SPEC, contracts("1000"), Price.of("2000")))
        .isEqualTo(BaseQuantity.of("40"));
    assertThatThrownBy(() -> SPEC.baseOf(contracts("1000"), Price.of("2000")))
        .hasMessageContaining("depends on BTC");
  }

  /** From 2,000 to 2,200 with bitcoin from 50,000 to 60,000: 0.2 bitcoin are 12,000; the delta alone says 10,000. */
  @Test
  void what_the_delta_misses_is_the_product_of_both_moves() {
    BigDecimal earned =
        SPEC.profit(contracts("1000"), Price.of("2000"), Price.of("2200"))
            .amount()
            .multiply(new BigDecimal("60000"));
    BigDecimal byDelta =
        YARDSTICK
            .value(SPEC, contracts("1000"), Price.of("2000"))
            .amount()
            .multiply(new BigDecimal("0.1"));
    BigDecimal cross =
        new BigDecimal("0.001").multiply(new BigDecimal("200")).multiply(new BigDecimal("10000"));
    assertThat(earned.subtract(byDelta)).isEqualByComparingTo(cross).isEqualByComparingTo("2000");
  }

  private static AccountSnapshot account(String coins, String held, String profit) {
    BigDecimal amount = new BigDecimal(coins);
    return new AccountSnapshot(
        VENUE,
        NOON,
        NOON,
        List.of(
            new Balance(WALLET, BTC, amount, amount),
            new Balance(WALLET, Samples.USDT, new BigDecimal("1"), new BigDecimal("1"))),
        List.of(
            new VenuePosition(
                QUANTO.id(), contracts(held), new BigDecimal("2000"), new BigDecimal(profit))));
  }

  private static RebalancePlan plan(String exposure, AccountSnapshot account) {
    TreeMap<SleeveId, Ratio> exposures = new TreeMap<>();
    exposures.put(SleeveId.of("eth"), Ratio.of(exposure));
    return new Planner(UNIVERSE, PlanSettings.defaults())
        .plan(
            exposures,
            new MarketSnapshot(
                NOON,
                NOON,
                List.of(SPEC, Samples.spec(COIN), Samples.spec(DOLLAR)),
                List.of(),
                QUOTES),
            account,
            Money.of("200000", "USDT"),
            Standing.settled(new TreeSet<>()))
        .orThrow();
  }

  /** 0.4 of 200,000 USDT at 100 for a contract. */
  @Test
  void an_exposure_becomes_contracts_by_the_coin_of_settlement() {
    RebalancePlan plan = plan("0.4", account("4", "300", "0"));
    assertThat(plan.targets().getFirst().target()).isEqualTo(contracts("800"));
    assertThat(plan.legs())
        .singleElement()
        .satisfies(
            leg -> {
              assertThat(leg.side()).isEqualTo(Side.BUY);
              assertThat(leg.quantity()).isEqualTo(contracts("500"));
              assertThat(leg.notional()).isEqualTo(Money.of("50000", "USDT"));
            });
  }

  /** 0.4 bitcoin are 20,000 USDT: at a leverage of 5 and a use of 0.6 they carry 60,000 of the 80,000. */
  @Test
  void only_what_it_settles_in_is_margin_for_it() {
    RebalancePlan plan = plan("0.4", account("0.4", "0", "0"));
    assertThat(plan.marginScale()).isEqualTo(Ratio.of("0.75"));
    assertThat(plan.targets().getFirst().target()).isEqualTo(contracts("600"));
    assertThat(plan("0.4", account("0", "0", "0")).legs()).isEmpty();
  }

  @Test
  void open_profit_is_worth_what_the_coin_of_settlement_is() {
    assertThat(YARDSTICK.nav(account("2", "1000", "0.1")).orThrow())
        .isEqualTo(Money.of("105001", "USDT"));
  }

  @Test
  void the_ledger_books_profit_and_fee_in_the_coin_of_settlement() {
    Fill fill =
        new Fill(
            QUANTO.id(),
            TradeId.of("t1"),
            VenueOrderId.of("v1"),
            Side.SELL,
            contracts("1000"),
            Price.of("2100"),
            Money.of("0.001", "BTC"),
            SPEC.profit(contracts("1000"), Price.of("2000"), Price.of("2100")),
            false,
            NOON);
    BigDecimal wallet =
        Bookkeeping.ofFill(fill, SPEC, WALLET).entries().stream()
            .filter(entry -> entry.account() == LedgerAccount.of(WALLET.purse()))
            .filter(entry -> entry.unit().equals("BTC@elsewhere"))
            .map(entry -> entry.amount())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(wallet).isEqualByComparingTo("0.099");
  }
}
