package org.evenkeel.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.evenkeel.core.catalog.Samples.perpetual;
import static org.evenkeel.core.catalog.Samples.spot;
import static org.evenkeel.core.data.Books.NOON;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.catalog.Samples;
import org.evenkeel.core.data.Books;
import org.evenkeel.core.data.Quote;
import org.junit.jupiter.api.Test;

class PolicyTest {

  private static final InstrumentId BTC = perpetual("BTC").id();

  /** The example of the Javadoc of Exposure. */
  @Test
  void long_three_with_a_buy_of_two_and_a_sell_of_four_is_at_worst_five() {
    Exposure exposure = new Exposure();
    exposure.setPosition(BTC, Contracts.of("3"));
    exposure.addWorking(BTC, Side.BUY, Contracts.of("2"));
    exposure.addWorking(BTC, Side.SELL, Contracts.of("4"));
    assertThat(exposure.worst(BTC)).isEqualTo(Contracts.of("5"));
    exposure.addWorking(BTC, Side.SELL, Contracts.of("4.5"));
    assertThat(exposure.worst(BTC)).isEqualTo(Contracts.of("5.5"));
  }

  @Test
  void gross_adds_longs_and_shorts_of_futures_and_leaves_out_coins() {
    InstrumentSpec btc = Samples.spec(perpetual("BTC"));
    InstrumentSpec eth = Samples.spec(perpetual("ETH"));
    InstrumentSpec coin = Samples.spec(spot("BTC"));
    List<Quote> quotes =
        List.of(
            Books.quote(perpetual("BTC"), "100"),
            Books.quote(perpetual("ETH"), "10"),
            Books.quote(spot("BTC"), "100"));
    Exposure exposure = new Exposure();
    exposure.setPosition(BTC, Contracts.of("2"));
    exposure.setPosition(eth.id(), Contracts.of("-5"));
    exposure.setPosition(coin.id(), Contracts.of("9"));
    assertThat(exposure.worstGross(List.of(btc, eth, coin), quotes, Books.yardstick(quotes)))
        .isEqualByComparingTo("250");
    assertThat(exposure.worst(Samples.id("SOL-USDT-PERP@binance"))).isEqualTo(Contracts.ZERO);
  }

  /** Both in contracts of 100: between 3 and 6 of one sign, and 2 of the other instrument against it. */
  @Test
  void net_is_the_larger_of_the_sums_at_both_ends_without_its_sign() {
    assertThat(net("4", Side.BUY, "2", Side.SELL, "1", "-2")).isEqualByComparingTo("400");
    assertThat(net("-4", Side.SELL, "2", Side.BUY, "1", "2")).isEqualByComparingTo("400");
    assertThat(net("1", Side.SELL, "9", Side.BUY, "1", "0")).isEqualByComparingTo("800");
    assertThat(net("-1", Side.BUY, "9", Side.SELL, "1", "0")).isEqualByComparingTo("800");
  }

  private static BigDecimal net(
      String held, Side one, String leaves, Side other, String otherLeaves, String eth) {
    InstrumentSpec spec = Samples.spec(perpetual("BTC"));
    InstrumentSpec ethSpec = Samples.spec(perpetual("ETH"));
    List<Quote> quotes =
        List.of(Books.quote(perpetual("BTC"), "100"), Books.quote(perpetual("ETH"), "100"));
    Exposure exposure = new Exposure();
    exposure.setPosition(BTC, Contracts.of(held));
    exposure.addWorking(BTC, one, Contracts.of(leaves));
    exposure.addWorking(BTC, other, Contracts.of(otherLeaves));
    exposure.setPosition(ethSpec.id(), Contracts.of(eth));
    return exposure.worstNet(List.of(spec, ethSpec), quotes, Books.yardstick(quotes));
  }

  @Test
  void each_trading_state_allows_what_its_name_says() {
    assertThat(TradingState.values())
        .extracting(TradingState::mayAddRisk, TradingState::mayReduce, TradingState::runsCycles)
        .containsExactly(
            tuple(true, true, true),
            tuple(false, false, false),
            tuple(false, true, true),
            tuple(false, false, false),
            tuple(false, false, false));
    assertThat(TradingState.values())
        .containsExactly(
            TradingState.ACTIVE,
            TradingState.PAUSED,
            TradingState.REDUCE_ONLY,
            TradingState.HALTED,
            TradingState.FLATTENING);
  }

  private static OperatorOverride override(
      OperatorOverride.Kind kind, String value, String author, String reason, Instant until) {
    return new OperatorOverride(
        1,
        OverrideScope.of(SleeveId.of("btc")),
        kind,
        Ratio.of(value),
        author,
        reason,
        NOON,
        until);
  }

