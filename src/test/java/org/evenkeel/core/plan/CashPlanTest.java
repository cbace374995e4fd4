package org.evenkeel.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.core.data.Books.quote;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.catalog.CashTerms;
import org.evenkeel.core.catalog.CoinTerms;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.catalog.Listing;
import org.evenkeel.core.catalog.Samples;
import org.evenkeel.core.catalog.StablecoinShare;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.data.Balance;
import org.evenkeel.core.data.Books;
import org.evenkeel.core.data.MarketSnapshot;
import org.evenkeel.core.data.Wallet;
import org.junit.jupiter.api.Test;

/** Cash at two venues: one with a wallet for coins and one for futures, one with a single wallet for both. */
class CashPlanTest {

  private static final Currency USDC = Currency.of("USDC");
  private static final Currency DAI = Currency.of("DAI");
  private static final Instrument HERE = spot(USDC, "binance");
  private static final Instrument DAI_HERE = spot(DAI, "binance");
  private static final Instrument THERE = spot(USDC, "okx");
  private static final Instrument FUTURE =
      new Instrument.LinearPerpetual(Currency.of("BTC"), Samples.USDT, VenueId.of("okx"));

  private final TreeMap<Instrument, String> prices =
      new TreeMap<>(java.util.Comparator.comparing(Instrument::id));
  private final List<Balance> balances = new ArrayList<>();
  private final TreeMap<String, Ratio> venueCaps = new TreeMap<>();
  private String tetherCap = "1";
  private String usdcCap = "1";
  private String nav = "1000000";
  private String exposure = "0";
  private final TreeSet<String> trusted = new TreeSet<>();
  private PegWatch pegs = PegWatch.none();

  CashPlanTest() {
    for (Instrument coin : List.of(HERE, DAI_HERE, THERE)) {
      prices.put(coin, "1");
    }
  }

  private static Instrument spot(Currency coin, String venue) {
    return new Instrument.Spot(coin, Samples.USDT, VenueId.of(venue));
  }

  private static Universe universe() {
    return new Universe(
        Samples.USDT,
        List.of(Samples.sleeve("btc", Samples.leg(FUTURE, "1"))),
        List.of(
            new StablecoinShare(HERE.id(), Ratio.of("0.4")),
            new StablecoinShare(DAI_HERE.id(), Ratio.of("0.1")),
            new StablecoinShare(THERE.id(), Ratio.of("0.4"))));
  }

  private static InstrumentSpec spec(Instrument instrument) {
    return new InstrumentSpec(
        instrument,
        new BigDecimal("0.0001"),
        instrument.equals(FUTURE) ? new BigDecimal("0.001") : BigDecimal.ONE,
        instrument.equals(FUTURE) ? new BigDecimal("0.001") : BigDecimal.ONE,
        new BigDecimal("100000000"),
        new BigDecimal("5"),
        BigDecimal.ONE,
        Listing.TRADING);
  }

  private void has(String wallet, String currency, String total) {
    BigDecimal amount = new BigDecimal(total);
    balances.add(new Balance(new Wallet(wallet), Currency.of(currency), amount, amount));
  }

  private MarketSnapshot market(Instant at) {
    List<InstrumentSpec> specs =
        new ArrayList<>(prices.keySet().stream().map(CashPlanTest::spec).toList());
    specs.add(spec(FUTURE));
    List<org.evenkeel.core.data.Quote> quotes = new ArrayList<>();
    prices.forEach((instrument, price) -> quotes.add(quote(instrument, price)));
    quotes.add(quote(FUTURE, "50000"));
    return new MarketSnapshot(at, at, specs, List.of(), quotes);
  }

  private PlanSettings settings() {
    return PlanSettings.defaults().with(treasury());
  }

  private TreasurySettings treasury() {
    return new TreasurySettings(
        Ratio.of("1"),
        venueCaps,
        Ratio.of("0.02"),
        2,
        3,
        Ratio.of("0.005"),
        Duration.ofDays(2),
        trusted);
  }

  private CashTerms terms() {
    CashTerms none = CashTerms.riskless();
    return new CashTerms(
        none.standard(),
        List.of(coin("USDT", "tether", tetherCap), coin("USDC", "circle", usdcCap)),
        Ratio.ZERO,
        Ratio.ZERO,
        Ratio.ZERO,
        false);
  }

  private static CoinTerms coin(String coin, String issuer, String cap) {
    return new CoinTerms(
        Currency.of(coin), issuer, Ratio.ZERO, Ratio.of(cap), Ratio.ZERO, Ratio.ZERO, Ratio.ZERO);
  }

