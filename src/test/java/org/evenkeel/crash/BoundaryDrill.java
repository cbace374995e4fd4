package org.evenkeel.crash;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.evenkeel.shell.boot.HaltingMain;

/**
 * A process that halts once at every step: the steps are those that a process of two decisions passes.
 *
 * <p>In each of these processes the venue executes one order without answering, so that the steps of an order without an
 * answer are among them.
 *
 * @param points every step found
 * @param unreached those at which no process halted within two decisions, because that run took another way
 * @param orders how many orders reached the venues
 */
record BoundaryDrill(List<String> points, List<String> unreached, int orders, Duration took) {

  private static final int CYCLES = 2;

  /** How often these are called depends on how long the bot was away. */
  private static final List<String> REPEATED = List.of("journal.book", "journal.skipSlot");

  private static final int REPETITIONS = 2;
  private static final int SEGMENT = 10;

  /** Finds the steps, halts at each, and judges. */
  static BoundaryDrill run(int lanes, Path folder) {
    long start = System.nanoTime();
    List<String> points = dryRun(folder.resolve("dry"));
    System.err.println(points.size() + " steps: " + points);
    ConcurrentLinkedQueue<String> left = new ConcurrentLinkedQueue<>(points);
    ConcurrentLinkedQueue<String> unreached = new ConcurrentLinkedQueue<>();
    AtomicInteger orders = new AtomicInteger();
    KillDrill.inLanes(
        lanes,
        lane -> {
          try (DrillRig rig = DrillRig.in(folder.resolve("lane-" + lane))) {
            haltAtEach(rig, left, unreached);
            orders.addAndGet(rig.verdict().orders());
          }
          return lane;
        });
    return new BoundaryDrill(
        points,
        new ArrayList<>(unreached),
        orders.get(),
        Duration.ofNanos(System.nanoTime() - start));
  }

  private static List<String> dryRun(Path folder) {
    Set<String> points = new LinkedHashSet<>();
    try (DrillRig rig = DrillRig.in(folder)) {
      // The first process opens the books; the second is like every later one.
      for (int i = 1; i <= 2; i++) {
        loseAnAnswer(rig);
        try (BotProcess bot =
            rig.start("-Devenkeel.crash.list=true", "-Devenkeel.crash.cycles=" + CYCLES).bot()) {
          bot.end(DrillRig.PATIENCE);
          bot.said()
              .lines()
              .filter(line -> line.startsWith(HaltingMain.PASSED))
              .map(line -> line.substring(HaltingMain.PASSED.length()))
              .filter(BoundaryDrill::isOfItsOwn)
              .forEach(points::add);
        }
      }
      rig.verdict();
    }
    return new ArrayList<>(points);
  }

  private static boolean isOfItsOwn(String text) {
    Crossings.Point point = Crossings.Point.parse(text);
    return !REPEATED.contains(point.call()) || point.number() <= REPETITIONS;
  }

  private static void loseAnAnswer(DrillRig rig) {
    rig.venue().fault("POST", "/fapi/v1/order", "lostAck", 1);
  }

  private static void haltAtEach(
      DrillRig rig, ConcurrentLinkedQueue<String> left, ConcurrentLinkedQueue<String> unreached) {
    int halts = 0;
    for (String point = left.poll(); point != null; point = left.poll()) {
      loseAnAnswer(rig);
      try (BotProcess bot =
          rig.start("-Devenkeel.crash.at=" + point, "-Devenkeel.crash.cycles=" + CYCLES).bot()) {
        int exit = bot.end(DrillRig.PATIENCE);
        switch (exit) {
          case HaltingMain.KILLED -> System.err.println("halted at " + point);
          case 0 -> {
            unreached.add(point);
            System.err.println("not reached: " + point);
          }
          default -> throw new AssertionError(point + " ended with " + exit + "\n" + bot.said());
        }
      }
      rig.venue().clearFaults();
      rig.venue().letTimeRun();
      halts++;
      if (halts % SEGMENT == 0) {
        rig.finish(1);
        rig.verdict();
      }
    }
    rig.finish(1);
  }

  String report() {
    return String.format(
        Locale.ROOT,
        """
        ## Every step

        `ops/drills/kill-drill.sh boundaries`: a process halted (Runtime.halt, exit code 137) before and after every write to
        the journal and every order that two decisions pass (of the bookings of funding and of the slots that passed meanwhile the
        first two): %d steps, %d halts, %d min.
        %d orders reached the venues, every client id over exactly one request; no duplicate, no lost fill, no unexplained position.
        %s
        """,
        points.size(),
        points.size() - unreached.size(),
        took.toMinutes(),
        orders,
        unreached.isEmpty()
            ? "Every step was reached."
            : "Not reached, because that run took another way: " + String.join(", ", unreached));
  }
}
