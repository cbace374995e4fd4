package org.evenkeel.shell.boot;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.core.basics.CycleId;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.RunId;
import org.evenkeel.core.statement.BusiestTimes;
import org.evenkeel.core.statement.CycleCalls;
import org.evenkeel.core.statement.CycleRow;
import org.evenkeel.cycle.Alerts;
import org.evenkeel.cycle.Assembly;
import org.evenkeel.cycle.CallMeter;
import org.evenkeel.cycle.Daemon;
import org.evenkeel.cycle.Decision;
import org.evenkeel.cycle.KeyLife;
import org.evenkeel.cycle.KillSwitch;
import org.evenkeel.cycle.RestartBudget;
import org.evenkeel.cycle.RunManifest;
import org.evenkeel.cycle.SelfCheck;
import org.evenkeel.cycle.SettingsWatch;
import org.evenkeel.cycle.StatusWatch;
import org.evenkeel.cycle.Strategy;
import org.evenkeel.cycle.Venues;
import org.evenkeel.cycle.Watchdog;
import org.evenkeel.shell.authority.HeadsFile;
import org.evenkeel.shell.cli.RunOptions;
import org.evenkeel.shell.config.AppConfig;
import org.evenkeel.shell.fault.CallTally;
import org.evenkeel.shell.jdbc.Database;
import org.evenkeel.shell.jdbc.PgAccountPins;
import org.evenkeel.shell.jdbc.PgAlertBook;
import org.evenkeel.shell.jdbc.PgAuditTrail;
import org.evenkeel.shell.jdbc.PgBooks;
import org.evenkeel.shell.jdbc.PgControls;
import org.evenkeel.shell.jdbc.PgJournal;
import org.evenkeel.shell.jdbc.PgLease;
import org.evenkeel.shell.jdbc.PgRecords;
import org.evenkeel.shell.jdbc.PgStarts;
import org.evenkeel.shell.offline.OfflineFolder;
import org.evenkeel.shell.quartz.Bells;
import org.evenkeel.shell.telemetry.CycleConsole;
import org.evenkeel.shell.telemetry.Metrics;
import org.evenkeel.shell.web.WebPage;

/**
 * One run of the bot, from the first look at the database to the last word.
 *
 * <p>The main thread waits for the lease, lets the bells ring while it is held, and ends the run when it has done what
 * was asked or is told to stop.
 */
final class DaemonRun {

  /** Enough to find one that has ended beside those that run. */
  private static final int NEWEST = 5;

