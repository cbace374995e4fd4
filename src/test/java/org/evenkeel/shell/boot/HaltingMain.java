package org.evenkeel.shell.boot;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.evenkeel.crash.Crossings;
import org.evenkeel.cycle.Journal;
import org.evenkeel.cycle.Venue;
import org.evenkeel.shell.cli.RunOptions;
import org.evenkeel.shell.config.AppConfig;
import org.evenkeel.shell.config.ConfigLoader;

/**
 * The product's own run, in a JVM that halts at a point: {@code -Devenkeel.crash.at=venue.send#2:AFTER}.
 *
 * <p>Lives among the tests, so that no product can be told to do this.
 */
public final class HaltingMain {

  /** What a process returns that was killed by signal 9. */
  public static final int KILLED = 137;

  private HaltingMain() {}

  public static void main(String[] args) {
    System.setProperty("sun.net.http.retryPost", "false");
    AppConfig config = ConfigLoader.load(Path.of(args[0]), List.of());
    Crossings crossings =
        Crossings.at(
            Crossings.Point.parse(System.getProperty("evenkeel.crash.at", "")),
            point -> Runtime.getRuntime().halt(KILLED));
    Taps taps =
        new Taps() {
          @Override
          public Journal journal(Journal real) {
            return crossings.tap(Journal.class, real);
          }

          @Override
          public Venue venue(Venue real) {
            return crossings.tap(Venue.class, real);
          }
        };
    RunOptions options = new RunOptions(OptionalLong.empty(), Optional.empty());
    System.exit(new DaemonRun(config, options, "test", System.out, taps).run());
  }
}
