package org.evenkeel.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.evenkeel.crash.Crossings.Point;
import org.evenkeel.shell.boot.Bench;
import org.evenkeel.shell.jdbc.CommitSwallowingProxy;
import org.evenkeel.shell.jdbc.Database;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that fails in the middle of a decision: nothing is sent without its word, and on it goes by itself. */
class DatabaseFaultsTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir static Path folder;

  private static CrashServer server;

  @BeforeAll
  static void start() {
    server = CrashServer.start(folder.resolve("postgres"), 1);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void an_order_whose_commit_was_not_answered_is_never_sent() throws IOException {
    try (Trial trial = new Trial(server, folder);
        CommitSwallowingProxy proxy = proxy(trial);
        Database way = Database.attach(proxy.to(trial.lent().settings()))) {
      QuietAlerts alerts = new QuietAlerts();
      Crossings arming = arming("journal.commitAttempt#2:BEFORE", proxy);
      try (Bench bot = trial.bot(arming, alerts, way)) {
        becomeReady(bot);
        decideUntilTrouble(bot);
        assertThat(alerts.standing().get("journal")).contains("outcome of the commit", "unknown");
        assertThat(trial.venue().orders()).as("sent before the commit in doubt").isEqualTo(1);
        assertThat(trial.attempts()).as("the commit in doubt was made").isEqualTo(2);
        goesOn(trial, bot);
      }
    }
  }

  @Test
  void a_commit_without_an_answer_at_any_other_step_is_read_again() throws IOException {
    for (String point :
        List.of(
            "journal.beginCycle#1:BEFORE",
            "journal.advance#1:BEFORE",
            "journal.bookFill#1:BEFORE",
            "journal.endCycle#1:BEFORE")) {
      try (Trial trial = new Trial(server, folder);
          CommitSwallowingProxy proxy = proxy(trial);
          Database way = Database.attach(proxy.to(trial.lent().settings()))) {
        QuietAlerts alerts = new QuietAlerts();
        try (Bench bot = trial.bot(arming(point, proxy), alerts, way)) {
          becomeReady(bot);
          decideUntilTrouble(bot);
          goesOn(trial, bot);
        }
      }
    }
  }

  @Test
  void connections_that_are_cut_in_the_middle_of_transactions_lose_nothing() throws Exception {
    try (Trial trial = new Trial(server, folder)) {
      QuietAlerts alerts = new QuietAlerts();
      try (Bench bot = trial.bot(Crossings.counting(), alerts)) {
        becomeReady(bot);
        AtomicBoolean isOver = new AtomicBoolean();
        Thread cutter = Thread.ofVirtual().start(() -> cut(trial, isOver));
        for (int i = 0; i < 2; i++) {
          bot.decide();
        }
        isOver.set(true);
        cutter.join();
        assertThat(alerts.heard()).anyMatch(line -> line.startsWith("journal: "));
        goesOn(trial, bot);
      }
    }
  }

  private static void cut(Trial trial, AtomicBoolean isOver) {
    while (!isOver.get()) {
      server.disconnect(trial.lent());
    }
  }

  @Test
  void a_database_that_becomes_read_only_stops_the_sending_until_it_takes_writes_again() {
    try (Trial trial = new Trial(server, folder)) {
      String name = trial.lent().settings().jdbcUrl().replaceAll(".*/", "");
      String setting = "alter database " + name + " %s default_transaction_read_only";
      Crossings failing =
          Crossings.at(
              Point.parse("venue.send#2:AFTER"),
              point -> {
                server.run(setting.formatted("set") + " = on");
                server.disconnect(trial.lent());
              });
      QuietAlerts alerts = new QuietAlerts();
      try (Bench bot = trial.bot(failing, alerts)) {
        becomeReady(bot);
        decideUntilTrouble(bot);
        bot.daemon().onHeartbeat();
        bot.daemon().onHeartbeat();
        assertThat(bot.daemon().isReady()).isFalse();
        assertThat(alerts.standing().get("journal")).contains("25006", "read-only");
        assertThat(trial.venue().orders()).isEqualTo(2);
        server.run(setting.formatted("reset"));
        server.disconnect(trial.lent());
        goesOn(trial, bot);
      }
    }
  }

  private static CommitSwallowingProxy proxy(Trial trial) throws IOException {
    String url = trial.lent().settings().jdbcUrl().substring("jdbc:".length());
    return new CommitSwallowingProxy(URI.create(url).getPort());
  }

  private static Crossings arming(String point, CommitSwallowingProxy proxy) {
    return Crossings.at(Point.parse(point), reached -> proxy.arm());
  }

  /** Without a heartbeat, which would also decide the slots that are due. */
  private static void becomeReady(Bench bot) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!bot.daemon().isReady() && System.nanoTime() < deadline) {
      bot.daemon().onReconcile();
    }
  }

  /** On a slow machine a slot may be too late, and is skipped. */
  private static void decideUntilTrouble(Bench bot) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (bot.daemon().isReady() && System.nanoTime() < deadline) {
      bot.decide();
    }
    assertThat(bot.daemon().isReady()).as("there was no trouble").isFalse();
  }

  private static void goesOn(Trial trial, Bench bot) {
    int before = trial.venue().orders();
    bot.becomeReady(PATIENCE);
    while (trial.venue().orders() == before) {
      bot.decide();
    }
    System.out.println(trial.verdict());
  }
}
