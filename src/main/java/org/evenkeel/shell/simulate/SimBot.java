package org.evenkeel.shell.simulate;

import java.util.Optional;
import java.util.TreeMap;
import org.evenkeel.core.basics.RunId;
import org.evenkeel.cycle.Assembly;
import org.evenkeel.cycle.Clock;
import org.evenkeel.cycle.CycleLease;
import org.evenkeel.cycle.Daemon;
import org.evenkeel.cycle.Ids;
import org.evenkeel.cycle.Journal;
import org.evenkeel.cycle.KillSwitch;
import org.evenkeel.cycle.MarketData;
import org.evenkeel.cycle.OfflineInbox;
import org.evenkeel.cycle.Precondition;
import org.evenkeel.cycle.RunManifest;
import org.evenkeel.cycle.Strategy;
import org.evenkeel.cycle.Venue;
import org.evenkeel.cycle.Venues;

/** One process of the bot, made of the same classes as the product, over what the simulation keeps. */
final class SimBot {

  private final Daemon daemon;
  private final long number;

  private SimBot(Daemon daemon, long number) {
    this.daemon = daemon;
    this.number = number;
  }

  /**
   * Which process of which database.
   *
   * @param number of the process
   * @param nonce of the database, if it has none yet
   */
  record Identity(long number, String nonce) implements Ids {
    @Override
    public String incarnationNonce() {
      return nonce;
    }

    @Override
    public String runSuffix() {
      return Long.toString(number);
    }
  }

  /** Starts a process; the one before it is dead or stands still. */
  static SimBot start(
      Identity identity,
      Memory memory,
      Boundaries boundaries,
      SimVenue exchange,
      Clock clock,
      VirtualClock time,
      RecordingAlerts alerts,
      Strategy strategy,
      Wiring wiring) {
    MemoryLease own =
        new MemoryLease(memory, "process-" + identity.number(), boundaries, wiring.isFenced());
    CycleLease lease = wiring.lease(own);
    Journal journal = wiring.journal(new MemoryJournal(memory, own, boundaries));
    Venue venue = wiring.venue(exchange, journal, time);
    MarketData market = wiring.market(exchange, time);
    Daemon daemon =
        new Assembly(
                strategy,
                new RunManifest(
                    RunId.of("run-" + identity.number()),
                    "rehearsal",
                    "1",
                    "simulation",
                    clock.now()),
                identity,
                new Assembly.Ports(clock, market, Venues.of(venue), journal, lease, alerts),
                new KillSwitch.Means(
                    new MemoryFlattenRecords(memory, own, boundaries),
                    OfflineInbox.EMPTY,
                    new TreeMap<>()),
                Optional.empty(),
                Precondition.NONE,
                RememberedEstimates::of)
            .daemon(() -> {}, ended -> {});
    return new SimBot(daemon, identity.number());
  }

  Daemon daemon() {
    return daemon;
  }

  long number() {
    return number;
  }
}
