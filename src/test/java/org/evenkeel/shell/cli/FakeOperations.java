package org.evenkeel.shell.cli;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.evenkeel.contract.InputExamples;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.plan.SavedPlan;
import org.evenkeel.core.policy.LimitOverride;
import org.evenkeel.core.policy.OperatorOverride;
import org.evenkeel.core.settle.LedgerBalances;
import org.evenkeel.core.statement.ChainHead;
import org.evenkeel.core.statement.ChainVerdict;
import org.evenkeel.core.statement.CostFacts;
import org.evenkeel.core.statement.CycleDetail;
import org.evenkeel.core.statement.CycleRow;
import org.evenkeel.core.statement.CycleStatement;
import org.evenkeel.core.statement.NavPoint;
import org.evenkeel.core.statement.OrderDetail;
import org.evenkeel.core.statement.OrderRow;
import org.evenkeel.core.statement.RiskSamples;
import org.evenkeel.core.statement.RiskStatement;
import org.evenkeel.core.statement.Status;
import org.evenkeel.cycle.AuditTrail;
import org.evenkeel.cycle.Controls;
import org.evenkeel.cycle.DecisionRules;
import org.evenkeel.cycle.Decisions;
import org.evenkeel.cycle.JournalUnavailable;
import org.evenkeel.cycle.LimitControls;
import org.evenkeel.cycle.LockControls;
import org.evenkeel.cycle.Records;
import org.evenkeel.cycle.Requests;
import org.evenkeel.shell.cli.whatif.Assumption;
import org.evenkeel.shell.config.AppConfig;
import org.evenkeel.shell.simulate.Memory;
import org.evenkeel.shell.simulate.MemoryLimits;
import org.evenkeel.shell.simulate.MemoryLockControls;
import org.evenkeel.shell.simulate.MemoryRequests;

/** A bot made of lists: what is recorded is set by a test, and what is ordered can be looked at. */
final class FakeOperations extends FakeWatch implements Operations, Session, Records {

  List<String> missingAuthority = List.of();
  CostFacts costs = new CostFacts("USDT", List.of(), List.of());

  Status status = Samples.status();
  Optional<CycleStatement> statement = Optional.of(Samples.statement());
  LedgerBalances booked = Samples.booked();
  Optional<RiskStatement> risk = Optional.of(RiskSamples.statement(2));
  List<OrderRow> orders = Samples.orders();
  List<OrderDetail> details = List.of();
  List<CycleDetail> cycles = List.of(Samples.cycle());
  PlanPreview preview = Samples.preview();
  WhatIfPreview whatIf =
      new WhatIfPreview(
          Samples.AS_OF, List.of(), Optional.empty(), Optional.empty(), Optional.empty());
  WhatIfPreview underOverrides =
      new WhatIfPreview(
          Samples.AS_OF,
          List.of(),
          Optional.of(Refusal.of(RefusalReason.VENUE_UNAVAILABLE, "no venue in this test")),
          Optional.empty(),
          Optional.empty());
  boolean venueIsDown;
  AuditTrail trail = new FakeTrail(new ChainVerdict(0, 0, Optional.empty(), Optional.empty()));
  Function<TransferWish, TransferPreview> wished =
      wish -> {
        throw new CommandFailed(ExitCode.VENUE, "no venue in this test");
      };
  KeysAnswer keys = new KeysAnswer(List.of(), List.of(), List.of());
  List<Finding> findings = List.of();
  boolean databaseIsDown;
  RuntimeException runFailure = null;
  FakeDecisions decisions = new FakeDecisions();
  SavedPlanPreview saved = new SavedPlanPreview(preview, Optional.empty());
  Optional<Refusal> planObjection = Optional.empty();

  final Memory memory = new Memory();
  final MemoryLimits limits = new MemoryLimits(memory);
  final Requests requests = new MemoryRequests(memory);
  final LockControls locks = new MemoryLockControls(memory);
  AppConfig lastConfig = null;
  RunOptions lastRun = null;

  @Override
  public Session open(AppConfig config) {
    lastConfig = config;
    if (databaseIsDown) {
      throw new JournalUnavailable(
          "the database does not answer: connection refused", new IllegalStateException());
    }
    return this;
  }

  @Override
  public int run(AppConfig config, RunOptions options) {
    lastConfig = config;
    lastRun = options;
    if (runFailure != null) {
      throw runFailure;
    }
    return 0;
  }

  @Override
  public PlanPreview plan(AppConfig config) {
    return preview;
  }

  @Override
  public SimulationAnswer simulate(SimulateOptions options) {
    calls.add("simulate " + options);
    return new SimulationAnswer(
        options.count(),
        0,
        0,
        0,
        1,
        60,
        List.of(),
        new TreeMap<>(),
        new TreeMap<>(),
        List.of(),
        List.of(),
        false,
        List.of(),
        List.of());
  }

  @Override
  public WhatIfPreview planIf(AppConfig config, List<Assumption> assumptions) {
    calls.add("what if " + assumptions);
    return whatIf;
  }

  @Override
  public WhatIfPreview planUnder(
      AppConfig config, UnaryOperator<List<OperatorOverride>> others, String words) {
    if (venueIsDown) {
      throw new CommandFailed(ExitCode.VENUE, "the venue does not answer");
    }
    return underOverrides;
  }

  @Override
  public int venueSim(AppConfig config, VenueSimOptions options) {
    lastConfig = config;
    calls.add("venue-sim " + options);
    return 0;
  }

  @Override
  public KeysAnswer checkKeys(AppConfig config) {
    lastConfig = config;
    return keys;
  }

