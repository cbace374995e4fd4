package org.evenkeel.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.evenkeel.shell.alerting.FakeReceiver;
import org.evenkeel.shell.jdbc.Database;
import org.evenkeel.shell.jdbc.EmbeddedPostgres;
import org.evenkeel.shell.jdbc.PgAlertControls;
import org.evenkeel.shell.jdbc.UnpackedPrograms;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes that lose their database, their leadership or the right time, and go on by themselves. */
class DaemonTroubleTest {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir static Path shared;

  @TempDir Path folder;

  private static CrashServer given;

  @BeforeAll
  static void start() {
    given = CrashServer.start(shared, 3);
  }

  @AfterAll
  static void stop() {
    given.close();
  }

  @Test
  void an_embedded_server_that_is_killed_in_mid_cycle_is_started_again() throws IOException {
    Path server = UnpackedPrograms.linkedInto(folder.resolve("postgres"));
    try (VenueRig venue = venue()) {
      Path config = RehearsalFile.embedded(venue, server).writeTo(folder.resolve("bot.yml"));
      try (BotProcess bot = BotProcess.run(folder.resolve("bot.log"), config, "--cycles", "3")) {
        bot.await("an order", PATIENCE, () -> venue.orders() >= 1);
        signal("-KILL", server);
        assertThat(bot.end(PATIENCE)).as(bot.said()).isZero();
        assertThat(bot.said()).contains("subject=journal").contains("event=database_restarted");
      }
      try (EmbeddedPostgres postgres = EmbeddedPostgres.start(server);
          Database database = Database.attach(postgres.settings())) {
        System.out.println(Judge.over(venue, database));
      }
    }
  }

  @Test
  void a_given_server_that_is_gone_for_ten_seconds_in_mid_cycle_is_waited_for()
      throws IOException, InterruptedException {
    CrashServer.Lent lent = given.lend();
    try (VenueRig venue = venue();
        FakeReceiver phone = new FakeReceiver()) {
      Path config = given(venue, lent).writeTo(folder.resolve("bot.yml"));
      Files.writeString(config, calling(phone), StandardOpenOption.APPEND);
      try (BotProcess bot = BotProcess.run(folder.resolve("bot.log"), config, "--cycles", "3")) {
        bot.await("an order", PATIENCE, () -> venue.orders() >= 1);
        signal("-QUIT", shared);
        Thread.sleep(10_000);
        int orders = venue.orders();
        assertThat(orders).as("orders sent while nothing could be recorded").isLessThanOrEqualTo(2);
        assertThat(called(phone)).contains("evenkeel raised").contains("nothing is sent until");
        given.ensureRunning();
        assertThat(bot.end(PATIENCE)).as(bot.said()).isZero();
        assertThat(bot.said()).contains("nothing is sent until it is back");
        assertThat(bot.said()).doesNotContain("canary-token");
      }
      assertThat(phone.all()).as("signs of life").anyMatch(line -> line.startsWith("GET "));
      assertThat(new PgAlertControls(lent.database()).alerts(99))
          .filteredOn(alert -> alert.subject().equals("journal"))
          .first()
          .matches(alert -> alert.channels().get(0).sent() > 0, "is recorded as told")
          .matches(alert -> alert.clearedAt().isPresent(), "is over");
      System.out.println(Judge.over(venue, lent.database()));
    }
  }

  @Test
  void a_second_daemon_waits_for_the_lease_and_takes_over_from_a_killed_one() throws IOException {
    CrashServer.Lent lent = given.lend();
    try (VenueRig venue = venue()) {
      Path config = given(venue, lent).writeTo(folder.resolve("bot.yml"));
      try (BotProcess first = BotProcess.run(folder.resolve("first.log"), config)) {
        first.awaitWord("event=ready", PATIENCE);
        try (BotProcess second =
            BotProcess.run(folder.resolve("second.log"), config, "--cycles", "2")) {
          second.awaitWord("another process leads", PATIENCE);
          int before = venue.orders();
          first.await("an order", PATIENCE, () -> venue.orders() > before);
          assertThat(second.said()).doesNotContain("event=ready");
          first.kill();
          venue.letTimeRun();
          assertThat(second.end(PATIENCE)).as(second.said()).isZero();
          assertThat(second.said()).contains("alert_cleared subject=lease");
        }
      }
      System.out.println(Judge.over(venue, lent.database()));
    }
  }

  @Test
  void a_clock_that_is_five_seconds_off_is_named_and_the_bot_goes_on_when_it_is_right()
      throws IOException {
    CrashServer.Lent lent = given.lend();
    try (VenueRig venue = venue();
        ShiftedClock wrong = new ShiftedClock(venue)) {
      wrong.shift(5_000);
      RehearsalFile right = given(venue, lent);
      Path config =
          new RehearsalFile(wrong.url(), right.venueDirectory(), right.database(), right.more())
              .writeTo(folder.resolve("bot.yml"));
      try (BotProcess bot = BotProcess.run(folder.resolve("bot.log"), config, "--cycles", "1")) {
        bot.awaitWord("CLOCK_OFFSET", PATIENCE);
        bot.runFor(Duration.ofSeconds(1));
        assertThat(venue.orders()).isZero();
        wrong.shift(0);
        assertThat(bot.end(PATIENCE)).as(bot.said()).isZero();
      }
      System.out.println(Judge.over(venue, lent.database()));
    }
  }

  private VenueRig venue() {
    return VenueRig.start(folder.resolve("venue"), 8640);
  }

  private RehearsalFile given(VenueRig venue, CrashServer.Lent lent) {
    return RehearsalFile.given(venue, lent.settings(), folder.resolve("password"));
  }

  /** To the server's first process: KILL, or QUIT, which is what 'pg_ctl stop -m immediate' sends. */
  private static String calling(FakeReceiver phone) {
    return """
        alerts:
          timeout_seconds: 10
          channels: [ { name: phone, url: "%s" } ]
          heartbeat_url: "%s"
          heartbeat_every_seconds: 5
        """
        .formatted(phone.address(), phone.address());
  }

  /** The next call, which is no sign of life. */
  private static String called(FakeReceiver phone) {
    String request = phone.next();
    while (!request.contains("journal")) {
      request = phone.next();
    }
    return request;
  }

  private static void signal(String signal, Path server) throws IOException {
    String pid = Files.readAllLines(server.resolve("data").resolve("postmaster.pid")).get(0);
    try {
      int exit = new ProcessBuilder("kill", signal, pid.strip()).inheritIO().start().waitFor();
      assertThat(exit).isZero();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
