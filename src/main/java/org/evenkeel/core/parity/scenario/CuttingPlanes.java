package org.evenkeel.core.parity.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.parity.linear.Vectors;

/**
 * The solver of risk budgets under a convex risk, by cutting planes with a proven gap.
 *
 * <p>The problem is min R(x) - sum b log x.
 * R is replaced by the largest of the tangents seen so far, that problem is solved exactly by an interior-point method
 * ({@link TangentProblem}), and the tangent at its solution is added (Kelley 1960; for risk budgets with CVaR see
 * Cetingoz, Fermanian and Gueant, "Risk budgeting portfolios: existence and computation", 2024).
 * The multipliers of the tangents are the weights of the convex combination that {@link MeasuredWeights} speaks of.
 * A historical measure has finitely many tangents, so the method ends.
 *
 * <p>Everything is in units of each sleeve's own risk, so units do not matter.
 *
 * <p>There is a solution if and only if every long-only portfolio has a risk above zero; one without is the witness of
 * the refusal.
 */
public final class CuttingPlanes {

  /** Below this part of its sleeves' own risks, the risk of a combination is none. */
  private static final double NO_RISK = 1e-6;

  /** What rounding adds to the gap for each sleeve. */
  private static final double ROUNDING = 0x1p-52;

  private final CoherentRisk risk;
  private final double[] budgets;
  private final Accuracy accuracy;
  private final double[] unit;
  private final List<double[]> tangents = new ArrayList<>();

  private CuttingPlanes(CoherentRisk risk, double[] budgets, Accuracy accuracy) {
    this.risk = risk;
    this.budgets = budgets;
    this.accuracy = accuracy;
    this.unit = new double[budgets.length];
  }

  /**
   * The weights.
   *
   * @param risk of as many sleeves as there are budgets
   * @param budgets above zero, with sum one
   */
  public static Result<MeasuredWeights> solve(
      CoherentRisk risk, double[] budgets, Accuracy accuracy) {
    return new CuttingPlanes(risk, budgets.clone(), accuracy).run();
  }

  private Result<MeasuredWeights> run() {
    int n = budgets.length;
    for (int i = 0; i < n; i++) {
      double[] alone = new double[n];
      alone[i] = 1;
      unit[i] = risk.at(alone).risk();
      if (!(unit[i] > 0)) {
        return noRisk(alone, unit[i]);
      }
    }
    // A wall so far out that whatever reaches it is without risk; it keeps the first problems
    // bounded.
    double[] wall = new double[n];
    Arrays.fill(wall, NO_RISK / 10);
    tangents.add(wall);
    for (int i = 0; i < n; i++) {
      double[] alone = new double[n];
      alone[i] = 1;
      tangents.add(inUnits(alone).slope());
    }
    return improve();
  }

  private Result<MeasuredWeights> improve() {
    double best = Double.POSITIVE_INFINITY;
    double[] bestX = new double[budgets.length];
    while (tangents.size() < accuracy.maxTangents()) {
      TangentProblem problem = TangentProblem.solved(tangents, budgets);
      double[] x = problem.point();
      CoherentRisk.Tangent tangent = inUnits(x);
      double parts = Vectors.sum(x);
      if (!(tangent.risk() > NO_RISK * parts)) {
        return noRisk(inOriginalUnits(x), tangent.risk() / parts);
      }
      double[] proof = problem.proof();
      double gap = inUnits(proof).risk() - 1;
      boolean better = gap < best;
      if (better) {
        best = gap;
        bestX = proof;
      }
      if (best <= accuracy.wanted() || (!better && best <= accuracy.accepted())) {
        break;
      }
      tangents.add(tangent.slope());
    }
    if (!(best <= accuracy.accepted())) {
      return Result.refused(
          RefusalReason.SOLVER_UNCERTIFIED,
          String.format(
              Locale.ROOT,
              "the gap is still %.3g after %d linear bounds, %.3g accepted",
              best,
              tangents.size(),
              accuracy.accepted()));
    }
    return Result.ok(proven(bestX, Math.max(0, best) + budgets.length * ROUNDING));
  }

  private MeasuredWeights proven(double[] x, double gap) {
    double[] weights = Vectors.normalized(inOriginalUnits(x));
    return new MeasuredWeights(
        Vectors.list(weights),
        risk.at(weights).risk(),
        gap,
        MeasuredWeights.errorBound(gap, budgets),
        tangents.size());
  }

  private CoherentRisk.Tangent inUnits(double[] x) {
    CoherentRisk.Tangent tangent = risk.at(inOriginalUnits(x));
    double[] slope = tangent.slope();
    for (int i = 0; i < slope.length; i++) {
      slope[i] /= unit[i];
    }
    return new CoherentRisk.Tangent(tangent.risk(), slope);
  }

  private double[] inOriginalUnits(double[] x) {
    double[] original = x.clone();
    for (int i = 0; i < original.length; i++) {
      original[i] /= unit[i];
    }
    return original;
  }

  private static Result<MeasuredWeights> noRisk(double[] holdings, double part) {
    return Result.refused(
        RefusalReason.NO_SOLUTION,
        String.format(
            Locale.ROOT,
            "there is no risk-budgeting portfolio under this measure: the long-only combination %s has"
                + " a risk of %.3g parts of its sleeves' own; take another measure or leave a sleeve out",
            Arrays.toString(Vectors.normalized(holdings)),
            part));
  }
}
