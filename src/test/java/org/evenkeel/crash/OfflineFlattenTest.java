package org.evenkeel.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.policy.TradingState;
import org.evenkeel.core.route.ClientOrderIds;
import org.evenkeel.shell.jdbc.Database;
import org.evenkeel.shell.jdbc.EmbeddedPostgres;
import org.evenkeel.shell.jdbc.PgRecords;
import org.evenkeel.shell.jdbc.UnpackedPrograms;
import org.evenkeel.shell.simvenue.exchange.FuturesAccount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** F94: the database is down, and the kill switch closes everything all the same; afterwards the books are right. */
class OfflineFlattenTest {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir Path folder;

  @Test
  void a_flatten_without_the_database_that_is_killed_and_run_again_leaves_flat_and_right_books()
      throws IOException {
    Path server = UnpackedPrograms.linkedInto(folder.resolve("postgres"));
    try (VenueRig venue = VenueRig.start(folder.resolve("venue"), 8640)) {
      Path config = RehearsalFile.embedded(venue, server).writeTo(folder.resolve("bot.yml"));
      // The bot invests and ends, and its server with it: from here on the database is down.
      try (BotProcess bot = BotProcess.run(folder.resolve("bot.log"), config, "--cycles", "1")) {
        assertThat(bot.end(PATIENCE)).as(bot.said()).isZero();
      }
      assertThat(held(venue)).hasSize(4);

      int before = venue.orders();
      try (BotProcess first = flatten(config)) {
        first.await("an order", PATIENCE, () -> venue.orders() > before);
        first.kill();
      }
      venue.letTimeRun();
      try (BotProcess second = flatten(config)) {
        assertThat(second.end(PATIENCE)).as(second.said()).isZero();
        assertThat(second.said()).contains("flat");
      }
      assertThat(held(venue)).isEmpty();

      try (BotProcess bot = BotProcess.run(folder.resolve("again.log"), config, "--cycles", "1")) {
        assertThat(bot.end(PATIENCE)).as(bot.said()).isZero();
        assertThat(bot.said())
            .contains("event=offline-flatten")
            .contains("event=flatten")
            .doesNotContain("external-fill")
            .doesNotContain("subject=break");
      }
      assertThat(folder.resolve("postgres-offline/imported"))
          .isDirectoryContaining("glob:**flatten-*.ndjson");
      try (EmbeddedPostgres postgres = EmbeddedPostgres.start(server);
          Database database = Database.attach(postgres.settings())) {
        System.out.println(Judge.over(venue, database));
        PgRecords records = new PgRecords(database, Currency.of("USDT"));
        assertThat(records.status().tradingState()).isEqualTo(TradingState.HALTED.name());
        assertThat(records.orders(false, 100))
            .filteredOn(row -> row.clientOrderId().startsWith(ClientOrderIds.OFFLINE_PREFIX))
            .hasSizeGreaterThanOrEqualTo(4);
      }
    }
  }

  private static List<String> held(VenueRig venue) {
    return venue.exchange().futures(venue.nowMs()).positions().stream()
        .filter(position -> position.position().qty().signum() != 0)
        .map(FuturesAccount.PositionMargin::symbol)
        .toList();
  }

  private BotProcess flatten(Path config) {
    return BotProcess.start(
        folder.resolve("flatten.log"),
        List.of(),
        "org.evenkeel.shell.boot.Main",
        List.of(
            "flatten",
            "--offline",
            "--yes",
            "--reason",
            "the database burns",
            "--config",
            config.toString()));
  }
}