  private static final Duration LOOK = Duration.ofMillis(100);
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);

  private final AppConfig config;
  private final RunOptions options;
  private final String version;
  private final PrintStream out;
  private final Taps taps;
  private final AtomicLong endedCycles = new AtomicLong();
  private final AtomicLong lastBeatNanos = new AtomicLong(System.nanoTime());
  private final AtomicBoolean isToldToStop = new AtomicBoolean();
  private final CountDownLatch hasEnded = new CountDownLatch(1);
  private final AlertCalls calls;
  private final Alerts alerts;
  private final KeyLife keyLife;

  DaemonRun(AppConfig config, RunOptions options, String version, PrintStream out) {
    this(config, options, version, out, Taps.NONE);
  }

  DaemonRun(AppConfig config, RunOptions options, String version, PrintStream out, Taps taps) {
    this.config = config;
    this.options = options;
    this.version = version;
    this.out = out;
    this.taps = taps;
    this.calls = new AlertCalls(config);
    this.alerts = calls.alerts();
    this.keyLife = new KeyLife(alerts);
  }

  /** Runs to the end and returns the program's exit code. */
  int run() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::stopAndWait, "stop"));
    try (BotDatabase database = BotDatabase.forDaemon(config);
        AlertCalls calling = calls) {
      calling.start(PgAlertBook.ofBot(database.database()));
      Admission admission = Admission.of(config, version, database.database(), out);
      SystemIds ids = new SystemIds();
      String holder = "evenkeel-" + ids.runSuffix() + ids.runSuffix();
      PgLease lease =
          new PgLease(database.database(), config.strategy(), holder, config.schedule().lease());
      PgJournal journal =
          new PgJournal(database.database(), lease, SignedByTwo.of(config.authority()));
      PgRecords records = new PgRecords(database.database(), config.universe().navCurrency());
      CallTally tally = new CallTally();
      try (Metrics metrics = new Metrics();
          Graph graph =
              Graphs.forDaemon(
                  config,
                  database.database(),
                  journal.lastSeen(),
                  (venue, settings, gate) ->
                      tally.counted(venue, settings, new MeteredGate(gate, metrics)));
          Page page = page(records, metrics)) {
        Strategy strategy = Strategies.of(config);
        out.println(
            "evenkeel " + version + ", mode " + config.mode().label() + ": " + graph.description());
        page.url().ifPresent(url -> out.println("page: " + url));
        CycleReport report =
            new CycleReport(
                records, metrics, new CycleConsole(out, config.universe().navCurrency().value()));
        ChainHeads heads =
            new ChainHeads(
                new PgAuditTrail(database.database()),
                new HeadsFile(config.authority().auditHeads()),
                metrics,
                alerts);
        SelfCheck selfCheck =
            new SelfCheck(
                new PgBooks(database.database()),
                journal::tradingState,
                new PgControls(database.database()),
                alerts);
        ContractChanges contracts = new ContractChanges(graph, strategy);
        StatusWatch statuses = new StatusWatch(graph.statuses(), alerts);
        SettingsWatch settings = new SettingsWatch(contracts::verify, graph.clock(), alerts);
        Daemon daemon =
            new Assembly(
                    strategy,
                    manifest(holder, graph.clock().now(), admission.news()),
                    ids,
                    new Assembly.Ports(
                        graph.clock(),
                        graph.market(),
                        new Venues(graph.venues().all().stream().map(taps::venue).toList()),
                        taps.journal(journal),
                        lease,
                        alerts,
                        taps.transfers(graph.transfers())),
                    new KillSwitch.Means(
                        journal.flattenRecords(),
                        new OfflineFolder(config.offlineFlattens()),
                        contracts.deadMen()),
                    Optional.of(budget(database.database())),
                    () ->
                        database
                            .objection(config.runs().minFreeDiskBytes())
                            .or(statuses::objection)
                            .or(contracts::objection)
                            .or(settings::objection)
                            .or(admission::objection),
                    Decision::gate,
                    metered(tally, metrics))
                .daemon(
                    database::ensureRunning,
                    selfCheck.andThen(cycle -> ended(cycle, report, heads)));
        calls.beatWhile(() -> WebPage.isWell(metrics.sinceHeartbeat()));
        try (WatchdogThread watchdog = watchdog(strategy, records, graph)) {
          watch(daemon, graph, database.database(), contracts, settings, metrics);
        }
      }
      return 0;
    } finally {
      hasEnded.countDown();
    }
  }

  /** The tally, whose last cycle is shown as metrics too. */
  private static CallMeter metered(CallTally tally, Metrics metrics) {
    return new CallMeter() {
      @Override
      public void begin() {
        tally.begin();
      }

      @Override
      public CycleCalls end() {
        CycleCalls calls = tally.end();
        metrics.cycleCalls(calls);
        return calls;
      }

      @Override
      public BusiestTimes busiest() {
        return tally.busiest();
      }
    };
  }

  private RestartBudget budget(Database database) {
    return new RestartBudget(
        new PgStarts(database),
        new PgControls(database),
        alerts,
        config.runs().maxInterruptedStarts(),
        config.runs().interruptedWindow());
  }

  private WatchdogThread watchdog(Strategy strategy, PgRecords records, Graph graph) {
    return WatchdogThread.start(
        new Watchdog(
            at -> records.slotMoves().over(strategy.cadence()).nextAfter(at),
            () ->
                records.cycles(NEWEST).stream()
                    .filter(row -> row.status().isEnded())
                    .map(CycleRow::dueAt)
                    .findFirst(),
            graph.clock(),
            alerts),
        config.schedule().heartbeatEvery());
  }

  /** Rings the bells while the lease is ours; waits for it otherwise. */
  private void watch(
      Daemon daemon,
      Graph graph,
      Database database,
      ContractChanges contracts,
      SettingsWatch settings,
      Metrics metrics) {
    Instant start = Instant.now();
    boolean isPrepared = false;
    try (Bells bells =
        Bells.hang(
            database.dataSource(),
            Database.QUARTZ_TABLE_PREFIX,
            duties(daemon, graph, settings, metrics))) {
      while (!isDone(start, graph)) {
        if (!isPrepared) {
          isPrepared = prepare(graph, contracts, database);
        }
        if (isPrepared && (!daemon.isReady() || isSilent())) {
          bells.hush();
          beat(daemon, metrics);
        }
        if (daemon.isReady()) {
          bells.ring();
          graph.letTimeRun();
        }
        metrics.lease(daemon.isReady());
        calls.leads(daemon.isReady());
        keyLife.look(graph.clock().now());
        WallClock.pause(daemon.isReady() ? LOOK : LOOK.multipliedBy(5));
      }
      bells.hush();
    } finally {
      daemon.stop();
    }
  }

  private void beat(Daemon daemon, Metrics metrics) {
    lastBeatNanos.set(System.nanoTime());
    daemon.onHeartbeat();
    if (daemon.isReady()) {
      metrics.heartbeat();
    }
  }

  /** True if the bells do not ring: they hang in the same database, and its silence must not go unnoticed. */
  private boolean isSilent() {
    long silence = System.nanoTime() - lastBeatNanos.get();
    return silence > 3 * config.schedule().heartbeatEvery().toNanos();
  }

  private boolean prepare(Graph graph, ContractChanges contracts, Database database) {
    Result<Boolean> prepared =
        KeyCheck.prepared(
            graph.keyRights(), new PgAccountPins(database), keyLife::learn, contracts::prepare);
    return switch (prepared) {
      case Result.Ok<Boolean> ok -> {
        alerts.clear("account");
        yield true;
      }
      case Result.Refused<Boolean> refused -> {
        alerts.raise("account", "the venue account is not ready: " + refused.refusal());
        yield false;
      }
    };
  }

  private Bells.Duties duties(Daemon daemon, Graph graph, SettingsWatch settings, Metrics metrics) {
    return new Bells.Duties(
        daemon::onSlot,
        () -> graph.clock().wallUntil(daemon.nextSlot()),
        () -> {
          daemon.onReconcile();
          settings.betweenDecisions();
        },
        config.schedule().reconcileEvery(),
        () -> beat(daemon, metrics),
        config.schedule().heartbeatEvery());
  }

  private boolean isDone(Instant start, Graph graph) {
    boolean isEndOfData = graph.end().map(end -> !graph.clock().now().isBefore(end)).orElse(false);
    if (isEndOfData) {
      alerts.note("end-of-data", "the market's data end here");
    }
    return isToldToStop.get()
        || isEndOfData
        || (options.cycles().isPresent() && endedCycles.get() >= options.cycles().getAsLong())
        || options
            .duration()
            .map(limit -> !Instant.now().isBefore(start.plus(limit)))
            .orElse(false);
  }

  private void ended(CycleId cycle, CycleReport report, ChainHeads heads) {
    endedCycles.incrementAndGet();
    heads.keep();
    report.ended(cycle);
  }

  private RunManifest manifest(String holder, Instant startedAt, Optional<String> news) {
    return new RunManifest(
        RunId.of(holder),
        config.mode().label(),
        version,
        config.effective().hash().value(),
        startedAt,
        news);
  }

  /** The page if it is wanted. */
  private record Page(Optional<WebPage> web) implements AutoCloseable {

    Optional<String> url() {
      return web.map(WebPage::url);
    }

    @Override
    public void close() {
      web.ifPresent(WebPage::close);
    }
  }

  private Page page(PgRecords records, Metrics metrics) {
    return new Page(
        config.web().enabled()
            ? Optional.of(
                WebPage.start(
                    config.web().port(),
                    records,
                    () -> {
                      metrics.keyDays(keyLife.days());
                      metrics.alerts(calls.tally(), calls.unrecorded());
                      metrics.status(records.status());
                      return metrics.scrape();
                    },
                    metrics::sinceHeartbeat,
                    version))
            : Optional.empty());
  }

  private void stopAndWait() {
    isToldToStop.set(true);
    try {
      if (!hasEnded.await(STOP_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        out.println("the run did not end in time; what is open will be resolved at the next start");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