  private RebalancePlan plan() {
    TreeMap<SleeveId, Ratio> exposures = new TreeMap<>();
    exposures.put(SleeveId.of("btc"), Ratio.of(exposure));
    AccountSnapshot account =
        new AccountSnapshot(Samples.BINANCE, Books.NOON, Books.NOON, balances, List.of());
    return new Planner(universe(), settings())
        .with(new CashBasis(terms(), pegs))
        .plan(
            exposures,
            market(Books.NOON),
            account,
            Money.of(nav, "USDT"),
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

  /** 400,000 of exposure at leverage 5 are 80,000 of margin, 160,000 with a buffer of one: 0.4 of the other 340,000. */
  @Test
  void of_a_wallet_that_is_margin_too_only_what_the_margin_and_its_buffer_leave_is_spread() {
    has("UNIFIED@okx", "USDT", "500000");
    exposure = "0.4";
    assertThat(target(plan(), THERE)).isEqualByComparingTo("136000");
  }

  @Test
  void a_coin_is_not_bought_over_the_cap_of_its_issuer_wherever_it_lies() {
    has("SPOT@binance", "USDT", "500000");
    has("UNIFIED@okx", "USDT", "500000");
    assertThat(target(plan(), HERE).add(target(plan(), THERE))).isEqualByComparingTo("400000");
    usdcCap = "0.25";
    RebalancePlan capped = plan();
    assertThat(target(capped, HERE)).isEqualByComparingTo("200000");
    assertThat(target(capped, THERE)).isEqualByComparingTo("50000");
  }

  @Test
  void what_the_nav_currency_holds_over_its_cap_goes_into_other_coins_and_the_rest_is_advice() {
    has("SPOT@binance", "USDT", "1000000");
    tetherCap = "0.3";
    assertThat(target(plan(), HERE)).isEqualByComparingTo("600000");
    usdcCap = "0.2";
    RebalancePlan narrow = plan();
    assertThat(target(narrow, HERE)).isEqualByComparingTo("200000");
    assertThat(target(narrow, DAI_HERE)).isEqualByComparingTo("500000");
    balances.clear();
    has("FUTURES@binance", "USDT", "1000000");
    assertThat(plan().advice())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.cause()).isEqualTo(TransferAdvice.Cause.ISSUER_CAP);
              assertThat(one.amount()).isEqualTo(Money.of("700000", "USDT"));
            });
  }

  /** 300,000 at leverage 5 with a buffer of one need 120,000; the buffer asks for more than the use of margin does. */
  @Test
  void margin_that_is_short_is_advice_with_the_sum_and_where_it_may_come_from() {
    has("UNIFIED@okx", "USDT", "100000");
    has("SPOT@binance", "USDT", "900000");
    exposure = "0.3";
    RebalancePlan plan = plan();
    assertThat(plan.advice())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.cause()).isEqualTo(TransferAdvice.Cause.MARGIN);
              assertThat(one.amount()).isEqualTo(Money.of("20000", "USDT"));
              assertThat(one.text()).contains("okx is short by 20000").contains("SPOT@binance");
            });
    assertThat(plan.marginScale().value().doubleValue()).isBetween(0.8333, 0.8334);
  }

  @Test
  void more_than_a_venue_may_hold_is_advice_and_no_order() {
    has("UNIFIED@okx", "USDT", "1000000");
    venueCaps.put("okx", Ratio.of("0.6"));
    assertThat(plan().advice())
        .singleElement()
        .satisfies(one -> assertThat(one.amount()).isEqualTo(Money.of("400000", "USDT")));
  }

  private PegWatch seen(PegWatch before, String here, String there, int hours) {
    prices.put(HERE, here);
    prices.put(THERE, there);
    return before.seen(universe(), market(Books.NOON.plus(Duration.ofHours(hours))), treasury());
  }

  @Test
  void two_books_at_once_confirm_a_depeg_and_one_of_two_never_does() {
    assertThat(seen(PegWatch.none(), "0.97", "0.97", 0).isLatched(USDC)).isTrue();
    PegWatch one = PegWatch.none();
    for (int i = 0; i < 10; i++) {
      one = seen(one, "0.5", "1", i);
    }
    assertThat(one.isLatched(USDC)).isFalse();
  }

  @Test
  void a_single_book_confirms_it_at_the_third_look_in_a_row() {
    prices.remove(THERE);
    prices.put(HERE, "0.9");
    PegWatch seen = PegWatch.none();
    for (int look = 1; look <= 3; look++) {
      assertThat(seen.isLatched(USDC)).isFalse();
      seen = seen.seen(universe(), market(Books.NOON.plusSeconds(look)), treasury());
    }
    assertThat(seen.isLatched(USDC)).isTrue();
    MarketSnapshot same = market(Books.NOON.plusSeconds(3));
    assertThat(seen.seen(universe(), same, treasury())).isEqualTo(seen);
    PegWatch broken = PegWatch.none();
    for (int look = 1; look <= 9; look++) {
      prices.put(HERE, look % 3 == 0 ? "0.99" : "0.9");
      broken = broken.seen(universe(), market(Books.NOON.plusSeconds(look)), treasury());
    }
    assertThat(broken.isLatched(USDC)).isFalse();
  }

  @Test
  void a_latch_stays_until_the_coin_has_been_at_par_for_the_whole_time() {
    PegWatch off = seen(PegWatch.none(), "0.9", "0.9", 0);
    assertThat(seen(off, "1", "1", 1).isLatched(USDC)).isTrue();
    PegWatch back = seen(off, "1", "1", 1);
    PegWatch again = seen(seen(back, "1", "0.99", 40), "1", "1", 48);
    assertThat(seen(again, "1", "1", 50).isLatched(USDC)).isTrue();
    assertThat(seen(again, "1", "1", 96).isLatched(USDC)).isFalse();
    assertThat(seen(back, "1", "1", 48).isLatched(USDC)).isTrue();
    assertThat(seen(back, "1", "1", 49).isLatched(USDC)).isFalse();
  }

  @Test
  void an_operator_lifts_a_latch_by_vouching_for_the_coin() {
    PegWatch off = seen(PegWatch.none(), "0.9", "0.9", 0);
    trusted.add("USDC");
    assertThat(seen(off, "0.9", "0.9", 1).isLatched(USDC)).isFalse();
  }

  @Test
  void a_latched_coin_is_sold_whole_and_not_bought_again_at_par() {
    has("SPOT@binance", "USDC", "300000");
    has("SPOT@binance", "USDT", "1000");
    has("FUTURES@binance", "USDC", "50");
    pegs = seen(PegWatch.none(), "0.9", "0.9", 0);
    RebalancePlan plan = plan();
    assertThat(plan.legs())
        .anySatisfy(
            leg -> {
              assertThat(leg.instrument()).isEqualTo(HERE.id());
              assertThat(leg.side()).isEqualTo(Side.SELL);
              assertThat(leg.quantity()).isEqualTo(Contracts.of("300000"));
              assertThat(leg.reason()).contains("off its peg").contains("0.9");
            });
    assertThat(plan.advice())
        .anySatisfy(one -> assertThat(one.cause()).isEqualTo(TransferAdvice.Cause.DEPEG));
    prices.put(HERE, "1");
    prices.put(THERE, "1");
    balances.clear();
    has("SPOT@binance", "USDT", "300000");
    assertThat(target(plan(), HERE)).isEqualByComparingTo("0");
  }

  @Test
  void an_unconfirmed_depeg_neither_sells_nor_buys() {
    has("SPOT@binance", "USDC", "10");
    has("SPOT@binance", "USDT", "100000");
    prices.put(HERE, "0.9");
    RebalancePlan plan = plan();
    assertThat(plan.legs()).noneMatch(leg -> leg.instrument().equals(HERE.id()));
    assertThat(plan.skips())
        .anyMatch(
            skip ->
                skip.instrument().equals(HERE.id())
                    && skip.refusal().reason() == RefusalReason.OFF_PEG);
  }

  @Test
  void no_plan_buys_a_coin_over_its_cap_or_with_the_margin_and_its_buffer() {
    Random random = new Random(11);
    for (int i = 0; i < 300; i++) {
      balances.clear();
      TreeMap<String, BigDecimal> usdc = new TreeMap<>();
      for (String wallet : List.of("SPOT@binance", "UNIFIED@okx")) {
        has(wallet, "USDT", String.valueOf(random.nextInt(600_000)));
        String coins = String.valueOf(random.nextInt(200_000));
        has(wallet, "USDC", coins);
        usdc.put(wallet, new BigDecimal(coins));
      }
      BigDecimal all =
          balances.stream().map(Balance::total).reduce(BigDecimal.ZERO, BigDecimal::add);
      nav = all.toPlainString();
      usdcCap = "0." + (1 + random.nextInt(9));
      tetherCap = "0." + (1 + random.nextInt(9));
      exposure = "0." + random.nextInt(10);
      RebalancePlan plan = plan();
      BigDecimal cap = all.multiply(new BigDecimal(usdcCap));
      BigDecimal after = target(plan, HERE).add(target(plan, THERE));
      BigDecimal before = usdc.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
      // Bands and smallest orders may leave what is over; they never buy over.
      assertThat(after).isLessThanOrEqualTo(cap.max(before));
      BigDecimal margin =
          target(plan, FUTURE)
              .abs()
              .multiply(new BigDecimal("50000"))
              .multiply(new BigDecimal("0.4"));
      BigDecimal tether =
          account("UNIFIED@okx").add(usdc.get("UNIFIED@okx")).subtract(target(plan, THERE));
      boolean buys = target(plan, THERE).compareTo(usdc.get("UNIFIED@okx")) > 0;
      assertThat(!buys || tether.compareTo(margin) >= 0).as(plan.toString()).isTrue();
    }
  }

  private BigDecimal account(String wallet) {
    return balances.stream()
        .filter(one -> one.wallet().equals(new Wallet(wallet)))
        .filter(one -> one.currency().equals(Samples.USDT))
        .map(Balance::total)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  @Test
  void the_buffer_of_margin_binds_where_it_asks_for_more_than_the_use_of_margin() {
    has("UNIFIED@okx", "USDT", "100000");
    nav = "100000";
    exposure = "4";
    RebalancePlan plan = plan();
    BigDecimal gross = target(plan, FUTURE).multiply(new BigDecimal("50000"));
    assertThat(gross).isLessThanOrEqualTo(new BigDecimal("250000"));
    assertThat(gross).isGreaterThan(new BigDecimal("249000"));
    assertThat(plan.advice()).isNotEmpty();
  }
}
