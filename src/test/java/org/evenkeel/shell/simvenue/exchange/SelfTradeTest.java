package org.evenkeel.shell.simvenue.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.shell.simvenue.HandMarket.BTC_PERP;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Orders that end rather than meet one of the same account. */
class SelfTradeTest {

  private final Rig rig = Rig.rich();

  private SimOrder resting() {
    return Rig.order(rig.limit(BTC_PERP, "own", Side.SELL, TimeInForce.GTC, "0.4", "21000"));
  }

  private SimOrder buying(String price, boolean yields) {
    OrderRequest order =
        OrderRequest.limit(
            BTC_PERP,
            "new",
            Side.BUY,
            TimeInForce.IOC,
            new BigDecimal("0.1"),
            new BigDecimal(price));
    return Rig.order(rig.exchange.place(yields ? order.yielding() : order, rig.now));
  }

  @Test
  void the_new_order_ends_unfilled_and_the_resting_one_stays() {
    SimOrder own = resting();
    SimOrder order = buying("21000", true);
    assertThat(order.status()).isEqualTo(OrderStatus.EXPIRED);
    assertThat(order.cumQty()).isZero();
    assertThat(rig.exchange.order(BTC_PERP, own.orderId()).orElseThrow().status().isOpen())
        .isTrue();
  }

  @Test
  void without_the_flag_or_without_a_price_that_meets_it_is_filled_by_others() {
    resting();
    assertThat(buying("21000", false).cumQty()).isPositive();
    assertThat(buying("20999", true).cumQty()).isPositive();
  }
}
