package org.evenkeel.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.core.catalog.Samples.perpetual;
import static org.evenkeel.core.data.Books.NOON;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.catalog.Samples;
import org.evenkeel.core.data.Books;
import org.evenkeel.core.data.Quote;
import org.junit.jupiter.api.Test;

/** Quantity, value of a day and repeated execution at the gate, each at its edge. */
class PaceAtTheGateTest {

  private static final Instrument BTC = perpetual("BTC");
  private static final Instrument ETH = perpetual("ETH");

  private final Exposure exposure = new Exposure();
  private String lastDay = "0";
  private int oneWay = 0;
  private boolean isReduceOnly = false;

  private static PaceLimits pace() {
    TreeMap<InstrumentId, Contracts> most = new TreeMap<>();
    most.put(ETH.id(), Contracts.of("0.5"));
    return new PaceLimits(most, new BigDecimal("200000"), 5, Duration.ofMinutes(30));
  }

  private String buy(Instrument instrument, String quantity) {
    InstrumentSpec spec = Samples.spec(instrument);
    Quote quote = Books.quote(instrument, "10000");
    OrderGate.Circumstances now =
        new OrderGate.Circumstances(
            TradingState.ACTIVE,
            Money.of("100000", "USDT"),
            exposure,
            List.of(spec),
            List.of(quote),
            Books.yardstick(List.of(quote)),
            NOON,
            Duration.ZERO,
            BigDecimal.ZERO,
            0,
            BigDecimal.ZERO,
            new BigDecimal(lastDay),
            oneWay,
            new BigDecimal("1000000"),
            false,
            List.of(),
            new TreeMap<>());
    ProposedOrder order =
        new ProposedOrder(
            spec.id(), Side.BUY, Contracts.of(quantity), Price.of("10000"), isReduceOnly);
    OrderGate gate = new OrderGate(Limits.defaults(), pace());
    Optional<LockFinding> latch = gate.latch(order, now);
    return gate.objection(order, spec, quote, now).map(Object::toString).orElse("free")
        + latch.map(finding -> " and " + finding.cause()).orElse("");
  }

  private void reducing() {
    exposure.setPosition(BTC.id(), Contracts.of("-1"));
    isReduceOnly = true;
  }

  @Test
  void an_order_may_not_be_larger_than_its_instruments_quantity() {
    assertThat(buy(ETH, "0.5")).isEqualTo("free");
    assertThat(buy(ETH, "0.501")).contains("LIMIT").contains("max_order_contracts 0.5");
    assertThat(buy(BTC, "0.501")).isEqualTo("free");
  }

  @Test
  void a_day_has_a_most_of_value_but_what_reduces_may_always_go() {
    lastDay = "190000";
    assertThat(buy(BTC, "1")).isEqualTo("free");
    lastDay = "190001";
    assertThat(buy(BTC, "1")).contains("LIMIT").contains("max_day_notional 200000");
    reducing();
    assertThat(buy(BTC, "1")).isEqualTo("free");
  }

  @Test
  void one_order_more_than_the_window_allows_is_refused_and_latches() {
    oneWay = 4;
    assertThat(buy(BTC, "1")).isEqualTo("free");
    oneWay = 5;
    assertThat(buy(BTC, "1"))
        .contains("LIMIT")
        .contains("5 orders to BUY within 30 minutes")
        .endsWith("and REPEATED_EXECUTION");
    reducing();
    assertThat(buy(BTC, "1")).isEqualTo("free");
  }

  @Test
  void a_safety_rule_replaces_only_what_is_less_strict() {
    assertThat(TradingState.ACTIVE.yieldsTo(TradingState.REDUCE_ONLY)).isTrue();
    assertThat(TradingState.PAUSED.yieldsTo(TradingState.REDUCE_ONLY)).isFalse();
    assertThat(TradingState.HALTED.yieldsTo(TradingState.FLATTENING)).isFalse();
    assertThat(TradingState.FLATTENING.yieldsTo(TradingState.HALTED)).isFalse();
    assertThat(TradingState.REDUCE_ONLY.yieldsTo(TradingState.FLATTENING)).isTrue();
  }
}
