package org.evenkeel.core.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.Money;
import org.junit.jupiter.api.Test;

class HeldOutTest {

  private static final Currency USDT = Currency.of("USDT");

  private static BigDecimal total(AccountSnapshot account) {
    return account.total(Wallets.SPOT, USDT).add(account.total(Wallets.FUTURES, USDT));
  }

  @Test
  void it_is_taken_from_the_wallet_to_which_it_came() {
    AccountSnapshot account =
        Books.account(
            Books.spot("USDT", "100"), Books.futures("USDT", "300"), Books.spot("BTC", "2"));
    AccountSnapshot left =
        HeldOut.none().plus(Wallets.FUTURES, Money.of("50", "USDT")).without(account);
    assertThat(left.total(Wallets.FUTURES, USDT)).isEqualByComparingTo("250");
    assertThat(left.total(Wallets.SPOT, USDT)).isEqualByComparingTo("100");
    assertThat(left.total(Wallets.SPOT, Currency.of("BTC"))).isEqualByComparingTo("2");
    assertThat(left.balances()).allMatch(b -> b.available().compareTo(b.total()) <= 0);
  }

  @Test
  void nothing_held_out_leaves_the_account_as_it_is() {
    AccountSnapshot account = Books.account(Books.spot("USDT", "100"));
    assertThat(HeldOut.none().without(account)).isSameAs(account);
  }

  @Property(tries = 300)
  void what_was_moved_on_is_taken_from_there_and_nothing_becomes_negative(
      @ForAll @IntRange(max = 1000) int spot,
      @ForAll @IntRange(max = 1000) int futures,
      @ForAll @IntRange(max = 1000) int heldSpot,
      @ForAll @IntRange(max = 1000) int heldFutures) {
    AccountSnapshot account =
        Books.account(Books.spot("USDT", "" + spot), Books.futures("USDT", "" + futures));
    AccountSnapshot left =
        HeldOut.none()
            .plus(Wallets.SPOT, Money.of("" + heldSpot, "USDT"))
            .plus(Wallets.FUTURES, Money.of("" + heldFutures, "USDT"))
            .without(account);
    int expected = Math.max(0, spot + futures - heldSpot - heldFutures);
    assertThat(total(left)).isEqualByComparingTo(BigDecimal.valueOf(expected));
    assertThat(left.balances()).allMatch(b -> b.total().signum() >= 0);
  }
}
