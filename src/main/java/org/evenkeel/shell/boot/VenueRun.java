package org.evenkeel.shell.boot;

import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.evenkeel.shell.config.AppConfig;
import org.evenkeel.shell.config.ModeSettings;
import org.evenkeel.shell.simvenue.SimVenueServer;

/** A simulated venue in a process of its own, which outlives the bots that trade there. */
final class VenueRun {

  private final AppConfig config;
  private final ModeSettings.Rehearsal rehearsal;
  private final boolean fromNow;
  private final PrintStream out;

  VenueRun(AppConfig config, ModeSettings.Rehearsal rehearsal, boolean fromNow, PrintStream out) {
    this.config = config;
    this.rehearsal = rehearsal;
    this.fromNow = fromNow;
    this.out = out;
  }

  private SimVenueServer start() {
    return fromNow
        ? SimulatedVenue.startNow(config, rehearsal)
        : SimulatedVenue.start(config, rehearsal, Optional.empty());
  }

  /** Runs until the process is told to stop. */
  int run() {
    try (SimVenueServer server = start()) {
      RehearsalGraph.writeUrl(rehearsal.venueDirectory(), server.url());
      out.println("simulated venue at " + server.url() + ", log in " + rehearsal.venueDirectory());
      out.println("stop with Ctrl-C; faults and clock under " + server.url() + "/sim/");
      CountDownLatch stop = new CountDownLatch(1);
      Runtime.getRuntime().addShutdownHook(new Thread(stop::countDown, "stop"));
      stop.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return 0;
  }
}
