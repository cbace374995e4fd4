package org.evenkeel.core.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Side;
import org.junit.jupiter.api.Test;

class RemainderTest {

  private static Remainder.Moment moment(String price, String nav) {
    Currency usdt = Currency.of("USDT");
    return new Remainder.Moment(
        new Money(new BigDecimal(price), usdt), new Money(new BigDecimal(nav), usdt));
  }

  private static Contracts left(
      Side side, String end, String held, String left, String price, String nav) {
    return Remainder.of(
        side,
        Contracts.of(end),
        Contracts.of(held),
        Contracts.of(left),
        BigDecimal.ONE,
        moment("100", "10000"),
        moment(price, nav));
  }

  @Test
  void a_dearer_contract_needs_fewer_of_them_for_the_same_weight() {
    // 50 at 100 of 10,000 are 50 %; at 125 these are 40 contracts.
    assertThat(left(Side.BUY, "50", "30", "20", "125", "10000")).isEqualTo(Contracts.of("10"));
    assertThat(left(Side.BUY, "50", "42", "8", "125", "10000")).isEqualTo(Contracts.ZERO);
  }

  @Test
  void a_cheaper_contract_never_asks_for_more_than_was_committed() {
    assertThat(left(Side.BUY, "50", "30", "20", "80", "10000")).isEqualTo(Contracts.of("20"));
  }

  @Test
  void money_that_has_gone_makes_it_less_and_money_that_has_come_changes_nothing() {
    assertThat(left(Side.BUY, "50", "30", "20", "100", "8000")).isEqualTo(Contracts.of("10"));
    assertThat(left(Side.SELL, "50", "60", "10", "100", "20000")).isEqualTo(Contracts.of("10"));
  }

  @Test
  void coins_beyond_whole_lots_stay_and_what_is_left_is_whole_lots() {
    // 50.4 at 100 of 10,000 are 50.4 %; at 125 these are 40.32 coins, of which 30.4 are held.
    assertThat(left(Side.BUY, "50.4", "30.4", "20", "125", "10000")).isEqualTo(Contracts.of("10"));
    assertThat(left(Side.BUY, "50.4", "30.4", "20", "100", "10000")).isEqualTo(Contracts.of("20"));
    assertThat(left(Side.SELL, "0.4", "7.4", "7", "300", "10000")).isEqualTo(Contracts.of("7"));
  }

  @Test
  void what_is_to_be_closed_is_closed_at_any_price() {
    assertThat(left(Side.SELL, "0", "7", "7", "300", "9000")).isEqualTo(Contracts.of("7"));
  }

  @Property(tries = 300)
  void it_lies_between_nothing_and_what_is_left(
      @ForAll @IntRange(min = -50, max = 50) int end,
      @ForAll @IntRange(min = -50, max = 50) int held,
      @ForAll @IntRange(min = 0, max = 50) int rest,
      @ForAll @IntRange(min = 1, max = 500) int price,
      @ForAll boolean buys) {
    Contracts remaining =
        left(
            buys ? Side.BUY : Side.SELL,
            Integer.toString(end),
            Integer.toString(held),
            Integer.toString(rest),
            Integer.toString(price),
            "10000");
    assertThat(remaining.value()).isBetween(BigDecimal.ZERO, BigDecimal.valueOf(rest));
  }
}
