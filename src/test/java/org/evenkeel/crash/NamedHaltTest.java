package org.evenkeel.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.evenkeel.shell.boot.HaltingMain;
import org.evenkeel.shell.jdbc.Database;
import org.evenkeel.shell.jdbc.EmbeddedPostgres;
import org.evenkeel.shell.jdbc.UnpackedPrograms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes that halt at the three worst moments, one after the other on one database. */
class NamedHaltTest {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /**
   * Committed and not sent; executed and not recorded; seen and half booked; planned and nothing committed; all done but
   * the end. Every other step is halted at by the drill.
   */
  private static final List<String> WORST =
      List.of(
          "venue.send#2:BEFORE",
          "venue.send#1:AFTER",
          "journal.bookFill#1:AFTER",
          "journal.commitAttempt#1:BEFORE",
          "journal.endCycle#1:BEFORE");

  @TempDir Path folder;

  @Test
  void a_process_that_halts_at_the_worst_moments_leaves_nothing_unexplained() {
    Path server = UnpackedPrograms.linkedInto(folder.resolve("postgres"));
    try (VenueRig venue = VenueRig.start(folder.resolve("venue"), 8640)) {
      Path config =
          RehearsalFile.embedded(venue, server).ofTwoFutures().writeTo(folder.resolve("bot.yml"));
      for (String point : WORST) {
        try (BotProcess bot =
            BotProcess.start(
                folder.resolve("bot-" + point + ".log"),
                List.of("-Devenkeel.crash.at=" + point),
                HaltingMain.class.getName(),
                List.of(config.toString()))) {
          assertThat(bot.end(PATIENCE)).as(point + "\n" + bot.said()).isEqualTo(HaltingMain.KILLED);
          venue.letTimeRun();
        }
      }
      try (BotProcess bot =
          BotProcess.run(folder.resolve("bot-last.log"), config, "--cycles", "2")) {
        assertThat(bot.end(PATIENCE)).as(bot.said()).isZero();
      }
      try (EmbeddedPostgres postgres = EmbeddedPostgres.start(server);
          Database database = Database.attach(postgres.settings())) {
        System.out.println(Judge.over(venue, database));
      }
    }
  }
}
