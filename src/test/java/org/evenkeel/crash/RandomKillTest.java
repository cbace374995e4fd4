package org.evenkeel.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.evenkeel.shell.jdbc.Database;
import org.evenkeel.shell.jdbc.EmbeddedPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGKILL at random moments: the bot is killed again and again while the venue lives on. */
class RandomKillTest {

  private static final int KILLS = 6;
  private static final int LONGEST_MS = 6_000;
  private static final int SHORTEST_MS = 700;

  @TempDir Path folder;

  @Test
  void killed_at_random_moments_the_bot_loses_no_fill_and_repeats_no_order() {
    long seed = Long.getLong("evenkeel.crash.seed", System.nanoTime());
    System.out.println("random kills: -Devenkeel.crash.seed=" + seed);
    Random random = new Random(seed);
    Path server = folder.resolve("postgres");
    try (VenueRig venue = VenueRig.start(folder.resolve("venue"), 8640)) {
      Path config = RehearsalFile.embedded(venue, server).writeTo(folder.resolve("bot.yml"));
      Path output = folder.resolve("bot.log");
      for (int kill = 1; kill <= KILLS; kill++) {
        int after = SHORTEST_MS + random.nextInt(LONGEST_MS - SHORTEST_MS);
        try (BotProcess bot = BotProcess.run(output, config)) {
          assertThat(bot.endsWithin(Duration.ofMillis(after))).as(bot.said()).isFalse();
        }
        System.out.println(
            "kill "
                + kill
                + " after "
                + after
                + " ms, "
                + venue.log().size()
                + " lines in the log");
      }
      try (BotProcess bot = BotProcess.run(output, config, "--cycles", "3")) {
        assertThat(bot.await(Duration.ofSeconds(90))).as(bot.said()).isZero();
      }
      try (EmbeddedPostgres postgres = EmbeddedPostgres.start(server);
          Database database = Database.attach(postgres.settings())) {
        Verdict verdict = Verdict.over(venue, database);
        System.out.println(
            verdict.orders()
                + " orders, cycles "
                + verdict.cycles().stream().map(c -> c.status()).toList());
        assertThat(verdict.orders()).isPositive();
      }
    }
  }
}
