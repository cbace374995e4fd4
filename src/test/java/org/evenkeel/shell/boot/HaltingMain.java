package org.evenkeel.shell.boot;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.evenkeel.crash.Crossings;
import org.evenkeel.cycle.Journal;
import org.evenkeel.cycle.Venue;
import org.evenkeel.shell.cli.RunOptions;
import org.evenkeel.shell.config.AppConfig;
import org.evenkeel.shell.config.ConfigLoader;

/**
 * The product's own run, in a JVM that halts or stands still at a point, and tells how far its start has come.
 *
 * <p>{@code -Devenkeel.crash.at=venue.send#2:AFTER} is the point and {@code -Devenkeel.crash.how=stop} stands still there
 * as by SIGSTOP; {@code -Devenkeel.crash.cycles=2} ends it in order; {@code -Devenkeel.crash.list=true} says every point
 * that it passes.
 * Lives among the tests, so that no product can be told to do this.
 */
public final class HaltingMain {

  /** What a process returns that was killed by signal 9. */
  public static final int KILLED = 137;

  /** The beginning of a line that names a point. */
  public static final String PASSED = "passed ";

  private HaltingMain() {}

  public static void main(String[] args) {
    Stamps.say(Stamps.MAIN);
    System.setProperty("sun.net.http.retryPost", "false");
    AppConfig config = ConfigLoader.load(Path.of(args[0]), List.of());
    Crossings crossings = crossings();
    Taps taps =
        new Taps() {
          @Override
          public Journal journal(Journal real) {
            return crossings.tap(Journal.class, Stamps.on(real));
          }

          @Override
          public Venue venue(Venue real) {
            return crossings.tap(Venue.class, real);
          }
        };
    long cycles = Long.getLong("evenkeel.crash.cycles", 0);
    RunOptions options =
        new RunOptions(
            cycles == 0 ? OptionalLong.empty() : OptionalLong.of(cycles), Optional.empty());
    System.exit(new DaemonRun(config, options, "test", System.out, taps).run());
  }

  private static Crossings crossings() {
    String at = System.getProperty("evenkeel.crash.at", "");
    if (Boolean.getBoolean("evenkeel.crash.list")) {
      return Crossings.telling(point -> say(PASSED + point));
    }
    return at.isEmpty()
        ? Crossings.counting()
        : Crossings.at(Crossings.Point.parse(at), HaltingMain::end);
  }

  private static void end(Crossings.Point point) {
    if (System.getProperty("evenkeel.crash.how", "halt").equals("stop")) {
      say(PASSED + point);
      Signals.send("STOP", ProcessHandle.current().pid());
      // The signal may take effect a little later, and nothing may happen beyond this point before
      // it does.
      LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(2));
    } else {
      Runtime.getRuntime().halt(KILLED);
    }
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
