package org.evenkeel.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.evenkeel.core.catalog.Samples.USDT;
import static org.evenkeel.core.catalog.Samples.perpetual;
import static org.evenkeel.core.data.Books.account;
import static org.evenkeel.core.data.Books.futures;
import static org.evenkeel.core.data.Books.position;
import static org.evenkeel.core.data.Books.quote;
import static org.evenkeel.core.data.Books.spot;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.SleeveClass;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.catalog.Leg;
import org.evenkeel.core.catalog.RateSource;
import org.evenkeel.core.catalog.Samples;
import org.evenkeel.core.catalog.Sleeve;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.catalog.WeightRules;
import org.junit.jupiter.api.Test;

class YardstickTest {

  private static final Quote USDC = quote(Samples.spot("USDC"), "0.9998");
  private static final Currency USD = Currency.of("USD");
  private static final VenueId FUTURES = VenueId.of("krakenfutures");
  private static final Instrument IN_USD =
      new Instrument.LinearPerpetual(Currency.of("BTC"), USD, FUTURES);
  private static final Instrument TETHER = new Instrument.Spot(USDT, USD, VenueId.of("kraken"));
  private static final RateSource MARKET = new RateSource.SpotMarket(USD, TETHER.id());
  private static final RateSource CROSS =
      new RateSource.IndexCross(USD, perpetual("BTC").id(), IN_USD.id());

  private static Universe universe(Instrument leg, RateSource... rates) {
    return new Universe(
        USDT,
        List.of(
            new Sleeve(
                SleeveId.of("btc"),
                SleeveClass.of("majors"),
                BigDecimal.ONE,
                List.of(new Leg(leg.id(), BigDecimal.ONE)))),
        List.of(),
        WeightRules.none(),
        List.of(rates));
  }

  private static Result<Money> nav(AccountSnapshot account, List<Quote> quotes) {
    return Yardstick.of(universe(perpetual("BTC")), quotes).orThrow().nav(account);
  }

  private static InstrumentSpec specInUsd() {
    return Samples.spec(IN_USD);
  }

  @Test
  void both_wallets_and_the_open_profit_make_the_nav() {
    AccountSnapshot account =
        account(
            spot("USDT", "400000"),
            futures("USDT", "600000"),
            position(perpetual("BTC"), "2", "1500.25"),
            position(perpetual("ETH"), "-3", "-500"));
    assertThat(nav(account, List.of())).isEqualTo(Result.ok(Money.of("1001000.25", "USDT")));
  }

  @Test
  void a_stablecoin_is_worth_what_the_market_pays() {
    AccountSnapshot account = account(spot("USDT", "1000"), spot("USDC", "1000"));
    assertThat(nav(account, List.of(USDC))).isEqualTo(Result.ok(Money.of("1999.8", "USDT")));
    Quote depegged = quote(Samples.spot("USDC"), "0.88");
    assertThat(nav(account, List.of(depegged))).isEqualTo(Result.ok(Money.of("1880", "USDT")));
  }

  @Test
  void a_coin_is_valued_at_the_middle_of_its_book() {
    Quote wide = quote(Samples.spot("USDC").id(), "0.99", "1.01", "0.95");
    assertThat(nav(account(spot("USDC", "100")), List.of(wide)))
        .isEqualTo(Result.ok(Money.of("100", "USDT")));
  }

  @Test
  void a_coin_without_price_is_refused_and_one_without_balance_is_not_asked_for() {
    Result<Money> refused = nav(account(spot("FDUSD", "1")), List.of(USDC));
    assertThat(refused).isInstanceOf(Result.Refused.class);
    Result.Refused<Money> why = (Result.Refused<Money>) refused;
    assertThat(why.refusal().reason()).isEqualTo(RefusalReason.DATA_STALE);
    assertThat(why.refusal().detail()).contains("FDUSD-USDT-SPOT@binance", "stablecoins");
    assertThat(nav(account(spot("FDUSD", "0")), List.of())).isEqualTo(Result.ok(Money.zero(USDT)));
  }

  /** Profit of a position quoted in another coin is that coin, and a stablecoin is never taken for one. */
  @Test
  void profit_in_another_coin_is_converted_at_its_price() {
    Instrument usdcPerpetual =
        new Instrument.LinearPerpetual(Currency.of("BTC"), Currency.of("USDC"), Samples.BINANCE);
    AccountSnapshot account = account(position(usdcPerpetual, "1", "1000"));
    assertThat(nav(account, List.of(USDC))).isEqualTo(Result.ok(Money.of("999.8", "USDT")));
    assertThat(nav(account, List.of())).isInstanceOf(Result.Refused.class);
  }

  @Test
  void a_position_in_a_kind_of_instrument_that_is_not_traded_is_valued_all_the_same() {
    VenuePosition dated =
        new VenuePosition(
            InstrumentId.of("BTC-USDT-20260327@binance"),
            Contracts.of("1"),
            BigDecimal.ONE,
            new BigDecimal("7"));
    assertThat(nav(account(dated), List.of())).isEqualTo(Result.ok(Money.of("7", "USDT")));
  }

