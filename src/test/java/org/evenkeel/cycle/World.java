package org.evenkeel.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.CycleId;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.RunId;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.calendar.FixedCadence;
import org.evenkeel.core.calendar.Slot;
import org.evenkeel.core.catalog.CashTerms;
import org.evenkeel.core.catalog.Samples;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.estimate.EstimateSettings;
import org.evenkeel.core.parity.ParitySettings;
import org.evenkeel.core.parity.score.ScoreSettings;
import org.evenkeel.core.parity.stress.RiskControls;
import org.evenkeel.core.plan.PlanSettings;
import org.evenkeel.core.policy.Limits;
import org.evenkeel.core.policy.Request;
import org.evenkeel.core.route.Attempt;
import org.evenkeel.core.route.ExecutionSettings;
import org.evenkeel.core.settle.Fill;
import org.evenkeel.core.settle.Reconciliation;
import org.evenkeel.core.statement.CycleStatus;
import org.evenkeel.core.statement.LockRow;
import org.evenkeel.core.statement.RequestRow;
import org.evenkeel.shell.simulate.Boundaries;
import org.evenkeel.shell.simulate.CycleEntry;
import org.evenkeel.shell.simulate.Memory;
import org.evenkeel.shell.simulate.MemoryControls;
import org.evenkeel.shell.simulate.MemoryFlattenRecords;
import org.evenkeel.shell.simulate.MemoryJournal;
import org.evenkeel.shell.simulate.MemoryLease;
import org.evenkeel.shell.simulate.MemoryLockControls;
import org.evenkeel.shell.simulate.MemoryRequests;
import org.evenkeel.shell.simulate.RecordingAlerts;
import org.evenkeel.shell.simulate.VirtualClock;

/** A bot over a journal in memory and a scripted venue, which can die and be started again. */
final class World {

  static final InstrumentId BTC = Samples.perpetual("BTC").id();
  static final InstrumentId ETH = Samples.perpetual("ETH").id();
  static final InstrumentId USDC = Samples.spot("USDC").id();
  static final Instant START = Instant.parse("2026-01-31T10:30:00Z");
  static final Instant SLOT = Instant.parse("2026-01-31T11:00:00Z");

  final VirtualClock clock;
  final ScriptedVenue venue;
  private final String nonce;
  final Memory memory = new Memory();
  final Boundaries journalCalls = new Boundaries();
  final RecordingAlerts alerts = new RecordingAlerts();
  final Requests requests = new MemoryRequests(memory);
  final LockControls lockControls = new MemoryLockControls(memory);
  final Controls controls = new MemoryControls(memory);
  final List<CycleId> ended = new ArrayList<>();
  private final Set<ClientOrderId> sent = new HashSet<>();
  private int starts = 0;
  Strategy strategy = strategy();
  Precondition precondition = Precondition.NONE;
  CallMeter meter = CallMeter.NONE;
  OfflineInbox inbox = OfflineInbox.EMPTY;
  DeadManSwitch deadMan = DeadManSwitch.NONE;
  Daemon daemon;
  Journal journal;

  private SortedMap<VenueId, DeadManSwitch> deadMen() {
    TreeMap<VenueId, DeadManSwitch> switches = new TreeMap<>();
    switches.put(venue.capabilities().venue(), deadMan);
    return switches;
  }

  World() {
    this(new VirtualClock(START));
  }

  private World(VirtualClock clock) {
    this(clock, new ScriptedVenue(clock), "4f7q");
    venue.beforeOrder(
        ticket -> {
          assertThat(memory.attempts())
              .as("committed before it is sent")
              .containsKey(ticket.clientOrderId());
          assertThat(sent.add(ticket.clientOrderId())).as("sent once: " + ticket).isTrue();
        });
  }

  private World(VirtualClock clock, ScriptedVenue venue, String nonce) {
    this.clock = clock;
    this.venue = venue;
    this.nonce = nonce;
    memory.keepTimeBy(clock::now);
    restart();
  }

  /** Another deployment with a database of its own on the same account. */
  static World beside(World other) {
    other.venue.beforeOrder(ticket -> {});
    return new World(other.clock, other.venue, "zzzz");
  }

  /** Two persons agree, and the bot carries it out. */
  void agreeOn(Request request) {
    RequestRow asked = requests.ask(request, "ann", "looked at it");
    requests.approve(asked.number(), asked.hash(), "bob", "me too").orThrow();
    daemon.onHeartbeat();
  }

  /** Two persons acknowledge every lock that can be. */
  void acknowledgeAll() {
    agreeOn(
        LocksHandler.request(
            memory.locks().stream()
                .filter(lock -> lock.finding().cause().needsAcknowledgement())
                .map(LockRow::of)
                .toList()));
  }

  /** What stands locked, such as 'BTC-USDT-PERP@binance EXTERNAL_FILL'. */
  List<String> locks() {
    return memory.locks().stream()
        .map(lock -> lock.finding().subject() + " " + lock.finding().cause())
        .toList();
  }

  static Strategy strategy() {
    return strategy("1000000");
  }

