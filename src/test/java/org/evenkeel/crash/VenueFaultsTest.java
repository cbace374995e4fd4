package org.evenkeel.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.core.statement.CycleRow;
import org.evenkeel.core.statement.CycleStatus;
import org.evenkeel.shell.boot.Bench;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A venue that answers wrongly: no order twice, no fill lost, a reason for everything, and on it goes by itself. */
class VenueFaultsTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final List<String> ORDER_PATHS = List.of("/fapi/v1/order", "/api/v3/order");

  private static final List<String> ORDER_FAULTS =
      List.of(
          "http500",
          "html",
          "empty200",
          "resetAfterRead",
          "resetBeforeRead",
          "lostAck",
          "wrongEcho");

  private static final List<String> READ_FAULTS =
      List.of("http500", "html", "empty200", "resetAfterRead");

  private static final List<String> READ_PATHS =
      List.of(
          "/api/v3/account",
          "/api/v3/exchangeInfo",
          "/api/v3/myTrades",
          "/api/v3/openOrders",
          "/api/v3/ticker/bookTicker",
          "/api/v3/ticker/price",
          "/fapi/v1/exchangeInfo",
          "/fapi/v1/income",
          "/fapi/v1/klines",
          "/fapi/v1/openOrders",
          "/fapi/v1/order",
          "/fapi/v1/premiumIndex",
          "/fapi/v1/ticker/bookTicker",
          "/fapi/v1/time",
          "/fapi/v1/userTrades",
          "/fapi/v2/account",
          "/fapi/v2/ticker/price",
          "/fapi/v2/positionRisk");

  /** As many as a read is tried: the reading fails, the next one does not. */
  private static final int TRIES = 3;

  @TempDir static Path folder;

  private static CrashServer server;

  private record Case(String path, String kind) {}

  @BeforeAll
  static void start() {
    server = CrashServer.start(folder.resolve("postgres"), InParallel.WORKERS);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void an_order_that_is_answered_wrongly_is_followed_up_and_never_sent_again() {
    List<Case> cases = new ArrayList<>();
    ORDER_PATHS.forEach(path -> ORDER_FAULTS.forEach(kind -> cases.add(new Case(path, kind))));
    InParallel.each(
        cases,
        wrong -> {
          try (Trial trial = new Trial(server, folder)) {
            trial.venue().fault("POST", wrong.path(), wrong.kind(), 1);
            trial.decide(Crossings.counting());
            Judge.Verdict verdict = trial.verdict();
            assertThat(verdict.cycles())
                .extracting(CycleRow::status)
                // A machine that is slow to start has missed a slot before it is ready.
                .contains(CycleStatus.DONE)
                .isSubsetOf(CycleStatus.DONE, CycleStatus.SKIPPED);
            assertThat(verdict.orders()).isGreaterThanOrEqualTo(3);
          }
        });
  }

  @Test
  void
      a_reading_that_fails_ends_the_decision_with_a_reason_or_is_made_good_and_the_next_one_is_made() {
    List<Case> cases = new ArrayList<>();
    for (int i = 0; i < READ_PATHS.size(); i++) {
      cases.add(new Case(READ_PATHS.get(i), READ_FAULTS.get(i % READ_FAULTS.size())));
    }
    InParallel.each(
        cases,
        wrong -> {
          try (Trial trial = new Trial(server, folder);
              Bench bot = trial.bot(Crossings.counting(), new QuietAlerts())) {
            bot.becomeReady(PATIENCE);
            trial.venue().fault("POST", "/fapi/v1/order", "lostAck", 1);
            trial.venue().fault("GET", wrong.path(), wrong.kind(), TRIES);
            bot.decide();
            trial.venue().clearFaults();
            bot.decide();
            Judge.Verdict verdict = trial.verdict();
            assertThat(verdict.cycles().get(0).status()).isEqualTo(CycleStatus.DONE);
            CycleRow disturbed = verdict.cycles().get(1);
            System.out.println(wrong + ": " + disturbed.status() + " " + disturbed.reason());
            if (disturbed.status() != CycleStatus.DONE) {
              assertThat(disturbed.reason()).startsWith("VENUE_UNAVAILABLE: the ");
            }
          }
        });
  }

  /** The busiest time of this bot is a decision; its reads are made twice, and of what is allowed reads have 70 percent. */
  @Test
  void
      at_twice_the_messages_of_its_busiest_time_nothing_is_lost_cancels_go_and_what_is_held_has_a_reason() {
    InParallel.each(
        List.of(new LoadTrial.Narrow(100, false), new LoadTrial.Narrow(25, true)),
        narrow -> {
          CycleRow loaded = LoadTrial.decide(server, folder, narrow);
          System.out.println(narrow + ": " + loaded.status() + " " + loaded.reason());
        });
  }

  @Test
  void a_venue_that_answers_nothing_right_at_the_start_is_waited_for() {
    InParallel.each(
        READ_FAULTS,
        kind -> {
          QuietAlerts alerts = new QuietAlerts();
          try (Trial trial = new Trial(server, folder);
              Bench bot = trial.bot(Crossings.counting(), alerts)) {
            // The JDK itself repeats a GET whose connection breaks, so it takes twice as many.
            int requests = kind.equals("resetAfterRead") ? 2 * TRIES : TRIES;
            trial.venue().fault("GET", "*", kind, requests + 1);
            bot.becomeReady(PATIENCE);
            assertThat(alerts.heard()).anyMatch(line -> line.startsWith("start-up: not ready"));
            assertThat(alerts.standing()).isEmpty();
            bot.decide();
            trial.verdict();
          }
        });
  }
}
