package org.evenkeel.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.evenkeel.shell.boot.Bench;
import org.evenkeel.shell.config.AppConfig;
import org.evenkeel.shell.config.ConfigLoader;
import org.evenkeel.shell.jdbc.Database;
import org.evenkeel.shell.jdbc.EmbeddedPostgres;
import org.evenkeel.shell.jdbc.UnpackedPrograms;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real cluster that is replaced by a copy which was made before the last orders. */
class RestoredBackupTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path folder;

  private Path server;
  private AppConfig config;

  @BeforeEach
  void unpack() {
    server = UnpackedPrograms.linkedInto(folder.resolve("postgres"));
  }

  @Test
  void an_older_copy_of_the_database_finds_what_it_has_lost_and_sends_nothing() throws Exception {
    try (VenueRig venue = VenueRig.start(folder.resolve("venue"), 86_400)) {
      config =
          ConfigLoader.load(
              RehearsalFile.embedded(venue, server).ofTwoFutures().writeTo(folder.resolve("b.yml")),
              List.of());
      QuietAlerts before = new QuietAlerts();
      run(before, bot -> decideUntilOrders(bot, venue));
      copy("data", "backup");
      run(before, bot -> decideUntilOrders(bot, venue));
      assertThat(before.heard()).noneMatch(line -> line.contains("has lost orders"));
      copy("backup", "data");

      int sent = venue.orders();
      QuietAlerts after = new QuietAlerts();
      run(
          after,
          bot -> {
            for (int i = 0; i < 4; i++) {
              bot.decide();
            }
          });
      assertThat(venue.orders()).as("sent from a database that has lost orders").isEqualTo(sent);
      assertThat(after.standing().toString())
          .contains("the database has lost orders that were sent");
    }
  }

  /** A bot on a server that is stopped afterwards. */
  private void run(QuietAlerts alerts, Consumer<Bench> work) {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(server);
        Database database = Database.open(postgres.settings());
        Bench bot = new Bench(config, database, Crossings.counting(), alerts)) {
      bot.becomeReady(PATIENCE);
      work.accept(bot);
      bot.daemon().stop();
    }
  }

  private static void decideUntilOrders(Bench bot, VenueRig venue) {
    int before = venue.orders();
    for (int i = 0; i < 20 && venue.orders() == before; i++) {
      bot.decide();
    }
    assertThat(venue.orders()).isGreaterThan(before);
  }

  private void copy(String from, String to) throws IOException, InterruptedException {
    if (server.resolve(to).toFile().exists()) {
      Folders.delete(server.resolve(to));
    }
    int exit =
        new ProcessBuilder("cp", "-a", from, to)
            .directory(server.toFile())
            .inheritIO()
            .start()
            .waitFor();
    assertThat(exit).isZero();
  }
}
