package org.evenkeel.shell.xchange.binance.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.shell.xchange.binance.FakeBinance;
import org.evenkeel.shell.xchange.binance.FakeBinance.Answer;
import org.evenkeel.shell.xchange.binance.Fixtures;
import org.junit.jupiter.api.Test;

/** A venue that is there and does not let us in. */
class ConnectionFaultsTest {

  @Test
  void a_key_that_is_no_longer_accepted_refuses_readings_with_the_code_and_is_not_tried_in_a_loop()
      throws IOException {
    try (FakeBinance fake = Fixtures.withClock(new FakeBinance())) {
      Answer refused = Answer.error(401, -2015, "Invalid API-key, IP, or permissions for action.");
      fake.on("GET /fapi/v1/exchangeInfo", Answer.ok(Fixtures.exchangeInfo(Fixtures.BTC_PERP)));
      fake.on("GET /fapi/v2/account", refused);
      fake.on("GET /api/v3/account", refused);
      BinanceVenue venue = OrderFaultsTest.venueAt(fake.url());
      Result<?> account = venue.account();
      assertThat(account)
          .isInstanceOfSatisfying(
              Result.Refused.class,
              no -> {
                assertThat(no.refusal().reason()).isEqualTo(RefusalReason.VENUE_REJECTED);
                assertThat(no.refusal().detail()).contains("-2015", "permissions");
              });
      assertThat(fake.requests("GET /fapi/v2/account")).as("no retry loop").hasSizeLessThan(2);
      assertThat(fake.requests("GET /api/v3/account")).as("no retry loop").hasSizeLessThan(2);
    }
  }
}
