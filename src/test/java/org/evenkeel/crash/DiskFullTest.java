package org.evenkeel.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.evenkeel.shell.boot.Bench;
import org.evenkeel.shell.config.ConfigLoader;
import org.evenkeel.shell.jdbc.Database;
import org.evenkeel.shell.jdbc.EmbeddedPostgres;
import org.evenkeel.shell.jdbc.UnpackedPrograms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that runs full under the database in the middle of a decision. */
class DiskFullTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path folder;

  @Test
  void a_full_disk_stops_the_sending_and_on_it_goes_when_there_is_room() throws IOException {
    try (SmallDisk disk = SmallDisk.mount(folder.resolve("disk"), "450m");
        VenueRig venue = VenueRig.start(folder.resolve("venue"), 86_400);
        EmbeddedPostgres postgres =
            EmbeddedPostgres.start(UnpackedPrograms.linkedInto(disk.at().resolve("postgres")));
        Database database = Database.open(postgres.settings())) {
      QuietAlerts alerts = new QuietAlerts();
      Path config =
          RehearsalFile.embedded(venue, folder.resolve("unused"))
              .ofTwoFutures()
              .writeTo(folder.resolve("bot.yml"));
      try (Bench bot =
          new Bench(ConfigLoader.load(config, List.of()), database, Crossings.counting(), alerts)) {
        bot.becomeReady(PATIENCE);
        decideUntilOrders(bot, venue);
        Path ballast = disk.fill();
        for (int i = 0; i < 20 && bot.daemon().isReady(); i++) {
          bot.decide();
        }
        assertThat(alerts.standing().get("journal"))
            .contains("SQLSTATE 53100", "free disk space on the database's host");
        int sent = venue.orders();
        bot.decide();
        assertThat(bot.daemon().isReady()).isFalse();
        assertThat(venue.orders()).as("sent on a full disk").isEqualTo(sent);

        Files.delete(ballast);
        postgres.ensureRunning();
        bot.becomeReady(PATIENCE);
        assertThat(alerts.standing()).doesNotContainKey("journal");
        decideUntilOrders(bot, venue);
        System.out.println(Judge.over(venue, database));
      }
    }
  }

  private static void decideUntilOrders(Bench bot, VenueRig venue) {
    int before = venue.orders();
    for (int i = 0; i < 20 && venue.orders() == before; i++) {
      bot.decide();
    }
    assertThat(venue.orders()).isGreaterThan(before);
  }

  /** A file system in memory, of a size; the test is skipped where none may be mounted. */
  private record SmallDisk(Path at) implements AutoCloseable {

    static SmallDisk mount(Path at, String size) throws IOException {
      Files.createDirectories(at);
      assumeThat(command("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", at.toString()))
          .as("skipped: a small tmpfs can only be mounted by root; F69 is not tested in this run")
          .isZero();
      return new SmallDisk(at);
    }

    /** Writes until nothing more fits. */
    Path fill() throws IOException {
      Path ballast = at.resolve("ballast");
      byte[] block = new byte[1 << 16];
      try (OutputStream out = Files.newOutputStream(ballast)) {
        while (true) {
          out.write(block);
        }
      } catch (IOException full) {
        assertThat(full).hasMessageContaining("No space left");
      }
      return ballast;
    }

    @Override
    public void close() throws IOException {
      assertThat(command("umount", at.toString())).isZero();
    }

    private static int command(String... words) throws IOException {
      try {
        return new ProcessBuilder(words)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return 1;
      }
    }
  }
}
