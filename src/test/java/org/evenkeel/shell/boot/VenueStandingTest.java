package org.evenkeel.shell.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Result;
import org.evenkeel.cycle.StatusWatch;
import org.evenkeel.cycle.VenueSetup;
import org.evenkeel.shell.simulate.RecordingAlerts;
import org.evenkeel.shell.simvenue.DialectName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked of a venue before a decision: whether it is open, and whether the account is still set as at the start. */
class VenueStandingTest {

  @TempDir Path folder;

  @Test
  void maintenance_is_told_in_the_venues_own_words_and_holds_until_it_is_over() throws Exception {
    maintained("binance", DialectName.BINANCE, "system_maintenance");
    maintained("kraken", DialectName.KRAKEN, "maintenance");
  }

  private void maintained(String venue, DialectName dialect, String word) throws Exception {
    try (ConformRig rig = new ConformRig(folder, venue, dialect)) {
      RecordingAlerts alerts = new RecordingAlerts();
      StatusWatch watch = new StatusWatch(List.of(rig.connection().status()), alerts);
      assertThat(watch.objection()).isEmpty();

      rig.rehearse("/sim/maintenance?on=true");

      assertThat(watch.objection().orElseThrow().toString())
          .contains("VENUE_UNAVAILABLE", "says of itself", word);
      assertThat(alerts.raised().get("venue-status")).contains(word);

      rig.rehearse("/sim/maintenance?on=false");

      assertThat(watch.objection()).isEmpty();
      assertThat(alerts.raised()).isEmpty();
    }
  }

  @Test
  void a_status_that_cannot_be_read_is_told_and_holds_nothing() throws IOException {
    try (ConformRig rig = new ConformRig(folder, "binance", DialectName.BINANCE)) {
      rig.fault("GET /sapi/v1/system/status html 3");
      RecordingAlerts alerts = new RecordingAlerts();
      StatusWatch watch = new StatusWatch(List.of(rig.connection().status()), alerts);

      assertThat(watch.objection()).isEmpty();
      assertThat(alerts.raised()).containsOnlyKeys("venue-status-unread");

      assertThat(watch.objection()).isEmpty();
      assertThat(alerts.raised()).isEmpty();
    }
  }

  @Test
  void kraken_futures_tells_nothing_of_itself() throws IOException {
    try (ConformRig rig = new ConformRig(folder, "krakenfutures", DialectName.KRAKEN_FUTURES)) {
      assertThat(rig.connection().status().closed()).isEqualTo(Result.ok(Optional.empty()));
    }
  }

  @Test
  void a_leverage_that_somebody_changes_is_seen_until_it_is_set_back() throws IOException {
    leveraged("binance", DialectName.BINANCE);
    leveraged("okx", DialectName.OKX);
  }

  private void leveraged(String venue, DialectName dialect) throws IOException {
    try (ConformRig rig = new ConformRig(folder, venue, dialect)) {
      VenueSetup setup = rig.connection().setup();
      List<InstrumentId> perp = List.of(InstrumentId.of("BTC-USDT-PERP@" + venue));
      setup.prepare(perp, 2).orThrow();
      assertThat(setup.verify(perp, 2).orThrow()).isTrue();

      setup.prepare(perp, 5).orThrow();

      assertThat(setup.verify(perp, 2).toString()).contains("is 5", "2 was set at the start");
      assertThat(setup.verify(perp, 5).orThrow()).as("nothing was set back").isTrue();
    }
  }
}
