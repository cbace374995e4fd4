package org.evenkeel.cycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.evenkeel.core.basics.CycleId;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.data.UsableEquity;
import org.evenkeel.core.data.Yardstick;
import org.evenkeel.core.estimate.CashRisk;
import org.evenkeel.core.estimate.CovarianceEstimate;
import org.evenkeel.core.estimate.gate.GatedEstimate;
import org.evenkeel.core.estimate.gate.Permission;
import org.evenkeel.core.estimate.gate.QualityGate;
import org.evenkeel.core.estimate.regime.RegimeDetectors;
import org.evenkeel.core.parity.ExposureScale;
import org.evenkeel.core.parity.KnownFactors;
import org.evenkeel.core.parity.ParityDecision;
import org.evenkeel.core.parity.RiskParity;
import org.evenkeel.core.parity.Sizing;
import org.evenkeel.core.parity.SleeveAdjustments;
import org.evenkeel.core.parity.score.ScoreEntry;
import org.evenkeel.core.parity.stress.RiskOverlay;
import org.evenkeel.core.parity.stress.StressOutcome;
import org.evenkeel.core.parity.stress.StressTest;
import org.evenkeel.core.plan.PegWatch;
import org.evenkeel.core.plan.RebalancePlan;
import org.evenkeel.core.plan.SavedPlan;
import org.evenkeel.core.plan.Standing;
import org.evenkeel.core.plan.roll.RollChoice;
import org.evenkeel.core.route.Intent;

/**
 * The pure part of a cycle: risk, weights and plan from one observation.
 *
 * <p>The same {@link DecisionInputs} give the same decision on every machine.
 *
 * @param gate the verdict on the data, and the sleeves that take part
 * @param estimate the covariance and its quality
 * @param parity certified weights, and target exposures as the overlay leaves them
 * @param overlay stress and alarms, and what binds of them
 * @param plan the legs, and every trade that is not made
 * @param stages the plan that follows from the inputs after each of its stages; a saved plan that is carried out is another
 * @param rolls which contracts carry the legs that are rolled, and why
 */
