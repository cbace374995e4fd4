package org.evenkeel.crash;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.evenkeel.shell.boot.HaltingMain;

/**
 * One bot after the other, each killed at another moment, on one database and at one venue.
 *
 * <p>Half of the kills hit the moments in which orders are under way; now and then the database's server is killed with
 * the bot, and now and then the venue answers wrongly. After every restart the orders so far are judged, after every
 * {@value #SEGMENT} kills everything is.
 */
final class KillLane {

  private static final int SEGMENT = 10;

  /** Where a process that halts leaves the most to find out. */
  private static final List<String> WORST =
      List.of(
          "venue.send#1:BEFORE",
          "venue.send#2:BEFORE",
          "venue.send#1:AFTER",
          "venue.send#3:AFTER",
          "journal.commitAttempt#1:BEFORE",
          "journal.commitAttempt#2:AFTER",
          "journal.advance#1:BEFORE",
          "journal.bookFill#1:BEFORE",
          "journal.bookFill#2:AFTER",
          "journal.commitIntents#1:AFTER",
          "journal.keepDocument#3:AFTER",
          "journal.endCycle#1:BEFORE");

  private static final List<String> FAULTS =
      List.of("lostAck", "delayMs", "http500", "resetAfterRead", "empty200", "wrongEcho");

  private final int lane;
  private final Random random;
  private final DrillRig rig;
  private final Consumer<Kill> teller;
  private final List<Kill> kills = new ArrayList<>();

  /** The moment of a kill, by what it is counted from. */
  enum Moment {
    ORDERS("orders under way"),
    HALT("halted at a named step"),
    START("during the start"),
    READY("at any time after ready");

    private final String words;

    Moment(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  /**
   * One kill.
   *
   * @param fault what the venue was told to do wrong, if anything
   * @param withServer whether the database's server was killed too
   * @param recovery how the killed bot itself had come to be ready, if it had
   */
  record Kill(
      int lane,
      int number,
      Moment moment,
      String detail,
      Optional<String> fault,
      boolean withServer,
      int orders,
      Optional<Recovery> recovery) {}

  /** What a lane comes to. */
  record Outcome(List<Kill> kills, Judge.Verdict verdict, List<Recovery> serverToo) {}

  private KillLane(int lane, long seed, DrillRig rig, Consumer<Kill> teller) {
    this.lane = lane;
    this.random = new Random(seed);
    this.rig = rig;
    this.teller = teller;
  }

  static Outcome run(int lane, int kills, long seed, Path folder, Consumer<Kill> teller) {
    try (DrillRig rig = DrillRig.in(folder)) {
      return new KillLane(lane, seed, rig, teller).run(kills);
    }
  }

  private Outcome run(int count) {
    List<Recovery> serverToo = new ArrayList<>();
    boolean wasWithServer = false;
    Judge.Verdict verdict = null;
    for (int number = 1; number <= count; number++) {
      Kill kill = kill(number);
      kills.add(kill);
      teller.accept(kill);
      if (wasWithServer) {
        kill.recovery().ifPresent(serverToo::add);
      }
      wasWithServer = kill.withServer();
      if (number % SEGMENT == 0 || number == count) {
        rig.finish(1);
        verdict = rig.verdict();
        wasWithServer = false;
      }
    }
    return new Outcome(kills, java.util.Objects.requireNonNull(verdict), serverToo);
  }

  private Kill kill(int number) {
    List<String> before = rig.arrivals();
    Moment moment = moment();
    Optional<String> fault = random.nextInt(3) == 0 ? Optional.of(fault()) : Optional.empty();
    boolean withServer = random.nextInt(15) == 0;
    String point = WORST.get(random.nextInt(WORST.size()));
    DrillRig.Started started =
        moment == Moment.HALT ? rig.start("-Devenkeel.crash.at=" + point) : rig.start();
    try (BotProcess bot = started.bot()) {
      String detail =
          switch (moment) {
            case START -> after(bot, random.nextInt(3500), "the start");
            case READY -> {
              ready(started, before);
              yield after(bot, random.nextInt(1500), "ready");
            }
            case ORDERS -> {
              ready(started, before);
              int wanted = rig.venue().orders() + 1 + random.nextInt(4);
              bot.await(
                  wanted + " orders", DrillRig.PATIENCE, () -> rig.venue().orders() >= wanted);
              yield after(bot, random.nextInt(40), "order " + wanted);
            }
            case HALT -> {
              int exit = bot.end(DrillRig.PATIENCE);
              if (exit != HaltingMain.KILLED) {
                throw new AssertionError("ended with " + exit + ":\n" + bot.said());
              }
              yield point;
            }
          };
      if (withServer) {
        rig.killServer();
      }
      bot.close();
      rig.venue().clearFaults();
      rig.venue().letTimeRun();
      return new Kill(
          lane,
          number,
          moment,
          detail,
          fault,
          withServer,
          rig.venue().orders(),
          Recovery.of(started.atMs(), bot.said()));
    }
  }

  private Moment moment() {
    int draw = random.nextInt(10);
    return draw < 4
        ? Moment.ORDERS
        : draw < 6 ? Moment.HALT : draw < 8 ? Moment.START : Moment.READY;
  }

  /** Ordered before the bot starts; it strikes the first order, or the first look-up of one. */
  private String fault() {
    String kind = FAULTS.get(random.nextInt(FAULTS.size()));
    String value = kind.equals("delayMs") ? Integer.toString(100 + random.nextInt(1500)) : "";
    rig.venue().fault("POST", "/fapi/v1/order", kind, 1, value);
    return kind;
  }

  private void ready(DrillRig.Started started, List<String> before) {
    started.awaitReady();
    rig.requireFollowedUp(before);
  }

  private static String after(BotProcess bot, int millis, String since) {
    bot.runFor(Duration.ofMillis(millis));
    return millis + " ms after " + since;
  }
}
