package org.evenkeel.shell.simvenue.binance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The venue's dead-man switch: what rests is canceled when nobody renews the countdown in time. */
class CountdownsTest {

  private static final String COUNTDOWN = "/fapi/v1/countdownCancelAll";

  private static void rest(Wire venue, String symbol, String id, String price, String quantity) {
    String order =
        "symbol=%s&side=BUY&type=LIMIT&timeInForce=GTC&quantity=%s&price=%s&newClientOrderId=%s"
            .formatted(symbol, quantity, price, id);
    Wire.Reply reply = venue.signed("POST", "/fapi/v1/order", order);
    assertThat(reply.status()).as(reply.message()).isEqualTo(200);
  }

  private static int open(Wire venue, String symbol) {
    return venue.signed("GET", "/fapi/v1/openOrders", "symbol=" + symbol).json().size();
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void what_rests_is_canceled_when_the_countdown_ends_and_only_of_its_symbol() {
    try (Wire venue = Wire.open()) {
      rest(venue, "BTCUSDT", "a1", "19000", "0.1");
      rest(venue, "ETHUSDT", "b1", "950", "1");
      Wire.Reply set = venue.signed("POST", COUNTDOWN, "symbol=BTCUSDT&countdownTime=300");
      assertThat(set.json().path("countdownTime").asText()).isEqualTo("300");
      assertThat(open(venue, "BTCUSDT")).isEqualTo(1);
      pause(600);
      assertThat(open(venue, "BTCUSDT")).isZero();
      assertThat(open(venue, "ETHUSDT")).isEqualTo(1);
    }
  }

  @Test
  void a_countdown_that_is_renewed_begins_anew_and_one_of_zero_ends_it() {
    try (Wire venue = Wire.open()) {
      rest(venue, "BTCUSDT", "a1", "19000", "0.1");
      venue.signed("POST", COUNTDOWN, "symbol=BTCUSDT&countdownTime=400");
      pause(250);
      venue.signed("POST", COUNTDOWN, "symbol=BTCUSDT&countdownTime=600");
      pause(250);
      assertThat(open(venue, "BTCUSDT")).as("past the first end").isEqualTo(1);
      venue.signed("POST", COUNTDOWN, "symbol=BTCUSDT&countdownTime=0");
      pause(600);
      assertThat(open(venue, "BTCUSDT")).isEqualTo(1);
    }
  }

  @Test
  void a_countdown_without_its_time_is_refused() {
    try (Wire venue = Wire.open()) {
      assertThat(venue.signed("POST", COUNTDOWN, "symbol=BTCUSDT").status()).isEqualTo(400);
    }
  }
}
