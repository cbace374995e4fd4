package org.evenkeel.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.core.basics.Ratio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One person or two, for every kind of change. */
class RiskChangeTest {

  /** Rows: from; columns: to, in the order ACTIVE, PAUSED, REDUCE_ONLY, HALTED, FLATTENING; 2 where two are needed. */
  @ParameterizedTest
  @CsvSource({
    "ACTIVE,      1, 1, 1, 1, 1",
    "PAUSED,      2, 1, 1, 1, 1",
    "REDUCE_ONLY, 2, 1, 1, 1, 1",
    "HALTED,      2, 1, 1, 1, 1",
    "FLATTENING,  2, 2, 2, 2, 1"
  })
  void a_trading_state(TradingState from, int active, int paused, int reduce, int halt, int flat) {
    for (TradingState to : TradingState.values()) {
      int expected =
          switch (to) {
            case ACTIVE -> active;
            case PAUSED -> paused;
            case REDUCE_ONLY -> reduce;
            case HALTED -> halt;
            case FLATTENING -> flat;
          };
      assertThat(RiskChange.ofState(from, to) ? 2 : 1).as(from + " to " + to).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "CAP, 1",
    "MULTIPLIER, 1",
    "EXCLUDE, 2",
    "RISK_CAP, 1",
    "REDUCE_ONLY, 1",
    "FREEZE_WEIGHT, 1",
    "CLOSE, 1",
    "NO_TRADE, 1"
  })
  void an_override(OperatorOverride.Kind kind, int persons) {
    assertThat(RiskChange.ofOverride(kind) ? 2 : 1).isEqualTo(persons);
  }

  @Test
  void an_early_end_an_unlock_and_a_larger_number_need_two() {
    assertThat(RiskChange.ofOverrideEnd()).isTrue();
    assertThat(RiskChange.ofLock(true)).isFalse();
    assertThat(RiskChange.ofLock(false)).isTrue();
    assertThat(RiskChange.ofNumber(Ratio.of("2"), Ratio.of("2.01"))).isTrue();
    assertThat(RiskChange.ofNumber(Ratio.of("2"), Ratio.of("2"))).isFalse();
    assertThat(RiskChange.ofNumber(Ratio.of("2"), Ratio.of("1"))).isFalse();
  }
}
