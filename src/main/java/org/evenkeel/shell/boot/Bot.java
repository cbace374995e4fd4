package org.evenkeel.shell.boot;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.evenkeel.core.basics.CycleId;
import org.evenkeel.cycle.AccountingRequests;
import org.evenkeel.cycle.Alerts;
import org.evenkeel.cycle.Clock;
import org.evenkeel.cycle.CycleLease;
import org.evenkeel.cycle.Daemon;
import org.evenkeel.cycle.Decision;
import org.evenkeel.cycle.FillIntake;
import org.evenkeel.cycle.Ids;
import org.evenkeel.cycle.Journal;
import org.evenkeel.cycle.KillSwitch;
import org.evenkeel.cycle.LocksHandler;
import org.evenkeel.cycle.MarketData;
import org.evenkeel.cycle.Observatory;
import org.evenkeel.cycle.OrderDesk;
import org.evenkeel.cycle.Precondition;
import org.evenkeel.cycle.QuarantineHandler;
import org.evenkeel.cycle.RebalanceCycle;
import org.evenkeel.cycle.Reconciler;
import org.evenkeel.cycle.RequestDesk;
import org.evenkeel.cycle.Resolver;
import org.evenkeel.cycle.RestartBudget;
import org.evenkeel.cycle.RunManifest;
import org.evenkeel.cycle.SpecBook;
import org.evenkeel.cycle.StartUp;
import org.evenkeel.cycle.Strategy;
import org.evenkeel.cycle.Venue;

/** Puts the cycle together; the same for every mode. */
final class Bot {

  private Bot() {}

  static Daemon daemon(
      Strategy strategy,
      RunManifest manifest,
      Ids ids,
      Clock clock,
      MarketData market,
      Venue venue,
      Journal journal,
      CycleLease lease,
      Alerts alerts,
      KillSwitch.Means means,
      Runnable beforeRecovery,
      Consumer<CycleId> afterCycle,
      Optional<RestartBudget> budget,
      Precondition precondition) {
    SpecBook specs = new SpecBook(journal, clock);
    FillIntake intake = new FillIntake(venue, journal, specs);
    Resolver resolver = new Resolver(venue, journal, intake, clock);
    Observatory observatory = new Observatory(strategy, market, venue, clock);
    Reconciler reconciler =
        new Reconciler(strategy, venue, market, journal, specs, intake, resolver, clock, alerts);
    OrderDesk desk = new OrderDesk(strategy, market, venue, journal, resolver, clock, alerts);
    return new Daemon(
        new Daemon.Parts(
            strategy,
            manifest,
            ids,
            journal,
            lease,
            new StartUp(strategy, journal, reconciler, observatory, clock, alerts, budget),
            new RebalanceCycle(
                strategy,
                journal,
                observatory,
                reconciler,
                desk,
                specs,
                clock,
                precondition,
                Decision::gate),
            reconciler,
            new KillSwitch(strategy, market, venue, journal, specs, resolver, clock, alerts, means),
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
        beforeRecovery,
        afterCycle);
  }
}
