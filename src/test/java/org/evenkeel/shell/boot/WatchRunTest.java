package org.evenkeel.shell.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.route.OrderTicket;
import org.evenkeel.core.route.SendOutcome;
import org.evenkeel.core.route.TimeInForce;
import org.evenkeel.core.statement.WatchLook;
import org.evenkeel.cycle.Clock;
import org.evenkeel.cycle.Venue;
import org.evenkeel.shell.alerting.FakeReceiver;
import org.evenkeel.shell.cli.WatchOptions;
import org.evenkeel.shell.config.AppConfig;
import org.evenkeel.shell.config.ConfigLoader;
import org.evenkeel.shell.config.ModeSettings;
import org.evenkeel.shell.config.read.Setting;
import org.evenkeel.shell.simvenue.SimVenueServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The watcher's process against simulated venues over HTTP, each in its dialect, without any database. */
class WatchRunTest {

  private static final InstrumentId BTC = InstrumentId.of("BTC-USDT-PERP@binance");

  @TempDir Path folder;
  private List<SimVenueServer> servers = List.of();

  @AfterEach
  void stop() {
    servers.forEach(SimVenueServer::close);
  }

  private AppConfig config(Path file, String... more) {
    List<Setting> settings =
        new ArrayList<>(
            List.of(
                new Setting("rehearsal.venue_directory", folder.resolve("venue").toString(), "-"),
                new Setting("rehearsal.speed_market_seconds_per_second", "1", "-"),
                new Setting("database.embedded_directory", folder.resolve("db").toString(), "-")));
    for (int i = 0; i < more.length; i += 2) {
      settings.add(new Setting(more[i], more[i + 1], "-"));
    }
    return ConfigLoader.load(file, settings);
  }

  private static ModeSettings.Rehearsal rehearsal(AppConfig config) {
    return (ModeSettings.Rehearsal) config.mode();
  }

  private void start(AppConfig config) {
    servers = SimulatedVenue.startAll(config, rehearsal(config), Optional.empty());
    for (int i = 0; i < servers.size(); i++) {
      RehearsalGraph.writeUrl(
          SimulatedVenue.place(config, rehearsal(config), config.venue().capabilities().get(i)),
          servers.get(i).url());
    }
  }

  @Test
  void it_sees_all_venues_in_their_dialects_with_keys_of_its_own() throws IOException {
    AppConfig config = config(Path.of("config", "rehearsal-venues.yml"));
    start(config);
    List<Path> keys;
    try (Stream<Path> files = Files.walk(folder.resolve("venue"))) {
      keys = files.filter(file -> file.getFileName().toString().equals("api-key")).toList();
    }
    assertThat(keys).hasSize(3);
    for (Path key : keys) {
      Files.writeString(key, "revoked\n");
    }

    try (Graph engine = RehearsalGraph.elsewhere(config, rehearsal(config))) {
      assertThat(engine.venues().account()).isInstanceOf(Result.Refused.class);
    }
    WatchLook look = new WatchRun(config).once();
    assertThat(look.verdict()).as(look.words()).isEqualTo("WITHIN");
    assertThat(look.nav().orElseThrow()).isPositive();
    assertThat(look.engine()).isEqualTo("unknown, the database does not answer");

    stop();
    assertThat(new WatchRun(config).once().verdict()).isEqualTo("BLIND");
  }

  @Test
  void without_a_database_it_withdraws_an_order_that_leads_beyond_a_limit() throws IOException {
    FakeReceiver phone = new FakeReceiver();
    String calls =
        "alerts: { channels: [ { name: phone, url: '%s' } ] }\n".formatted(phone.address());
    Path file = folder.resolve("my.yml");
    Files.writeString(file, Files.readString(Path.of("config", "rehearsal.yml")) + calls);
    Files.createDirectories(folder.resolve("venues"));
    Files.copy(Path.of("config", "venues", "binance.yml"), folder.resolve("venues/binance.yml"));
    AppConfig config = config(file, "watch.max_gross_ratio", "0.001");
    start(config);
    try (phone;
        Graph engine = RehearsalGraph.elsewhere(config, rehearsal(config));
        Clock.Hold held = engine.clock().hold()) {
      Venue venue = engine.venues().of(BTC);
      assertThat(engine.prepare(List.of(BTC), 5)).isInstanceOf(Result.Ok.class);
      assertThat(venue.send(resting(engine))).isInstanceOf(SendOutcome.Accepted.class);
      assertThat(venue.openOrders(BTC).orThrow()).hasSize(1);

      List<WatchLook> looks = new ArrayList<>();
      int code = new WatchRun(config).run(new WatchOptions(OptionalLong.of(2)), looks::add);

      assertThat(code).isZero();
      assertThat(looks).extracting(WatchLook::verdict).containsExactly("BREACH", "BREACH");
      assertThat(looks.get(1).action())
          .isEqualTo(
              "the halt waits for the database; cancellation of 1 order asked for, none is left");
      assertThat(venue.openOrders(BTC).orThrow()).isEmpty();
      assertThat(phone.all()).anyMatch(call -> call.contains("BREACH: gross exposure"));
    }
  }

  private static OrderTicket resting(Graph engine) {
    BigDecimal low =
        engine
            .market()
            .quotes(List.of(BTC))
            .orThrow()
            .get(0)
            .bid()
            .value()
            .multiply(new BigDecimal("0.98"))
            .setScale(0, RoundingMode.DOWN);
    return new OrderTicket(
        ClientOrderId.of("resting1"),
        BTC,
        Side.BUY,
        Contracts.of("0.1"),
        new Price(low),
        TimeInForce.GTX,
        false,
        engine.clock().now(),
        engine.clock().now().plusSeconds(5));
  }
}
