package org.evenkeel.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.evenkeel.crash.Crossings.Moment;
import org.evenkeel.crash.Crossings.Point;
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

  @TempDir static Path folder;

  private static CrashServer server;

  @BeforeAll
  static void start() {
    server = CrashServer.start(folder.resolve("postgres"), InParallel.WORKERS);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void a_bot_that_ends_at_any_point_is_taken_up_by_the_next_one() {
    Crossings calls = Crossings.counting();
    try (Trial trial = trial()) {
      trial.decide(calls);
      trial.verdict();
    }
    List<Point> points = calls.passed();
    System.out.println("the bot ends at each of " + points.size() + " points: " + points);
    assertThat(points)
        .contains(
            Point.parse("venue.send#4:AFTER"),
            Point.parse("journal.commitAttempt#4:BEFORE"),
            Point.parse("journal.endCycle#1:AFTER"));
    InParallel.each(
        points,
        point -> {
          try (Trial trial = trial()) {
            assertReached(point, trial.decide(Crossings.halting(point)));
            trial.decide(Crossings.counting());
            trial.verdict();
          }
        });
  }

  @Test
  void a_bot_that_ends_while_it_takes_up_another_is_taken_up_too() {
    Point first = new Point("venue.send", 1, Moment.AFTER);
    Crossings calls = Crossings.counting();
    try (Trial trial = trial()) {
      trial.decide(Crossings.halting(first));
      trial.recover(calls);
    }
    List<Point> points = withoutDocuments(calls.passed());
    System.out.println("the second bot ends at each of " + points.size() + " points: " + points);
    assertThat(points).contains(Point.parse("journal.bookFill#1:BEFORE"));
    InParallel.each(
        points,
        point -> {
          try (Trial trial = trial()) {
            trial.decide(Crossings.halting(first));
            // What the decision that is taken up again still has to trade depends on the market.
            trial.recover(Crossings.halting(point));
            trial.decide(Crossings.counting());
            trial.verdict();
          }
        });
  }

  /** Between two documents nothing happens that the first test has not seen. */
  private static List<Point> withoutDocuments(List<Point> points) {
    return points.stream().filter(point -> !point.call().contains("Document")).toList();
  }

  private static Trial trial() {
    Trial trial = new Trial(server, folder);
    trial.venue().fault("POST", "/fapi/v1/order", "lostAck", 1);
    trial.venue().fault("POST", "/fapi/v1/order", "http500", 1);
    return trial;
  }

  private static void assertReached(Point point, boolean wasHalted) {
    // How many trades fill an order, and hence its steps, depends on the moment of the market.
    if (!List.of("journal.advance", "journal.bookFill").contains(point.call())) {
      assertThat(wasHalted).as("the bot came to " + point).isTrue();
    }
  }
}
