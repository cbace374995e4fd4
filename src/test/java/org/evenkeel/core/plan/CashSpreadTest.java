package org.evenkeel.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.core.data.Books.quote;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.catalog.CashTerms;
import org.evenkeel.core.catalog.CoinTerms;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.catalog.Samples;
import org.evenkeel.core.catalog.StablecoinShare;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.data.Balance;
import org.evenkeel.core.data.Books;
import org.evenkeel.core.data.MarketSnapshot;
import org.evenkeel.core.data.Quote;
import org.evenkeel.core.data.VenuePosition;
import org.evenkeel.core.data.Wallet;
import org.junit.jupiter.api.Test;

/**
 * What is left to be spread of one wallet for everything: 500,000 of a NAV of a million, half of it for USDC; leverage 5, a
 * buffer of one, bitcoins at 50,000.
 */
class CashSpreadTest {

  private static final Currency BTC = Currency.of("BTC");
  private static final VenueId OKX = VenueId.of("okx");
  private static final Instrument USDC = spot("USDC", OKX);
  private static final Instrument FUTURE = new Instrument.LinearPerpetual(BTC, Samples.USDT, OKX);
  private static final Instrument COIN = spot("BTC", OKX);
  private static final Instrument ELSEWHERE = spot("BTC", Samples.BINANCE);

  private final List<Balance> balances = new ArrayList<>();
  private final List<VenuePosition> positions = new ArrayList<>();
  private final TreeMap<SleeveId, Ratio> exposures = new TreeMap<>();
  private String usdc = "1";
  private String usdcIssuer = "circle";
  private String usdcCap = "1";
  private String tetherCap = "1";

  CashSpreadTest() {
    has("UNIFIED@okx", "USDT", "500000");
  }

  private static Instrument spot(String coin, VenueId venue) {
    return new Instrument.Spot(Currency.of(coin), Samples.USDT, venue);
  }

  private void has(String wallet, String currency, String total) {
    BigDecimal amount = new BigDecimal(total);
    balances.add(new Balance(new Wallet(wallet), Currency.of(currency), amount, amount));
  }

  private static Universe universe() {
    return new Universe(
        Samples.USDT,
        List.of(
            Samples.sleeve("future", Samples.leg(FUTURE, "1")),
            Samples.sleeve("coin", Samples.leg(COIN, "1")),
            Samples.sleeve("elsewhere", Samples.leg(ELSEWHERE, "1"))),
        List.of(new StablecoinShare(USDC.id(), Ratio.of("0.5"))));
  }

  private static CoinTerms terms(String coin, String issuer, String cap) {
    return new CoinTerms(
        Currency.of(coin), issuer, Ratio.ZERO, Ratio.of(cap), Ratio.ZERO, Ratio.ZERO, Ratio.ZERO);
  }

  /** The dollars of USDC that are to be held. */
  private String wanted() {
    List<InstrumentSpec> specs = new ArrayList<>();
    List<Quote> quotes = new ArrayList<>();
    for (Instrument each : List.of(FUTURE, COIN, ELSEWHERE)) {
      specs.add(Samples.spec(each));
      quotes.add(quote(each, "50000"));
    }
    specs.add(Samples.spec(USDC, "0.0001", "1", "5"));
    quotes.add(quote(USDC, usdc));
    TreasurySettings treasury =
        new TreasurySettings(
            Ratio.ONE,
            new TreeMap<>(),
            Ratio.of("0.02"),
            2,
            3,
            Ratio.of("0.005"),
            Duration.ofDays(2),
            new TreeSet<>());
    CashTerms cash =
        new CashTerms(
            CashTerms.riskless().standard(),
            List.of(terms("USDT", "tether", tetherCap), terms("USDC", usdcIssuer, usdcCap)),
            Ratio.ZERO,
            Ratio.ZERO,
            Ratio.ZERO,
            false);
    RebalancePlan plan =
        new Planner(universe(), PlanSettings.defaults().with(treasury))
            .with(new CashBasis(cash, PegWatch.none()))
            .plan(
                exposures,
                new MarketSnapshot(Books.NOON, Books.NOON, specs, List.of(), quotes),
                new AccountSnapshot(OKX, Books.NOON, Books.NOON, balances, positions),
                Money.of("1000000", "USDT"),
                Standing.settled(new TreeSet<>()))
            .orThrow();
    return plan.targets().stream()
        .filter(position -> position.instrument().equals(USDC.id()))
        .findFirst()
        .orElseThrow()
        .target()
        .toString();
  }

  private void want(String sleeve, String exposure) {
    exposures.put(SleeveId.of(sleeve), Ratio.of(exposure));
  }

  private void hold(String contracts) {
    positions.clear();
    positions.add(
        new VenuePosition(
            FUTURE.id(), Contracts.of(contracts), new BigDecimal("50000"), BigDecimal.ZERO));
  }

  /** A close may fail: what is held needs its margin, 200,000 / 5 and as much again, until it is gone. */
  @Test
  void margin_is_kept_for_the_larger_of_what_is_held_and_what_is_wanted() {
    assertThat(wanted()).isEqualTo("250000");
    hold("4");
    assertThat(wanted()).as("half of 420,000").isEqualTo("210000");
    hold("-4");
    assertThat(wanted()).isEqualTo("210000");
    want("future", "0.5");
    assertThat(wanted()).as("500,000 are wanted: half of 300,000").isEqualTo("150000");
  }

  @Test
  void what_coins_for_their_risk_cost_here_is_not_spread_and_a_hundredth_more() {
    want("coin", "0.1");
    assertThat(wanted()).as("half of 399,000").isEqualTo("199500");
    exposures.clear();
    want("elsewhere", "0.1");
    has("SPOT@binance", "USDT", "200000");
    assertThat(wanted()).as("another venue's money").isEqualTo("250000");
    exposures.clear();
    has("UNIFIED@okx", "BTC", "2");
    assertThat(wanted()).as("what a sale brings is not there yet").isEqualTo("250000");
  }

  @Test
  void coins_that_are_there_already_are_spread_with_the_rest() {
    has("UNIFIED@okx", "USDC", "100000");
    assertThat(wanted()).as("half of 600,000").isEqualTo("300000");
  }

  /** Of 250,000 that one issuer may owe, 100,000 lie where nothing is exchanged. */
  @Test
  void what_lies_where_nothing_is_converted_counts_against_its_issuer() {
    usdcCap = "0.25";
    has("FUTURES@okx", "USDC", "100000");
    assertThat(wanted()).isEqualTo("150000");
  }

  @Test
  void two_coins_of_one_issuer_share_its_cap() {
    usdcIssuer = "tether";
    usdcCap = "0.6";
    tetherCap = "0.6";
    assertThat(wanted()).as("600,000 less 500,000 of USDT").isEqualTo("100000");
    tetherCap = "0.55";
    assertThat(wanted()).as("the smaller of what is said of both").isEqualTo("50000");
    tetherCap = "0.3";
    assertThat(wanted()).as("its own coins are no way out").isEqualTo("0");
  }

  /** 200,000 may stay USDT: the other 300,000 go into the other coin, unless it is off its peg. */
  @Test
  void what_is_over_a_cap_goes_into_a_coin_at_its_peg_only() {
    tetherCap = "0.2";
    assertThat(wanted()).isEqualTo("300000");
    has("UNIFIED@okx", "USDC", "1000");
    usdc = "0.97";
    assertThat(wanted()).as("neither bought nor sold").isEqualTo("1000");
  }
}