  @Override
  public List<Finding> examine(AppConfig config) {
    lastConfig = config;
    return findings;
  }

  @Override
  public FlattenPreview flattenPreview(AppConfig config) {
    return new FlattenPreview(List.of("-0.5 of BTC-USDT-PERP@binance at about 50000"), "");
  }

  @Override
  public FlattenAnswer flattenOffline(AppConfig config, FlattenOptions options) {
    calls.add("flatten offline " + options);
    return new FlattenAnswer(true, 3, "flat", "var/offline");
  }

  @Override
  public FlattenTimes flattenDrill(int instruments, SimulateOptions options) {
    calls.add("flatten drill " + instruments + " " + options);
    FlattenTimes.Spread spread = FlattenTimes.Spread.of(List.of(1.0, 2.0));
    return new FlattenTimes(instruments, 2, spread, spread, spread, spread, spread, spread);
  }

  @Override
  public List<ChainHead> keptHeads(Path file) {
    return List.of();
  }

  @Override
  public Optional<String> signer(AppConfig config) {
    return Optional.empty();
  }

  @Override
  public String createIdentity(String name, String role, Path file) {
    calls.add("identity " + name + " " + role);
    return name + " " + role + " KEY";
  }

  @Override
  public List<IdentityRow> identities(AppConfig config) {
    return List.of(new IdentityRow("ann", "approver", "cafe"));
  }

  @Override
  public String version() {
    return "0.1.0 (4f7a2c1)";
  }

  @Override
  public Records records() {
    return this;
  }

  @Override
  public Controls controls() {
    return this;
  }

  @Override
  public LockControls locks() {
    return locks;
  }

  @Override
  public LimitControls limits() {
    return limits;
  }

  @Override
  public List<LimitOverride> limitsSet(Instant at) {
    return limits.at(at);
  }

  @Override
  public List<String> missingAuthority(AppConfig config) {
    return missingAuthority;
  }

  @Override
  public String signLimits(AppConfig config) {
    return "signature ann 0 0";
  }

  @Override
  public Requests requests() {
    return requests;
  }

  @Override
  public AuditTrail auditTrail() {
    return trail;
  }

  @Override
  public CostFacts costs(Instant from, Instant to) {
    return new CostFacts(
        costs.currency(),
        costs.orders().stream()
            .filter(
                order -> !order.committedAt().isBefore(from) && order.committedAt().isBefore(to))
            .toList(),
        costs.forgone().stream()
            .filter(one -> !one.at().isBefore(from) && one.at().isBefore(to))
            .toList());
  }

  @Override
  public void close() {
    calls.add("close");
  }

  @Override
  public Status status() {
    return status;
  }

  @Override
  public List<CycleRow> cycles(int limit) {
    return cycles.stream().map(CycleDetail::row).limit(limit).toList();
  }

  @Override
  public Optional<CycleDetail> cycle(String cycleId) {
    return cycles.stream().filter(c -> c.row().cycleId().equals(cycleId)).findFirst();
  }

  @Override
  public Optional<CycleStatement> lastStatement() {
    return statement;
  }

  @Override
  public Optional<CycleStatement> statementAt(Instant at) {
    return statement.filter(known -> !known.asOf().isAfter(at));
  }

  @Override
  public LedgerBalances booked() {
    return booked;
  }

  @Override
  public Optional<String> slotToSkip(Instant dueAt) {
    String call = "skip " + dueAt + " by ";
    return calls.stream()
        .filter(each -> each.startsWith(call))
        .map(each -> each.substring(call.length()))
        .findFirst();
  }

  @Override
  public List<OrderRow> orders(boolean openOnly, int limit) {
    return orders.stream()
        .filter(o -> !openOnly || o.state().equals("UNKNOWN") || o.state().equals("QUARANTINED"))
        .limit(limit)
        .toList();
  }

  @Override
  public Optional<OrderDetail> order(String id) {
    return details.stream().filter(o -> o.row().clientOrderId().equals(id)).findFirst();
  }

  @Override
  public List<NavPoint> navs(int limit) {
    return List.of(
        new NavPoint(
            Instant.parse("2026-01-20T00:00:00Z"),
            new BigDecimal("1003211.42"),
            new BigDecimal("0.48"),
            new BigDecimal("0.199")));
  }

  @Override
  public Optional<RiskStatement> risk() {
    return risk;
  }

  @Override
  public List<OperatorOverride> overrides(boolean all) {
    return List.copyOf(overrides);
  }

  @Override
  public DecisionRules rules(AppConfig config) {
    return InputExamples.inputs("100", "1000").rules();
  }

  @Override
  public Instant appointmentAfter(AppConfig config, Instant instant) {
    return instant.plusSeconds(3600);
  }

  @Override
  public boolean acceptGap(long number, String author, String reason) {
    return number == 7 && calls.add("accept difference 7 by " + author + ": " + reason);
  }

  @Override
  public boolean skipSlot(Instant dueAt, String author, String reason) {
    String call = "skip " + dueAt + " by " + author + ": " + reason;
    return !calls.contains(call) && calls.add(call);
  }

  @Override
  public TransferPreview transferPreview(AppConfig config, TransferWish wish) {
    return wished.apply(wish);
  }

  @Override
  public SavedPlanPreview savePlan(AppConfig config, Duration life, Ratio priceTolerance) {
    return saved;
  }

  @Override
  public Optional<Refusal> objection(AppConfig config, SavedPlan plan) {
    return planObjection;
  }

  @Override
  public Decisions decisions() {
    return decisions;
  }
}
