package org.evenkeel.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.evenkeel.core.policy.TradingState;
import org.evenkeel.crash.Crossings.Halted;
import org.evenkeel.crash.Crossings.Point;
import org.evenkeel.cycle.RestartBudget;
import org.evenkeel.shell.boot.Bench;
import org.evenkeel.shell.jdbc.PgControls;
import org.evenkeel.shell.jdbc.PgStarts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bot that dies at the same place again and again, and is started again and again. */
class RestartBudgetTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int MOST = 3;

  @TempDir Path folder;

  @Test
  void a_crash_loop_of_twenty_starts_places_three_orders_and_waits_for_an_operator() {
    try (CrashServer server = CrashServer.start(folder.resolve("postgres"), 1);
        Trial trial = new Trial(server, folder)) {
      QuietAlerts alerts = new QuietAlerts();
      for (int start = 1; start <= 20; start++) {
        boolean dies = live(trial, alerts, Crossings.halting(Point.parse("venue.send#1:AFTER")));
        assertThat(dies).as("start %s", start).isEqualTo(start <= MOST);
      }
      assertThat(trial.venue().orders()).isEqualTo(MOST);
      assertThat(alerts.heard())
          .filteredOn(line -> line.startsWith("restarts: "))
          .singleElement()
          .asString()
          .contains("3 starts within 10 minutes", "runs.max_interrupted_starts", "'resume'");

      PgControls operator = new PgControls(trial.lent().database());
      operator.setTradingState(TradingState.ACTIVE, "ann", "the cause is found");
      QuietAlerts later = new QuietAlerts();
      assertThat(live(trial, later, Crossings.counting())).isFalse();
      assertThat(later.heard()).noneMatch(line -> line.startsWith("restarts: "));
      assertThat(trial.venue().orders()).isGreaterThan(MOST);
      System.out.println(trial.verdict());
    }
  }

  /** One start with one decision; true if it was halted on the way. */
  private static boolean live(Trial trial, QuietAlerts alerts, Crossings crossings) {
    RestartBudget budget =
        new RestartBudget(
            new PgStarts(trial.lent().database()),
            new PgControls(trial.lent().database()),
            alerts,
            MOST,
            Duration.ofMinutes(10));
    try (Bench bot = trial.bot(crossings, alerts, budget)) {
      bot.becomeReady(PATIENCE);
      bot.decide();
      return false;
    } catch (Halted end) {
      return true;
    }
  }
}
