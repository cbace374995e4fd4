package org.evenkeel.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.evenkeel.shell.boot.Bench;
import org.evenkeel.shell.boot.InThisJvm;
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
      run(
          before,
          bot -> {
            decideUntilOrders(bot, venue);
            limitsAreShownFromTheDatabase();
          });
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

  /** The database of a bot is dear in a test: what the commands say about limits is looked at beside it. */
  private void limitsAreShownFromTheDatabase() {
    String shown = command("limits", "show");
    for (int item : new int[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}) {
      assertThat(shown.lines()).anyMatch(line -> line.strip().startsWith(item + " "));
    }
    assertThat(shown)
        .contains("max_gross_leverage", "min_liquidation_distance", "drawdown_flatten");
    assertThat(command("limits", "set", "max_gross_leverage_ratio", "2", "--reason", "calm"))
        .contains("3 -> 2", "recorded as limit 1");
    assertThat(command("limits", "show").lines())
        .anyMatch(line -> line.matches(" *7 +max_gross_leverage +portfolio +[0-9.]+ +2 .*"));
    assertThat(command("limits", "auto")).contains("nothing was changed", "max_order_contracts: {");
    assertThat(command("limits", "simulate", "--set", "max_day_notional_nav_currency=1"))
        .contains("max_day_notional", "would have been others");
    assertThat(command("why-not", "btc")).contains("BTC-USDT-PERP@binance");
    assertThat(command("limits", "set", "max_gross_leverage_ratio", "21", "--reason", "more"))
        .contains("above 0 to 20, found 21");
    assertThat(command("limits", "reset", "max_gross_leverage_ratio", "--reason", "over"))
        .contains("allows more", "waits 15 minutes");
  }

  private String command(String... words) {
    String[] all = new String[words.length + 2];
    System.arraycopy(words, 0, all, 0, words.length);
    all[words.length] = "--config";
    all[words.length + 1] = folder.resolve("b.yml").toString();
    return InThisJvm.command(all).said();
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
