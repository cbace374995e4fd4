package org.evenkeel.shell.simvenue.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.evenkeel.shell.simvenue.HandMarket.BTC_PERP;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.evenkeel.shell.simvenue.HandMarket;
import org.evenkeel.shell.simvenue.market.SeriesInfo;
import org.junit.jupiter.api.Test;

/** A contract on bitcoin in dollars that pays ether, with bitcoin at 20,000: a quantity of 0.01 is 0.01 ether for a dollar. */
class QuantoExchangeTest {

  private final HandMarket market = HandMarket.calm();
  private final SeriesInfo linear =
      market.series().stream().filter(info -> info.id().equals(BTC_PERP)).findFirst().orElseThrow();
  private final SimExchange exchange =
      SimExchange.open(
          new ExchangeSetup(
              ExchangeRules.standard(),
              List.of(linear.settledIn("ETH")),
              market::quote,
              line -> {}),
          new OpeningBalances(
              Map.of(), Map.of("ETH", BigDecimal.valueOf(100), "USDT", BigDecimal.valueOf(5))),
          Rig.T0);

  private void trade(Side side) {
    Rig.order(
        exchange.place(
            OrderRequest.market(BTC_PERP, side.name(), side, new BigDecimal("0.01")), Rig.T0));
  }

  private FuturesAccount.AssetMargin ether() {
    return exchange.futures(Rig.T0).asset("ETH");
  }

  private static BigDecimal bd(String number) {
    return new BigDecimal(number);
  }

  /**
   * 0.01 ether for each of 20,000 dollars are 200 ether, of which a tenth is margin. Bought at 20,000.1 and sold at
   * 20,999.9, which are 999.8 dollars more.
   */
  @Test
  void margin_and_profit_are_in_the_third_coin_and_in_no_other() {
    exchange.setLeverage("BTCUSDT", 10, Rig.T0);
    market.set(BTC_PERP, "19999.9", "20000.1", "1000");
    trade(Side.BUY);
    assertThat(ether().positionInitialMargin()).isEqualByComparingTo("20");
    BigDecimal fee = exchange.rules().futuresTaker().multiply(bd("200.001"));
    assertThat(ether().walletBalance()).isEqualByComparingTo(bd("100").subtract(fee));
    market.set(BTC_PERP, "20999.9", "21000.1", "1000");
    assertThat(ether().unrealizedPnl()).isEqualByComparingTo("9.999");
    trade(Side.SELL);
    BigDecimal last = exchange.rules().futuresTaker().multiply(bd("209.999"));
    assertThat(ether().walletBalance())
        .isCloseTo(
            bd("109.998").subtract(fee).subtract(last),
            org.assertj.core.data.Offset.offset(bd("0.00000002")));
    assertThat(exchange.futures(Rig.T0).asset("USDT").walletBalance()).isEqualByComparingTo("5");
  }

  @Test
  void a_third_coin_is_neither_of_the_two() {
    assertThatThrownBy(() -> linear.settledIn("BTC")).hasMessageContaining("third coin");
    assertThatThrownBy(() -> linear.settledIn("USDT")).hasMessageContaining("third coin");
  }
}
