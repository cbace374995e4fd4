package org.evenkeel.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.core.catalog.Samples.perpetual;
import static org.evenkeel.core.data.Books.account;
import static org.evenkeel.core.data.Books.futures;
import static org.evenkeel.core.data.Books.position;
import static org.evenkeel.core.data.Books.spot;

import java.math.BigDecimal;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.catalog.Samples;
import org.junit.jupiter.api.Test;

class ValuationTest {

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
