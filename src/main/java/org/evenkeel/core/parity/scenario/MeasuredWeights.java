package org.evenkeel.core.parity.scenario;

import java.util.List;

/**
 * Weights whose contributions to a convex risk are the budgets, with the proof.
 *
 * <p>What is proven: there is a g, a convex combination of subgradients of the risk, with x_i g_i = b_i exactly, where x
 * are the weights before they are scaled to sum one.
 * Where the risk has a kink, as every historical measure has at its optimum, the contributions of a portfolio are not one
 * list of numbers but a set, one list for each subgradient; b is within {@code gap} of that set, measured in risk:
 * g'v never exceeds R(v), and R(x) - g'x is at most gap times R(x).
 * The same number is the duality gap of the problem min R(x) - sum b log x: its lower bound is
 * 1 - sum b log(b / g), and min is no lower than that for any g of the set.
 *
 * <p>The error bound follows: sum b (t - 1 - log t) with t = x / x* is at most the gap, so each |t - 1| is at most
 * e + sqrt(e (e + 2)) with e = gap / b; scaling to sum one at most doubles it.
 * It goes with the root of the gap, so it is far from tight: a gap of 1e-10 bounds the weights to about 1e-4.
 *
 * @param weights above zero, with sum one
 * @param risk R(weights) in the measure's unit, for example a fraction of the portfolio's value per bar
 * @param gap proven relative gap; zero would be exact
 * @param weightErrorBound largest possible relative error of a weight; infinite if nothing is proven
 * @param tangents linear bounds of the risk that took part in the proof
 */
public record MeasuredWeights(
    List<Double> weights, double risk, double gap, double weightErrorBound, int tangents) {

  public MeasuredWeights {
    weights = List.copyOf(weights);
  }

  /** The bound of a weight's relative error that a gap leaves. */
  static double errorBound(double gap, double[] budgets) {
    double worst = 0;
    for (double budget : budgets) {
      double e = Math.max(0, gap) / budget;
      worst = Math.max(worst, e + StrictMath.sqrt(e * (e + 2)));
    }
    return worst < 1 ? 2 * worst / (1 - worst) : Double.POSITIVE_INFINITY;
  }
}
