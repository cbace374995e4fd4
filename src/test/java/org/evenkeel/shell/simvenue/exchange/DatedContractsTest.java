package org.evenkeel.shell.simvenue.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.evenkeel.shell.simvenue.HandMarket;
import org.evenkeel.shell.simvenue.market.Bar;
import org.evenkeel.shell.simvenue.market.ContractTerm;
import org.evenkeel.shell.simvenue.market.DatedMarket;
import org.evenkeel.shell.simvenue.market.GeneratedMarket;
import org.evenkeel.shell.simvenue.market.Market;
import org.evenkeel.shell.simvenue.market.Quote;
import org.evenkeel.shell.simvenue.market.SeriesId;
import org.junit.jupiter.api.Test;

/** Quarterly futures: their price, and what happens to positions, orders and money at delivery. */
class DatedContractsTest {

  private static final SeriesId MARCH = SeriesId.contract("BTCUSDT_260327");
  private static final long EXPIRY = Instant.parse("2026-03-27T08:00:00Z").toEpochMilli();
  private static final long MINUTE = 60_000;
  private static final long DAY = 24 * 60 * MINUTE;

  private final HandMarket hand = HandMarket.calm();
  private final Market market = DatedMarket.over(hand, List.of("BTCUSDT"), EXPIRY - 30 * DAY, 2);
  private final List<String> lines = new ArrayList<>();
  private final ExchangeSetup setup =
      new ExchangeSetup(ExchangeRules.standard(), market.series(), market::quote, lines::add);
  private final SimExchange exchange =
      SimExchange.open(
          setup,
          new OpeningBalances(Map.of(), Map.of("USDT", new BigDecimal("100000"))),
          EXPIRY - 2 * DAY);

  private Placement order(String id, Side side, String qty, TimeInForce life, String price) {
    return exchange.place(
        OrderRequest.limit(MARCH, id, side, life, new BigDecimal(qty), new BigDecimal(price)),
        exchange.lastMs());
  }

  private BigDecimal wallet() {
    return exchange.futures(exchange.lastMs()).asset("USDT").walletBalance();
  }

  @Test
  void quarterly_contracts_are_delivered_on_the_last_friday_and_listed_for_two_quarters() {
    assertThat(market.series())
        .extracting(info -> info.id().symbol())
        .contains("BTCUSDT_260327", "BTCUSDT_260626")
        .doesNotContain("BTCUSDT_251226", "ETHUSDT_260327");
    ContractTerm term = ContractTerm.of(MARCH).orElseThrow();
    assertThat(Instant.ofEpochMilli(term.onboardMs())).isEqualTo("2025-09-26T08:00:00Z");
    assertThat(Instant.ofEpochMilli(term.expiryMs())).isEqualTo("2026-03-27T08:00:00Z");
  }

  @Test
  void the_basis_decays_to_nothing_at_delivery() {
    BigDecimal half = market.quote(MARCH, EXPIRY - 182 * DAY).orElseThrow().mark();
    BigDecimal near = market.quote(MARCH, EXPIRY - 1).orElseThrow().mark();
    assertThat(half).isBetween(new BigDecimal("20590"), new BigDecimal("20605"));
    assertThat(near).isBetween(new BigDecimal("20000"), new BigDecimal("20000.01"));
    assertThat(market.quote(MARCH, EXPIRY)).isEmpty();
    assertThat(market.quote(MARCH, EXPIRY - 183 * DAY)).as("not listed yet").isEmpty();
  }

  @Test
  void the_bars_of_a_contract_contain_its_quotes() {
    long start = EXPIRY - 100 * DAY;
    Market generated =
        DatedMarket.over(
            GeneratedMarket.standard(7, start, 10 * DAY), List.of("BTCUSDT"), start, 2);
    List<Bar> bars = generated.bars(MARCH, DAY, start, start + 4 * DAY, 10, start + 6 * DAY);
    assertThat(bars).hasSizeGreaterThanOrEqualTo(4);
    for (Bar bar : bars) {
      for (long at = bar.openTimeMs(); at < bar.closeTimeMs(); at += 60 * MINUTE) {
        Quote quote = generated.quote(MARCH, at).orElseThrow();
        assertThat(quote.bid())
            .isBetween(
                bar.low().multiply(new BigDecimal("0.999")),
                bar.high().multiply(new BigDecimal("1.001")));
      }
    }
  }