  static Strategy strategy(String maxOrderNotional) {
    return new Strategy(
        "default",
        new Universe(
            Samples.USDT,
            List.of(Samples.sleeve("BTC"), Samples.sleeve("ETH")),
            List.of(Samples.share("USDC", "0.4"))),
        new FixedCadence(Duration.ofHours(1)),
        Duration.ofMinutes(10),
        new EstimateSettings(
            Duration.ofHours(1), 60, 20, 40, 0.95, 1, 0.5, 1e5, new TreeMap<>(), 0.02),
        ParitySettings.defaults(),
        PlanSettings.defaults(),
        new Limits(
            new BigDecimal(maxOrderNotional),
            // Nothing is tried first unless a test says so: most count orders.
            new BigDecimal(maxOrderNotional),
            Limits.defaults().maxNotionalPerMinute(),
            Limits.defaults().maxCycleTurnover(),
            Limits.defaults().maxGrossLeverage(),
            Limits.defaults().maxNetLeverage(),
            Limits.defaults().maxInstrumentExposure(),
            Limits.defaults().priceCollar(),
            200,
            Duration.ofSeconds(1),
            Duration.ofSeconds(30)),
        ExecutionSettings.defaults(),
        CashTerms.riskless(),
        ScoreSettings.defaults(),
        RiskControls.defaults());
  }

  /** The same strategy under other limits. */
  Strategy strategyWith(Limits limits) {
    return new Strategy(
        strategy.name(),
        strategy.universe(),
        strategy.cadence(),
        strategy.grace(),
        strategy.estimate(),
        strategy.parity(),
        strategy.plan(),
        limits,
        strategy.execution(),
        strategy.cash(),
        strategy.score(),
        strategy.controls());
  }

  /** The old process is gone, and its lease has run out; a new one starts on what was kept. */
  void restart() {
    MemoryLease.expire(memory);
    starts++;
    MemoryLease lease = new MemoryLease(memory, "process-" + starts, journalCalls);
    journal = new MemoryJournal(memory, lease, journalCalls);
    daemon =
        new Assembly(
                strategy,
                new RunManifest(RunId.of("run-" + starts), "rehearsal", "1", "cafe", clock.now()),
                new OneNonce(nonce),
                new Assembly.Ports(clock, venue, Venues.of(venue), journal, lease, alerts),
                new KillSwitch.Means(
                    new MemoryFlattenRecords(memory, lease, journalCalls), inbox, deadMen()),
                Optional.empty(),
                precondition,
                Decision::gate,
                meter)
            .daemon(() -> {}, ended::add);
  }

  private record OneNonce(String nonce) implements Ids {
    @Override
    public String incarnationNonce() {
      return nonce;
    }

    @Override
    public String runSuffix() {
      return "suffix";
    }
  }

  /** Ready and at the first slot. */
  static World ready() {
    World world = early();
    world.clock.advanceTo(SLOT);
    return world;
  }

  /** Ready, before the first slot. */
  static World early() {
    World world = new World();
    world.daemon.onHeartbeat();
    assertThat(world.daemon.isReady()).as(world.alerts.raised().toString()).isTrue();
    return world;
  }

  /** Rings until the bot is ready again. */
  void recover() {
    for (int i = 0; i < 20 && !daemon.isReady(); i++) {
      daemon.onHeartbeat();
      clock.sleep(Duration.ofSeconds(10));
    }
    assertThat(daemon.isReady()).as(alerts.raised().toString()).isTrue();
  }

  CycleEntry cycle(Instant dueAt) {
    return memory.cycle(Slot.scheduled("default", dueAt).cycleId());
  }

  List<Attempt> attempts(InstrumentId instrument) {
    return memory.attempts().values().stream()
        .filter(attempt -> attempt.ticket().instrument().equals(instrument))
        .map(attempt -> journal.attempt(attempt.ticket().clientOrderId()).orElseThrow())
        .toList();
  }

  /** What must hold whenever the bot is ready: nothing twice, nothing lost, ledger and venue equal. */
  void assertSound() {
    assertThat(Reconciliation.compare(journal.ledger(), venue.truth.account(clock.now())))
        .isEmpty();
    assertThat(memory.fills().values()).containsExactlyInAnyOrderElementsOf(venue.truth.fills);
    assertThat(journal.unfinishedCycles()).isEmpty();
    for (Attempt attempt : memory.attempts().values()) {
      Attempt whole = journal.attempt(attempt.ticket().clientOrderId()).orElseThrow();
      if (whole.state().isTerminal()) {
        assertThat(whole.bookedQty()).as(whole.toString()).isEqualTo(whole.state().cumQty());
      }
    }
    assertThat(memory.attempts().keySet()).containsAll(venue.truth.orders.keySet());
  }

  Contracts booked(InstrumentId instrument) {
    Contracts sum = Contracts.ZERO;
    for (Fill fill : memory.fills().values()) {
      if (fill.instrument().equals(instrument)) {
        sum = sum.plus(fill.side().signed(fill.lastQty()));
      }
    }
    return sum;
  }

  CycleStatus status(Instant dueAt) {
    return cycle(dueAt).status();
  }
}
