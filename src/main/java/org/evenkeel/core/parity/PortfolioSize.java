package org.evenkeel.core.parity;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.catalog.Leg;
import org.evenkeel.core.catalog.Sleeve;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.estimate.CovarianceEstimate;
import org.evenkeel.core.parity.TargetWeights.Binding;

/**
 * The step from weights to exposures: how much of the portfolio's value each sleeve is.
 *
 * <p>All weights are scaled alike, to the target volatility or to the gross leverage cap, whichever comes first; then
 * multipliers and caps of single sleeves apply, and what they free stays in cash.
 * Caps on groups of sleeves come after them, see {@link GroupCaps}.
 * A cap on a sleeve that hedges the others raises the volatility of the rest; then everything is scaled down once more
 * to the target, never up.
 */
final class PortfolioSize {

  private final Universe universe;
  private final CovarianceEstimate estimate;
  private final ParitySettings settings;
  private final SleeveAdjustments adjustments;

  PortfolioSize(
      Universe universe,
      CovarianceEstimate estimate,
      ParitySettings settings,
      SleeveAdjustments adjustments) {
    this.universe = universe;
    this.estimate = estimate;
    this.settings = settings;
    this.adjustments = adjustments;
  }

  ParityDecision of(SolvedWeights solution, RiskBudgets budgets) {
    List<SleeveId> sleeves = solution.sleeves();
    if (sleeves.isEmpty()) {
      return new ParityDecision(
          solution, TargetWeights.flat(universe.sleeves().stream().map(Sleeve::id).toList()));
    }
    SortedMap<SleeveId, Double> gross = grossPerExposure();
    double grossOfWeights = 0;
    for (int i = 0; i < sleeves.size(); i++) {
      grossOfWeights += solution.weights().get(i) * of(gross, sleeves.get(i));
    }
    double toTarget = settings.targetVolatilityAnnual() / solution.volatilityAnnual();
    double toCap = settings.maxGrossLeverage() / grossOfWeights;
    double[] exposures = new double[sleeves.size()];
    for (int i = 0; i < exposures.length; i++) {
      exposures[i] =
          adjusted(sleeves.get(i), Math.min(toTarget, toCap) * solution.weights().get(i));
    }
    exposures =
        new GroupCaps(sleeves, estimate.annualCovariance(), adjustments.groupCaps())
            .applyTo(exposures);
    double[] contributions = notAboveTarget(exposures);
    double variance = BudgetedRisk.sum(contributions);
    double grossLeverage = 0;
    TreeMap<SleeveId, UnroundedTarget> targets = new TreeMap<>();
    for (int i = 0; i < exposures.length; i++) {
      grossLeverage += exposures[i] * of(gross, sleeves.get(i));
      targets.put(
          sleeves.get(i),
          new UnroundedTarget(
              sleeves.get(i),
              solution.weights().get(i),
              exposures[i],
              variance > 0 ? contributions[i] / variance : 0,
              budgets.fractions().get(i)));
    }
    return new ParityDecision(
        solution,
        TargetWeights.fromDoubles(
            inOrder(targets),
            grossLeverage,
            StrictMath.sqrt(Math.max(0, variance)),
            toTarget <= toCap ? Binding.TARGET_VOLATILITY : Binding.GROSS_LEVERAGE));
  }

  private double adjusted(SleeveId sleeve, double exposure) {
    double multiplied =
        exposure * adjustments.multipliers().getOrDefault(sleeve, Ratio.ONE).value().doubleValue();
    double capped = Math.min(multiplied, settings.maxSleeveExposure());
    Ratio cap = adjustments.exposureCaps().get(sleeve);
    return cap == null ? capped : Math.min(capped, cap.value().doubleValue());
  }

  /** Scales exposures down to the target volatility if they are above it; returns their parts of the variance. */
  private double[] notAboveTarget(double[] exposures) {
    double[][] covariance = estimate.annualCovariance();
    double[] contributions = BudgetedRisk.contributions(covariance, exposures);
    double variance = BudgetedRisk.sum(contributions);
    double target = settings.targetVolatilityAnnual();
    if (variance <= target * target) {
      return contributions;
    }
    double scale = target / StrictMath.sqrt(variance);
    for (int i = 0; i < exposures.length; i++) {
      exposures[i] *= scale;
    }
    return BudgetedRisk.contributions(covariance, exposures);
  }

  /** What one unit of a sleeve's exposure is in absolute exposures of its legs: 2 for long spot, short perpetual. */
  private SortedMap<SleeveId, Double> grossPerExposure() {
    TreeMap<SleeveId, Double> gross = new TreeMap<>();
    for (Sleeve sleeve : universe.sleeves()) {
      double sum = 0;
      for (Leg leg : sleeve.legs()) {
        sum += Math.abs(leg.ratio().doubleValue());
      }
      gross.put(sleeve.id(), sum);
    }
    return gross;
  }

  private List<UnroundedTarget> inOrder(SortedMap<SleeveId, UnroundedTarget> solved) {
    List<UnroundedTarget> all = new ArrayList<>();
    for (Sleeve sleeve : universe.sleeves()) {
      all.add(solved.getOrDefault(sleeve.id(), UnroundedTarget.nothingOf(sleeve.id())));
    }
    return all;
  }

  private static double of(SortedMap<SleeveId, Double> gross, SleeveId sleeve) {
    return gross.getOrDefault(sleeve, 1.0);
  }
}
