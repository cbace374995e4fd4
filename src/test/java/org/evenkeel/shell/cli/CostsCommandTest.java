package org.evenkeel.shell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.route.Arrival;
import org.evenkeel.core.route.ExecutionStyle;
import org.evenkeel.core.statement.CostFacts;
import org.evenkeel.core.statement.Forgone;
import org.evenkeel.core.statement.MeasuredOrder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What trading has cost, as people and scripts read it. */
class CostsCommandTest {

  private static final String BTC = "BTC-USDT-PERP@binance";
  private static final String ETH = "ETH-USD-PERP@krakenfutures";

  private final CommandLineRig evenkeel = new CommandLineRig();

  /**
   * On the 1st a purchase of 2 as a maker: decided at 100, it met 101/103 and got 101. On the 2nd a sale of 10 of which 4
   * were taken, decided at 50, which met 49/49.5 and got 48.5 and 49; 6 are given up at 47.
   */
  @BeforeEach
  void trades() {
    MeasuredOrder bought =
        new MeasuredOrder(
            "ek1",
            BTC,
            Side.BUY,
            Instant.parse("2026-11-01T12:00:00Z"),
            Price.of("100"),
            arrival("101", "103", ExecutionStyle.PASSIVE),
            List.of(execution("2", "101", "-0.25", true)));
    MeasuredOrder sold =
        new MeasuredOrder(
            "ek2",
            ETH,
            Side.SELL,
            Instant.parse("2026-11-02T00:00:00Z"),
            Price.of("50"),
            arrival("49", "49.5", ExecutionStyle.TWAP),
            List.of(execution("1", "49", "0.5", false), execution("3", "48.5", "0.75", false)));
    Forgone rest =
        new Forgone(
            ETH,
            Side.SELL,
            Contracts.of("6"),
            Price.of("50"),
            Price.of("47"),
            BigDecimal.ONE,
            Instant.parse("2026-11-02T00:05:00Z"),
            "TWAP");
    evenkeel.bot.costs = new CostFacts("USDT", List.of(sold, bought), List.of(rest));
  }

  private static Arrival arrival(String bid, String ask, ExecutionStyle style) {
    return new Arrival(
        Price.of(bid),
        Price.of(ask),
        Money.of("1", "USDT"),
        BigDecimal.ONE,
        new Arrival.Assumed(Ratio.of("0.0005"), Ratio.of("0.0003"), Ratio.of("0.0002")),
        style,
        "configured");
  }

  private static MeasuredOrder.Execution execution(
      String quantity, String price, String fee, boolean isMaker) {
    return new MeasuredOrder.Execution(
        Contracts.of(quantity), Price.of(price), Money.of(fee, "USDT"), isMaker);
  }

  private JsonNode json(String... words) throws JsonProcessingException {
    List<String> all = new ArrayList<>(List.of("costs", "--json"));
    all.addAll(List.of(words));
    assertThat(evenkeel.execute(all.toArray(new String[0]))).as(evenkeel.err).isZero();
    return new ObjectMapper().readTree(evenkeel.out);
  }

  private List<String> keys(String... words) throws JsonProcessingException {
    List<String> keys = new ArrayList<>();
    json(words).get("rows").forEach(row -> keys.add(row.get("key").asText()));
    return keys;
  }

  private static BigDecimal amount(JsonNode of, String name) {
    return new BigDecimal(of.get(name).asText());
  }

  @Test
  void the_table_has_every_part_its_total_and_what_was_assumed() {
    assertThat(evenkeel.execute("costs")).as(evenkeel.err).isZero();
    List<List<String>> table =
        evenkeel.out.lines().map(line -> List.of(line.strip().split(" {2,}"))).toList();
    // Delay 2 x 2, half of the spread 2 x 1, twice that saved, a rebate: -2.25 of 200 is trading.
    assertThat(table)
        .contains(
            List.of(
                BTC, "1", "200.00", "4.00", "2.00", "-4.00", "-0.25", "1.75", "-112.50", "10.00",
                "0.00"))
        .contains(
            List.of(
                ETH, "1", "200.00", "3.00", "1.00", "1.50", "1.25", "6.75", "187.50", "10.00",
                "18.00"))
        .contains(
            List.of(
                "all", "2", "400.00", "7.00", "3.00", "-2.50", "1.00", "8.50", "37.50", "10.00",
                "18.00"));
    assertThat(evenkeel.out).contains("in USDT").contains("no part of the total");
  }

  @Test
  void the_parts_of_every_row_are_what_was_paid_less_what_was_decided() throws Exception {
    JsonNode costs = json();
    // Paid: 2 (101 - 100) - 0.25; sold: (50 - 49) + 3 (50 - 48.5) + 1.25.
    List<BigDecimal> paid = List.of(new BigDecimal("1.75"), new BigDecimal("6.75"));
    for (int i = 0; i < 2; i++) {
      JsonNode row = costs.get("rows").get(i);
      BigDecimal sum = BigDecimal.ZERO;
      for (String part : List.of("delay", "spread", "impact", "fees")) {
        sum = sum.add(amount(row.get("cost"), part));
      }
      assertThat(sum).isEqualByComparingTo(paid.get(i));
      assertThat(amount(row, "total")).isEqualByComparingTo(paid.get(i));
    }
    assertThat(amount(costs.get("all"), "total")).isEqualByComparingTo("8.5");
    assertThat(costs.get("currency").asText()).isEqualTo("USDT");
  }

  @Test
  void costs_are_grouped_by_instrument_venue_or_style_and_nothing_else() throws Exception {
    assertThat(keys()).containsExactly(BTC, ETH);
    assertThat(keys("--by", "venue")).containsExactly("binance", "krakenfutures");
    assertThat(keys("--by", "STYLE")).containsExactly("PASSIVE", "TWAP");
    assertThat(evenkeel.execute("costs", "--by", "sleeve")).isEqualTo(ExitCode.USAGE.code());
    assertThat(evenkeel.err).contains("instrument, venue or style").contains("sleeve");
  }

  @Test
  void a_time_has_its_last_day_whole() throws Exception {
    assertThat(keys("--to", "2026-11-01")).containsExactly(BTC);
    assertThat(keys("--from", "2026-11-02")).containsExactly(ETH);
    assertThat(keys("--from", "2026-11-01", "--to", "2026-11-02")).containsExactly(BTC, ETH);
    assertThat(keys("--from", "2026-11-01T12:00:00Z", "--to", "2026-11-02T00:00:00Z"))
        .containsExactly(BTC);
    assertThat(evenkeel.execute("costs", "--from", "2026-11-03")).isZero();
    assertThat(evenkeel.out).contains("nothing was traded in that time");
    assertThat(evenkeel.execute("costs", "--from", "soon")).isEqualTo(ExitCode.USAGE.code());
  }
}
