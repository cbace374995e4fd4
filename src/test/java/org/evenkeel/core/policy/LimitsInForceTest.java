package org.evenkeel.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds of configuration, settings and hard limits, whoever has written the rows. */
class LimitsInForceTest {

  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final LimitName GROSS = LimitName.of(LimitKey.MAX_GROSS_LEVERAGE);
  private static final LimitName DISTANCE = LimitName.of(LimitKey.MIN_LIQUIDATION_DISTANCE);
  private static final LimitValues CONFIGURED =
      LimitValues.of(Limits.defaults(), Guards.defaults());

  private static LimitOverride set(long id, LimitName name, String value, boolean isAgreed) {
    return new LimitOverride(
        id,
        name,
        new BigDecimal(value),
        "ann",
        "because",
        NOON,
        NOON.plus(Duration.ofDays(7)),
        isAgreed,
        Optional.empty());
  }

  private static LimitOverride ended(LimitOverride from, boolean isAgreed) {
    return new LimitOverride(
        from.id(),
        from.name(),
        from.value(),
        from.author(),
        from.reason(),
        from.createdAt(),
        from.expiresAt(),
        from.isAgreed(),
        Optional.of(new LimitOverride.End(NOON.plusSeconds(60), isAgreed)));
  }

  private static String gross(Instant at, LimitOverride... set) {
    return LimitsInForce.of(CONFIGURED, HardLimits.none(), List.of(set), at)
        .values()
        .get(GROSS.key())
        .toPlainString();
  }

  private static HardLimits hard(String text) {
    return HardLimits.parse(text).orThrow();
  }

  @Test
  void the_numbers_are_those_of_the_configuration_and_make_the_same_limits_again() {
    assertThat(CONFIGURED.limits()).isEqualTo(Limits.defaults());
    assertThat(CONFIGURED.guards()).isEqualTo(Guards.defaults());
  }

  @Test
  void what_allows_less_counts_until_it_expires() {
    LimitOverride lower = set(1, GROSS, "2", false);

    assertThat(gross(NOON.minusSeconds(1), lower)).isEqualTo("3");
    assertThat(gross(NOON, lower)).isEqualTo("2");
    assertThat(gross(lower.expiresAt().minusSeconds(1), lower)).isEqualTo("2");
    assertThat(gross(lower.expiresAt(), lower)).as("the configuration holds again").isEqualTo("3");
  }

  @Test
  void what_allows_more_counts_only_if_two_persons_have_agreed() {
    assertThat(gross(NOON, set(1, GROSS, "4", false))).isEqualTo("3");
    assertThat(gross(NOON, set(1, GROSS, "4", true))).isEqualTo("4");
    assertThat(gross(NOON, set(1, GROSS, "2", false), set(2, GROSS, "2.5", false)))
        .as("more than what was lowered is more, although less than the configuration")
        .isEqualTo("2");
    assertThat(gross(NOON, set(1, GROSS, "2", false), set(2, GROSS, "2.5", true))).isEqualTo("2.5");
  }

  @Test
  void what_lies_outside_of_the_compiled_bounds_never_counts_whoever_has_agreed() {
    assertThat(gross(NOON, set(1, GROSS, "20", true))).isEqualTo("20");
    assertThat(gross(NOON, set(1, GROSS, "20.1", true))).isEqualTo("3");
    assertThat(gross(NOON, set(1, GROSS, "0", false)))
        .as("a halt is another command")
        .isEqualTo("3");
  }

  @Test
  void a_limit_that_must_be_at_least_so_much_is_raised_by_a_smaller_number() {
    LimitValues smaller =
        LimitsInForce.of(
                CONFIGURED, HardLimits.none(), List.of(set(1, DISTANCE, "0.05", false)), NOON)
            .values();
    assertThat(smaller.get(DISTANCE.key())).isEqualByComparingTo("0.1");
    LimitValues larger =
        LimitsInForce.of(
                CONFIGURED, HardLimits.none(), List.of(set(1, DISTANCE, "0.2", false)), NOON)
            .values();
    assertThat(larger.get(DISTANCE.key())).isEqualByComparingTo("0.2");
  }

  @Test
  void the_early_end_of_what_was_lowered_needs_two_and_of_what_was_raised_one() {
    Instant later = NOON.plusSeconds(60);
    LimitOverride lower = set(1, GROSS, "2", false);
    LimitOverride higher = set(1, GROSS, "4", true);

    assertThat(gross(later, ended(lower, false))).isEqualTo("2");
    assertThat(gross(later, ended(lower, true))).isEqualTo("3");
    assertThat(gross(later.minusSeconds(1), ended(lower, true))).isEqualTo("2");
    assertThat(gross(later, ended(higher, false))).isEqualTo("3");
  }

