package org.evenkeel.cycle;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.evenkeel.core.basics.CycleId;
import org.evenkeel.core.estimate.gate.GatedEstimate;

/**
 * What a bot is put together from: the same parts in every mode, in the simulation and in tests.
 *
 * <p>This class is immutable; each {@link #daemon} is a bot of its own.
 *
 * @param strategy what it trades and how
 * @param manifest which run it is
 * @param ids where its names come from
 * @param ports what it needs from outside
 * @param means what its kill switch needs besides
 * @param budget how many starts may come to nothing; without limit if empty
 * @param precondition whether the host is fit for a cycle
 * @param estimator gives what {@link Decision#gate} gives, perhaps remembered from equal observations
 */
public record Assembly(
    Strategy strategy,
    RunManifest manifest,
    Ids ids,
    Ports ports,
    KillSwitch.Means means,
    Optional<RestartBudget> budget,
    Precondition precondition,
    BiFunction<Strategy, Observation, GatedEstimate> estimator) {

  /**
   * The world outside of the cycle.
   *
   * @param clock the only source of time
   * @param market public prices and specifications
   * @param venue the account
   * @param journal what is kept
   * @param lease the right to write into the journal and to send
   * @param alerts where news goes
   */
  public record Ports(
      Clock clock,
      MarketData market,
      Venue venue,
      Journal journal,
      CycleLease lease,
      Alerts alerts) {}

  /**
   * A bot that has done nothing yet.
   *
   * @param beforeRecovery brings back what the journal needs, such as an embedded server
   * @param afterCycle told of each slot whose decision has ended
   */
  public Daemon daemon(Runnable beforeRecovery, Consumer<CycleId> afterCycle) {
    return new Daemon(parts(), beforeRecovery, afterCycle);
  }

  private Daemon.Parts parts() {
    Clock clock = ports.clock();
    MarketData market = ports.market();
    Venue venue = ports.venue();
    Journal journal = ports.journal();
    Alerts alerts = ports.alerts();
    SpecBook specs = new SpecBook(journal, clock);
    FillIntake intake = new FillIntake(venue, journal, specs);
    Resolver resolver = new Resolver(venue, journal, intake, clock);
    Observatory observatory = new Observatory(strategy, market, venue, clock);
    Reconciler reconciler =
        new Reconciler(strategy, venue, market, journal, specs, intake, resolver, clock, alerts);
    OrderDesk desk = new OrderDesk(strategy, market, venue, journal, resolver, clock, alerts);
    return new Daemon.Parts(
        strategy,
        manifest,
        ids,
        journal,
        ports.lease(),
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
            estimator),
        reconciler,
        new KillSwitch(strategy, market, venue, journal, specs, resolver, clock, alerts, means),
        requests(specs),
        clock,
        alerts);
  }

  private RequestDesk requests(SpecBook specs) {
    Journal journal = ports.journal();
    Clock clock = ports.clock();
    return new RequestDesk(
        journal,
        ports.alerts(),
        List.of(
            new LocksHandler(journal, specs, clock),
            new QuarantineHandler(ports.venue(), journal, clock),
            AccountingRequests.releases(journal, clock),
            AccountingRequests.adjustments(journal, clock)));
  }
}
