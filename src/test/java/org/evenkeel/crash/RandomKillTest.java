package org.evenkeel.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.evenkeel.shell.jdbc.Database;
import org.evenkeel.shell.jdbc.EmbeddedPostgres;
import org.evenkeel.shell.jdbc.UnpackedPrograms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * SIGKILL at random moments: the bot is killed again and again while the venue lives on.
 *
 * <p>One kill in three counts from the start of the process, one from the first word of the bot, and one from an order's
 * arrival at the venue, so that starting, waiting and trading are all hit.
 */
class RandomKillTest {

  private static final int KILLS = Integer.getInteger("evenkeel.crash.kills", 5);
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir Path folder;

  @Test
  void killed_at_random_moments_the_bot_loses_no_fill_and_repeats_no_order() {
    long seed = Long.getLong("evenkeel.crash.seed", System.nanoTime());
    System.out.println("random kills, again with -Devenkeel.crash.seed=" + seed);
    Random random = new Random(seed);
    Path server = UnpackedPrograms.linkedInto(folder.resolve("postgres"));
    try (VenueRig venue = VenueRig.start(folder.resolve("venue"), 8640)) {
      Path config = RehearsalFile.embedded(venue, server).writeTo(folder.resolve("bot.yml"));
      for (int kill = 1; kill <= KILLS; kill++) {
        Path output = folder.resolve("bot-" + kill + ".log");
        try (BotProcess bot = BotProcess.run(output, config)) {
          String moment = await(kill, random, bot, venue);
          bot.kill();
          venue.letTimeRun();
          System.out.println("kill " + kill + " " + moment + ", " + venue.orders() + " orders");
        }
      }
      try (BotProcess bot =
          BotProcess.run(folder.resolve("bot-last.log"), config, "--cycles", "3")) {
        assertThat(bot.end(PATIENCE)).as(bot.said()).isZero();
      }
      try (EmbeddedPostgres postgres = EmbeddedPostgres.start(server);
          Database database = Database.attach(postgres.settings())) {
        Judge.Verdict verdict = Judge.over(venue, database);
        System.out.println(verdict);
        assertThat(verdict.orders()).isPositive();
      }
    }
  }

  private static String await(int kill, Random random, BotProcess bot, VenueRig venue) {
    int orders = venue.orders();
    int millis;
    String since;
    switch (kill % 3) {
      case 2 -> {
        since = "its start";
        millis = 200 + random.nextInt(5000);
      }
      case 1 -> {
        bot.awaitWord("mode rehearsal", PATIENCE);
        since = "its first word";
        millis = random.nextInt(4000);
      }
      default -> {
        int wanted = orders + 1 + random.nextInt(4);
        bot.await(wanted + " orders", PATIENCE, () -> venue.orders() >= wanted);
        since = "the arrival of order " + wanted;
        millis = random.nextInt(40);
      }
    }
    bot.runFor(Duration.ofMillis(millis));
    return millis + " ms after " + since;
  }
}
