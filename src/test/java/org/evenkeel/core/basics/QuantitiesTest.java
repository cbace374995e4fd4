package org.evenkeel.core.basics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class QuantitiesTest {

  private static final Currency USDT = Currency.of("USDT");

  @Provide
  Arbitrary<BigDecimal> numbers() {
    return Arbitraries.bigDecimals()
        .between(new BigDecimal("-1000000"), new BigDecimal("1000000"))
        .ofScale(8);
  }

  @Test
  void equality_is_by_number_and_not_by_scale() {
    assertThat(Contracts.of("1.0"))
        .isEqualTo(Contracts.of("1.00"))
        .hasSameHashCodeAs(Contracts.of("1"));
    assertThat(BaseQuantity.of("0.10")).isEqualTo(BaseQuantity.of("0.1"));
    assertThat(Price.of("100")).isEqualTo(Price.of("1E+2"));
    assertThat(Ratio.of("0.20")).isEqualTo(Ratio.of("0.2"));
    assertThat(Money.of("5.00", "USDT")).isEqualTo(Money.of("5", "USDT"));
    assertThat(Contracts.of("0.000")).isEqualTo(Contracts.ZERO);
  }

  @Test
  void text_is_plain() {
    assertThat(Contracts.of("1E-7")).hasToString("0.0000001");
    assertThat(BaseQuantity.of("1E+3")).hasToString("1000");
    assertThat(Price.of("0.10")).hasToString("0.1");
    assertThat(Ratio.of("-0.50")).hasToString("-0.5");
    assertThat(Money.of("12.340", "USDT")).hasToString("12.34 USDT");
  }

  @Test
  void a_price_is_above_zero() {
    assertThatThrownBy(() -> Price.of("0"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("above zero, found 0");
    assertThatThrownBy(() -> Price.of("-1")).isInstanceOf(IllegalArgumentException.class);
    assertThat(Price.of("0.00000001").value()).isPositive();
  }

  @Test
  void a_price_times_a_quantity_is_money_of_the_quote_currency() {
    assertThat(Price.of("50000.5").times(BaseQuantity.of("-0.002"), USDT))
        .isEqualTo(Money.of("-100.001", "USDT"));
  }

  @Test
  void money_of_two_currencies_does_not_mix() {
    Money usdt = Money.of("1", "USDT");
    Money usdc = Money.of("1", "USDC");
    assertThatThrownBy(() -> usdt.plus(usdc))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("cannot combine 1 USDT with 1 USDC");
    assertThatThrownBy(() -> usdt.minus(usdc)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> usdt.over(usdc)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> usdt.exceeds(usdc)).isInstanceOf(IllegalArgumentException.class);
    assertThat(usdt).isNotEqualTo(usdc);
  }

  @Test
  void money_over_money_is_a_ratio_and_times_it_is_money_again() {
    Money half = Money.of("50", "USDT");
    Money whole = Money.of("200", "USDT");
    assertThat(half.over(whole)).isEqualTo(Ratio.of("0.25"));
    assertThat(whole.times(Ratio.of("0.25"))).isEqualTo(half);
    assertThatThrownBy(() -> half.over(Money.zero(USDT))).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void exceeding_is_strict() {
    assertThat(Money.of("2", "USDT").exceeds(Money.of("1.99", "USDT"))).isTrue();
    assertThat(Money.of("2", "USDT").exceeds(Money.of("2.00", "USDT"))).isFalse();
  }

  @Test
  void a_side_signs_a_quantity_and_a_change_has_a_side() {
    assertThat(Side.BUY.signed(Contracts.of("2"))).isEqualTo(Contracts.of("2"));
    assertThat(Side.SELL.signed(Contracts.of("2"))).isEqualTo(Contracts.of("-2"));
    assertThat(Side.of(Contracts.of("0.1"))).isEqualTo(Side.BUY);
    assertThat(Side.of(Contracts.of("-0.1"))).isEqualTo(Side.SELL);
    assertThatThrownBy(() -> Side.of(Contracts.ZERO)).isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void contracts_form_a_group(
      @ForAll("numbers") BigDecimal x,
      @ForAll("numbers") BigDecimal y,
      @ForAll("numbers") BigDecimal z) {
    Contracts a = Contracts.of(x);
    Contracts b = Contracts.of(y);
    Contracts c = Contracts.of(z);
    assertThat(a.plus(b)).isEqualTo(b.plus(a));
    assertThat(a.plus(b).plus(c)).isEqualTo(a.plus(b.plus(c)));
    assertThat(a.plus(Contracts.ZERO)).isEqualTo(a);
    assertThat(a.plus(a.negated())).isEqualTo(Contracts.ZERO);
    assertThat(a.minus(b)).isEqualTo(a.plus(b.negated()));
    assertThat(a.abs()).isEqualTo(a.value().signum() < 0 ? a.negated() : a);
  }

  @Property
  void base_quantities_ratios_and_money_subtract_what_they_add(
      @ForAll("numbers") BigDecimal x, @ForAll("numbers") BigDecimal y) {
    BaseQuantity base = BaseQuantity.of(x);
    assertThat(base.plus(BaseQuantity.of(y)).minus(BaseQuantity.of(y))).isEqualTo(base);
    assertThat(base.negated().negated()).isEqualTo(base);
    Ratio ratio = Ratio.of(x);
    assertThat(ratio.plus(Ratio.of(y)).minus(Ratio.of(y))).isEqualTo(ratio);
    assertThat(ratio.times(Ratio.ONE)).isEqualTo(ratio);
    assertThat(ratio.times(Ratio.ZERO)).isEqualTo(Ratio.ZERO);
    Money money = new Money(x, USDT);
    assertThat(money.plus(new Money(y, USDT)).minus(new Money(y, USDT))).isEqualTo(money);
  }

  @Property
  void comparison_agrees_with_equality(
      @ForAll("numbers") BigDecimal x, @ForAll("numbers") BigDecimal y) {
    assertThat(Contracts.of(x).compareTo(Contracts.of(y)) == 0)
        .isEqualTo(Contracts.of(x).equals(Contracts.of(y)));
    assertThat(Ratio.of(x).compareTo(Ratio.of(y))).isEqualTo(x.compareTo(y));
  }
}
