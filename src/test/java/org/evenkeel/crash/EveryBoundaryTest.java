package org.evenkeel.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.evenkeel.crash.Crossings.Halted;
import org.evenkeel.crash.Crossings.Moment;
import org.evenkeel.crash.Crossings.Point;
import org.evenkeel.shell.boot.Bench;
import org.evenkeel.shell.config.AppConfig;
import org.evenkeel.shell.config.ConfigLoader;
import org.evenkeel.shell.jdbc.Database;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The bot ends before and after every single write to the journal and every order, one bot for each such point.
 *
 * <p>The points are found by a run in which nothing happens, so a new write is covered without being named here. In that
 * run the venue executes one order without answering and answers another with an error, so that the ways of an order
 * without answer are among them.
 */
class EveryBoundaryTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final double SPEED = 86_400;
  private static final int WORKERS = 3;

  @TempDir static Path folder;

  private static CrashServer server;
  private static final AtomicInteger NUMBER = new AtomicInteger();

  @BeforeAll
  static void start() {
    server = CrashServer.start(folder.resolve("postgres"), WORKERS);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void a_bot_that_ends_at_any_point_is_taken_up_by_the_next_one() {
    List<Point> points = new ArrayList<>();
    try (Trial trial = new Trial()) {
      Crossings calls = Crossings.counting();
      trial.decide(calls);
      points.addAll(calls.passed());
      System.out.println("undisturbed: " + trial.verdict());
    }
    System.out.println(points.size() + " points: " + points);
    assertThat(points)
        .contains(
            Point.parse("venue.send#4:AFTER"),
            Point.parse("journal.commitAttempt#4:BEFORE"),
            Point.parse("journal.endCycle#1:AFTER"));
    everyOne(points, List.of());
  }

  @Test
  void a_bot_that_ends_while_it_takes_up_another_is_taken_up_too() {
    Point first = new Point("venue.send", 1, Moment.AFTER);
    List<Point> points = new ArrayList<>();
    try (Trial trial = new Trial()) {
      trial.decide(Crossings.halting(first));
      Crossings calls = Crossings.counting();
      trial.recover(calls);
      points.addAll(calls.passed());
    }
    System.out.println(points.size() + " points of taking up: " + points);
    assertThat(points).contains(Point.parse("journal.bookFill#1:BEFORE"));
    everyOne(points, List.of(first));
  }

  private static void everyOne(List<Point> points, List<Point> before) {
    List<String> failures = new ArrayList<>();
    try (ExecutorService workers = Executors.newFixedThreadPool(WORKERS)) {
      List<Future<String>> results = new ArrayList<>();
      for (Point point : points) {
        results.add(workers.submit(() -> judge(point, before)));
      }
      for (Future<String> result : results) {
        String failure = result.get();
        if (!failure.isEmpty()) {
          failures.add(failure);
        }
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
    assertThat(failures).isEmpty();
  }

  private static String judge(Point point, List<Point> before) {
    try (Trial trial = new Trial()) {
      for (Point earlier : before) {
        trial.decide(Crossings.halting(earlier));
      }
      boolean wasReached =
          before.isEmpty()
              ? trial.decide(Crossings.halting(point))
              : trial.recover(Crossings.halting(point));
      trial.decide(Crossings.counting());
      trial.verdict();
      // How many trades fill an order depends on the moment of the market.
      return wasReached || point.call().equals("journal.bookFill")
          ? ""
          : point + " was not reached";
    } catch (RuntimeException | AssertionError e) {
      return "after the end at " + point + ": " + e;
    }
  }

  /**
   * A venue and a database, and one bot after the other.
   *
   * <p>They share a pool of connections: at no point is a transaction open that an end of the process would undo.
   */
  private static final class Trial implements AutoCloseable {

    private final VenueRig venue;
    private final CrashServer.Lent lent = server.lend();
    private final Database database = lent.database();
    private final AppConfig config;

    Trial() {
      Path place = folder.resolve("trial-" + NUMBER.incrementAndGet());
      venue = VenueRig.start(place, SPEED);
      config =
          ConfigLoader.load(
              RehearsalFile.embedded(venue, place.resolve("unused"))
                  .ofTwoFutures()
                  .writeTo(place.resolve("bot.yml")),
              List.of());
      venue.fault("POST", "/fapi/v1/order", "lostAck", 1);
      venue.fault("POST", "/fapi/v1/order", "http500", 1);
    }

    /** A bot that makes one decision; true if it ended on the way. */
    boolean decide(Crossings crossings) {
      return live(crossings, true);
    }

    /** A bot that only gets ready. */
    boolean recover(Crossings crossings) {
      return live(crossings, false);
    }

    private boolean live(Crossings crossings, boolean decides) {
      try (Bench bot = new Bench(config, database, crossings, new QuietAlerts())) {
        bot.becomeReady(PATIENCE);
        if (decides) {
          bot.decide();
        }
        return false;
      } catch (Halted end) {
        return true;
      }
    }

    Judge.Verdict verdict() {
      return Judge.over(venue, database);
    }

    @Override
    public void close() {
      venue.close();
      server.giveBack(lent);
    }
  }
}
