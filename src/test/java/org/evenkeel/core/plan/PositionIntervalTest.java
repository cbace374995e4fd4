package org.evenkeel.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Side;
import org.junit.jupiter.api.Test;

class PositionIntervalTest {

  private static final InstrumentId BTC = InstrumentId.of("BTC-USDT-PERP@binance");

  private static PositionInterval between(String low, String high) {
    return new PositionInterval(BTC, Contracts.of(low), Contracts.of(high));
  }

  private static String reduction(String low, String high, String target) {
    return between(low, high).safeReductionToward(Contracts.of(target)).toString();
  }

  @Test
  void open_orders_widen_it_on_their_side() {
    PositionInterval possible =
        PositionInterval.at(BTC, Contracts.of("3"))
            .after(Side.BUY, Contracts.of("2"))
            .after(Side.SELL, Contracts.of("4"));
    assertThat(possible).isEqualTo(between("-1", "5"));
    assertThat(possible.worst()).isEqualTo(Contracts.of("5"));
    assertThat(possible.isCertain()).isFalse();
    assertThat(between("-6", "5").worst()).isEqualTo(Contracts.of("6"));
  }

  @Test
  void the_venue_may_show_what_is_not_booked() {
    assertThat(between("1", "2").including(Contracts.of("0"))).isEqualTo(between("0", "2"));
    assertThat(between("1", "2").including(Contracts.of("3"))).isEqualTo(between("1", "3"));
    assertThat(between("1", "2").including(Contracts.of("1.5"))).isEqualTo(between("1", "2"));
  }

  @Test
  void a_reduction_is_right_at_both_ends() {
    assertThat(reduction("3", "5", "1")).isEqualTo("-2");
    assertThat(reduction("3", "5", "-4")).as("never beyond zero").isEqualTo("-3");
    assertThat(reduction("3", "5", "4")).as("the least is under it already").isEqualTo("0");
    assertThat(reduction("-5", "-3", "-1")).isEqualTo("2");
    assertThat(reduction("-5", "-3", "2")).isEqualTo("3");
    assertThat(reduction("-5", "-3", "-4")).isEqualTo("0");
    assertThat(reduction("-1", "4", "0")).as("long or short, nobody knows").isEqualTo("0");
    assertThat(reduction("0", "4", "0")).isEqualTo("0");
  }

  @Test
  void it_does_not_run_backwards() {
    assertThatThrownBy(() -> between("2", "1")).hasMessageContaining("between 2 and 1");
  }
}
