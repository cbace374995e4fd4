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

  /** Orders that every decision of the trial sends. */
  private static final int CERTAIN_ORDERS = 4;

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
    List<Point> points = ofTheFirstDecision(calls.passed());
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

  /** On a slow machine a slot may come due while the bot gets ready; then there is a second decision. */
  private static List<Point> ofTheFirstDecision(List<Point> points) {
    return points.stream()
        .takeWhile(point -> !(point.call().equals("journal.beginCycle") && point.number() > 1))
        .toList();
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
    // How many trades fill an order and how many orders an intent needs depends on the moment of
    // the
    // market.
    boolean isOfLaterOrder =
        point.number() > CERTAIN_ORDERS
            && List.of("journal.commitAttempt", "venue.send").contains(point.call());
    boolean isCertain =
        !isOfLaterOrder && !List.of("journal.advance", "journal.bookFill").contains(point.call());
    if (isCertain) {
      assertThat(wasHalted).as("the bot came to " + point).isTrue();
    }
  }
}
