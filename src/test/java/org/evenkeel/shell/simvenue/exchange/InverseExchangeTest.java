package org.evenkeel.shell.simvenue.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.shell.simvenue.HandMarket.BTC_PERP;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.evenkeel.shell.simvenue.HandMarket;
import org.evenkeel.shell.simvenue.exchange.FuturesAccount.AssetMargin;
import org.evenkeel.shell.simvenue.market.InverseMarket;
import org.evenkeel.shell.simvenue.market.SeriesId;
import org.junit.jupiter.api.Test;

/**
 * Margin, funding and liquidation of a contract that is margined in its coin, with bitcoin at 20,000 and two coins.
 *
 * <p>A quantity is dollars: 20,000 of them are a coin at first.
 */
class InverseExchangeTest {

  private static final SeriesId INVERSE = SeriesId.perpetual("BTCUSD");

  private final HandMarket market = HandMarket.calm();
  private final InverseMarket traded = new InverseMarket(market);
  private final List<String> lines = new ArrayList<>();
  private final ExchangeSetup setup =
      new ExchangeSetup(
          ExchangeRules.standard().inOneWallet(), traded.series(), traded::quote, lines::add);
  private final SimExchange exchange =
      SimExchange.open(
          setup,
          new OpeningBalances(
              Map.of("BTC", BigDecimal.TWO), Map.of("USDT", BigDecimal.valueOf(1000))),
          Rig.T0);
  private long now = Rig.T0;
  private int orders;

  private Placement place(Side side, String dollars) {
    orders++;
    return exchange.place(
        OrderRequest.market(INVERSE, "id" + orders, side, new BigDecimal(dollars)), now);
  }

  private void book(String bid, String ask) {
    market.set(BTC_PERP, bid, ask, "1000");
  }

  private void pass(long ms) {
    now += ms;
    exchange.advanceTo(now, traded.funding(exchange.tickedMs(), now));
  }

  private AssetMargin coins() {
    return exchange.futures(now).asset("BTC");
  }

  @Test
  void margin_is_a_share_of_the_coins_that_the_dollars_are_worth_at_the_mark() {
    book("19999.9", "20000.1");
    exchange.setLeverage("BTCUSD", 4, now);
    Rig.order(place(Side.SELL, "20000"));

    assertThat(coins().positionInitialMargin()).isEqualByComparingTo("0.25");
    BigDecimal rate = exchange.rules().maintenanceRate();
    assertThat(coins().maintenanceMargin()).isEqualByComparingTo(rate);
    book("39999.9", "40000.1");
    assertThat(coins().positionInitialMargin())
        .as("a short in dollars needs fewer coins as they grow dearer")
        .isEqualByComparingTo("0.125");
    assertThat(exchange.futures(now).asset("USDT").positionInitialMargin()).isZero();
  }

  @Test
  void dollars_are_no_margin_for_it_and_coins_beyond_the_leverage_are_too_many() {
    book("19999.9", "20000.1");
    exchange.setLeverage("BTCUSD", 2, now);

    assertThat(Rig.reason(place(Side.BUY, "80100"))).isEqualTo(RejectReason.MARGIN_INSUFFICIENT);
    Rig.order(place(Side.BUY, "79800"));
  }

  /** At 20,000 the limit is two coins at twice: 80,000 dollars; an order that may fill at 10,000 needs twice the coins. */
  @Test
  void a_limit_far_above_the_market_needs_the_margin_of_the_market() {
    book("19999.9", "20000.1");
    exchange.setLeverage("BTCUSD", 2, now);
    OrderRequest high =
        OrderRequest.limit(
            INVERSE,
            "high",
            Side.BUY,
            TimeInForce.IOC,
            new BigDecimal("80100"),
            new BigDecimal("20900"));

    assertThat(Rig.reason(exchange.place(high, now))).isEqualTo(RejectReason.MARGIN_INSUFFICIENT);
  }

  @Test
  void funding_is_a_rate_on_the_coins_at_the_mark() {
    book("19999.9", "20000.1");
    Rig.order(place(Side.SELL, "20000"));
    BigDecimal before = coins().walletBalance();
    market.fund(Rig.T0 + 8 * Rig.HOUR, "BTCUSDT", "0.0001");
    book("24999.9", "25000.1");

    pass(8 * Rig.HOUR + 5);

    assertThat(coins().walletBalance().subtract(before))
        .as("a short of 0.8 coins is paid")
        .isEqualByComparingTo("0.00008");
  }

  /**
   * Long 79,800 dollars at 20,000.1, which are 3.98998 coins, on a margin of 1.998 coins.
   *
   * <p>At p the equity is 1.998 + 3.98998 - 79,800 / p: nothing at 13,326; the maintenance margin takes it a little earlier.
   */
  @Test
  void a_long_is_liquidated_when_its_loss_in_coins_has_eaten_the_coins() {
    book("19999.9", "20000.1");
    exchange.setLeverage("BTCUSD", 2, now);
    Rig.order(place(Side.BUY, "79800"));
    BigDecimal paid =
        new BigDecimal("79800").divide(new BigDecimal("20000.1"), MathContext.DECIMAL64);
    BigDecimal fee = paid.multiply(exchange.rules().futuresTaker());
    BigDecimal coins = BigDecimal.TWO.subtract(fee).add(paid);
    BigDecimal grown =
        new BigDecimal("79800").multiply(BigDecimal.ONE.add(exchange.rules().maintenanceRate()));
    BigDecimal edge = grown.divide(coins, MathContext.DECIMAL64);

    market.set(BTC_PERP, at(edge, "5"), at(edge, "5.2"), "1000");
    pass(1000);
    assertThat(held()).isEqualByComparingTo("79800");

    market.set(BTC_PERP, at(edge, "-5.2"), at(edge, "-5"), "1000");
    pass(1000);
    assertThat(held()).isZero();
    assertThat(exchange.futures(now).asset("USDT").walletBalance())
        .as("no other coin is touched")
        .isEqualByComparingTo("1000");
    assertThat(SimExchange.replay(setup, lines).stateHash()).isEqualTo(exchange.stateHash());
  }

  private static String at(BigDecimal edge, String more) {
    return edge.add(new BigDecimal(more)).setScale(1, RoundingMode.HALF_EVEN).toString();
  }

  private BigDecimal held() {
    return exchange.futures(now).position("BTCUSD").position().qty();
  }
}