  @Test
  void nothing_passes_a_hard_limit_whoever_has_agreed() {
    HardLimits hard = hard("max_gross_leverage_ratio 3.5\nmin_liquidation_distance_fraction 0.08");
    LimitValues values =
        LimitsInForce.of(
                CONFIGURED,
                hard,
                List.of(set(1, GROSS, "4", true), set(2, DISTANCE, "0.01", true)),
                NOON)
            .values();

    assertThat(values.get(GROSS.key())).isEqualByComparingTo("3.5");
    assertThat(values.get(DISTANCE.key())).isEqualByComparingTo("0.08");
    assertThat(hard.objection(GROSS, new BigDecimal("3.6")).map(Refusal::detail).orElse(""))
        .contains("max_gross_leverage_ratio of 3.6 is beyond the hard limit 3.5");
    assertThat(hard.objection(GROSS, new BigDecimal("3.5"))).isEmpty();
    assertThat(HardLimits.none().objection(GROSS, new BigDecimal("21")))
        .as("the compiled bound")
        .isPresent();
  }

  @Test
  void limits_that_belong_together_are_made_to_fit_toward_the_stricter_side() {
    LimitValues values =
        CONFIGURED
            .with(LimitName.of(LimitKey.MAX_NOTIONAL_PER_MINUTE), new BigDecimal("1000"))
            .with(LimitName.of(LimitKey.DRAWDOWN_FLATTEN), new BigDecimal("0.12"));

    assertThat(values.limits().maxOrderNotional()).isEqualByComparingTo("1000");
    assertThat(values.guards().drawdown().delever().value()).isEqualByComparingTo("0.12");
    assertThat(values.guards().drawdown().warn().value()).isEqualByComparingTo("0.10");
    LimitValues tight =
        values
            .with(LimitName.of(LimitKey.MAX_NOTIONAL_PER_MINUTE), new BigDecimal("100"))
            .with(LimitName.of(LimitKey.DRAWDOWN_FLATTEN), new BigDecimal("0.05"));
    assertThat(tight.limits().maxFirstOrderNotional())
        .as("a first order is at most an order")
        .isEqualByComparingTo("100");
    assertThat(tight.guards().drawdown().warn().value()).isEqualByComparingTo("0.05");
    assertThat(tight.guards().drawdown().reduceOnly().value()).isEqualByComparingTo("0.05");
  }

  @Test
  void the_text_that_is_signed_does_not_change_with_comments_and_order_but_with_any_number() {
    HardLimits one = hard("# note\nmax_gross_leverage_ratio 3\nprice_collar_fraction 0.10\n");
    HardLimits other = hard("price_collar_fraction 0.1\n\nmax_gross_leverage_ratio 3.0");

    assertThat(one.text())
        .isEqualTo(
            "evenkeel hard limits 1\nprice_collar_fraction 0.1\nmax_gross_leverage_ratio 3\n");
    assertThat(
            hard("  max_gross_leverage_ratio 3  \nsignature ann abc\nprice_collar_fraction 0.1")
                .text())
        .isEqualTo(one.text());
    assertThat(one.text()).isEqualTo(other.text());
    assertThat(hard("price_collar_fraction 0.1\nmax_gross_leverage_ratio 3.1").text())
        .isNotEqualTo(one.text());
  }

  @Test
  void a_line_that_is_no_limit_is_refused_with_its_number() {
    assertThat(wrong("max_gross_leverage_ratio 3\nmax_fun 2")).contains("line 2", "max_fun");
    assertThat(wrong("max_gross_leverage_ratio 21")).contains("line 1", "found 21");
    assertThat(wrong("max_orders_per_cycle 1.5")).contains("whole number");
    assertThat(wrong("max_gross_leverage_ratio 3\nmax_gross_leverage_ratio 3"))
        .contains("line 2", "there twice");
    assertThat(wrong("max_gross_leverage_ratio")).contains("write 'name value'");
    assertThat(wrong("max_order_contracts 5")).contains("there is no limit");
    assertThat(wrong("max_gross_leverage_ratio three")).contains("line 1", "write 'name value'");
    assertThat(wrong("max_gross_leverage_ratio -3")).contains("line 1", "write 'name value'");
    assertThat(wrong("max_gross_leverage_ratio 3 4")).contains("line 1", "write 'name value'");
  }

  /** Above nothing unless nothing has a meaning; counts are whole; up to the largest and not beyond. */
  @ParameterizedTest
  @CsvSource({
    "MAX_GROSS_LEVERAGE, 0, 20, false",
    "PRICE_COLLAR, 0, 0.5, false",
    "MAX_MARGIN_RATIO, 0, 1, false",
    "MAINTENANCE_MARGIN, 0, 1, false",
    "MIN_LIQUIDATION_DISTANCE, 0, 0.9, true",
    "DRAWDOWN_DELEVER_TO, 0, 1, true",
    "COIN_HAIRCUT, 0, 0.9, true",
    "MAX_ORDERS_PER_CYCLE, 1, 10000, true",
    "ONE_WAY_WINDOW, 1, 10080, true",
    "TRUSTED_COIN, 0, 1, true"
  })
  void every_limit_has_its_range(LimitKey key, BigDecimal least, BigDecimal most, boolean mayBe) {
    BigDecimal little = new BigDecimal("0.000001");
    boolean isCount = key == LimitKey.TRUSTED_COIN || least.signum() > 0;
    BigDecimal step = isCount ? BigDecimal.ONE : little;

    assertThat(key.objection(least).isEmpty()).isEqualTo(mayBe);
    assertThat(key.objection(least.add(step))).isEmpty();
    assertThat(key.objection(least.subtract(step))).isPresent();
    assertThat(key.objection(most)).isEmpty();
    assertThat(key.objection(most.add(step))).isPresent();
    assertThat(key.objection(most.subtract(little)).isEmpty()).isEqualTo(!isCount);
    assertThat(key.objection(most.setScale(3)).isEmpty()).as("1.000 is whole").isTrue();
  }

