package org.evenkeel.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.TreeMap;
import org.evenkeel.core.basics.InstrumentId;
import org.junit.jupiter.api.Test;

/** Proposed limits against arithmetic that is done here. */
class LimitProposalTest {

  private static final InstrumentId BTC = InstrumentId.of("BTC-USDT-PERP@binance");
  private static final LimitValues PRESENT = LimitValues.of(Limits.defaults(), Guards.defaults());

  private static List<LimitProposal> proposals(String volatility, HardLimits hard) {
    TreeMap<InstrumentId, BigDecimal> contracts = new TreeMap<>();
    contracts.put(BTC, new BigDecimal("50000"));
    return LimitProposal.of(
        new LimitProposal.Basis(
            new BigDecimal("100000"),
            new BigDecimal(volatility),
            new BigDecimal("2"),
            new BigDecimal("0.5"),
            new BigDecimal("0.2"),
            new BigDecimal("0.764"),
            3,
            24,
            contracts),
        PRESENT,
        hard);
  }

  private static LimitProposal of(List<LimitProposal> all, LimitKey key) {
    return all.stream().filter(each -> each.name().key() == key).findFirst().orElseThrow();
  }

  private static double value(LimitKey key) {
    return of(proposals("0.2", HardLimits.none()), key).proposed().doubleValue();
  }

  @Test
  void exposures_are_what_the_sizing_may_ask_for_with_room_for_a_wild_day() {
    double day = 3 * 0.2 / Math.sqrt(365);
    assertThat(value(LimitKey.MAX_GROSS_LEVERAGE)).isBetween(2 * (1 + day), 2 * (1 + day) + 0.1);
    double wild = 3 * 0.764 / Math.sqrt(365);
    assertThat(value(LimitKey.MAX_INSTRUMENT_EXPOSURE))
        .isBetween(0.5 * (1 + wild), 0.5 * (1 + wild) + 0.01);
    assertThat(value(LimitKey.MAX_CYCLE_TURNOVER)).isEqualTo(2);
  }

  @Test
  void amounts_follow_from_the_value_of_the_portfolio() {
    assertThat(value(LimitKey.MAX_ORDER_NOTIONAL)).isEqualTo(20000);
    assertThat(value(LimitKey.MAX_FIRST_ORDER_NOTIONAL)).isEqualTo(20);
    assertThat(value(LimitKey.MAX_NOTIONAL_PER_MINUTE)).isEqualTo(200000);
    assertThat(value(LimitKey.MAX_DAY_NOTIONAL)).isEqualTo(400000);
    assertThat(value(LimitKey.MAX_ORDER_CONTRACTS)).as("2 x 20000 / 50000").isEqualTo(0.8);
    assertThat(value(LimitKey.MAX_ONE_WAY_ORDERS))
        .as("50000 / 20000 is 3 parts, 3 attempts, twice, one decision within the hour")
        .isEqualTo(12);
  }

  @Test
  void tiers_of_drawdown_are_multiples_of_the_target_volatility() {
    assertThat(value(LimitKey.DRAWDOWN_WARN)).isEqualTo(0.25);
    assertThat(value(LimitKey.DRAWDOWN_DELEVER)).isEqualTo(0.4);
    assertThat(value(LimitKey.DRAWDOWN_REDUCE_ONLY)).isEqualTo(0.5);
    assertThat(value(LimitKey.DRAWDOWN_FLATTEN)).isEqualTo(0.6);
    assertThat(of(proposals("0.2", HardLimits.none()), LimitKey.DRAWDOWN_WARN).raises()).isTrue();
    assertThat(of(proposals("0.05", HardLimits.none()), LimitKey.DRAWDOWN_WARN).raises()).isFalse();
    assertThat(of(proposals("0.5", HardLimits.none()), LimitKey.DRAWDOWN_FLATTEN).proposed())
        .as("all that there is")
        .isEqualByComparingTo("1");
  }

