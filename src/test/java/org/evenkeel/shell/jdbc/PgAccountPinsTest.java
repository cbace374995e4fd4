package org.evenkeel.shell.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.core.basics.VenueId;
import org.evenkeel.cycle.AccountPins.Pin;
import org.junit.jupiter.api.Test;

/** Fault 89: an account is pinned once, and another one is told from it for good. */
class PgAccountPinsTest {

  private static final VenueId VENUE = VenueId.of("binance");

  @Test
  void the_first_account_of_a_venue_stays_and_every_other_one_is_refused_with_both_names() {
    try (Database database = Database.attach(TestServer.emptiedDatabase())) {
      PgAccountPins pins = new PgAccountPins(database);
      Pin ours = new Pin(VENUE, "api.binance.com fapi.binance.com", "354937868");

      assertThat(pins.objection(ours)).isEmpty();
      assertThat(pins.objection(ours)).isEmpty();
      assertThat(pins.objection(new Pin(VENUE, ours.environment(), "7")).orElseThrow())
          .contains("'7'", "'354937868'", "another database");
      assertThat(pins.objection(new Pin(VENUE, "testnet.binance.vision", "354937868"))).isPresent();
      assertThat(pins.objection(ours)).as("nothing was changed").isEmpty();
      assertThat(pins.objection(new Pin(VenueId.of("okx"), "www.okx.com", "1"))).isEmpty();
    }
  }
}
