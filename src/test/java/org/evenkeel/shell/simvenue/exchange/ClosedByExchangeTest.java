package org.evenkeel.shell.simvenue.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.shell.simvenue.HandMarket.BTC_PERP;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Positions that the exchange closes by itself, and symbols that it does not let trade. */
class ClosedByExchangeTest {

  private final Rig rig = Rig.rich();

  @Test
  void a_part_of_a_position_is_closed_at_the_mark_for_the_liquidation_fee() {
    Rig.order(rig.market(BTC_PERP, "a", Side.BUY, "1"));
    SimOrder closed =
        rig.exchange
            .closeByForce(BTC_PERP, new BigDecimal("0.25"), OrderCause.PARTIAL_LIQUIDATION, rig.now)
            .orElseThrow();
    assertThat(closed.cumQty()).isEqualByComparingTo("0.25");
    assertThat(closed.request().clientOrderId()).startsWith("autoclose-");
    assertThat(rig.exchange.trades(BTC_PERP, 1).getLast().fee()).isEqualByComparingTo("50");
    assertThat(rig.position("BTCUSDT").qty()).isEqualByComparingTo("0.75");
  }

  @Test
  void auto_deleveraging_waits_for_its_move_and_happens_once_without_a_fee() {
    Rig.order(rig.market(BTC_PERP, "a", Side.SELL, "1"));
    rig.exchange.armAdl(BTC_PERP, new BigDecimal("0.5"), new BigDecimal("0.1"), rig.now);
    rig.market.set(BTC_PERP, "18999.9", "19000.1", "2");
    rig.pass(1000);
    assertThat(rig.position("BTCUSDT").qty()).as("5 %").isEqualByComparingTo("-1");
    rig.market.set(BTC_PERP, "17999.9", "18000.1", "2");
    rig.pass(1000);
    rig.pass(1000);
    assertThat(rig.position("BTCUSDT").qty()).as("10 %").isEqualByComparingTo("-0.5");
    SimOrder adl = rig.exchange.orders(BTC_PERP).getLast();
    assertThat(adl.cause()).isEqualTo(OrderCause.ADL);
    assertThat(adl.request().clientOrderId()).isEqualTo("adl_autoclose");
    assertThat(rig.exchange.trades(BTC_PERP, 1).getLast().fee()).isZero();
    assertThat(rig.replayed().stateHash()).isEqualTo(rig.exchange.stateHash());
  }

  @Test
  void a_move_against_the_position_is_no_reason_for_auto_deleveraging() {
    Rig.order(rig.market(BTC_PERP, "a", Side.BUY, "1"));
    rig.exchange.armAdl(BTC_PERP, BigDecimal.ONE, new BigDecimal("0.05"), rig.now);
    rig.market.set(BTC_PERP, "17999.9", "18000.1", "2");
    rig.pass(1000);
    assertThat(rig.position("BTCUSDT").qty()).isEqualByComparingTo("1");
  }

  @Test
  void a_halted_symbol_takes_and_fills_nothing_and_lets_orders_be_canceled() {
    SimOrder resting =
        Rig.order(rig.limit(BTC_PERP, "rest", Side.BUY, TimeInForce.GTC, "1", "19000"));
    rig.exchange.setState(BTC_PERP, SymbolState.HALTED, rig.now);
    rig.market.set(BTC_PERP, "18899.9", "18900.1", "2");
    rig.pass(1000);
    assertThat(rig.exchange.order(BTC_PERP, resting.orderId()).orElseThrow().cumQty()).isZero();
    assertThat(Rig.reason(rig.market(BTC_PERP, "b", Side.BUY, "1"))).isEqualTo(RejectReason.HALTED);
    assertThat(rig.exchange.cancel(BTC_PERP, resting.orderId(), rig.now)).isPresent();
    assertThat(rig.replayed().state(BTC_PERP, rig.now)).isEqualTo(SymbolState.HALTED);
    rig.exchange.setState(BTC_PERP, SymbolState.TRADING, rig.now);
    assertThat(Rig.order(rig.market(BTC_PERP, "c", Side.BUY, "1")).cumQty())
        .isEqualByComparingTo("1");
  }

  @Test
  void a_symbol_before_its_settlement_takes_what_reduces_and_one_for_makers_what_rests() {
    Rig.order(rig.market(BTC_PERP, "a", Side.BUY, "1"));
    rig.exchange.setState(BTC_PERP, SymbolState.SETTLING, rig.now);
    assertThat(Rig.reason(rig.market(BTC_PERP, "b", Side.BUY, "1")))
        .isEqualTo(RejectReason.SETTLING);
    OrderRequest reducing =
        OrderRequest.market(BTC_PERP, "c", Side.SELL, new BigDecimal("0.5")).reducing();
    assertThat(Rig.order(rig.exchange.place(reducing, rig.now)).cumQty())
        .isEqualByComparingTo("0.5");
    rig.exchange.setState(BTC_PERP, SymbolState.POST_ONLY, rig.now);
    assertThat(Rig.reason(rig.limit(BTC_PERP, "d", Side.BUY, TimeInForce.IOC, "1", "20000.1")))
        .isEqualTo(RejectReason.ONLY_POST);
    assertThat(
            Rig.order(rig.limit(BTC_PERP, "e", Side.BUY, TimeInForce.GTX, "1", "19000")).status())
        .isEqualTo(OrderStatus.NEW);
  }

  @Test
  void a_log_of_an_older_version_says_only_whether_an_order_was_forced() {
    Rig.order(rig.market(BTC_PERP, "a", Side.BUY, "1"));
    String line =
        rig.lines.stream().filter(l -> l.contains("OrderAccepted")).findFirst().orElseThrow();
    String older = line.replace("\"cause\":\"CLIENT\"", "\"forced\":true");
    assertThat(older).isNotEqualTo(line);
    SimEvent.OrderAccepted read = (SimEvent.OrderAccepted) EventCodec.event(older);
    assertThat(read.cause()).isEqualTo(OrderCause.LIQUIDATION);
    String plain = line.replace("\"cause\":\"CLIENT\"", "\"forced\":false");
    assertThat(((SimEvent.OrderAccepted) EventCodec.event(plain)).cause())
        .isEqualTo(OrderCause.CLIENT);
  }
}
