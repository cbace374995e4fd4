package org.evenkeel.shell.xchange.binance.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.catalog.MaintenanceTiers;
import org.evenkeel.core.catalog.MaintenanceTiers.Charge;
import org.evenkeel.recorded.Decoders;
import org.evenkeel.shell.xchange.UnreadableReply;
import org.evenkeel.shell.xchange.binance.BinanceRefusals;
import org.evenkeel.shell.xchange.binance.Symbol;
import org.junit.jupiter.api.Test;

class BinanceMarginsTest {

  private static final Symbol BTC = Symbol.of(InstrumentId.of("BTC-USDT-PERP@binance"));

  private static String answer(String floor, String cum) {
    return """
        [{"symbol":"ETHUSDT","brackets":[{"bracket":1,"initialLeverage":75,"notionalCap":10000,
          "notionalFloor":0,"maintMarginRatio":0.0065,"cum":0}]},
         {"symbol":"BTCUSDT","brackets":[
          {"bracket":1,"initialLeverage":125,"notionalCap":50000,"notionalFloor":0,
           "maintMarginRatio":0.004,"cum":0},
          {"bracket":2,"initialLeverage":100,"notionalCap":600000,"notionalFloor":FLOOR,
           "maintMarginRatio":0.005,"cum":CUM}]}]"""
        .replace("FLOOR", floor)
        .replace("CUM", cum);
  }

  private static MaintenanceTiers read(String answer) {
    return BinanceMargins.tiers(List.of(BTC), Decoders.json(answer), Instant.EPOCH).get(0);
  }

  @Test
  void brackets_count_values_and_each_part_has_the_rate_of_its_own() {
    MaintenanceTiers tiers = read(answer("50000", "50.0"));

    assertThat(tiers.unit()).isEqualTo(MaintenanceTiers.Unit.QUOTE);
    assertThat(tiers.charge()).isEqualTo(Charge.PART);
    assertThat(tiers.mostAt(101)).contains(new BigDecimal("50000"));
    assertThat(tiers.mostAt(5)).contains(new BigDecimal("600000"));
  }

  @Test
  void a_venue_that_saves_less_than_the_lower_brackets_is_taken_to_charge_the_whole() {
    assertThat(read(answer("50000", "20")).charge()).isEqualTo(Charge.WHOLE);
  }

  @Test
  void brackets_with_a_gap_are_not_read() {
    assertThatThrownBy(() -> read(answer("60000", "60")))
        .isInstanceOf(UnreadableReply.class)
        .hasMessageContaining("gap");
  }

  @Test
  void altered_brackets_are_read_or_refused() {
    Decoders.fuzz(
        "brackets of margin",
        new BinanceRefusals(),
        answer("50000", "50"),
        json -> BinanceMargins.tiers(List.of(BTC), json, Instant.EPOCH));
  }

  /** What Binance has asked, by its own formula of notional, rate and cum, for every symbol that was recorded. */
  @Test
  void the_steps_are_the_margin_of_every_recorded_bracket() throws IOException {
    Path file =
        Path.of(
            System.getProperty("evenkeel.shared", "../shared"),
            "fixtures/binance/recorded/leverage_tiers_ccxt.json");
    assumeThat(file).as("recorded brackets").exists();
    int compared = 0;
    for (JsonNode rows : new ObjectMapper().readTree(Files.readString(file))) {
      StringBuilder brackets = new StringBuilder();
      rows.forEach(row -> brackets.append(brackets.isEmpty() ? "" : ",").append(row.path("info")));
      MaintenanceTiers tiers = read("[{\"symbol\":\"BTCUSDT\",\"brackets\":[" + brackets + "]}]");
      assertThat(tiers.charge()).isEqualTo(Charge.PART);
      for (JsonNode row : rows) {
        BigDecimal cap = new BigDecimal(row.path("info").path("notionalCap").asText());
        BigDecimal asked =
            cap.multiply(new BigDecimal(row.path("info").path("maintMarginRatio").asText()))
                .subtract(new BigDecimal(row.path("info").path("cum").asText()));
        assertThat(margin(tiers, cap)).isEqualByComparingTo(asked);
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(2000);
  }

  private static BigDecimal margin(MaintenanceTiers tiers, BigDecimal size) {
    BigDecimal margin = BigDecimal.ZERO;
    List<MaintenanceTiers.Step> steps = tiers.steps(Ratio.ZERO);
    for (int i = 0; i < steps.size(); i++) {
      BigDecimal to = i + 1 < steps.size() ? steps.get(i + 1).from().min(size) : size;
      BigDecimal part = to.subtract(steps.get(i).from()).max(BigDecimal.ZERO);
      margin = margin.add(part.multiply(steps.get(i).rate().value()));
    }
    return margin;
  }
}
