package org.evenkeel.shell.boot;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;
import org.evenkeel.core.basics.RunId;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.crash.Crossings;
import org.evenkeel.cycle.Alerts;
import org.evenkeel.cycle.Assembly;
import org.evenkeel.cycle.CallGate;
import org.evenkeel.cycle.Clock;
import org.evenkeel.cycle.Daemon;
import org.evenkeel.cycle.Decision;
import org.evenkeel.cycle.Journal;
import org.evenkeel.cycle.KillSwitch;
import org.evenkeel.cycle.Precondition;
import org.evenkeel.cycle.RestartBudget;
import org.evenkeel.cycle.RunManifest;
import org.evenkeel.cycle.Strategy;
import org.evenkeel.cycle.Venue;
import org.evenkeel.cycle.Venues;
import org.evenkeel.shell.config.AppConfig;
import org.evenkeel.shell.fault.CallSettings;
import org.evenkeel.shell.jdbc.Database;
import org.evenkeel.shell.jdbc.PgJournal;
import org.evenkeel.shell.jdbc.PgLease;
import org.evenkeel.shell.offline.OfflineFolder;

/**
 * A whole bot without its bells: a test rings, and may stand between the cycle and its ports.
 *
 * <p>Everything but the bells is the product's own: adapter, journal, lease, cycle.
 */
public final class Bench implements AutoCloseable {

  /** So short that a successor need not wait; a lease that nobody else took is still its holder's. */
  private static final Duration LEASE = Duration.ofMillis(1);

  /** What stands before the gate of a venue. */
  @FunctionalInterface
  public interface Gates {
    CallGate of(VenueId venue, CallSettings settings, CallGate gate);
  }

  private final Graph graph;
  private final Daemon daemon;

  /** Puts a bot together on a database that is open; it does nothing yet. */
  public Bench(AppConfig config, Database database, Crossings crossings, Alerts alerts) {
    this(config, database, crossings, alerts, Optional.empty());
  }

  /** The same with a limit on starts that end inside a decision. */
  public Bench(
      AppConfig config,
      Database database,
      Crossings crossings,
      Alerts alerts,
      Optional<RestartBudget> budget) {
    this(config, database, crossings, alerts, budget, (venue, settings, gate) -> gate);
  }

  /** The same with something before the gates of the venues. */
  public Bench(
      AppConfig config,
      Database database,
      Crossings crossings,
      Alerts alerts,
      Optional<RestartBudget> budget,
      Gates gates) {
    SystemIds ids = new SystemIds();
    String holder = "bench-" + ids.runSuffix() + ids.runSuffix();
    PgLease lease = new PgLease(database, config.strategy(), holder, LEASE);
    PgJournal journal = new PgJournal(database, lease);
    this.graph = Graphs.forDaemon(config, database, journal.lastSeen(), gates::of);
    Strategy strategy = Strategies.of(config);
    graph.prepare(strategy.universe().riskInstruments(), strategy.plan().venueLeverage());
    this.daemon =
        new Assembly(
                strategy,
                new RunManifest(RunId.of(holder), "rehearsal", "test", "none", graph.clock().now()),
                ids,
                new Assembly.Ports(
                    graph.clock(),
                    graph.market(),
                    Venues.of(crossings.tap(Venue.class, graph.venues().all().get(0))),
                    crossings.tap(Journal.class, journal),
                    lease,
                    alerts),
                new KillSwitch.Means(
                    journal.flattenRecords(),
                    new OfflineFolder(config.offlineFlattens()),
                    new TreeMap<>()),
                budget,
                Precondition.NONE,
                Decision::gate)
            .daemon(() -> {}, cycle -> {});
  }

  /** Rings the heartbeat until the bot is ready. */
  public void becomeReady(Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!daemon.isReady()) {
      daemon.onHeartbeat();
      if (!daemon.isReady() && System.nanoTime() > deadline) {
        throw new AssertionError("not ready within " + patience);
      }
    }
  }

  /** Waits for the next slot and rings for it. */
  public void decide() {
    Instant slot = daemon.nextSlot();
    while (clock().now().isBefore(slot)) {
      WallClock.pause(clock().wallUntil(slot).plusMillis(1));
    }
    daemon.onSlot();
  }

  public Daemon daemon() {
    return daemon;
  }

  /** The venue as the bot calls it. */
  public Venue venue() {
    return graph.venues().all().get(0);
  }

  public Clock clock() {
    return graph.clock();
  }

  @Override
  public void close() {
    graph.close();
  }
}
