package org.evenkeel.cycle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.evenkeel.core.basics.CycleId;
import org.evenkeel.core.basics.VenueId;
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
 * @param meter counts the calls of each cycle
 */
public record Assembly(
    Strategy strategy,
    RunManifest manifest,
    Ids ids,
    Ports ports,
    KillSwitch.Means means,
    Optional<RestartBudget> budget,
    Precondition precondition,
    BiFunction<DecisionRules, Observation, GatedEstimate> estimator,
    CallMeter meter) {

  /** A bot whose calls nobody counts. */
  public Assembly(
      Strategy strategy,
      RunManifest manifest,
      Ids ids,
      Ports ports,
      KillSwitch.Means means,
      Optional<RestartBudget> budget,
      Precondition precondition,
      BiFunction<DecisionRules, Observation, GatedEstimate> estimator) {
    this(strategy, manifest, ids, ports, means, budget, precondition, estimator, CallMeter.NONE);
  }

  /**
   * The world outside of the cycle.
   *
   * @param clock the only source of time
   * @param market public prices and specifications
   * @param venues the accounts
   * @param journal what is kept
   * @param lease the right to write into the journal and to send
   * @param alerts where news goes
   * @param transfers the ways between wallets; none where nobody moves money
   */
  public record Ports(
      Clock clock,
      MarketData market,
      Venues venues,
      Journal journal,
      CycleLease lease,
      Alerts alerts,
      List<WalletTransfers> transfers) {

    /** A world in which nobody moves money between wallets. */
    public Ports(
        Clock clock,
        MarketData market,
        Venues venues,
        Journal journal,
        CycleLease lease,
        Alerts alerts) {
      this(clock, market, venues, journal, lease, alerts, List.of());
    }
  }

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
    Journal journal = ports.journal();
    Alerts alerts = ports.alerts();
    MarketData market =
        new Catalogue(ports.market(), journal, strategy.plan().endNotice(), clock, alerts);
    TreeMap<VenueId, ReachWatch> reach = new TreeMap<>();
    List<Venue> watched = new ArrayList<>();
    for (Venue venue : ports.venues().all()) {
      VenueId name = venue.capabilities().venue();
      ReachWatch watch = new ReachWatch(name, journal, clock, alerts);
      reach.put(name, watch);
      watched.add(new WatchedVenue(venue, watch));
    }
    Venues venues = new Venues(watched);
    SpecBook specs = new SpecBook(journal, clock);
    FillIntake intake = new FillIntake(venues, journal, specs);
    Resolver resolver = new Resolver(venues, journal, intake, clock);
    Observatory observatory = new Observatory(strategy, market, venues, clock);
    Reconciler reconciler =
        new Reconciler(strategy, venues, market, journal, specs, intake, resolver, clock, alerts);
    OrderDesk desk = new OrderDesk(strategy, market, venues, journal, resolver, clock, alerts);
    KillSwitch killSwitch =
        new KillSwitch(
            strategy, market, venues, journal, specs, resolver, clock, alerts, watched(reach));
    desk.meanwhile(killSwitch::keepDeadMan);
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
            estimator,
            meter),
        reconciler,
        killSwitch,
        requests(specs, venues, observatory),
        new TransferDesk(journal.transferRecords(), ports.transfers(), clock, alerts),
        new ErrandDesk(
            journal.errands(),
            new WorkingOrders(strategy, venues, clock),
            new NamedFills(venues, market, journal, specs, intake),
            clock,
            alerts),
        List.copyOf(reach.values()),
        clock,
        alerts);
  }

  /** The means with dead-man switches whose renewals count as writing. */
  private KillSwitch.Means watched(SortedMap<VenueId, ReachWatch> reach) {
    TreeMap<VenueId, DeadManSwitch> switches = new TreeMap<>();
    means
        .deadMen()
        .forEach(
            (venue, real) ->
                switches.put(
                    venue,
                    Optional.ofNullable(reach.get(venue))
                        .map(watch -> WatchedVenue.watched(real, watch))
                        .orElse(real)));
    return new KillSwitch.Means(means.records(), means.inbox(), switches);
  }

  private RequestDesk requests(SpecBook specs, Venues venues, Observatory observatory) {
    Journal journal = ports.journal();
    Clock clock = ports.clock();
    List<RequestHandler> handlers = new ArrayList<>(RaisingOrders.handlers(journal, clock));
    handlers.addAll(LimitRequests.handlers(strategy.guards().hard(), journal, clock));
    handlers.add(new ConfigRequests(journal));
    handlers.add(new LocksHandler(journal, specs, clock));
    handlers.add(new QuarantineHandler(venues, journal, clock));
    handlers.add(
        new AdoptionRequests(
            venues, journal, new Headroom(strategy, observatory, journal, clock), clock));
    handlers.add(AccountingRequests.releases(journal, clock));
    handlers.add(AccountingRequests.adjustments(journal, clock));
    handlers.add(new TransferRequests(journal.transferRecords()));
    return new RequestDesk(journal, ports.alerts(), handlers);
  }
}
