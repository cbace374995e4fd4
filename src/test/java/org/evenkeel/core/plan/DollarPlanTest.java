package org.evenkeel.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.core.data.Books.quote;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.RateSource;
import org.evenkeel.core.catalog.Samples;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.catalog.WeightRules;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.data.Balance;
import org.evenkeel.core.data.Books;
import org.evenkeel.core.data.MarketSnapshot;
import org.evenkeel.core.data.Quote;
import org.evenkeel.core.data.Wallet;
import org.evenkeel.core.policy.Limits;
import org.evenkeel.core.policy.PlanWithinLimits;
import org.junit.jupiter.api.Test;

/** A plan in USDT of which one leg is quoted and margined in USD, where a USD is worth 1.25 USDT. */
class DollarPlanTest {

  private static final Currency USD = Currency.of("USD");
  private static final VenueId FUTURES = VenueId.of("krakenfutures");
  private static final Money NAV = Money.of("100000", "USDT");
  private static final Instrument BTC = Samples.perpetual("BTC");
  private static final Instrument ETH =
      new Instrument.LinearPerpetual(Currency.of("ETH"), USD, FUTURES);
  private static final Instrument TETHER =
      new Instrument.Spot(Samples.USDT, USD, VenueId.of("kraken"));
  private static final PlanSettings SETTINGS = PlanSettings.defaults();

  private final Universe universe =
      new Universe(
          Samples.USDT,
          List.of(Samples.sleeve("BTC"), Samples.sleeve("eth", Samples.leg(ETH, "1"))),
          List.of(),
          WeightRules.none(),
          List.of(new RateSource.SpotMarket(USD, TETHER.id())));
  private final List<Quote> quotes =
      new ArrayList<>(List.of(quote(BTC, "50000"), quote(ETH, "2000"), quote(TETHER, "0.8")));

  private MarketSnapshot market() {
    return new MarketSnapshot(
        Books.NOON,
        Books.NOON,
        List.of(Samples.spec(BTC), Samples.spec(ETH), Samples.spec(TETHER)),
        List.of(),
        quotes);
  }

  private static Balance money(String wallet, String currency, String total) {
    BigDecimal amount = new BigDecimal(total);
    return new Balance(new Wallet(wallet), Currency.of(currency), amount, amount);
  }

  private static AccountSnapshot account(String tether, String dollars) {
    return new AccountSnapshot(
        Samples.BINANCE,
        Books.NOON,
        Books.NOON,
        List.of(
            money("FUTURES@binance", "USDT", tether),
            money("FUTURES@krakenfutures", "USD", dollars)),
        List.of());
  }

  private Result<RebalancePlan> plan(AccountSnapshot account) {
    TreeMap<SleeveId, Ratio> exposures = new TreeMap<>();
    exposures.put(SleeveId.of("btc"), Ratio.of("0.4"));
    exposures.put(SleeveId.of("eth"), Ratio.of("0.2"));
    return new Planner(universe, SETTINGS)
        .plan(exposures, market(), account, NAV, Standing.settled(new TreeSet<>()));
  }

  private static TargetPosition target(RebalancePlan plan, InstrumentId instrument) {
    return plan.targets().stream()
        .filter(position -> position.instrument().equals(instrument))
        .findFirst()
        .orElseThrow();
  }

  /** A fifth of 100,000 USDT is 16,000 USD, eight contracts at 2,000 USD, and worth 20,000 USDT again. */
  @Test
  void an_exposure_in_nav_currency_becomes_contracts_in_dollars_and_is_reported_in_nav_currency() {
    RebalancePlan plan = plan(account("50000", "50000")).orThrow();
    TargetPosition eth = target(plan, ETH.id());
    assertThat(eth.target().value()).isEqualByComparingTo("8");
    assertThat(eth.targetNotional()).isEqualTo(Money.of("20000", "USDT"));
    assertThat(plan.legs())
        .filteredOn(leg -> leg.instrument().equals(ETH.id()))
        .singleElement()
        .satisfies(leg -> assertThat(leg.notional()).isEqualTo(Money.of("20000", "USDT")));
  }

  /** 20,000 USDT of ETH need 20,000 / (leverage * use) USDT of margin, which are 0.8 times as many USD. */
  @Test
  void dollars_carry_what_is_settled_in_dollars_at_their_price_and_nothing_else() {
    BigDecimal need =
        new BigDecimal("20000")
            .divide(
                SETTINGS
                    .maxMarginUse()
                    .value()
                    .multiply(BigDecimal.valueOf(SETTINGS.venueLeverage())),
                java.math.MathContext.DECIMAL128);
    String half =
        need.multiply(new BigDecimal("0.5")).multiply(new BigDecimal("0.8")).toPlainString();
    RebalancePlan plan = plan(account("90000", half)).orThrow();
    assertThat(plan.marginScale().value().doubleValue()).isBetween(0.49999, 0.50001);
    assertThat(plan(account("90000", "0")).orThrow().legs()).isEmpty();
  }

  @Test
  void without_a_rate_nothing_is_planned() {
    quotes.remove(2);
    assertThat(plan(account("50000", "50000"))).isInstanceOf(Result.Refused.class);
  }

  /** The limit is 0.15 of 100,000 USDT, which are 12,000 USD and six contracts, less a margin for rounding. */
  @Test
  void limits_are_measured_in_nav_currency() {
    Limits usual = Limits.defaults();
    Limits narrow =
        new Limits(
            usual.maxOrderNotional(),
            usual.maxFirstOrderNotional(),
            usual.maxNotionalPerMinute(),
            Ratio.of("9"),
            Ratio.of("9"),
            Ratio.of("9"),
            Ratio.of("0.15"),
            usual.priceCollar(),
            200,
            usual.maxClockOffset(),
            usual.maxQuoteAge());
    AccountSnapshot account = account("50000", "50000");
    RebalancePlan cut =
        new PlanWithinLimits(universe, narrow, SETTINGS, market(), account)
            .cut(plan(account).orThrow(), new TreeMap<>());
    assertThat(cut.legs())
        .filteredOn(leg -> leg.instrument().equals(ETH.id()))
        .singleElement()
        .satisfies(
            leg -> {
              assertThat(leg.quantity().value().doubleValue()).isBetween(5.9, 6.0);
              assertThat(leg.notional().amount())
                  .isEqualByComparingTo(leg.quantity().value().multiply(new BigDecimal("2500")));
            });
  }
}