public record Decision(
    GatedEstimate gate,
    CovarianceEstimate estimate,
    ParityDecision parity,
    RiskOverlay overlay,
    RebalancePlan plan,
    PlanStages stages,
    List<RollChoice> rolls) {

  public Decision {
    rolls = List.copyOf(rolls);
  }

  /** The stage under which it is kept which contracts carry the legs that are rolled, and why. */
  static final String ROLLS = "rolls";

  /** The stage under which the principal components are kept. */
  static final String FACTORS = "factors";

  /** The stage under which the pegs of stablecoins are kept. */
  public static final String PEGS = "pegs";

  /**
   * Targets with what lowered them.
   *
   * @param parity the certified solution, and the targets as the overlay leaves them
   * @param overlay what was asked for by whom
   * @param factors the principal components of today, if there are budgets of them
   */
  public record Targets(ParityDecision parity, RiskOverlay overlay, KnownFactors factors) {}

  /** The covariance from the bars of an observation, with the verdict on it. */
  public static GatedEstimate gate(DecisionRules strategy, Observation observed) {
    return new QualityGate(strategy.estimate(), strategy.controls().gate())
        .judge(strategy.universe(), observed.market())
        .with(estimate -> CashRisk.withJumps(estimate, strategy.universe(), strategy.cash()));
  }

  /** The size of the portfolio by what the account holds, what the scoreboard says and what a drawdown asks for. */
  public static Result<Sizing> sizing(
      DecisionRules strategy,
      Observation observed,
      ScoreEntry score,
      Optional<ExposureScale> brake) {
    List<ExposureScale> scales = new ArrayList<>(List.of(score.exposureScale()));
    brake.ifPresent(scales::add);
    return Yardstick.of(strategy.universe(), observed.market().quotes())
        .then(
            yardstick ->
                UsableEquity.of(
                    observed.account(), yardstick, strategy.universe(), strategy.cash()))
        .map(equity -> new Sizing(CashRisk.of(equity, strategy.cash()), scales));
  }

  /**
   * Certified weights, scaled to the target volatility, under the operator's adjustments and the overlay.
   *
   * @param earlier the principal components of the cycle before, by which today's are named
   */
  public static Result<Targets> targets(
      DecisionRules strategy,
      GatedEstimate gated,
      CovarianceEstimate estimate,
      SleeveAdjustments adjustments,
      Sizing sizing,
      KnownFactors earlier) {
    KnownFactors today =
        strategy.parity().principle().hasComponents()
            ? earlier.today(estimate.without(adjustments.excluded()))
            : KnownFactors.none();
    return sizing
        .settings(strategy.parity())
        .then(
            settings ->
                RiskParity.decide(
                    gated.universe(),
                    estimate,
                    gated.returns(),
                    today.in(settings, estimate),
                    adjustments))
        .map(parity -> overlaid(strategy, gated, estimate, parity, sizing, today));
  }

  private static Targets overlaid(
      DecisionRules strategy,
      GatedEstimate gated,
      CovarianceEstimate estimate,
      ParityDecision parity,
      Sizing sizing,
      KnownFactors factors) {
    double barsPerYear = strategy.estimate().barsPerYear();
    StressTest test =
        new StressTest(
            gated.universe(),
            estimate,
            gated.returns().orElseThrow(),
            barsPerYear,
            strategy.controls().stress());
    List<StressOutcome> stress =
        new ArrayList<>(test.of(parity.targets(), strategy.parity().targetVolatilityAnnual()));
    stress.add(test.venueDefault(venues(gated), 1, parity.targets()));
    List<ExposureScale> others = new ArrayList<>(sizing.scales());
    RiskOverlay.reservedFor(strategy.universe(), gated.verdict()).ifPresent(others::add);
    RiskOverlay overlay =
        RiskOverlay.of(
            parity.targets(),
            stress,
            RegimeDetectors.read(gated.returns().orElseThrow(), strategy.controls().regime()),
            strategy.controls().regime(),
            others);
    return new Targets(
        new ParityDecision(parity.solution(), overlay.applyTo(parity.targets())), overlay, factors);
  }

  /** Several venues are taken to fail together, which is the worst that their names can mean. */
  private static String venues(GatedEstimate gated) {
    return gated.universe().riskInstruments().stream()
        .map(id -> Instrument.parse(id).venue().value())
        .distinct()
        .collect(Collectors.joining(" and "));
  }

  /** The plan toward the targets; under a verdict of REDUCE_ONLY the part of it that takes risk away. */
  public static Result<RebalancePlan> plan(
      DecisionRules strategy,
      GatedEstimate gated,
      ParityDecision parity,
      Observation observed,
      Standing standing,
      Instant next,
      PegWatch pegs) {
    return PlanStages.of(strategy, gated, parity, observed, standing, next, pegs)
        .map(PlanStages::limited);
  }

  /** The target exposures by sleeve. */
  static SortedMap<SleeveId, Ratio> exposures(ParityDecision parity) {
    TreeMap<SleeveId, Ratio> exposures = new TreeMap<>();
    parity.targets().sleeves().forEach(target -> exposures.put(target.sleeve(), target.exposure()));
    return exposures;
  }

  /** The decision that follows from its inputs, or why there is none. */
  public static Result<Decision> from(DecisionInputs inputs) {
    return from(inputs, DecisionStages.SILENT);
  }

  /** The same with somebody who hears of every stage as it is done. */
  public static Result<Decision> from(DecisionInputs inputs, DecisionStages stages) {
    return inputs.observation().then(seen -> from(inputs, seen, stages));
  }

  private static Result<Decision> from(
      DecisionInputs given, Observation seen, DecisionStages stages) {
    List<RollChoice> rolls = given.rolls().choices();
    if (!rolls.isEmpty()) {
      stages.made(ROLLS, rolls);
    }
    DecisionInputs inputs = given.rolled();
    DecisionRules rules = inputs.rules();
    PegWatch pegs = pegs(inputs);
    stages.made(PEGS, pegs);
    GatedEstimate gated = stages.during("estimate", () -> stages.gate(rules, seen));
    stages.made("gate", gated.verdict());
    return told(stages, "estimate", gated.decided())
        .then(
            estimate ->
                told(stages, "sizing", sizing(rules, seen, inputs.score(), inputs.brake()))
                    .then(
                        size ->
                            stages.during(
                                "solve",
                                () -> targets(inputs, gated, estimate, seen, size, stages)))
                    .then(
                        targets ->
                            stages
                                .during(
                                    "plan",
                                    () -> planned(given, inputs, gated, targets, seen, stages))
                                .map(
                                    planned ->
                                        new Decision(
                                            gated,
                                            estimate,
                                            targets.parity(),
                                            targets.overlay(),
                                            planned.plan(),
                                            planned.stages(),
                                            rolls))));
  }

  private static Result<Targets> targets(
      DecisionInputs inputs,
      GatedEstimate gated,
      CovarianceEstimate estimate,
      Observation seen,
      Sizing sizing,
      DecisionStages stages) {
    SleeveAdjustments adjusted =
        PlanStages.adjusted(inputs.rules(), gated, seen, inputs.adjustments());
    return targets(inputs.rules(), gated, estimate, adjusted, sizing, inputs.earlier())
        .map(
            targets -> {
              if (!targets.factors().factors().isEmpty()) {
                stages.made(FACTORS, targets.factors());
              }
              stages.made("target", targets.parity());
              stages.made("overlay", targets.overlay());
              return targets;
            });
  }

  /** The plan that is carried out, and the one that follows from the inputs. */
  private record Planned(RebalancePlan plan, PlanStages stages) {}

  private static Result<Planned> planned(
      DecisionInputs given,
      DecisionInputs inputs,
      GatedEstimate gated,
      Targets targets,
      Observation seen,
      DecisionStages stages) {
    return PlanStages.of(
            inputs.rules(),
            gated,
            targets.parity(),
            seen,
            inputs.standing(),
            inputs.next(),
            pegs(inputs))
        .then(
            fresh ->
                told(
                        stages,
                        "plan",
                        inputs.ordered().isEmpty()
                            ? Result.ok(fresh.limited())
                            : ordered(given, given.ordered().get(), gated))
                    .map(plan -> new Planned(plan, fresh)));
  }

  /** The plan that an operator has seen, if nothing has moved since and the data are fit for trading. */
  private static Result<RebalancePlan> ordered(
      DecisionInputs inputs, SavedPlan saved, GatedEstimate gated) {
    return inputs
        .objection(saved)
        .or(
            () ->
                gated.verdict().permission() == Permission.TRADE
                    ? Optional.empty()
                    : Optional.of(gated.verdict().refusal()))
        .map(Result::<RebalancePlan>refused)
        .orElseGet(() -> Result.ok(saved.plan()));
  }

  /** The pegs after the look that a decision is made from. */
  public static PegWatch pegs(DecisionInputs inputs) {
    return inputs
        .pegs()
        .seen(inputs.rules().universe(), inputs.market(), inputs.rules().plan().treasury());
  }

  private static <T> Result<T> told(DecisionStages stages, String stage, Result<T> result) {
    if (result instanceof Result.Ok<T> ok) {
      stages.made(stage, ok.value());
    }
    return result;
  }

  /** What is to be traded, as it is committed before anything is sent. */
  public List<Intent> intents(CycleId cycle) {
    return plan.legs().stream()
        .map(
            leg ->
                new Intent(
                    cycle,
                    leg.instrument(),
                    leg.number(),
                    leg.side(),
                    leg.quantity(),
                    leg.reduceOnly(),
                    leg.arrivalPrice()))
        .toList();
  }

  /** What the gate and the overlay say about this decision, for people; empty if they say nothing. */
  public String remarks() {
    List<String> remarks = new ArrayList<>();
    if (gate.verdict().permission() != Permission.TRADE) {
      remarks.add(gate.verdict().refusal().detail());
    }
    gate.verdict()
        .setAside()
        .forEach((sleeve, reason) -> remarks.add(sleeve + " is set aside: " + reason));
    remarks.add(overlay.inWords());
    rolls.stream().filter(RollChoice::isRemarkable).forEach(roll -> remarks.add(roll.inWords()));
    return remarks.stream().filter(text -> !text.isEmpty()).collect(Collectors.joining("; "));
  }

  /** For every sleeve the cause that scaled it, to be shown beside its target; empty if none did. */
  public SortedMap<SleeveId, String> remarksBySleeve() {
    TreeMap<SleeveId, String> remarks = new TreeMap<>();
    overlay
        .binding()
        .ifPresent(
            scale ->
                gate.universe()
                    .sleeves()
                    .forEach(
                        sleeve ->
                            remarks.put(
                                sleeve.id(),
                                String.format(
                                    Locale.ROOT,
                                    "scaled to %.1f %% by %s",
                                    100 * scale.factor().value().doubleValue(),
                                    scale.cause()))));
    return remarks;
  }
}
