package org.evenkeel.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.evenkeel.crash.Crossings.Moment;
import org.evenkeel.crash.Crossings.Point;
import org.evenkeel.shell.boot.Bench;
import org.evenkeel.shell.simvenue.exchange.EventCodec;
import org.evenkeel.shell.simvenue.exchange.SimEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A bot that stands still between its commit and its send, and wakes up when another one leads.
 *
 * <p>No lease can stop it from sending: the expiry in the signed request does, and the fence stops what it would write.
 */
class StalledBotTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path folder;

  @Test
  void an_order_that_wakes_up_late_is_refused_by_its_own_expiry_and_its_bot_writes_nothing()
      throws Exception {
    CountDownLatch isStalled = new CountDownLatch(1);
    CountDownLatch wakesUp = new CountDownLatch(1);
    Crossings stalling =
        Crossings.at(
            new Point("venue.send", 2, Moment.BEFORE),
            point -> {
              isStalled.countDown();
              await(wakesUp);
            });
    QuietAlerts alerts = new QuietAlerts();
    try (CrashServer server = CrashServer.start(folder.resolve("postgres"), 1);
        Trial trial = new Trial(server, folder);
        Bench first = trial.bot(stalling, alerts);
        ExecutorService thread = Executors.newSingleThreadExecutor()) {
      first.becomeReady(PATIENCE);
      Future<?> decision = thread.submit(first::decide);
      await(isStalled);
      trial.venue().letTimeRun();
      trial.decide(Crossings.counting());
      wakesUp.countDown();
      decision.get();
      assertThat(first.daemon().isReady()).isFalse();
      assertThat(alerts.standing().get("journal")).contains("another process may lead");
      assertThat(trial.venue().log())
          .map(EventCodec::event)
          .filteredOn(event -> event instanceof SimEvent.RequestRefused)
          .singleElement()
          .satisfies(
              event -> assertThat(((SimEvent.RequestRefused) event).code()).isEqualTo(-1021));
      System.out.println(trial.verdict());
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
