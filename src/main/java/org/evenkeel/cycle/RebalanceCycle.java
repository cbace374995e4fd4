package org.evenkeel.cycle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.evenkeel.core.basics.CycleId;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.calendar.Slot;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.estimate.gate.GatedEstimate;
import org.evenkeel.core.parity.ExposureScale;
import org.evenkeel.core.parity.lots.LotReport;
import org.evenkeel.core.parity.score.ScoreEntry;
import org.evenkeel.core.plan.PegWatch;
import org.evenkeel.core.plan.SavedPlan;
import org.evenkeel.core.plan.Standing;
import org.evenkeel.core.policy.Mandates;
import org.evenkeel.core.policy.Overrides;
import org.evenkeel.core.route.Intent;
import org.evenkeel.core.statement.CycleStatement;
import org.evenkeel.core.statement.CycleStatus;
import org.evenkeel.core.statement.StatementWriter;

/**
 * One decision from slot to statement: the table of contents of the product.
 *
 * <p>Reconcile, observe, judge the last forecast, estimate, solve, plan, commit, send and settle, account for it.
 * A stage that refuses ends the cycle as HELD with its reason; nothing is traded and what is held stays.
 *
 * <p>Single-threaded. Throws {@link LeaseLost} and {@link JournalUnavailable}, after which the cycle is closed by {@link
 * StartUp}.
 */
public final class RebalanceCycle {

  private final Strategy strategy;
  private final LimitsNow limitsNow;
  private Supplier<PegWatch> pegs = PegWatch::none;
  private final Journal journal;
  private final Observatory observatory;
  private final Reconciler reconciler;
  private final OrderDesk desk;
  private final SpecBook specs;
  private final Clock clock;
  private final Scorekeeper scorekeeper;
  private final BiFunction<DecisionRules, Observation, GatedEstimate> estimator;
  private final Precondition precondition;
  private final TrackRecord trackRecord;
  private final DrawdownWatch brake;
  private final CapitalWatch capital;
  private final CallMeter meter;
  private final Explanations explanations;
  private final OverrideBook overrideBook;
  private final CostWatch costs;

  /**
   * @param precondition whether the host is fit for a cycle
   * @param estimator gives what {@link Decision#gate} gives, perhaps remembered from equal observations
   * @param meter counts the calls of each cycle
   */
  public RebalanceCycle(
      Strategy strategy,
      Journal journal,
      Observatory observatory,
      Reconciler reconciler,
      OrderDesk desk,
      SpecBook specs,
      Clock clock,
      Precondition precondition,
      BiFunction<DecisionRules, Observation, GatedEstimate> estimator,
      CallMeter meter) {
    this.meter = meter;
    this.strategy = strategy;
    this.limitsNow = new LimitsNow(strategy, journal, clock);
    this.journal = journal;
    this.observatory = observatory;
    this.reconciler = reconciler;
    this.desk = desk;
    this.specs = specs;
    this.clock = clock;
    this.scorekeeper = new Scorekeeper(strategy, journal);
    this.estimator = estimator;
    this.precondition = precondition;
    this.trackRecord = new TrackRecord(strategy.universe(), journal, reconciler.alerts());
    this.capital = new CapitalWatch(strategy, journal, clock, reconciler.alerts());
    this.brake =
        new DrawdownWatch(
            () -> limitsNow.strategy().guards().drawdown(),
            trackRecord,
            journal,
            reconciler.alerts());
    this.explanations = new Explanations(journal, reconciler.alerts(), new Estimating(estimator));
    this.costs = new CostWatch(journal, reconciler.alerts());
    this.overrideBook = new OverrideBook(strategy, journal, clock, reconciler.alerts());
  }

  /**
   * How a slot's decision ended.
   *
   * @param status how
   * @param reason why, for everything but a clean end
   */
  public record Ended(CycleStatus status, String reason) {}

  /** What came of a slot, and how it ended. */
  private record Ending(CycleStatus status, String reason, Optional<CycleStatement> statement) {

    static Ending held(Refusal refusal) {
      return new Ending(CycleStatus.HELD, refusal.toString(), Optional.empty());
    }
  }

  /** Decides a slot and carries the decision out; empty if the slot has its decision already. */
  public Optional<Ended> run(Slot slot, String nonce) {
    return run(slot, nonce, RunWish.none());
  }

