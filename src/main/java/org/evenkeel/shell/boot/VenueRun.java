package org.evenkeel.shell.boot;

import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import org.evenkeel.shell.cli.CommandFailed;
import org.evenkeel.shell.cli.ExitCode;
import org.evenkeel.shell.cli.VenueSimOptions;
import org.evenkeel.shell.config.AppConfig;
import org.evenkeel.shell.config.ModeSettings;
import org.evenkeel.shell.simvenue.DialectName;
import org.evenkeel.shell.simvenue.SimVenueServer;

/** A simulated venue in a process of its own, which outlives the bots that trade there. */
final class VenueRun {

  private final AppConfig config;
  private final ModeSettings.Rehearsal rehearsal;
  private final VenueSimOptions options;
  private final PrintStream out;

  VenueRun(
      AppConfig config,
      ModeSettings.Rehearsal rehearsal,
      VenueSimOptions options,
      PrintStream out) {
    this.config = config;
    this.rehearsal = rehearsal;
    this.options = options;
    this.out = out;
  }

  private SimVenueServer start() {
    SimVenueServer.Manner manner = manner();
    return options.fromNow()
        ? SimulatedVenue.startNow(config, rehearsal, manner)
        : SimulatedVenue.start(config, rehearsal, manner);
  }

  private SimVenueServer.Manner manner() {
    try {
      return SimulatedVenue.manner(rehearsal, DialectName.of(options.dialect()), options.faults());
    } catch (IllegalArgumentException e) {
      throw new CommandFailed(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
  }

  /** Runs until the process is told to stop. */
  int run() {
    try (SimVenueServer server = start()) {
      RehearsalGraph.writeUrl(rehearsal.venueDirectory(), server.url());
      out.println(
          "simulated venue ("
              + options.dialect()
              + ") at "
              + server.url()
              + ", log in "
              + rehearsal.venueDirectory());
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