  @Test
  void the_stricter_of_two_is_the_smaller_where_more_is_more_and_the_larger_where_less_is() {
    BigDecimal one = BigDecimal.ONE;
    BigDecimal ten = BigDecimal.TEN;
    assertThat(LimitKey.MAX_ORDERS_PER_CYCLE.stricter(one, ten)).isEqualTo(one);
    assertThat(LimitKey.MAX_ORDERS_PER_CYCLE.stricter(ten, one)).isEqualTo(one);
    assertThat(LimitKey.ONE_WAY_WINDOW.stricter(one, ten)).isEqualTo(ten);
    assertThat(LimitKey.ONE_WAY_WINDOW.stricter(ten, one)).isEqualTo(ten);
    assertThat(LimitKey.MAX_ORDERS_PER_CYCLE.allowsMore(one, one)).isFalse();
    assertThat(LimitKey.ONE_WAY_WINDOW.allowsMore(one, one)).isFalse();
    assertThat(LimitKey.MAX_ORDERS_PER_CYCLE.compiled()).isEqualByComparingTo("10000");
    assertThat(LimitKey.ONE_WAY_WINDOW.compiled()).isEqualByComparingTo("1");
  }

  @Test
  void which_limits_need_a_name_and_which_the_configuration_has() {
    assertThat(LimitKey.values())
        .filteredOn(LimitKey::isNamed)
        .containsExactly(
            LimitKey.MAX_ORDER_CONTRACTS, LimitKey.COIN_HAIRCUT, LimitKey.TRUSTED_COIN);
    assertThat(LimitKey.values())
        .filteredOn(key -> !key.isConfigured())
        .containsExactly(
            LimitKey.MAX_CAPITAL,
            LimitKey.MAX_CAPITAL_RISE,
            LimitKey.CONFIRMED_CAPITAL,
            LimitKey.COIN_HAIRCUT,
            LimitKey.TRUSTED_COIN);
    assertThat(LimitKey.names())
        .contains("max_gross_leverage_ratio", "max_order_contracts.INSTRUMENT")
        .contains("coin_haircut_fraction.COIN", "trusted_coin.COIN")
        .hasSameSizeAs(LimitKey.values());
  }

  @Test
  void every_soft_limit_beyond_its_bound_is_named() {
    HardLimits hard = hard("max_gross_leverage_ratio 2.9\nmin_liquidation_distance_fraction 0.2");
    assertThat(hard.objections(CONFIGURED))
        .extracting(Refusal::detail)
        .satisfiesExactly(
            one -> assertThat(one).startsWith("max_gross_leverage_ratio of 3 is beyond"),
            two -> assertThat(two).startsWith("min_liquidation_distance_fraction of 0.1 is"));
    assertThat(HardLimits.none().objections(CONFIGURED)).isEmpty();
  }

  private static String wrong(String text) {
    return HardLimits.parse(text) instanceof Result.Refused<HardLimits> no
        ? no.refusal().detail()
        : "";
  }

  @Test
  void what_is_new_makes_values_small_for_its_time_whoever_has_set_what() {
    CanaryTerms terms = new CanaryTerms(Duration.ofDays(3), Ratio.of("0.1"));
    Optional<CanaryStart> start = Optional.of(new CanaryStart(NOON, "version 2 after 1"));
    LimitOverride agreed = set(1, LimitName.of(LimitKey.MAX_ORDER_NOTIONAL), "300000", true);
    LimitsInForce whole = LimitsInForce.of(CONFIGURED, HardLimits.none(), List.of(agreed), NOON);

    LimitsInForce small = whole.under(terms.at(NOON, start));
    assertThat(small.values().get(LimitKey.MAX_ORDER_NOTIONAL)).isEqualByComparingTo("30000");
    assertThat(small.values().get(LimitKey.MAX_CYCLE_TURNOVER)).isEqualByComparingTo("0.4");
    assertThat(small.values().get(LimitKey.MAX_DAY_NOTIONAL)).isEqualByComparingTo("5000000");
    assertThat(small.values().get(GROSS.key())).isEqualTo(whole.values().get(GROSS.key()));
    assertThat(small.canary().orElseThrow().text())
        .isEqualTo(
            "values of an order, a decision and a day times 0.1 until 2026-01-04T12:00:00Z:"
                + " version 2 after 1");

    assertThat(terms.at(NOON.plus(Duration.ofDays(3)), start)).isEmpty();
    assertThat(terms.at(NOON, Optional.empty())).isEmpty();
    assertThat(CanaryTerms.NONE.at(NOON, start)).isEmpty();
    assertThat(whole.under(Optional.empty())).isEqualTo(whole);
  }
}
