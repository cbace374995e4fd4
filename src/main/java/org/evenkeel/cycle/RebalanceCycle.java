package org.evenkeel.cycle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.BiFunction;
import org.evenkeel.core.basics.CycleId;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.calendar.Slot;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.estimate.CovarianceEstimate;
import org.evenkeel.core.estimate.gate.GatedEstimate;
import org.evenkeel.core.parity.KnownFactors;
import org.evenkeel.core.parity.Sizing;
import org.evenkeel.core.parity.SleeveAdjustments;
import org.evenkeel.core.parity.score.ScoreEntry;
import org.evenkeel.core.plan.PlannedLeg;
import org.evenkeel.core.plan.Standing;
import org.evenkeel.core.policy.Mandates;
import org.evenkeel.core.policy.Overrides;
import org.evenkeel.core.route.Intent;
import org.evenkeel.core.settle.FlowEntry;
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

  private static final String FACTORS = "factors";

  private final Strategy strategy;
  private final Journal journal;
  private final Observatory observatory;
  private final Reconciler reconciler;
  private final OrderDesk desk;
  private final SpecBook specs;
  private final Clock clock;
  private final Scorekeeper scorekeeper;
  private final BiFunction<Strategy, Observation, GatedEstimate> estimator;
  private final Precondition precondition;
  private final TrackRecord trackRecord;
  private final OverrideBook overrideBook;

  /**
   * @param precondition whether the host is fit for a cycle
   * @param estimator gives what {@link Decision#gate} gives, perhaps remembered from equal observations
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
      BiFunction<Strategy, Observation, GatedEstimate> estimator) {
    this.strategy = strategy;
    this.journal = journal;
    this.observatory = observatory;
    this.reconciler = reconciler;
    this.desk = desk;
    this.specs = specs;
    this.clock = clock;
    this.scorekeeper = new Scorekeeper(strategy, journal);
    this.estimator = estimator;
    this.precondition = precondition;
    this.trackRecord = new TrackRecord(journal, reconciler.alerts());
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
    if (!journal.beginCycle(slot, clock.now())) {
      return Optional.empty();
    }
    StageTimes times = new StageTimes(clock);
    Ending ending =
        precondition
            .objection()
            .map(Ending::held)
            .orElseGet(() -> reconciledAndDecided(slot, nonce, times));
    journal.endCycle(
        slot.cycleId(),
        clock.now(),
        ending.status(),
        ending.reason(),
        ending.statement(),
        times.millis());
    return Optional.of(new Ended(ending.status(), ending.reason()));
  }

  private Ending reconciledAndDecided(Slot slot, String nonce, StageTimes times) {
    return switch (times.measure(
        "reconcile", () -> reconciler.reconcile(nonce, Reconciler.Depth.QUICK))) {
      case Result.Ok<AccountSnapshot> ok -> decide(slot, nonce, times);
      case Result.Refused<AccountSnapshot> refused -> Ending.held(refused.refusal());
    };
  }

  private Ending decide(Slot slot, String nonce, StageTimes times) {
    CycleId cycle = slot.cycleId();
    Overrides overrides = overrideBook.of(cycle, slot.dueAt());
    Mandates mandates = overrides.mandates(strategy.universe());
    Result<Observation> observed =
        times.measure(
            "observe",
            () ->
                observatory
                    .observe(slot.dueAt())
                    .then(seen -> seen.without(FlowEntry.heldOut(journal.accounting().flows())))
                    .map(seen -> keep(cycle, seen)));
    return switch (observed) {
      case Result.Ok<Observation> ok -> {
        // After the look at the market, which may have locked an instrument whose specification
        // changed.
        Standing standing = Standings.of(strategy, journal).under(mandates.rules());
        journal.keepDocument(cycle, "standing", standing);
        ScoreEntry score = times.measure("score", () -> scored(cycle, ok.value()));
        yield switch (decision(cycle, ok.value(), score, mandates.adjustments(), standing, times)) {
          case Result.Ok<Decision> made ->
              carryOut(cycle, ok.value(), made.value(), overrides, nonce, times);
          case Result.Refused<Decision> refused -> {
            scorekeeper.carry(cycle, score, ok.value());
            yield Ending.held(refused.refusal());
          }
        };
      }
      case Result.Refused<Observation> refused -> Ending.held(refused.refusal());
    };
  }

  private Result<Decision> decision(
      CycleId cycle,
      Observation seen,
      ScoreEntry score,
      SleeveAdjustments adjustments,
      Standing standing,
      StageTimes times) {
    GatedEstimate gated = times.measure("estimate", () -> estimator.apply(strategy, seen));
    journal.keepDocument(cycle, "gate", gated.verdict());
    return kept(cycle, "estimate", gated.decided())
        .then(
            estimate ->
                kept(cycle, "sizing", Decision.sizing(strategy, seen, score))
                    .then(
                        size ->
                            times.measure(
                                "solve", () -> targets(cycle, gated, estimate, adjustments, size)))
                    .then(
                        targets ->
                            times
                                .measure(
                                    "plan",
                                    () ->
                                        kept(
                                            cycle,
                                            "plan",
                                            Decision.plan(
                                                strategy, gated, targets.parity(), seen, standing)))
                                .map(
                                    plan ->
                                        new Decision(
                                            gated,
                                            estimate,
                                            targets.parity(),
                                            targets.overlay(),
                                            plan))));
  }

  private Result<Decision.Targets> targets(
      CycleId cycle,
      GatedEstimate gated,
      CovarianceEstimate estimate,
      SleeveAdjustments adjustments,
      Sizing sizing) {
    KnownFactors earlier = knownFactors(strategy, journal);
    return Decision.targets(strategy, gated, estimate, adjustments, sizing, earlier)
        .map(
            targets -> {
              if (!targets.factors().factors().isEmpty()) {
                journal.keepDocument(cycle, FACTORS, targets.factors());
              }
              journal.keepDocument(cycle, "target", targets.parity());
              journal.keepDocument(cycle, "overlay", targets.overlay());
              return targets;
            });
  }

  /** The principal components as the newest cycle with budgets of them has named them. */
  public static KnownFactors knownFactors(Strategy strategy, Journal journal) {
    return strategy.parity().principle().hasComponents()
        ? journal.newestDocuments(FACTORS, KnownFactors.class, 1).stream()
            .findFirst()
            .orElse(KnownFactors.none())
        : KnownFactors.none();
  }

  private ScoreEntry scored(CycleId cycle, Observation seen) {
    ScoreEntry entry = scorekeeper.look(seen);
    journal.keepDocument(cycle, Scorekeeper.SCOREBOARD, entry);
    return entry;
  }

  private Ending carryOut(
      CycleId cycle,
      Observation observed,
      Decision decision,
      Overrides overrides,
      String nonce,
      StageTimes times) {
    List<Intent> intents = decision.plan().legs().stream().map(leg -> intent(cycle, leg)).toList();
    OrderDesk.Outcome outcome =
        times.measure(
            "execute",
            () -> {
              journal.commitIntents(intents);
              return desk.work(intents, decision.plan(), observed, nonce);
            });
    journal.keepDocument(cycle, "execution", outcome);
    Result<CycleStatement> statement =
        times.measure(
            "account", () -> account(cycle, observed, decision, overrides, outcome, nonce));
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
      CycleId cycle,
      Observation observed,
      Decision decision,
      Overrides overrides,
      OrderDesk.Outcome outcome,
      String nonce) {
    return reconciler
        .reconcile(nonce, Reconciler.Depth.QUICK)
        .then(ignored -> observatory.refresh(observed))
        .map(
            after -> {
              CycleStatement statement = statement(observed, after, decision, overrides, outcome);
              scorekeeper.forecast(cycle, decision.estimate(), statement, after);
              trackRecord.keep(cycle, after);
              return statement;
            });
  }

  private CycleStatement statement(
      Observation observed,
      Observation after,
      Decision decision,
      Overrides overrides,
      OrderDesk.Outcome outcome) {
    SortedMap<SleeveId, String> remarks = overrides.remarks(strategy.universe());
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
            remarks);
  }

  private Observation keep(CycleId cycle, Observation observed) {
    specs.learn(observed.market().specs());
    journal.keepMarket(cycle, observed.market());
    journal.keepAccount(cycle, observed.account());
    return observed;
  }

  private <T> Result<T> kept(CycleId cycle, String stage, Result<T> result) {
    if (result instanceof Result.Ok<T> ok) {
      journal.keepDocument(cycle, stage, ok.value());
    }
    return result;
  }

  private static Intent intent(CycleId cycle, PlannedLeg leg) {
    return new Intent(
        cycle,
        leg.instrument(),
        leg.number(),
        leg.side(),
        leg.quantity(),
        leg.reduceOnly(),
        leg.arrivalPrice());
  }

  /** The slot's moment for a cycle that an operator wants now. */
  public static Slot slotNow(String strategy, Instant now) {
    return new Slot(strategy, now, Slot.Occasion.OPERATOR);
  }
}