  @Test
  void an_override_has_author_reason_and_end_and_only_lowers() {
    Instant later = NOON.plusSeconds(1);
    OperatorOverride.Kind cap = OperatorOverride.Kind.CAP;
    OperatorOverride.Kind multiplier = OperatorOverride.Kind.MULTIPLIER;
    assertThat(override(multiplier, "1", "ann", "calm down", later).value()).isEqualTo(Ratio.ONE);
    assertThat(override(cap, "1.5", "ann", "calm down", later).value()).isEqualTo(Ratio.of("1.5"));
    assertThatThrownBy(() -> override(multiplier, "1.01", "ann", "more", later))
        .hasMessageContaining("only lowers");
    assertThatThrownBy(() -> override(cap, "-0.1", "ann", "x", later))
        .hasMessageContaining("negative");
    assertThatThrownBy(() -> override(cap, "1", " ", "x", later)).hasMessageContaining("author");
    assertThatThrownBy(() -> override(cap, "1", "ann", "", later)).hasMessageContaining("reason");
    assertThatThrownBy(() -> override(cap, "1", "ann", "x", NOON)).hasMessageContaining("expire");
    OperatorOverride.Kind share = OperatorOverride.Kind.RISK_CAP;
    assertThat(override(share, "1", "ann", "calm down", later).effect()).isEqualTo("RISK_CAP 1");
    assertThatThrownBy(() -> override(share, "1.01", "ann", "x", later))
        .hasMessageContaining("share of the risk");
    for (OperatorOverride.Kind each : OperatorOverride.Kind.values()) {
      if (!List.of(cap, multiplier, share).contains(each)) {
        assertThat(override(each, "0", "ann", "x", later).effect()).isEqualTo(each.name());
        assertThatThrownBy(() -> override(each, "0.1", "ann", "x", later))
            .hasMessageContaining("has no number");
      }
    }
  }

  @Test
  void an_override_is_in_force_from_its_creation_until_before_its_expiry() {
    OperatorOverride override =
        override(OperatorOverride.Kind.EXCLUDE, "0", "ann", "depeg", NOON.plusSeconds(60));
    assertThat(override.isInForce(NOON.minusNanos(1))).isFalse();
    assertThat(override.isInForce(NOON)).isTrue();
    assertThat(override.isInForce(NOON.plusSeconds(60).minusNanos(1))).isTrue();
    assertThat(override.isInForce(NOON.plusSeconds(60))).isFalse();
  }

  private static Limits limits(
      String order, String turnover, String gross, String one, String collar, int orders) {
    return limits(order, turnover, gross, one, collar, orders, Duration.ofSeconds(1));
  }

  private static Limits limits(
      String order,
      String turnover,
      String gross,
      String one,
      String collar,
      int orders,
      Duration time) {
    return new Limits(
        new BigDecimal(order),
        BigDecimal.ONE,
        new BigDecimal("1000"),
        Ratio.of(turnover),
        Ratio.of(gross),
        Ratio.ONE,
        Ratio.of(one),
        Ratio.of(collar),
        orders,
        time,
        time);
  }

  @Test
  void the_limits_of_a_step_have_their_ranges() {
    Ratio one = Ratio.ONE;
    Ratio most = Ratio.of("0.99");
    assertThat(new StepLimits(Ratio.of("100"), one, most, one).maxMarginRatio()).isEqualTo(one);
    assertThat(new StepLimits(one, one, Ratio.ZERO, one).minLiquidationDistance())
        .isEqualTo(Ratio.ZERO);
    assertThatThrownBy(() -> new StepLimits(Ratio.of("100.1"), one, most, one))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new StepLimits(Ratio.ZERO, one, most, one))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new StepLimits(one, Ratio.of("1.1"), most, one))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new StepLimits(one, one, one, one))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new StepLimits(one, one, Ratio.of("-0.1"), one))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new StepLimits(one, one, most, Ratio.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_limit_of_nothing_is_a_mistake() {
    assertThat(limits("1", "1", "1", "1", "1", 1).maxOrdersPerCycle()).isEqualTo(1);
    assertThatThrownBy(() -> limits("0", "1", "1", "1", "1", 1)).hasMessageContaining("maxOrder");
    assertThatThrownBy(() -> limits("1", "0", "1", "1", "1", 1)).hasMessageContaining("Turnover");
    assertThatThrownBy(() -> limits("1", "1", "0", "1", "1", 1)).hasMessageContaining("Gross");
    assertThatThrownBy(() -> limits("1", "1", "1", "0", "1", 1)).hasMessageContaining("Instrument");
    assertThatThrownBy(() -> limits("1", "1", "1", "1", "0", 1)).hasMessageContaining("Collar");
    assertThatThrownBy(() -> limits("1", "1", "1", "1", "1", 0)).hasMessageContaining("Orders");
    assertThatThrownBy(() -> limits("1", "1", "1", "1", "1", 1, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