  @Test
  void a_spot_market_prices_the_other_currency_either_way_around() {
    Yardstick byTether =
        Yardstick.of(universe(IN_USD, MARKET), List.of(quote(TETHER, "0.999"))).orThrow();
    assertThat(byTether.price(USD, FUTURES).orThrow())
        .isEqualByComparingTo(
            new BigDecimal("1").divide(new BigDecimal("0.999"), java.math.MathContext.DECIMAL128));
    Instrument dollar = new Instrument.Spot(USD, USDT, VenueId.of("kraken"));
    Yardstick byDollar =
        Yardstick.of(
                universe(IN_USD, new RateSource.SpotMarket(USD, dollar.id())),
                List.of(quote(dollar, "1.25")))
            .orThrow();
    assertThat(byDollar.price(USD, FUTURES).orThrow()).isEqualByComparingTo("1.25");
  }

  @Test
  void the_indices_of_one_asset_price_it_too() {
    Yardstick yardstick =
        Yardstick.of(
                universe(IN_USD, CROSS),
                List.of(
                    indexed(perpetual("BTC"), "49000", "50000"), indexed(IN_USD, "51000", "40000")))
            .orThrow();
    assertThat(yardstick.price(USD, FUTURES).orThrow()).isEqualByComparingTo("1.25");
  }

  /** The mark may stray from the index by the basis; a rate of two marks would carry both. */
  private static Quote indexed(Instrument instrument, String mark, String index) {
    Quote plain = quote(instrument, mark);
    return new Quote(
        plain.instrument(),
        plain.bid(),
        plain.ask(),
        plain.mark(),
        Price.of(index),
        plain.venueTime(),
        plain.receivedAt());
  }

  @Test
  void contracts_and_accounts_in_another_currency_are_worth_what_it_is_worth() {
    List<Quote> quotes = List.of(quote(TETHER, "0.8"));
    Yardstick yardstick = Yardstick.of(universe(IN_USD, MARKET), quotes).orThrow();
    assertThat(yardstick.value(specInUsd(), Contracts.of("-2"), Price.of("100")))
        .isEqualTo(Money.of("-250", "USDT"));
    assertThat(yardstick.inQuote(Money.of("250", "USDT"), specInUsd()))
        .isEqualTo(Money.of("200", "USD"));
    AccountSnapshot account =
        account(futures("USDT", "1000"), futures("USD", "80"), position(IN_USD, "1", "-8"));
    assertThat(yardstick.nav(account)).isEqualTo(Result.ok(Money.of("1090", "USDT")));
  }

  @Test
  void what_is_quoted_in_nav_currency_stays_as_it_is() {
    Yardstick yardstick = Yardstick.of(universe(perpetual("BTC")), List.of()).orThrow();
    InstrumentSpec spec = Samples.spec(perpetual("BTC"));
    assertThat(yardstick.value(spec, Contracts.of("0.3"), Price.of("33333.3")))
        .isEqualTo(spec.notional(Contracts.of("0.3"), Price.of("33333.3")));
    assertThat(yardstick.inQuote(Money.of("7", "USDT"), spec)).isEqualTo(Money.of("7", "USDT"));
  }

  @Test
  void two_sources_that_differ_by_more_than_a_percent_are_no_price() {
    List<Quote> quotes =
        new ArrayList<>(
            List.of(
                quote(TETHER, "0.99"), quote(perpetual("BTC"), "50000"), quote(IN_USD, "49500")));
    assertThat(Yardstick.of(universe(IN_USD, MARKET, CROSS), quotes)).isInstanceOf(Result.Ok.class);
    quotes.set(2, quote(IN_USD, "48500"));
    assertThat(Yardstick.of(universe(IN_USD, MARKET, CROSS), quotes))
        .isInstanceOfSatisfying(
            Result.Refused.class,
            refused -> assertThat(refused.refusal().detail()).contains("differ", "USD"));
  }

  @Test
  void a_rate_without_a_quote_refuses_all() {
    assertThat(Yardstick.of(universe(IN_USD, MARKET), List.of()))
        .isInstanceOfSatisfying(
            Result.Refused.class,
            refused ->
                assertThat(refused.refusal().detail()).contains("USDT-USD-SPOT@kraken", "USD"));
  }

  @Test
  void a_leg_in_a_currency_that_nothing_prices_and_a_rate_that_prices_nothing_are_no_universe() {
    assertThatThrownBy(() -> universe(IN_USD)).hasMessageContaining("no rate prices");
    RateSource euro =
        new RateSource.SpotMarket(
            Currency.of("EUR"), new Instrument.Spot(USDT, USD, VenueId.of("kraken")).id());
    assertThatThrownBy(() -> universe(IN_USD, MARKET, euro)).hasMessageContaining("EUR");
    assertThatThrownBy(() -> new RateSource.IndexCross(USD, perpetual("ETH").id(), IN_USD.id()))
        .hasMessageContaining("one asset");
  }
}
