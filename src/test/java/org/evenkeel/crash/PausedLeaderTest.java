package org.evenkeel.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
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
          int before = venue.orders();
          second.awaitWord("event=ready", PATIENCE);
          venue.letTimeRun();
          second.await("orders of the second", PATIENCE, () -> venue.orders() > before);
          assertThat(refused(venue)).as("while it stands still").isEmpty();

          Signals.send("CONT", first.pid());
          first.awaitWord("another process may lead now", PATIENCE);
          first.awaitWord("another process leads; waiting", PATIENCE);
          assertThat(refused(venue)).containsExactly(OUTSIDE_WINDOW);
          second.kill();
        }
        venue.letTimeRun();
        first.awaitWord("alert_cleared subject=lease", PATIENCE);
        int before = venue.orders();
        first.await("orders of the first again", PATIENCE, () -> venue.orders() > before);
        first.stop();
      }
      System.out.println(Judge.over(venue, lent.database()));
    }
  }

  private BotProcess stopping(Path config) {
    return BotProcess.start(
        folder.resolve("first.log"),
        List.of("-Devenkeel.crash.at=" + POINT, "-Devenkeel.crash.how=stop"),
        HaltingMain.class.getName(),
        List.of(config.toString()));
  }

  /** The codes of the orders that the venue did not take. */
  private static List<Integer> refused(VenueRig venue) {
    return venue.log().stream()
        .map(EventCodec::event)
        .filter(event -> event instanceof SimEvent.RequestRefused)
        .map(event -> ((SimEvent.RequestRefused) event).code())
        .toList();
  }
}
