package org.evenkeel.shell.simvenue.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.shell.simvenue.HandMarket.BTC_PERP;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Orders that may only make a position smaller. */
class ReduceOnlyTest {

  private final Rig rig = Rig.rich();

  private Placement reducing(String id, Side side, String qty) {
    return rig.exchange.place(
        OrderRequest.market(BTC_PERP, id, side, new BigDecimal(qty)).reducing(), rig.now);
  }

  @Test
  void one_that_is_larger_than_the_position_stops_at_flat_and_never_turns_it() {
    Rig.order(rig.market(BTC_PERP, "a", Side.BUY, "0.4"));
    SimOrder closed = Rig.order(reducing("b", Side.SELL, "1"));
    assertThat(closed.cumQty()).isEqualByComparingTo("0.4");
    assertThat(closed.status()).isEqualTo(OrderStatus.EXPIRED);
    assertThat(rig.position("BTCUSDT").qty()).isZero();
  }

  @Test
  void one_that_would_add_is_refused() {
    Rig.order(rig.market(BTC_PERP, "a", Side.BUY, "0.4"));
    assertThat(Rig.reason(reducing("b", Side.BUY, "0.1"))).isEqualTo(RejectReason.REDUCE_ONLY);
  }

  @Test
  void one_that_rests_ends_when_nothing_is_left_to_reduce() {
    Rig.order(rig.market(BTC_PERP, "a", Side.BUY, "0.4"));
    OrderRequest resting =
        OrderRequest.limit(
                BTC_PERP,
                "b",
                Side.SELL,
                TimeInForce.GTC,
                new BigDecimal("0.4"),
                new BigDecimal("21000"))
            .reducing();
    SimOrder order = Rig.order(rig.exchange.place(resting, rig.now));
    Rig.order(reducing("c", Side.SELL, "0.4"));
    rig.pass(1000);
    assertThat(rig.exchange.order(BTC_PERP, order.orderId()).orElseThrow().status())
        .isEqualTo(OrderStatus.EXPIRED);
  }

  /** Even a venue's own close of a part leaves a resting order that reduces no room to turn the position. */
  @Test
  void after_a_partial_liquidation_it_fills_no_more_than_is_left() {
    Rig.order(rig.market(BTC_PERP, "a", Side.BUY, "0.4"));
    OrderRequest resting =
        OrderRequest.limit(
                BTC_PERP,
                "b",
                Side.SELL,
                TimeInForce.GTC,
                new BigDecimal("0.4"),
                new BigDecimal("21000"))
            .reducing();
    rig.exchange.place(resting, rig.now);
    rig.exchange.closeByForce(
        BTC_PERP, new BigDecimal("0.5"), OrderCause.PARTIAL_LIQUIDATION, rig.now);
    rig.market.set(BTC_PERP, "21999.9", "22000.1", "2");
    rig.pass(1000);
    rig.pass(1000);
    assertThat(rig.position("BTCUSDT").qty()).isZero();
  }
}
