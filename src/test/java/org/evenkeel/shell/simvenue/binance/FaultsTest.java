package org.evenkeel.shell.simvenue.binance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import org.evenkeel.shell.simvenue.HandMarket;
import org.evenkeel.shell.simvenue.binance.Wire.Reply;
import org.evenkeel.shell.simvenue.exchange.OrderArrivals;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FaultsTest {

  private static final String ORDER =
      "symbol=BTCUSDT&side=BUY&type=MARKET&quantity=1&newOrderRespType=RESULT&newClientOrderId=";

  private final Wire wire = Wire.open();

  @AfterEach
  void close() {
    wire.close();
  }

  private void order(String kind, String more) {
    Reply reply =
        wire.fault(
            "{\"path\":\"/fapi/v1/order\",\"method\":\"POST\",\"kind\":\""
                + kind
                + "\""
                + more
                + "}");
    assertThat(reply.status()).isEqualTo(200);
  }

  private Reply place(String clientId) {
    return wire.signed("POST", "/fapi/v1/order", ORDER + clientId);
  }

  @Test
  void a_lost_answer_leaves_an_executed_order() {
    order("lostAck", "");

    assertThatThrownBy(() -> place("lost")).isInstanceOf(UncheckedIOException.class);

    assertThat(wire.exchange.orderByClientId(HandMarket.BTC_PERP, "lost")).isPresent();
    assertThat(place("next").status()).isEqualTo(200);
  }

  @Test
  void a_reset_after_reading_executes_nothing_and_is_still_an_arrival() {
    order("resetAfterRead", "");

    assertThatThrownBy(() -> place("cut")).isInstanceOf(UncheckedIOException.class);

    assertThat(wire.exchange.orderByClientId(HandMarket.BTC_PERP, "cut")).isEmpty();
    assertThat(OrderArrivals.byClientId(wire.lines)).containsEntry("cut", 1);
  }

  @Test
  void errors_pages_and_nothing_come_in_place_of_the_answer() {
    order("http500", ",\"value\":503");
    assertThat(place("a").status()).isEqualTo(503);
    order("html", "");
    assertThat(place("b").raw().body()).startsWith("<html>");
    order("empty200", "");
    assertThat(place("c").raw().body()).isEmpty();
    order("ban", ",\"value\":7");
    Reply banned = place("d");
    assertThat(banned.status()).isEqualTo(418);
    assertThat(banned.raw().headers().firstValue("Retry-After")).contains("7");
    assertThat(wire.exchange.orders(HandMarket.BTC_PERP)).isEmpty();
  }

  @Test
  void an_answer_can_name_another_client_id() {
    order("wrongEcho", ",\"value\":\"stranger\"");

    assertThat(place("mine").json().path("clientOrderId").asText()).isEqualTo("stranger");
  }

  @Test
  void a_late_request_is_refused_when_its_window_has_passed() {
    order("delayMs", ",\"value\":400");

    Reply late = wire.signed("POST", "/fapi/v1/order", "recvWindow=200&" + ORDER + "late");

    assertThat(late.code()).isEqualTo(-1021);
    assertThat(wire.exchange.orders(HandMarket.BTC_PERP)).isEmpty();
  }

  @Test
  void a_fault_happens_as_often_as_ordered() {
    order("http500", ",\"count\":2");

    assertThat(place("a").status()).isEqualTo(500);
    assertThat(place("b").status()).isEqualTo(500);
    assertThat(place("c").status()).isEqualTo(200);
    assertThat(wire.get("/sim/log").raw().body().lines()).hasSameSizeAs(wire.lines);
  }
}
