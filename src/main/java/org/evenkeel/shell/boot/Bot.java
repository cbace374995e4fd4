package org.evenkeel.shell.boot;

import java.util.function.Consumer;
import org.evenkeel.core.basics.CycleId;
import org.evenkeel.cycle.Alerts;
import org.evenkeel.cycle.CycleLease;
import org.evenkeel.cycle.Daemon;
import org.evenkeel.cycle.FillIntake;
import org.evenkeel.cycle.Ids;
import org.evenkeel.cycle.Journal;
import org.evenkeel.cycle.KillSwitch;
import org.evenkeel.cycle.Observatory;
import org.evenkeel.cycle.OrderDesk;
import org.evenkeel.cycle.RebalanceCycle;
import org.evenkeel.cycle.Reconciler;
import org.evenkeel.cycle.Resolver;
import org.evenkeel.cycle.RunManifest;
import org.evenkeel.cycle.SpecBook;
import org.evenkeel.cycle.StartUp;
import org.evenkeel.cycle.Strategy;

/** Puts the cycle together; the same for every mode. */
final class Bot {

  private Bot() {}

  static Daemon daemon(
      Strategy strategy,
      RunManifest manifest,
      Ids ids,
      Graph graph,
      Journal journal,
      CycleLease lease,
      Alerts alerts,
      Runnable beforeRecovery,
      Consumer<CycleId> afterCycle) {
    SpecBook specs = new SpecBook();
    FillIntake intake = new FillIntake(graph.venue(), journal, specs, alerts);
    Resolver resolver = new Resolver(graph.venue(), journal, intake, graph.clock());
    Observatory observatory =
        new Observatory(strategy, graph.market(), graph.venue(), graph.clock());
    Reconciler reconciler =
        new Reconciler(
            strategy,
            graph.venue(),
            graph.market(),
            journal,
            specs,
            intake,
            resolver,
            graph.clock(),
            alerts);
    OrderDesk desk =
        new OrderDesk(
            strategy, graph.market(), graph.venue(), journal, resolver, graph.clock(), alerts);
    return new Daemon(
        new Daemon.Parts(
            strategy,
            manifest,
            ids,
            journal,
            lease,
            new StartUp(strategy, journal, reconciler, observatory, graph.clock(), alerts),
            new RebalanceCycle(
                strategy, journal, observatory, reconciler, desk, specs, graph.clock()),
            reconciler,
            new KillSwitch(strategy, graph.venue(), graph.clock(), alerts),
            graph.clock(),
            alerts),
        beforeRecovery,
        afterCycle);
  }
}
