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

class DecimalsTest {

  @Provide
  Arbitrary<BigDecimal> values() {
    return Arbitraries.bigDecimals()
        .between(new BigDecimal("-1000000000"), new BigDecimal("1000000000"))
        .ofScale(12);
  }

  @Provide
  Arbitrary<BigDecimal> steps() {
    return Arbitraries.of("0.00000001", "0.001", "0.05", "0.1", "0.25", "1", "3", "10", "1000")
        .map(BigDecimal::new);
  }

  @Test
  void equal_numbers_become_equal_objects() {
    assertThat(Decimals.normal(new BigDecimal("1.00")))
        .isEqualTo(Decimals.normal(new BigDecimal("1")));
    assertThat(Decimals.normal(new BigDecimal("0E+5"))).isEqualTo(BigDecimal.ZERO);
    assertThat(Decimals.normal(new BigDecimal("0.000"))).isEqualTo(BigDecimal.ZERO);
    assertThat(Decimals.normal(new BigDecimal("1E+3")).scale()).isZero();
  }

  @Test
  void text_is_plain_at_both_ends_of_the_scale() {
    assertThat(Decimals.text(new BigDecimal("1E-7"))).isEqualTo("0.0000001");
    assertThat(Decimals.text(new BigDecimal("1E+9"))).isEqualTo("1000000000");
    assertThat(Decimals.text(new BigDecimal("-0.50"))).isEqualTo("-0.5");
  }

  @Test
  void a_quotient_without_end_is_cut_at_34_digits() {
    assertThat(Decimals.quotient(BigDecimal.ONE, new BigDecimal("3")).precision()).isEqualTo(34);
  }

  @Test
  void halves_go_to_the_even_multiple() {
    BigDecimal step = new BigDecimal("0.1");
    assertThat(Decimals.nearestToStep(new BigDecimal("0.25"), step)).isEqualByComparingTo("0.2");
    assertThat(Decimals.nearestToStep(new BigDecimal("0.35"), step)).isEqualByComparingTo("0.4");
    assertThat(Decimals.nearestToStep(new BigDecimal("-0.25"), step)).isEqualByComparingTo("-0.2");
  }

  @Test
  void a_step_of_zero_or_less_is_refused() {
    assertThatThrownBy(() -> Decimals.floorToStep(BigDecimal.ONE, BigDecimal.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("step must be positive");
    assertThatThrownBy(() -> Decimals.nearestToStep(BigDecimal.ONE, new BigDecimal("-1")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void normalising_changes_the_look_and_never_the_number(@ForAll("values") BigDecimal value) {
    BigDecimal normal = Decimals.normal(value);
    assertThat(normal).isEqualByComparingTo(value);
    assertThat(Decimals.normal(normal)).isEqualTo(normal);
    assertThat(new BigDecimal(Decimals.text(value))).isEqualTo(normal);
  }

  @Property
  void every_rounding_gives_a_multiple_of_the_step(
      @ForAll("values") BigDecimal value, @ForAll("steps") BigDecimal step) {
    assertThat(Decimals.isMultipleOf(Decimals.towardZeroToStep(value, step), step)).isTrue();
    assertThat(Decimals.isMultipleOf(Decimals.nearestToStep(value, step), step)).isTrue();
    assertThat(Decimals.isMultipleOf(Decimals.floorToStep(value, step), step)).isTrue();
    assertThat(Decimals.isMultipleOf(Decimals.ceilingToStep(value, step), step)).isTrue();
  }

  @Property
  void rounding_toward_zero_never_enlarges_and_loses_less_than_a_step(
      @ForAll("values") BigDecimal value, @ForAll("steps") BigDecimal step) {
    BigDecimal rounded = Decimals.towardZeroToStep(value, step);
    assertThat(rounded.abs()).isLessThanOrEqualTo(value.abs());
    assertThat(value.abs().subtract(rounded.abs())).isLessThan(step);
    assertThat(rounded.signum() * value.signum()).isNotNegative();
  }

  @Property
  void floor_and_ceiling_enclose_the_value_and_the_nearest_is_one_of_them(
      @ForAll("values") BigDecimal value, @ForAll("steps") BigDecimal step) {
    BigDecimal floor = Decimals.floorToStep(value, step);
    BigDecimal ceiling = Decimals.ceilingToStep(value, step);
    BigDecimal nearest = Decimals.nearestToStep(value, step);
    assertThat(floor).isLessThanOrEqualTo(value);
    assertThat(ceiling).isGreaterThanOrEqualTo(value);
    assertThat(nearest.subtract(value).abs().multiply(BigDecimal.valueOf(2)))
        .isLessThanOrEqualTo(step);
    assertThat(nearest).isIn(floor, ceiling);
  }
}