  @Test
  void at_delivery_a_position_is_settled_at_the_mean_index_of_the_last_hour() {
    assertThat(order("a", Side.BUY, "0.5", TimeInForce.IOC, "20100"))
        .isInstanceOf(Placement.Accepted.class);
    BigDecimal paid = exchange.trades(MARCH, 1).getFirst().price();
    BigDecimal before = wallet();
    hand.set(HandMarket.BTC_SPOT, "20999.99", "21000.01", "2");

    exchange.advanceTo(EXPIRY, List.of());

    assertThat(exchange.futures(EXPIRY).positions())
        .filteredOn(p -> p.position().qty().signum() != 0)
        .isEmpty();
    SimTrade settled = exchange.trades(MARCH, 1).getLast();
    assertThat(settled.price()).isEqualByComparingTo("21000");
    assertThat(settled.fee()).isZero();
    BigDecimal profit = new BigDecimal("21000").subtract(paid).multiply(new BigDecimal("0.5"));
    assertThat(wallet().subtract(before)).isEqualByComparingTo(profit);
    assertThat(exchange.income().getLast().type()).isEqualTo(IncomeType.DELIVERY);
    assertThat(exchange.order(MARCH, settled.orderId()).orElseThrow().request().clientOrderId())
        .startsWith("settlement_autoclose-");
  }

  @Test
  void at_delivery_open_orders_are_canceled_and_no_further_ones_are_taken() {
    order("rest", Side.BUY, "0.5", TimeInForce.GTC, "19000");
    exchange.advanceTo(EXPIRY + MINUTE, List.of());

    assertThat(exchange.orderByClientId(MARCH, "rest").orElseThrow().status())
        .isEqualTo(OrderStatus.CANCELED);
    assertThat(exchange.state(MARCH, EXPIRY + MINUTE)).isEqualTo(SymbolState.DELIVERED);
    assertThat(Rig.reason(order("late", Side.BUY, "0.5", TimeInForce.IOC, "20100")))
        .isEqualTo(RejectReason.DELIVERED);
    assertThat(exchange.deliveries()).extracting(SimEvent.Delivered::series).containsExactly(MARCH);
  }

  @Test
  void a_restart_after_delivery_knows_all_of_it_and_delivers_nothing_twice() {
    order("a", Side.SELL, "0.5", TimeInForce.IOC, "19900");
    exchange.advanceTo(EXPIRY + MINUTE, List.of());
    SimExchange again = SimExchange.replay(setup, List.copyOf(lines));
    assertThat(again.stateHash()).isEqualTo(exchange.stateHash());
    int written = lines.size();
    again.advanceTo(EXPIRY + 2 * MINUTE, List.of());
    assertThat(lines.subList(written, lines.size())).noneMatch(line -> line.contains("Delivered"));
  }

  @Test
  void a_contract_that_is_not_listed_yet_takes_no_orders() {
    SeriesId june = SeriesId.contract("BTCUSDT_260626");
    HandMarket early = HandMarket.calm();
    Market before = DatedMarket.over(early, List.of("BTCUSDT"), EXPIRY, 3);
    SimExchange fresh =
        SimExchange.open(
            new ExchangeSetup(ExchangeRules.standard(), before.series(), before::quote, line -> {}),
            new OpeningBalances(Map.of(), Map.of("USDT", new BigDecimal("1000"))),
            EXPIRY - 200 * DAY);
    assertThat(
            Rig.reason(
                fresh.place(
                    OrderRequest.market(june, "a", Side.BUY, new BigDecimal("0.01")),
                    EXPIRY - 200 * DAY)))
        .isEqualTo(RejectReason.NOT_LISTED);
  }
}
