package org.evenkeel.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.core.catalog.Samples.USDT;
import static org.evenkeel.core.catalog.Samples.perpetual;
import static org.evenkeel.core.data.Books.account;
import static org.evenkeel.core.data.Books.futures;
import static org.evenkeel.core.data.Books.position;
import static org.evenkeel.core.data.Books.quote;
import static org.evenkeel.core.data.Books.spot;

import java.math.BigDecimal;
import java.util.List;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.Samples;
import org.junit.jupiter.api.Test;

class ValuationTest {

  private static final Quote USDC = quote(Samples.spot("USDC"), "0.9998");

  @Test
  void both_wallets_and_the_open_profit_make_the_nav() {
    AccountSnapshot account =
        account(
            spot("USDT", "400000"),
            futures("USDT", "600000"),
            position(perpetual("BTC"), "2", "1500.25"),
            position(perpetual("ETH"), "-3", "-500"));
    assertThat(Valuation.nav(account, List.of(), USDT))
        .isEqualTo(Result.ok(Money.of("1001000.25", "USDT")));
  }

  @Test
  void a_stablecoin_is_worth_what_the_market_pays() {
    AccountSnapshot account = account(spot("USDT", "1000"), spot("USDC", "1000"));
    assertThat(Valuation.nav(account, List.of(USDC), USDT))
        .isEqualTo(Result.ok(Money.of("1999.8", "USDT")));
    Quote depegged = quote(Samples.spot("USDC"), "0.88");
    assertThat(Valuation.nav(account, List.of(depegged), USDT))
        .isEqualTo(Result.ok(Money.of("1880", "USDT")));
  }

  @Test
  void a_coin_is_valued_at_the_middle_of_its_book() {
    Quote wide = quote(Samples.spot("USDC").id(), "0.99", "1.01", "0.95");
    assertThat(Valuation.nav(account(spot("USDC", "100")), List.of(wide), USDT))
        .isEqualTo(Result.ok(Money.of("100", "USDT")));
  }

  @Test
  void a_coin_without_price_is_refused_and_one_without_balance_is_not_asked_for() {
    Result<Money> refused = Valuation.nav(account(spot("FDUSD", "1")), List.of(USDC), USDT);
    assertThat(refused).isInstanceOf(Result.Refused.class);
    Result.Refused<Money> why = (Result.Refused<Money>) refused;
    assertThat(why.refusal().reason()).isEqualTo(RefusalReason.DATA_STALE);
    assertThat(why.refusal().detail()).contains("FDUSD-USDT-SPOT@binance", "stablecoins");
    assertThat(Valuation.nav(account(spot("FDUSD", "0")), List.of(), USDT))
        .isEqualTo(Result.ok(Money.zero(USDT)));
  }

  /** Profit of a position quoted in another coin is that coin, and a stablecoin is never taken for one. */
  @Test
  void profit_in_another_coin_is_converted_at_its_price() {
    Instrument usdcPerpetual =
        new Instrument.LinearPerpetual(Currency.of("BTC"), Currency.of("USDC"), Samples.BINANCE);
    AccountSnapshot account = account(position(usdcPerpetual, "1", "1000"));
    assertThat(Valuation.nav(account, List.of(USDC), USDT))
        .isEqualTo(Result.ok(Money.of("999.8", "USDT")));
    assertThat(Valuation.nav(account, List.of(), USDT)).isInstanceOf(Result.Refused.class);
  }

  @Test
  void a_position_in_a_kind_of_instrument_that_is_not_traded_is_valued_all_the_same() {
    VenuePosition dated =
        new VenuePosition(
            InstrumentId.of("BTC-USDT-20260327@binance"),
            Contracts.of("1"),
            BigDecimal.ONE,
            new BigDecimal("7"));
    assertThat(Valuation.nav(account(dated), List.of(), USDT))
        .isEqualTo(Result.ok(Money.of("7", "USDT")));
  }

  @Test
  void futures_are_held_as_positions_and_coins_as_balances() {
    AccountSnapshot account =
        account(spot("BTC", "0.5"), futures("BTC", "9"), position(perpetual("BTC"), "-2", "0"));
    assertThat(Valuation.held(perpetual("BTC"), account)).isEqualTo(Contracts.of("-2"));
    assertThat(Valuation.held(Samples.spot("BTC"), account)).isEqualTo(Contracts.of("0.5"));
    assertThat(Valuation.held(perpetual("ETH"), account)).isEqualTo(Contracts.ZERO);
  }

  @Test
  void a_fraction_has_twelve_places_and_nothing_of_nothing_is_zero() {
    assertThat(Valuation.fraction(BigDecimal.ONE, new BigDecimal("3")))
        .isEqualTo(new BigDecimal("0.333333333333"));
    assertThat(Valuation.fraction(BigDecimal.ONE, BigDecimal.ZERO)).isZero();
  }
}
