package org.evenkeel.cycle;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.Sleeve;
import org.evenkeel.core.data.UsableEquity;
import org.evenkeel.core.estimate.CashRisk;
import org.evenkeel.core.estimate.CovarianceEstimate;
import org.evenkeel.core.estimate.gate.GateVerdict;
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
import org.evenkeel.core.plan.Planner;
import org.evenkeel.core.plan.RebalancePlan;
import org.evenkeel.core.plan.ReduceOnly;
import org.evenkeel.core.plan.Skip;
import org.evenkeel.core.plan.Standing;
import org.evenkeel.core.policy.PlanWithinLimits;

/**
 * The pure part of a cycle: risk, weights and plan from one observation.
 *
 * <p>The same observation, adjustments and freezes give the same decision on every machine.
 *
 * @param gate the verdict on the data, and the sleeves that take part
 * @param estimate the covariance and its quality
 * @param parity certified weights, and target exposures as the overlay leaves them
 * @param overlay stress and alarms, and what binds of them
 * @param plan the legs, and every trade that is not made
 */
public record Decision(
    GatedEstimate gate,
    CovarianceEstimate estimate,
    ParityDecision parity,
    RiskOverlay overlay,
    RebalancePlan plan) {

  /**
   * Targets with what lowered them.
   *
   * @param parity the certified solution, and the targets as the overlay leaves them
   * @param overlay what was asked for by whom
   * @param factors the principal components of today, if there are budgets of them
   */
  public record Targets(ParityDecision parity, RiskOverlay overlay, KnownFactors factors) {}

  /** The covariance from the bars of an observation, with the verdict on it. */
  public static GatedEstimate gate(Strategy strategy, Observation observed) {
    return new QualityGate(strategy.estimate(), strategy.controls().gate())
        .judge(strategy.universe(), observed.market())
        .with(estimate -> CashRisk.withJumps(estimate, strategy.universe(), strategy.cash()));
  }

  /** The size of the portfolio by what the account holds and what the scoreboard says. */
  public static Result<Sizing> sizing(Strategy strategy, Observation observed, ScoreEntry score) {
    return UsableEquity.of(
            observed.account(), observed.market().quotes(), strategy.universe(), strategy.cash())
        .map(
            equity ->
                new Sizing(CashRisk.of(equity, strategy.cash()), List.of(score.exposureScale())));
  }

  /**
   * Certified weights, scaled to the target volatility, under the operator's adjustments and the overlay.
   *
   * @param earlier the principal components of the cycle before, by which today's are named
   */
  public static Result<Targets> targets(
      Strategy strategy,
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
      Strategy strategy,
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
      Strategy strategy,
      GatedEstimate gated,
      ParityDecision parity,
      Observation observed,
      Standing standing) {
    TreeMap<SleeveId, Ratio> exposures = new TreeMap<>();
    parity.targets().sleeves().forEach(target -> exposures.put(target.sleeve(), target.exposure()));
    return new Planner(gated.universe(), strategy.plan())
        .plan(exposures, observed.market(), observed.account(), observed.nav(), standing)
        .map(plan -> plan.withSkips(setAside(strategy, gated.verdict())))
        .map(plan -> ReduceOnly.under(standing.rules(), plan, gated.universe(), observed.market()))
        .map(
            plan ->
                gated.verdict().permission() == Permission.TRADE
                    ? plan
                    : ReduceOnly.of(
                        plan, gated.universe(), observed.market(), gated.verdict().refusal()))
        .map(
            plan ->
                new PlanWithinLimits(
                        gated.universe(),
                        strategy.limits(),
                        strategy.plan(),
                        observed.market(),
                        observed.account())
                    .cut(plan));
  }

  private static List<Skip> setAside(Strategy strategy, GateVerdict verdict) {
    List<Skip> skips = new ArrayList<>();
    for (Sleeve sleeve : strategy.universe().sleeves()) {
      String reason = verdict.setAside().getOrDefault(sleeve.id(), "");
      if (!reason.isEmpty()) {
        sleeve
            .legs()
            .forEach(
                leg ->
                    skips.add(
                        new Skip(
                            leg.instrument(),
                            Refusal.of(
                                RefusalReason.ESTIMATE_POOR,
                                "the sleeve " + sleeve.id() + " is set aside: " + reason))));
      }
    }
    return skips;
  }

  /** All of it at once. */
  public static Result<Decision> from(
      Strategy strategy,
      Observation observed,
      SleeveAdjustments adjustments,
      Standing standing,
      Sizing sizing,
      KnownFactors earlier) {
    return from(
        strategy, observed, adjustments, standing, sizing, earlier, UnaryOperator.identity());
  }

  /** All of it at once, with another covariance in place of the estimated one, for a question of the kind 'what if'. */
  public static Result<Decision> from(
      Strategy strategy,
      Observation observed,
      SleeveAdjustments adjustments,
      Standing standing,
      Sizing sizing,
      KnownFactors earlier,
      UnaryOperator<CovarianceEstimate> change) {
    GatedEstimate gated = gate(strategy, observed).with(change);
    return gated
        .decided()
        .then(
            estimate ->
                targets(strategy, gated, estimate, adjustments, sizing, earlier)
                    .then(
                        targets ->
                            plan(strategy, gated, targets.parity(), observed, standing)
                                .map(
                                    plan ->
                                        new Decision(
                                            gated,
                                            estimate,
                                            targets.parity(),
                                            targets.overlay(),
                                            plan))));
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
