package org.evenkeel.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.evenkeel.shell.boot.Bench;
import org.evenkeel.shell.config.AppConfig;
import org.evenkeel.shell.config.ConfigLoader;
import org.evenkeel.shell.jdbc.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two bots with a database each on one account, which no lease can tell of each other. */
class TwoDeploymentsTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path folder;

  @Test
  void a_second_deployment_on_the_account_sends_nothing() {
    try (CrashServer server = CrashServer.start(folder.resolve("postgres"), 2);
        VenueRig venue = VenueRig.start(folder.resolve("venue"), 86_400)) {
      CrashServer.Lent one = server.lend();
      CrashServer.Lent other = server.lend();
      AppConfig config =
          ConfigLoader.load(
              RehearsalFile.embedded(venue, folder.resolve("unused"))
                  .ofTwoFutures()
                  .writeTo(folder.resolve("bot.yml")),
              List.of());
      QuietAlerts alerts = new QuietAlerts();
      try (Bench first = bot(config, one.database(), new QuietAlerts());
          Bench second = bot(config, other.database(), alerts)) {
        first.becomeReady(PATIENCE);
        second.becomeReady(PATIENCE);
        for (int i = 0; i < 20 && venue.orders() == 0; i++) {
          first.decide();
        }
        assertThat(venue.orders()).isPositive();
        for (int i = 0; i < 3; i++) {
          second.decide();
        }
        assertThat(Judge.committed(other.database())).isEmpty();
        assertThat(alerts.standing().toString()).contains("another deployment trades this account");
      }
    }
  }

  private static Bench bot(AppConfig config, Database database, QuietAlerts alerts) {
    return new Bench(config, database, Crossings.counting(), alerts);
  }
}