  /** The same with a saved plan that is to be carried out, if it still fits, or limited to some sleeves. */
  Optional<Ended> run(Slot slot, String nonce, RunWish wish) {
    if (!journal.beginCycle(slot, clock.now())) {
      return Optional.empty();
    }
    meter.begin();
    StageTimes times = new StageTimes(clock);
    Ending ending =
        precondition
            .objection()
            .map(Ending::held)
            .orElseGet(() -> reconciledAndDecided(slot, nonce, wish, times));
    meter.keep(journal, slot.cycleId());
    journal.endCycle(
        slot.cycleId(),
        clock.now(),
        ending.status(),
        wish.remark() + ending.reason(),
        ending.statement(),
        times.millis());
    return Optional.of(new Ended(ending.status(), wish.remark() + ending.reason()));
  }

  private Ending reconciledAndDecided(Slot slot, String nonce, RunWish wish, StageTimes times) {
    Optional<Refusal> unknown = wish.objection(strategy.universe());
    if (unknown.isPresent()) {
      return Ending.held(unknown.get());
    }
    String here = SavedPlan.databaseOf(nonce, strategy.name());
    if (wish.plan().isPresent() && !wish.plan().get().database().equals(here)) {
      return Ending.held(
          Refusal.of(
              RefusalReason.PLAN_STALE,
              "the saved plan was made for another database and account"));
    }
    return switch (times.measure(
        "reconcile", () -> reconciler.reconcile(nonce, Reconciler.Depth.QUICK))) {
      case Result.Ok<AccountSnapshot> ok -> decide(slot, nonce, wish, times);
      case Result.Refused<AccountSnapshot> refused -> Ending.held(refused.refusal());
    };
  }

  private Ending decide(Slot slot, String nonce, RunWish wish, StageTimes times) {
    CycleId cycle = slot.cycleId();
    // Read at the beginning: what is ordered while the cycle runs is for the next one.
    Overrides overrides = overrideBook.of(cycle, slot.dueAt());
    Mandates mandates =
        wish.mandates(overrides, LiveContracts.at(strategy.universe(), slot.dueAt()));
    Result<Observation> observed =
        times.measure("observe", () -> observatory.observe(slot.dueAt()).map(this::learned));
    return switch (observed) {
      case Result.Ok<Observation> ok ->
          switch (times.measure(
              "brake",
              () ->
                  brake
                      .look(cycle, ok.value())
                      .then(braked -> capital.look(cycle, ok.value(), braked)))) {
            case Result.Ok<Optional<ExposureScale>> braked ->
                decide(
                    cycle,
                    inputs(cycle, ok.value(), mandates, braked.value(), wish.plan(), times),
                    overrides,
                    nonce,
                    times);
            case Result.Refused<Optional<ExposureScale>> refused -> Ending.held(refused.refusal());
          };
      case Result.Refused<Observation> refused -> Ending.held(refused.refusal());
    };
  }

  /** Gathers and stores what the decision is made from, after the look at the market, which may have locked something. */
  private DecisionInputs inputs(
      CycleId cycle,
      Observation observed,
      Mandates mandates,
      Optional<ExposureScale> braked,
      Optional<SavedPlan> ordered,
      StageTimes times) {
    Standing standing = Standings.of(strategy, journal).under(mandates.rules());
    journal.keepDocument(cycle, "standing", standing);
    ScoreEntry score = times.measure("score", () -> scored(cycle, observed));
    DecisionInputs inputs =
        Gathering.inputs(
                limitsNow.strategy(),
                journal,
                observed,
                new Gathering.Known(mandates.adjustments(), standing, score, braked, ordered))
            .knowing(pegs.get());
    return times.measure(
        "keep",
        () -> {
          journal.keepInputs(cycle, inputs);
          return inputs;
        });
  }

  private Ending decide(
      CycleId cycle, DecisionInputs inputs, Overrides overrides, String nonce, StageTimes times) {
    return switch (inputs.observation()) {
      case Result.Ok<Observation> seen ->
          switch (Decision.from(inputs, new Kept(cycle, times))) {
            case Result.Ok<Decision> made ->
                carryOut(
                    explained(new Decided(cycle, inputs, seen.value(), made.value()), times),
                    overrides,
                    nonce,
                    times);
            case Result.Refused<Decision> refused -> {
              scorekeeper.carry(cycle, inputs.score(), seen.value());
              yield Ending.held(refused.refusal());
            }
          };
      case Result.Refused<Observation> refused -> Ending.held(refused.refusal());
    };
  }

  /** Nobody listens, and estimates are those of the cycle. */
  private record Estimating(BiFunction<DecisionRules, Observation, GatedEstimate> estimator)
      implements DecisionStages {

    @Override
    public GatedEstimate gate(DecisionRules rules, Observation seen) {
      return estimator.apply(rules, seen);
    }
  }

  private Decided explained(Decided decided, StageTimes times) {
    return times.measure(
        "explain",
        () -> {
          explanations.keep(decided);
          return decided;
        });
  }

  /** Keeps every stage as it is done, and measures it. */
  private final class Kept implements DecisionStages {

