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
