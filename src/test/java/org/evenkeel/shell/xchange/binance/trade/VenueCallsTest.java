package org.evenkeel.shell.xchange.binance.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.route.SendOutcome;
import org.evenkeel.shell.xchange.binance.FakeBinance;
import org.evenkeel.shell.xchange.binance.FakeBinance.Answer;
import org.evenkeel.shell.xchange.binance.Fixtures;
import org.junit.jupiter.api.Test;

/** What the headers of an answer say reaches the gate. */
class VenueCallsTest {

  @Test
  void the_weight_that_a_header_tells_reaches_the_gate() throws IOException {
    awaitRoomInTheMinute();
    try (FakeBinance fake = Fixtures.withClock(new FakeBinance())) {
      BinanceVenue venue = OrderFaultsTest.venueAt(fake.url());
      fake.on("GET /fapi/v1/openOrders", Answer.ok("[]").withHeader("X-MBX-USED-WEIGHT-1M: 2300"));
      fake.on("POST /fapi/v1/order", Answer.ok(OrderFaultsTest.ACK));
      assertThat(venue.openOrders(OrderFaultsTest.PERP)).isInstanceOf(Result.Ok.class);

      assertThat(venue.openOrders(OrderFaultsTest.PERP).toString())
          .contains("2300 of 2400 in this minute");

      assertThat(venue.send(OrderFaultsTest.ticket(OrderFaultsTest.PERP, false)))
          .as("an addition waits")
          .isInstanceOf(SendOutcome.Rejected.class);
      assertThat(venue.send(OrderFaultsTest.ticket(OrderFaultsTest.PERP, true)))
          .as("a reduction does not")
          .isInstanceOf(SendOutcome.Accepted.class);
    }
  }

  @Test
  void a_header_that_is_no_number_says_nothing() throws IOException {
    try (FakeBinance fake = Fixtures.withClock(new FakeBinance())) {
      BinanceVenue venue = OrderFaultsTest.venueAt(fake.url());
      fake.on("GET /fapi/v1/openOrders", Answer.ok("[]").withHeader("X-MBX-USED-WEIGHT-1M: a lot"));
      assertThat(venue.openOrders(OrderFaultsTest.PERP)).isInstanceOf(Result.Ok.class);
      assertThat(venue.openOrders(OrderFaultsTest.PERP)).isInstanceOf(Result.Ok.class);
    }
  }

  /** The count holds for a minute of the wall, which must not end in the middle of the test. */
  private static void awaitRoomInTheMinute() {
    long left = 60_000 - Instant.now().toEpochMilli() % 60_000;
    if (left < 4_000) {
      try {
        Thread.sleep(left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
