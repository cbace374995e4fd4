package org.evenkeel.core.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.route.Arrival;
import org.evenkeel.core.route.ExecutionStyle;
import org.evenkeel.core.statement.MeasuredOrder.Execution;
import org.junit.jupiter.api.Test;

/** F88: what orders cost, by fills only, against what the planner reckons with. */
class ShortfallTest {

  private static final Currency USDT = Currency.of("USDT");
  private static final Instant AT = Instant.parse("2026-01-31T00:00:00Z");

  private static Execution execution(String quantity, String price, String fee, String currency) {
    return new Execution(
        Contracts.of(quantity),
        Price.of(price),
        new Money(new BigDecimal(fee), Currency.of(currency)),
        false);
  }

  private static MeasuredOrder order(
      Side side, String decision, String bid, String ask, List<Execution> executions) {
    return order(side, decision, bid, ask, executions, "0.0005");
  }

  private static MeasuredOrder order(
      Side side,
      String decision,
      String bid,
      String ask,
      List<Execution> executions,
      String assumedFee) {
    return new MeasuredOrder(
        "ek",
        "BTC-USDT-PERP@binance",
        side,
        AT,
        Price.of(decision),
        new Arrival(
            Price.of(bid),
            Price.of(ask),
            new Money(BigDecimal.TWO, USDT),
            BigDecimal.ONE,
            new Arrival.Assumed(Ratio.of(assumedFee), Ratio.ZERO, Ratio.ZERO),
            ExecutionStyle.IOC,
            "configured"),
        executions);
  }

  /** Decided at 100, arrived at 102 in 101/103, bought 1 at 103 and 3 at 105; a contract is two coins. */
  @Test
  void a_purchase_has_waited_crossed_and_moved_the_market() {
    Shortfall cost =
        Shortfall.of(
            order(
                Side.BUY,
                "100",
                "101",
                "103",
                List.of(execution("1", "103", "0.5", "USDT"), execution("3", "105", "1", "USDT"))));
    assertThat(cost.delay()).isEqualByComparingTo("16");
    assertThat(cost.spread()).isEqualByComparingTo("8");
    assertThat(cost.impact()).isEqualByComparingTo("12");
    assertThat(cost.fees()).isEqualByComparingTo("1.5");
    assertThat(cost.total()).isEqualByComparingTo("37.5");
  }

  @Test
  void a_sale_that_rested_has_saved_the_spread() {
    Shortfall cost =
        Shortfall.of(
            order(Side.SELL, "100", "99", "101", List.of(execution("1", "101", "0", "USDT"))));
    assertThat(cost.spread()).isEqualByComparingTo("2");
    assertThat(cost.impact()).isEqualByComparingTo("-4");
    assertThat(cost.trading()).isEqualByComparingTo("-2");
  }

  @Test
  void a_fee_in_the_coin_is_priced_and_one_in_a_third_coin_is_counted_and_not_guessed() {
    Shortfall cost =
        Shortfall.of(
            order(
                Side.BUY,
                "100",
                "99",
                "101",
                List.of(execution("1", "101", "0.01", "BTC"), execution("1", "101", "1", "BNB"))));
    assertThat(cost.fees()).isEqualByComparingTo("1.01");
    assertThat(cost.unpriced()).isEqualTo(1);
  }

  @Property(tries = 300)
  void the_parts_add_up_to_what_was_paid_less_what_was_decided_to_the_last_digit(
      @ForAll boolean buys,
      @ForAll @IntRange(min = 1, max = 100000) int decision,
      @ForAll @IntRange(min = 1, max = 100000) int bid,
      @ForAll @IntRange(min = 0, max = 999) int spread,
      @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 1, max = 100000) Integer> prices) {
    List<Execution> executions = new ArrayList<>();
    BigDecimal paid = BigDecimal.ZERO;
    for (int i = 0; i < prices.size(); i++) {
      BigDecimal quantity = new BigDecimal("0.001").multiply(BigDecimal.valueOf(i + 1L));
      BigDecimal price = BigDecimal.valueOf(prices.get(i), 2);
      executions.add(
          new Execution(
              new Contracts(quantity),
              new Price(price),
              new Money(new BigDecimal("0.07"), USDT),
              false));
      paid = paid.add(quantity.multiply(price.subtract(BigDecimal.valueOf(decision, 2))));
    }
    MeasuredOrder order =
        order(
            buys ? Side.BUY : Side.SELL,
            BigDecimal.valueOf(decision, 2).toPlainString(),
            BigDecimal.valueOf(bid, 2).toPlainString(),
            BigDecimal.valueOf(bid + spread, 2).toPlainString(),
            executions);
    BigDecimal fees = new BigDecimal("0.07").multiply(BigDecimal.valueOf(prices.size()));
    BigDecimal worth = paid.multiply(BigDecimal.TWO);
    assertThat(Shortfall.of(order).total())
        .isEqualByComparingTo((buys ? worth : worth.negate()).add(fees));
  }

  @Test
  void
      a_fee_tier_that_has_changed_is_found_after_twenty_orders_and_an_assumption_that_holds_is_not() {
    assertThat(drift(20, "0.0005").isPersistent()).isTrue();
    assertThat(drift(20, "0.0005").inWords()).contains("10.00 bp").contains("5.00 bp");
    assertThat(drift(19, "0.0005").isPersistent()).as("too few say nothing").isFalse();
    assertThat(drift(20, "0.001").isPersistent()).isFalse();
    assertThat(drift(20, "0.002").isPersistent()).as("cheaper than assumed").isFalse();
  }

  /** Executions in the middle of the book with a fee of 10 bp, give or take one by turns. */
  private static CostDrift drift(int orders, String assumedFee) {
    List<MeasuredOrder> all = new ArrayList<>();
    for (int i = 0; i < orders; i++) {
      String fee = i == 0 ? "0.2" : i % 2 == 0 ? "0.22" : "0.18";
      all.add(
          order(
              Side.BUY,
              "100",
              "99",
              "101",
              List.of(execution("1", "100", i == orders - 1 ? "0.2" : fee, "USDT")),
              assumedFee));
    }
    return CostDrift.of(all);
  }

  @Test
  void what_was_not_filled_is_stated_by_how_the_market_has_moved_away() {
    Forgone gone =
        new Forgone(
            "BTC-USDT-PERP@binance",
            Side.SELL,
            Contracts.of("3"),
            Price.of("100"),
            Price.of("98"),
            BigDecimal.TWO,
            AT,
            "TWAP");
    assertThat(gone.cost()).isEqualByComparingTo("12");
    List<CostRow> rows =
        CostRow.of(
            List.of(
                order(Side.BUY, "100", "99", "101", List.of(execution("1", "101", "0", "USDT")))),
            MeasuredOrder::instrument,
            List.of(gone),
            Forgone::instrument);
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).forgone()).isEqualByComparingTo("12");
    assertThat(rows.get(0).total()).as("beside the total").isEqualByComparingTo("2");
  }
}
