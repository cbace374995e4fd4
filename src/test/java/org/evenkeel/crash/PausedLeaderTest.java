package org.evenkeel.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.shell.boot.HaltingMain;
import org.evenkeel.shell.boot.Signals;
import org.evenkeel.shell.simvenue.exchange.EventCodec;
import org.evenkeel.shell.simvenue.exchange.SimEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two real processes on one database; the leader is stopped by SIGSTOP for longer than its lease lives. */
class PausedLeaderTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String POINT = "venue.send#2:BEFORE";
  private static final int OUTSIDE_WINDOW = -1021;

  @TempDir Path folder;

  @Test
  void no_order_from_the_past_is_accepted_and_the_old_leader_waits_and_takes_over_again() {
    try (CrashServer server = CrashServer.start(folder.resolve("postgres"), 1);
        VenueRig venue = VenueRig.start(folder.resolve("venue"), 8640)) {
      CrashServer.Lent lent = server.lend();
      Path config =
          RehearsalFile.given(venue, lent.settings(), folder.resolve("password"))
              .ofTwoFutures()
              .writeTo(folder.resolve("bot.yml"));
      try (BotProcess first = stopping(config)) {
        first.awaitWord("event=ready", PATIENCE);
        try (BotProcess second = BotProcess.run(folder.resolve("second.log"), config)) {
          first.awaitWord(HaltingMain.PASSED + POINT, PATIENCE);
          // The one that stands still must not hold the market's time; the other does not yet.
          venue.letTimeRun();
          String stale = onlyUnsent(venue, lent);
          int before = venue.orders();
          long stopped = System.nanoTime();
          second.awaitWord("event=ready", PATIENCE);
          tell("another process leads", stopped);
          second.await("orders of the second", PATIENCE, () -> venue.orders() > before);
          assertThat(refusals(venue, stale)).as("while it stands still").isEmpty();

          Signals.send("CONT", first.pid());
          tell("resumed, with one order committed and not yet sent", stopped);
          first.awaitWord("another process may lead now", PATIENCE);
          // The heartbeat may find the lease lost before the decision goes on with its order.
          first.await("the venue's answer", PATIENCE, () -> !refusals(venue, stale).isEmpty());
          assertThat(refusals(venue, stale)).containsExactly(OUTSIDE_WINDOW);
          tell("its order is refused with -1021, and it has found its lease lost", stopped);
          second.kill();
        }
        venue.letTimeRun();
        first.awaitWord("alert_cleared subject=journal", PATIENCE);
        int before = venue.orders();
        first.await("orders of the first again", PATIENCE, () -> venue.orders() > before);
        System.out.println("the first one leads again and sends orders");
        first.stop();
      }
      System.out.println(Judge.over(venue, lent.database()));
    }
  }

  private static void tell(String what, long since) {
    System.out.printf("%5.1f s after SIGSTOP: %s%n", (System.nanoTime() - since) / 1e9, what);
  }

  private BotProcess stopping(Path config) {
    return BotProcess.start(
        folder.resolve("first.log"),
        List.of("-Devenkeel.crash.at=" + POINT, "-Devenkeel.crash.how=stop"),
        HaltingMain.class.getName(),
        List.of(config.toString()));
  }

  /** The one order that is committed and has not come to the venue. */
  private static String onlyUnsent(VenueRig venue, CrashServer.Lent lent) {
    List<String> unsent = new ArrayList<>(Judge.committed(lent.database()));
    unsent.removeAll(Judge.arrivals(venue).keySet());
    // What the gate did not let through is listed too, and has no id.
    unsent.remove("-");
    assertThat(unsent).hasSize(1);
    return unsent.get(0);
  }

  /** The codes with which the venue did not take an order. */
  private static List<Integer> refusals(VenueRig venue, String id) {
    return venue.log().stream()
        .map(EventCodec::event)
        .filter(event -> event instanceof SimEvent.RequestRefused)
        .map(event -> (SimEvent.RequestRefused) event)
        .filter(refused -> refused.clientOrderId().equals(id))
        .map(SimEvent.RequestRefused::code)
        .toList();
  }
}
