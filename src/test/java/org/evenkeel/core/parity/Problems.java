package org.evenkeel.core.parity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.estimate.CovarianceEstimate;

/** Problems for tests, and short ways to solve them. */
final class Problems {

  private Problems() {}

  static List<SleeveId> names(int n) {
    List<SleeveId> names = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      names.add(SleeveId.of("s" + i));
    }
    return names;
  }

  static double[] equalBudgets(int n) {
    double[] budgets = new double[n];
    Arrays.fill(budgets, 1);
    return budgets;
  }

  static Result<RiskParitySolution> solve(double[][] covariance, double... budgets) {
    return solve(ParitySettings.defaults(), covariance, budgets);
  }

  static Result<RiskParitySolution> solve(
      ParitySettings settings, double[][] covariance, double... budgets) {
    List<SleeveId> names = names(covariance.length);
    return RiskBudgets.of(names, budgets)
        .then(
            parts ->
                RiskParity.solve(CovarianceEstimate.given(names, covariance), parts, settings));
  }

  static Result<RiskParitySolution> solve(
      double[][] covariance, ParityConstraints constraints, double... budgets) {
    List<SleeveId> names = names(covariance.length);
    return RiskBudgets.of(names, budgets)
        .then(
            parts ->
                RiskParity.solve(
                    CovarianceEstimate.given(names, covariance),
                    parts,
                    constraints,
                    ParitySettings.defaults()));
  }

  static <T> Refusal refusal(Result<T> result) {
    return switch (result) {
      case Result.Ok<T> ok -> throw new AssertionError("expected a refusal, found " + ok.value());
      case Result.Refused<T> refused -> refused.refusal();
    };
  }

  static double[][] equallyCorrelated(double correlation, double... volatility) {
    double[][] matrix = new double[volatility.length][volatility.length];
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < matrix.length; j++) {
        matrix[i][j] = volatility[i] * volatility[j] * (i == j ? 1 : correlation);
      }
    }
    return matrix;
  }

  /** The covariance of n series with a common factor, over as many observations as wanted. */
  static double[][] sample(int n, int observations, double factor, long seed) {
    Random random = new Random(seed);
    double[] scale = new double[n];
    for (int i = 0; i < n; i++) {
      scale[i] = StrictMath.pow(10, -2 * random.nextDouble());
    }
    double[][] matrix = new double[n][n];
    double[] row = new double[n];
    for (int t = 0; t < observations; t++) {
      double common = factor * random.nextGaussian();
      for (int i = 0; i < n; i++) {
        row[i] = scale[i] * (random.nextGaussian() + common);
      }
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          matrix[i][j] += row[i] * row[j] / observations;
        }
      }
    }
    return matrix;
  }

  /** The largest |risk contribution / budget - 1|, computed here and not by the product. */
  static double worstContribution(double[][] covariance, List<Double> weights, double[] budgets) {
    int n = budgets.length;
    double total = 0;
    double budgetSum = 0;
    double[] contributions = new double[n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        contributions[i] += weights.get(i) * covariance[i][j] * weights.get(j);
      }
      total += contributions[i];
      budgetSum += budgets[i];
    }
    double worst = 0;
    for (int i = 0; i < n; i++) {
      worst = Math.max(worst, Math.abs(contributions[i] / total / (budgets[i] / budgetSum) - 1));
    }
    return worst;
  }

  /** The same of weights with all their digits, in decimal arithmetic of 80. */
  static double worstExact(double[][] covariance, List<BigDecimal> weights, double[] budgets) {
    int n = budgets.length;
    BigDecimal total = BigDecimal.ZERO;
    double budgetSum = 0;
    List<BigDecimal> contributions = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      BigDecimal sum = BigDecimal.ZERO;
      for (int j = 0; j < n; j++) {
        sum = sum.add(TargetWeights.exactly(covariance[i][j]).multiply(weights.get(j)));
      }
      contributions.add(sum.multiply(weights.get(i)));
      total = total.add(contributions.get(i));
      budgetSum += budgets[i];
    }
    double worst = 0;
    for (int i = 0; i < n; i++) {
      double part = contributions.get(i).divide(total, new MathContext(80)).doubleValue();
      worst = Math.max(worst, Math.abs(part / (budgets[i] / budgetSum) - 1));
    }
    return worst;
  }
}
