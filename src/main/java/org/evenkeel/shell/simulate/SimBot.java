package org.evenkeel.shell.simulate;

import java.util.List;
import org.evenkeel.core.basics.RunId;
import org.evenkeel.cycle.AccountingRequests;
import org.evenkeel.cycle.Clock;
import org.evenkeel.cycle.CycleLease;
import org.evenkeel.cycle.Daemon;
import org.evenkeel.cycle.DeadManSwitch;
import org.evenkeel.cycle.FillIntake;
import org.evenkeel.cycle.Ids;
import org.evenkeel.cycle.Journal;
import org.evenkeel.cycle.KillSwitch;
import org.evenkeel.cycle.LocksHandler;
import org.evenkeel.cycle.MarketData;
import org.evenkeel.cycle.Observatory;
import org.evenkeel.cycle.OfflineInbox;
import org.evenkeel.cycle.OrderDesk;
import org.evenkeel.cycle.Precondition;
import org.evenkeel.cycle.QuarantineHandler;
import org.evenkeel.cycle.RebalanceCycle;
import org.evenkeel.cycle.Reconciler;
import org.evenkeel.cycle.RequestDesk;
import org.evenkeel.cycle.Resolver;
import org.evenkeel.cycle.RunManifest;
import org.evenkeel.cycle.SpecBook;
import org.evenkeel.cycle.StartUp;
import org.evenkeel.cycle.Strategy;
import org.evenkeel.cycle.Venue;

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
    SpecBook specs = new SpecBook(journal, clock);
    FillIntake intake = new FillIntake(venue, journal, specs);
    Resolver resolver = new Resolver(venue, journal, intake, clock);
    Observatory observatory = new Observatory(strategy, market, venue, clock);
    Reconciler reconciler =
        new Reconciler(strategy, venue, market, journal, specs, intake, resolver, clock, alerts);
    OrderDesk desk = new OrderDesk(strategy, market, venue, journal, resolver, clock, alerts);
    RebalanceCycle cycle =
        new RebalanceCycle(
            strategy,
            journal,
            observatory,
            reconciler,
            desk,
            specs,
            clock,
            Precondition.NONE,
            RememberedEstimates::of);
    Daemon daemon =
        new Daemon(
            new Daemon.Parts(
                strategy,
                new RunManifest(
                    RunId.of("run-" + identity.number()),
                    "rehearsal",
                    "1",
                    "simulation",
                    clock.now()),
                identity,
                journal,
                lease,
                new StartUp(strategy, journal, reconciler, observatory, clock, alerts),
                cycle,
                reconciler,
                new KillSwitch(
                    strategy,
                    exchange,
                    venue,
                    journal,
                    specs,
                    resolver,
                    clock,
                    alerts,
                    new KillSwitch.Means(
                        new MemoryFlattenRecords(memory, own, boundaries),
                        OfflineInbox.EMPTY,
                        DeadManSwitch.NONE)),
                new RequestDesk(
                    journal,
                    alerts,
                    List.of(
                        new LocksHandler(journal, specs, clock),
                        new QuarantineHandler(venue, journal, clock),
                        AccountingRequests.releases(journal, clock),
                        AccountingRequests.adjustments(journal, clock))),
                clock,
                alerts),
            () -> {},
            ended -> {});
    return new SimBot(daemon, identity.number());
  }

  Daemon daemon() {
    return daemon;
  }

  long number() {
    return number;
  }
}
