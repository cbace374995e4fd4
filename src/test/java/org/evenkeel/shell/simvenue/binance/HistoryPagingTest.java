package org.evenkeel.shell.simvenue.binance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.shell.simvenue.binance.Wire.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HistoryPagingTest {

  private final Wire wire = Wire.open();

  @BeforeEach
  void seven_fills_on_each_api() {
    for (int i = 0; i < 7; i++) {
      String order = "symbol=BTCUSDT&side=BUY&type=MARKET&quantity=0.01&newClientOrderId=o" + i;
      assertThat(wire.signed("POST", "/fapi/v1/order", order).status()).isEqualTo(200);
      assertThat(wire.signed("POST", "/api/v3/order", order).status()).isEqualTo(200);
    }
  }

  @AfterEach
  void close() {
    wire.close();
  }

  @Test
  void trades_are_paged_by_id_without_a_gap() {
    for (String path : List.of("/fapi/v1/userTrades", "/api/v3/myTrades")) {
      List<Long> ids = new ArrayList<>();
      long from = 1;
      while (true) {
        Reply page = wire.signed("GET", path, "symbol=BTCUSDT&limit=3&fromId=" + from);
        if (page.json().isEmpty()) {
          break;
        }
        for (JsonNode trade : page.json()) {
          ids.add(trade.path("id").asLong());
        }
        from = ids.getLast() + 1;
      }
      assertThat(ids).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
    }
  }

  @Test
  void without_a_start_a_page_holds_the_latest_and_with_one_the_earliest() {
    long start = System.currentTimeMillis() - 60_000;
    for (String path : List.of("/fapi/v1/userTrades", "/api/v3/myTrades")) {
      assertThat(
              wire.signed("GET", path, "symbol=BTCUSDT&limit=2").json().get(0).path("id").asLong())
          .isEqualTo(6);
      Reply first = wire.signed("GET", path, "symbol=BTCUSDT&limit=2&startTime=" + start);
      assertThat(first.json().get(0).path("id").asLong()).isEqualTo(1);
    }
  }

  @Test
  void futures_answers_carry_what_a_ledger_needs() {
    JsonNode result =
        wire.signed(
                "POST",
                "/fapi/v1/order",
                "symbol=BTCUSDT&side=SELL&type=MARKET&quantity=0.070&reduceOnly=true"
                    + "&newClientOrderId=close&newOrderRespType=RESULT")
            .json();
    assertThat(result.path("status").asText()).isEqualTo("FILLED");
    assertThat(result.path("executedQty").asText()).isEqualTo("0.070");
    assertThat(result.path("avgPrice").asText()).isEqualTo("19999.90000000");
    assertThat(result.path("reduceOnly").asBoolean()).isTrue();

    JsonNode trade =
        wire.signed("GET", "/fapi/v1/userTrades", "symbol=BTCUSDT&fromId=8").json().get(0);
    assertThat(trade.path("realizedPnl").asText()).isEqualTo("-0.01400000");
    assertThat(trade.path("commission").asText()).isEqualTo("0.69999650");
    assertThat(trade.path("commissionAsset").asText()).isEqualTo("USDT");
    assertThat(trade.path("maker").asBoolean(true)).isFalse();

    JsonNode pnl = wire.signed("GET", "/fapi/v1/income", "incomeType=REALIZED_PNL&limit=10").json();
    assertThat(pnl).hasSize(1);
    assertThat(pnl.get(0).path("tradeId").asText()).isEqualTo("8");
    JsonNode balance = wire.signed("GET", "/fapi/v3/balance", "").json().get(0);
    assertThat(balance.path("balance").asText()).isEqualTo("99998.58600000");
  }

  @Test
  void acknowledgements_say_only_that_the_order_came() {
    JsonNode ack =
        wire.signed("POST", "/fapi/v1/order", "symbol=ETHUSDT&side=BUY&type=MARKET&quantity=1")
            .json();
    assertThat(ack.path("status").asText()).isEqualTo("NEW");
    assertThat(ack.path("executedQty").asText()).isEqualTo("0.000");

    JsonNode full =
        wire.signed("POST", "/api/v3/order", "symbol=BTCUSDT&side=SELL&type=MARKET&quantity=0.01")
            .json();
    assertThat(full.path("fills")).hasSize(1);
    assertThat(full.at("/fills/0/commissionAsset").asText()).isEqualTo("USDT");
    JsonNode key = wire.signed("GET", "/sapi/v1/account/apiRestrictions", "").json();
    assertThat(key.path("enableWithdrawals").asBoolean(true)).isFalse();
    assertThat(key.path("ipRestrict").asBoolean()).isTrue();
  }
}