  /** Every line by hand; sqrt(365) is 19.105, so a day of three deviations is 3.14 % and 12 %. */
  @Test
  void every_proposal_is_rounded_up_to_two_digits_and_counts_are_whole() {
    TreeMap<InstrumentId, BigDecimal> contracts = new TreeMap<>();
    contracts.put(InstrumentId.of("BTC-USDT-PERP@binance"), new BigDecimal("50000"));
    contracts.put(InstrumentId.of("ETH-USDT-PERP@binance"), new BigDecimal("3000"));
    contracts.put(InstrumentId.of("SOL-USDT-PERP@binance"), BigDecimal.ZERO);
    LimitProposal.Basis basis =
        new LimitProposal.Basis(
            new BigDecimal("123456"),
            new BigDecimal("0.2"),
            new BigDecimal("2"),
            new BigDecimal("0.5"),
            new BigDecimal("0.3"),
            new BigDecimal("0.764"),
            3,
            24,
            contracts);
    LimitValues present = PRESENT.with(LimitName.of(LimitKey.ONE_WAY_WINDOW), new BigDecimal("90"));

    assertThat(LimitProposal.of(basis, present, HardLimits.none()))
        .extracting(each -> each.name() + " " + each.proposed().toPlainString())
        .containsExactly(
            "max_gross_leverage_ratio 2.1",
            "max_net_leverage_ratio 2.1",
            "max_instrument_exposure_ratio 0.56",
            "max_venue_exposure_ratio 3.1",
            "max_cycle_turnover_ratio 2",
            // Twice 246,912.
            "max_day_notional_nav_currency 500000",
            // 37,036.8.
            "max_order_notional_nav_currency 38000",
            "max_first_order_notional_nav_currency 38",
            "max_notional_per_minute_nav_currency 250000",
            // 76,000 over 50,000 and over 3,000; what is worth nothing has no limit of quantity.
            "max_order_contracts.BTC-USDT-PERP@binance 1.6",
            "max_order_contracts.ETH-USDT-PERP@binance 26",
            // 61,728 is 2 parts; with 3 attempts, twice; 90 minutes are 2 decisions; 3 instruments.
            "max_one_way_orders 20",
            "max_orders_per_cycle 30",
            "drawdown_warn_fraction 0.25",
            "drawdown_delever_fraction 0.4",
            "drawdown_reduce_only_fraction 0.5",
            "drawdown_flatten_fraction 0.6");
  }

  @Test
  void a_minute_lets_at_least_one_order_pass_and_a_cut_is_told_only_where_it_is_one() {
    LimitProposal.Basis basis =
        new LimitProposal.Basis(
            new BigDecimal("100000"),
            new BigDecimal("0.123"),
            new BigDecimal("0.1"),
            new BigDecimal("0.1"),
            new BigDecimal("0.2"),
            new BigDecimal("0.764"),
            3,
            24,
            new TreeMap<>());
    List<LimitProposal> all = LimitProposal.of(basis, PRESENT, HardLimits.none());

    assertThat(of(all, LimitKey.MAX_NOTIONAL_PER_MINUTE).proposed()).isEqualByComparingTo("20000");
    assertThat(of(all, LimitKey.MAX_ONE_WAY_ORDERS).proposed())
        .as("one part at least")
        .isEqualByComparingTo("8");
    assertThat(of(all, LimitKey.MAX_ORDERS_PER_CYCLE).proposed()).isEqualByComparingTo("8");
    assertThat(of(all, LimitKey.DRAWDOWN_FLATTEN).proposed())
        .as("tiers are exact")
        .isEqualByComparingTo("0.369");
    assertThat(all).extracting(LimitProposal::why).noneMatch(why -> why.contains("cut to"));
  }

  /** Falls of random walks without drift: 4 (1 - Phi(2)) = 9.1 %, 2.5 % and 0.54 % of the years. */
  @Test
  void the_tiers_are_as_rare_as_is_said() {
    java.util.SplittableRandom random = new java.util.SplittableRandom(7);
    int years = 4000;
    int steps = 365;
    int[] beyond = new int[3];
    double sum = 0;
    for (int year = 0; year < years; year++) {
      double at = 0;
      double peak = 0;
      double fall = 0;
      for (int i = 0; i < steps; i++) {
        at += random.nextGaussian() / Math.sqrt(steps);
        peak = Math.max(peak, at);
        fall = Math.max(fall, peak - at);
      }
      sum += fall;
      beyond[0] += fall > 2 ? 1 : 0;
      beyond[1] += fall > 2.5 ? 1 : 0;
      beyond[2] += fall > 3 ? 1 : 0;
    }
    assertThat(sum / years).isBetween(1.15, 1.30);
    assertThat((double) beyond[0] / years).isBetween(0.065, 0.11);
    assertThat((double) beyond[1] / years).isBetween(0.012, 0.032);
    assertThat((double) beyond[2] / years).isBetween(0.001, 0.011);
  }

  @Test
  void no_proposal_passes_a_hard_limit_and_one_that_is_cut_says_so() {
    HardLimits hard = HardLimits.parse("max_gross_leverage_ratio 1.5").orThrow();
    LimitProposal gross = of(proposals("0.2", hard), LimitKey.MAX_GROSS_LEVERAGE);
    assertThat(gross.proposed()).isEqualByComparingTo("1.5");
    assertThat(gross.why()).endsWith("cut to the hard limit");
  }
}
