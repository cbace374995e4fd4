package org.evenkeel.shell.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.statement.WatchLook;
import org.evenkeel.core.statement.WatchRow;
import org.evenkeel.cycle.Clock;
import org.evenkeel.cycle.KeyRights;
import org.evenkeel.cycle.MarketData;
import org.evenkeel.cycle.SelfMatch;
import org.evenkeel.cycle.Venue;
import org.evenkeel.cycle.Venues;
import org.evenkeel.shell.cli.CommandFailed;
import org.evenkeel.shell.cli.ExitCode;
import org.evenkeel.shell.cli.Finding;
import org.evenkeel.shell.config.AppConfig;
import org.evenkeel.shell.config.ConfigLoader;
import org.evenkeel.shell.config.ModeSettings;
import org.evenkeel.shell.simulate.VirtualClock;
import org.evenkeel.shell.xchange.binance.Fixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each thing that 'doctor' can find out of order, with a world in which just that is so. */
class DoctorBranchesTest {

  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  @TempDir Path folder;

  private Result<Instant> venueTime = Result.ok(NOON);
  private boolean answers = true;
  private List<KeyRights> keys = List.of();
  private List<SelfMatch> apart = List.of();

  /** A venue that says its time and whether it shows the account, and is asked for nothing else. */
  private Venue venue() {
    return (Venue)
        Proxy.newProxyInstance(
            Venue.class.getClassLoader(),
            new Class<?>[] {Venue.class},
            (self, method, words) ->
                switch (method.getName()) {
                  case "capabilities" -> Fixtures.capabilities();
                  case "venueTime" -> venueTime;
                  case "account" ->
                      answers
                          ? Result.ok(org.evenkeel.core.data.Books.account())
                          : Result.refused(RefusalReason.VENUE_UNAVAILABLE, "no answer in 5 s");
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private final class World implements Graph {
    @Override
    public Clock clock() {
      return new VirtualClock(NOON);
    }

    @Override
    public MarketData market() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Venues venues() {
      return Venues.of(venue());
    }

    @Override
    public List<KeyRights> keyRights() {
      return keys;
    }

    @Override
    public List<SelfMatch> selfMatches() {
      return apart;
    }

    @Override
    public Result<Boolean> prepare(List<InstrumentId> instruments, int leverage) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Instant> end() {
      return Optional.empty();
    }

    @Override
    public String description() {
      return "by hand";
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }

  private AppConfig config(String more) {
    try {
      Files.createDirectories(folder.resolve("venues"));
      Path venues = folder.resolve("venues").resolve("binance.yml");
      if (!Files.exists(venues)) {
        Files.copy(Path.of("config", "venues", "binance.yml"), venues);
      }
      String text =
          Files.readString(Path.of("config", "rehearsal.yml"))
              .replace("embedded_directory: var/postgres", more)
              .replace("var/", folder + "/");
      return ConfigLoader.load(Files.writeString(folder.resolve("c.yml"), text), List.of());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private AppConfig sound() {
    return config("embedded_directory: var/postgres");
  }

  private Finding of(String check) {
    return VenueCheckup.of(sound(), World::new).stream()
        .filter(finding -> finding.check().equals(check))
        .findFirst()
        .orElseThrow();
  }

  private static void assertFails(Finding finding, ExitCode code, String words) {
    assertThat(finding.level()).isEqualTo(Finding.Level.FAIL);
    assertThat(finding.code()).isEqualTo(code);
    assertThat(finding.detail() + " " + finding.advice()).contains(words);
  }

  @Test
  void what_is_in_order_is_called_so() {
    assertThat(VenueCheckup.of(sound(), World::new))
        .hasSize(3)
        .allMatch(finding -> finding.level() == Finding.Level.OK);
  }

  @Test
  void a_clock_that_is_off_fails_beyond_the_limit_and_warns_from_the_half_of_it() {
    venueTime = Result.ok(NOON.minusMillis(1001));
    assertFails(of("clock"), ExitCode.VENUE, "1001 ms ahead");
    venueTime = Result.ok(NOON.plusMillis(501));
    assertThat(of("clock").level()).isEqualTo(Finding.Level.WARN);
    venueTime = Result.ok(NOON.plusMillis(500));
    assertThat(of("clock").level()).isEqualTo(Finding.Level.OK);
  }

  @Test
  void a_venue_that_is_silent_fails_with_what_to_do() {
    answers = false;
    venueTime = Result.refused(RefusalReason.VENUE_UNAVAILABLE, "no answer in 5 s");
    assertFails(of("venue"), ExitCode.VENUE, "no answer in 5 s");
    assertFails(of("clock"), ExitCode.VENUE, "status page");
  }

  @Test
  void a_venue_that_cannot_be_reached_at_all_is_a_finding_too() {
    List<Finding> found =
        VenueCheckup.of(
            sound(),
            () -> {
              throw new CommandFailed(ExitCode.VENUE, "nobody listens at 127.0.0.1:1");
            });
    assertFails(found.get(0), ExitCode.VENUE, "nobody listens");
  }

  @Test
  void a_key_that_is_missing_or_may_too_much_fails() {
    keys = List.of(() -> Result.refused(RefusalReason.VENUE_REJECTED, "there is no such key"));
    assertFails(of("keys"), ExitCode.VENUE, "no such key");
    assertFails(
        VenueCheckup.judged("binance", List.of("it may withdraw"), List.of()),
        ExitCode.REFUSED,
        "it may withdraw");
    assertThat(VenueCheckup.judged("binance", List.of(), List.of("7 days left")).level())
        .isEqualTo(Finding.Level.WARN);
  }

  @Test
  void how_orders_are_kept_from_trading_with_each_other_is_looked_at_where_the_account_says_it() {
    VenueId kraken = VenueId.of("krakenfutures");
    apart = List.of(() -> Result.ok(new SelfMatch.Found(kraken, "REJECT_TAKER", false)));
    assertThat(of("self-match").level()).isEqualTo(Finding.Level.OK);
    apart = List.of(() -> Result.ok(new SelfMatch.Found(kraken, "CANCEL_MAKER_ANY", true)));
    assertThat(of("self-match").level()).isEqualTo(Finding.Level.WARN);
    assertThat(of("self-match").detail()).contains("krakenfutures", "CANCEL_MAKER_ANY");
    apart = List.of(() -> Result.refused(RefusalReason.VENUE_REJECTED, "set to ALLOW"));
    assertFails(of("self-match"), ExitCode.VENUE, "set to ALLOW");
  }

  @Test
  void a_full_disk_fails_and_one_that_fills_up_warns() {
    long least = 512L << 20;
    assertFails(Checkup.room(least - 1, least), ExitCode.DATABASE, "511 MB are free");
    assertThat(Checkup.room(least, least).level()).isEqualTo(Finding.Level.WARN);
    assertThat(Checkup.room(4 * least, least).level()).isEqualTo(Finding.Level.OK);
  }

  @Test
  void a_database_that_is_down_fails_and_the_rest_is_looked_at_all_the_same() {
    List<Finding> found = Checkup.of(config("jdbc_url: jdbc:postgresql://127.0.0.1:1/none"));
    Finding database =
        found.stream().filter(each -> each.check().equals("database")).findFirst().orElseThrow();
    assertFails(database, ExitCode.DATABASE, "flatten --offline");
    assertThat(found).extracting(Finding::check).contains("disk", "venue");
  }

  @Test
  void the_lease_tells_whether_a_bot_runs() {
    assertThat(Checkup.lease("RUNNING", Optional.of(NOON), "ACTIVE").level())
        .isEqualTo(Finding.Level.OK);
    Finding down = Checkup.lease("DOWN", Optional.of(NOON), "HALTED");
    assertThat(down.level()).isEqualTo(Finding.Level.WARN);
    assertThat(down.detail()).contains("last seen 2026-01-01T12:00:00Z", "HALTED");
    assertThat(Checkup.lease("DOWN", Optional.empty(), "ACTIVE").detail()).contains("never");
  }

  private static Optional<WatchRow> looked(String verdict, long secondsAgo) {
    Optional<BigDecimal> none = Optional.empty();
    WatchLook look =
        new WatchLook(
            verdict,
            "as it is",
            1,
            "",
            "",
            15,
            "USDT",
            none,
            none,
            none,
            Optional.empty(),
            none,
            none,
            "");
    return Optional.of(new WatchRow(look, NOON, secondsAgo, false, Optional.empty()));
  }

  @Test
  void a_bot_that_nobody_watches_is_told_where_money_or_a_record_depends_on_it() {
    ModeSettings paper = ConfigLoader.load(Path.of("config/paper.yml"), List.of()).mode();
    ModeSettings rehearsal = ConfigLoader.load(Path.of("config/rehearsal.yml"), List.of()).mode();
    ModeSettings live = ConfigLoader.load(Path.of("config/live.example.yml"), List.of()).mode();

    assertThat(WatchCheckup.of(live, true, Optional.empty()).level()).isEqualTo(Finding.Level.FAIL);
    assertThat(WatchCheckup.of(paper, true, looked("WITHIN", 46)).level())
        .isEqualTo(Finding.Level.WARN);
    assertThat(WatchCheckup.of(paper, true, looked("WITHIN", 45)).level())
        .isEqualTo(Finding.Level.OK);
    assertThat(WatchCheckup.of(paper, false, Optional.empty()).level()).isEqualTo(Finding.Level.OK);
    assertThat(WatchCheckup.of(rehearsal, true, Optional.empty()).level())
        .isEqualTo(Finding.Level.OK);
  }

  @Test
  void what_the_watcher_sees_is_a_line_of_its_own() {
    ModeSettings rehearsal = ConfigLoader.load(Path.of("config/rehearsal.yml"), List.of()).mode();

    assertThat(WatchCheckup.of(rehearsal, true, looked("BLIND", 1)).level())
        .isEqualTo(Finding.Level.WARN);
    assertThat(WatchCheckup.of(rehearsal, true, looked("DISAGREES", 1)).code())
        .isEqualTo(ExitCode.VERIFICATION_FAILED);
    assertThat(WatchCheckup.of(rehearsal, true, looked("MISBOOKED", 1)).code())
        .isEqualTo(ExitCode.VERIFICATION_FAILED);
    assertThat(WatchCheckup.of(rehearsal, true, looked("BREACH", 1)).code())
        .isEqualTo(ExitCode.REFUSED);
  }
}