    private final CycleId cycle;
    private final StageTimes times;

    Kept(CycleId cycle, StageTimes times) {
      this.cycle = cycle;
      this.times = times;
    }

    @Override
    public void made(String stage, Object document) {
      journal.keepDocument(cycle, stage, document);
    }

    @Override
    public <T> T during(String stage, Supplier<T> work) {
      return times.measure(stage, work);
    }

    @Override
    public GatedEstimate gate(DecisionRules rules, Observation seen) {
      return estimator.apply(rules, seen);
    }
  }

  private ScoreEntry scored(CycleId cycle, Observation seen) {
    ScoreEntry entry = scorekeeper.look(seen);
    journal.keepDocument(cycle, Scorekeeper.SCOREBOARD, entry);
    return entry;
  }

  private Ending carryOut(Decided decided, Overrides overrides, String nonce, StageTimes times) {
    CycleId cycle = decided.cycle();
    Observation observed = decided.seen();
    Decision decision = decided.decision();
    List<Intent> intents = decision.intents(cycle);
    OrderDesk.Outcome outcome =
        times.measure(
            "execute",
            () -> {
              journal.commitIntents(intents);
              return desk.work(intents, Rounds.of(decided), observed, nonce);
            });
    journal.keepDocument(cycle, "execution", outcome);
    Result<CycleStatement> statement =
        times.measure("account", () -> account(decided, overrides, outcome, nonce));
    return switch (statement) {
      case Result.Ok<CycleStatement> ok ->
          new Ending(
              CycleStatus.DONE, summary(decision, overrides, outcome), Optional.of(ok.value()));
      case Result.Refused<CycleStatement> refused ->
          new Ending(
              CycleStatus.DONE,
              summary(decision, overrides, outcome) + "no statement: " + refused.refusal(),
              Optional.empty());
    };
  }

  private static String summary(Decision decision, Overrides overrides, OrderDesk.Outcome outcome) {
    StringBuilder text = new StringBuilder(decision.remarks());
    text.append(text.isEmpty() ? "" : "; ");
    text.append(overrides.reverted()).append(overrides.ended().isEmpty() ? "" : "; ");
    outcome
        .denials()
        .forEach(
            denial ->
                text.append(denial.instrument())
                    .append(" not traded: ")
                    .append(denial.refusal())
                    .append("; "));
    if (outcome.unresolved() > 0) {
      text.append(outcome.unresolved()).append(" orders unresolved; ");
    }
    return text.toString();
  }

  private Result<CycleStatement> account(
      Decided decided, Overrides overrides, OrderDesk.Outcome outcome, String nonce) {
    CycleId cycle = decided.cycle();
    Decision decision = decided.decision();
    return reconciler
        .reconcile(nonce, Reconciler.Depth.QUICK)
        .then(ignored -> observatory.refresh(decided.seen()))
        .map(
            after -> {
              CycleStatement statement = statement(decided, after, overrides, outcome);
              scorekeeper.forecast(cycle, decision.estimate(), statement, after);
              trackRecord.keep(cycle, after);
              costs.look(cycle);
              return statement;
            });
  }

  private CycleStatement statement(
      Decided decided, Observation after, Overrides overrides, OrderDesk.Outcome outcome) {
    Observation observed = decided.seen();
    Decision decision = decided.decision();
    SortedMap<SleeveId, String> remarks = overrides.remarks(strategy.universe());
    PlanStages.endings(decided.inputs().rules(), observed)
        .leaving()
        .forEach((sleeve, why) -> remarks.merge(sleeve, "is left: " + why, (a, b) -> a + ", " + b));
    decision
        .remarksBySleeve()
        .forEach((sleeve, cause) -> remarks.merge(sleeve, cause, (a, b) -> a + ", " + b));
    return new StatementWriter(
            decision.gate().universe(), observed.market().specs(), after.market().quotes())
        .draw(
            clock.now(),
            after.account(),
            after.nav(),
            decision.estimate(),
            decision.parity().targets(),
            decision.parity().principle(),
            outcome.turnover(),
            Standings.unresolved(journal).values(),
            remarks)
        .withLots(decision.plan().lots().map(LotReport::inWords).orElse(""));
  }

  private Observation learned(Observation observed) {
    specs.learn(observed.market().specs());
    return observed;
  }

  /** What is known of pegs when a decision is made, beside what it sees itself. */
  void pegs(Supplier<PegWatch> known) {
    pegs = known;
  }

  /** The slot's moment for a cycle that an operator wants now. */
  public static Slot slotNow(String strategy, Instant now) {
    return new Slot(strategy, now, Slot.Occasion.OPERATOR);
  }
}
