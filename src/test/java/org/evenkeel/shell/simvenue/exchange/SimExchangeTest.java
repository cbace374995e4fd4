package org.evenkeel.shell.simvenue.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.shell.simvenue.HandMarket.BTC_PERP;
import static org.evenkeel.shell.simvenue.HandMarket.BTC_SPOT;
import static org.evenkeel.shell.simvenue.HandMarket.ETH_PERP;
import static org.evenkeel.shell.simvenue.exchange.Side.BUY;
import static org.evenkeel.shell.simvenue.exchange.Side.SELL;
import static org.evenkeel.shell.simvenue.exchange.TimeInForce.FOK;
import static org.evenkeel.shell.simvenue.exchange.TimeInForce.GTC;
import static org.evenkeel.shell.simvenue.exchange.TimeInForce.GTX;
import static org.evenkeel.shell.simvenue.exchange.TimeInForce.IOC;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimExchangeTest {

  private final Rig rig = Rig.rich();

  @Test
  void an_ioc_order_takes_the_levels_it_reaches_and_the_rest_expires() {
    SimOrder order = Rig.order(rig.limit(BTC_PERP, "a", BUY, IOC, "10", "20004.1"));

    assertThat(order.status()).isEqualTo(OrderStatus.EXPIRED);
    assertThat(order.cumQty()).isEqualByComparingTo("6");
    assertThat(order.avgPx()).isEqualByComparingTo("20002.76666667");
    assertThat(rig.position("BTCUSDT").qty()).isEqualByComparingTo("6");
  }

  @Test
  void a_market_order_pays_the_taker_fee_in_the_quote_currency() {
    Rig.order(rig.market(BTC_PERP, "a", BUY, "1"));

    assertThat(rig.futuresWallet()).isEqualByComparingTo("999989.99995000");
  }

  @Test
  void a_fill_or_kill_order_fills_completely_or_not_at_all() {
    SimOrder killed = Rig.order(rig.limit(BTC_PERP, "a", BUY, FOK, "3", "20000.1"));
    SimOrder filled = Rig.order(rig.limit(BTC_PERP, "b", BUY, FOK, "2", "20000.1"));

    assertThat(killed.status()).isEqualTo(OrderStatus.EXPIRED);
    assertThat(killed.cumQty()).isZero();
    assertThat(filled.status()).isEqualTo(OrderStatus.FILLED);
  }

  @Test
  void a_resting_order_fills_as_maker_at_its_own_price_when_the_market_crosses_it() {
    SimOrder resting = Rig.order(rig.limit(BTC_PERP, "a", BUY, GTC, "3", "19000"));
    rig.pass(60_000);
    assertThat(rig.exchange.order(BTC_PERP, resting.orderId()).orElseThrow().status())
        .isEqualTo(OrderStatus.NEW);

    rig.market.set(BTC_PERP, "18999.8", "18999.9", "1");
    rig.pass(60_000);

    SimOrder now = rig.exchange.order(BTC_PERP, resting.orderId()).orElseThrow();
    assertThat(now.status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
    assertThat(now.cumQty()).isEqualByComparingTo("1");
    SimTrade trade = rig.exchange.trades(BTC_PERP, 1).getFirst();
    assertThat(trade.maker()).isTrue();
    assertThat(trade.price()).isEqualByComparingTo("19000");
    assertThat(trade.fee()).isEqualByComparingTo("3.8");
  }

  @Test
  void a_post_only_order_that_would_trade_is_refused() {
    assertThat(Rig.reason(rig.limit(BTC_PERP, "a", BUY, GTX, "1", "20000.1")))
        .isEqualTo(RejectReason.POST_ONLY_WOULD_TAKE);
    assertThat(Rig.order(rig.limit(BTC_PERP, "a", BUY, GTX, "1", "20000")).status())
        .isEqualTo(OrderStatus.NEW);
  }

  @Test
  void a_client_id_is_unique_among_open_orders_only() {
    SimOrder open = Rig.order(rig.limit(BTC_PERP, "same", BUY, GTC, "1", "19000"));
    assertThat(Rig.reason(rig.limit(ETH_PERP, "same", BUY, IOC, "1", "1000.01")))
        .isEqualTo(RejectReason.DUPLICATE_CLIENT_ID);

    rig.exchange.cancel(BTC_PERP, open.orderId(), rig.now);
    SimOrder again = Rig.order(rig.limit(BTC_PERP, "same", BUY, IOC, "1", "20000.1"));

    assertThat(again.orderId()).isEqualTo(open.orderId() + 1);
    assertThat(rig.exchange.orderByClientId(BTC_PERP, "same").orElseThrow().orderId())
        .isEqualTo(again.orderId());
  }

  @Test
  void reduce_only_stops_at_flat_and_is_refused_when_there_is_nothing_to_reduce() {
    OrderRequest sell = OrderRequest.market(BTC_PERP, "r", SELL, new BigDecimal("2")).reducing();
    assertThat(Rig.reason(rig.exchange.place(sell, rig.now))).isEqualTo(RejectReason.REDUCE_ONLY);

    Rig.order(rig.market(BTC_PERP, "open", BUY, "1.5"));
    SimOrder closed = Rig.order(rig.exchange.place(sell, rig.now));

    assertThat(closed.request().qty()).isEqualByComparingTo("2");
    assertThat(closed.cumQty()).isEqualByComparingTo("1.5");
    assertThat(closed.status()).isEqualTo(OrderStatus.EXPIRED);
    assertThat(rig.position("BTCUSDT").qty()).isZero();
  }

  @Test
  void an_order_beyond_the_margin_is_refused_and_leverage_widens_it() {
    Rig poor = new Rig("0", "1000");
    assertThat(Rig.reason(poor.limit(BTC_PERP, "a", BUY, IOC, "0.3", "20000.1")))
        .isEqualTo(RejectReason.MARGIN_INSUFFICIENT);

    poor.exchange.setLeverage("BTCUSDT", 10, poor.now);

    assertThat(Rig.order(poor.limit(BTC_PERP, "a", BUY, IOC, "0.3", "20000.1")).status())
        .isEqualTo(OrderStatus.FILLED);
    FuturesAccount account = poor.exchange.futures(poor.now);
    assertThat(account.position("BTCUSDT").initialMargin()).isEqualByComparingTo("600");
  }

  @Test
  void a_spot_buy_pays_its_fee_in_the_asset_it_receives_and_an_open_order_locks_money() {
    Rig.order(rig.limit(BTC_SPOT, "a", BUY, IOC, "1", "20000.01"));
    Rig.order(rig.limit(BTC_SPOT, "b", BUY, GTC, "1", "19000"));

    List<SpotBalance> balances = rig.exchange.spotBalances();

    assertThat(balances.get(0).asset()).isEqualTo("BTC");
    assertThat(balances.get(0).free()).isEqualByComparingTo("0.999");
    assertThat(balances.get(1).locked()).isEqualByComparingTo("19000");
    assertThat(balances.get(1).free()).isEqualByComparingTo("960999.99");
    assertThat(Rig.reason(rig.limit(BTC_SPOT, "c", SELL, GTC, "1", "21000")))
        .isEqualTo(RejectReason.BALANCE_INSUFFICIENT);
  }

  @Test
  void longs_pay_positive_funding_exactly_once_however_often_it_is_delivered() {
    Rig.order(rig.market(BTC_PERP, "a", BUY, "1"));
    BigDecimal before = rig.futuresWallet();
    rig.market.fund(Rig.T0 + 8 * Rig.HOUR, "BTCUSDT", "0.0001");

    rig.pass(8 * Rig.HOUR + 5);
    rig.exchange.advanceTo(rig.now + 1, rig.market.funding(0, rig.now + 1));

    assertThat(rig.futuresWallet().subtract(before)).isEqualByComparingTo("-2");
    SimExchange again = rig.replayed();
    again.advanceTo(rig.now + 2, rig.market.funding(0, rig.now + 2));
    assertThat(again.futures(rig.now + 2).asset("USDT").walletBalance())
        .isEqualByComparingTo(rig.futuresWallet());
  }

  @Test
  void an_account_below_its_maintenance_margin_is_closed_at_the_mark() {
    Rig thin = new Rig("0", "1000");
    thin.exchange.setLeverage("BTCUSDT", 20, thin.now);
    Rig.order(thin.market(BTC_PERP, "a", BUY, "0.5"));

    thin.market.set(BTC_PERP, "17999.9", "18000.1", "2");
    thin.pass(1000);

    assertThat(thin.position("BTCUSDT").qty()).isZero();
    SimOrder forced = thin.exchange.orders(BTC_PERP).getLast();
    assertThat(forced.forced()).isTrue();
    assertThat(forced.avgPx()).isEqualByComparingTo("18000");
    assertThat(thin.futuresWallet()).isZero();
    assertThat(thin.exchange.income().getLast().type()).isEqualTo(IncomeType.INSURANCE_CLEAR);
  }

  @Test
  void a_gap_in_the_market_refuses_orders_and_keeps_resting_ones() {
    SimOrder resting = Rig.order(rig.limit(BTC_PERP, "a", BUY, GTC, "1", "19000"));
    rig.market.gap(BTC_PERP);

    assertThat(Rig.reason(rig.market(BTC_PERP, "b", BUY, "1")))
        .isEqualTo(RejectReason.MARKET_BREAK);
    rig.pass(3 * Rig.HOUR);
    assertThat(rig.exchange.order(BTC_PERP, resting.orderId()).orElseThrow().status())
        .isEqualTo(OrderStatus.NEW);
  }

  @Test
  void the_log_shows_every_arrival_of_a_client_id() {
    rig.market(BTC_PERP, "once", BUY, "1");
    rig.market(BTC_PERP, "twice", BUY, "1");
    rig.market(BTC_PERP, "twice", BUY, "0.0001");
    rig.exchange.recordRefusal("front", -1021, "too late", rig.now);

    assertThat(OrderArrivals.byClientId(rig.lines))
        .containsEntry("once", 1)
        .containsEntry("twice", 2)
        .containsEntry("front", 1)
        .hasSize(3);
  }

  @Test
  void an_order_cut_off_before_its_fills_expires_after_a_restart() {
    rig.market(BTC_PERP, "a", BUY, "1");
    int accepted =
        rig.lines.indexOf(
            rig.lines.stream().filter(l -> l.contains("OrderAccepted")).findFirst().orElseThrow());

    SimExchange again =
        SimExchange.replay(rig.setup, List.copyOf(rig.lines.subList(0, accepted + 1)));
    again.advanceTo(rig.now + 1, List.of());

    assertThat(again.order(BTC_PERP, 1).orElseThrow().status()).isEqualTo(OrderStatus.EXPIRED);
    assertThat(again.openOrders(BTC_PERP.kind())).isEmpty();
  }
}
