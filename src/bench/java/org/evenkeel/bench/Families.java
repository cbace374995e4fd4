package org.evenkeel.bench;

import java.util.List;
import java.util.Random;

/**
 * The four families of matrices, each from a seed.
 *
 * <p>wishart: X'X of 2n + 10 independent normal rows, the papers' test.
 * factor: a market with betas N(1, 0.3), four lesser factors, residual 1.2.
 * crypto: a market, two lesser factors, residual 0.55; correlations around 0.7.
 * multi: equities against bonds, correlations around -0.5, the hard one.
 * Volatilities are log-uniform from 5 % to 80 % a year.
 */
final class Families {

  static final List<String> NAMES = List.of("wishart", "factor", "crypto", "multi");

  private Families() {}

  static MatrixCase of(String family, int n, int seed) {
    Random random = new Random(1_000_003L * n + 31L * seed + NAMES.indexOf(family));
    double[] volatility = new double[n];
    for (int i = 0; i < n; i++) {
      volatility[i] = 0.05 * Math.exp(random.nextDouble() * Math.log(16));
    }
    double[] budgets = budgets(n, seed, random);
    if (family.equals("wishart")) {
      double[][] covariance = wishart(n, random);
      scale(covariance, volatility);
      return new MatrixCase(family, seed, covariance, budgets, new double[n][0], new double[0]);
    }
    double[][] loadings = loadings(family, n, random);
    double[] residual = new double[n];
    double idiosyncratic = residualOf(family);
    for (int i = 0; i < n; i++) {
      double square = idiosyncratic * idiosyncratic;
      for (double value : loadings[i]) {
        square += value * value;
      }
      double factor = volatility[i] / Math.sqrt(square);
      residual[i] = idiosyncratic * idiosyncratic * factor * factor;
      for (int f = 0; f < loadings[i].length; f++) {
        loadings[i][f] *= factor;
      }
    }
    return new MatrixCase(family, seed, product(loadings, residual), budgets, loadings, residual);
  }

  /** Returns of a structured case: T rows from its factors, for the estimate-and-solve measurements. */
  static double[][] returns(MatrixCase made, int periods, int seed) {
    Random random = new Random(77L + seed);
    int n = made.size();
    int k = made.loadings()[0].length;
    double[][] rows = new double[periods][n];
    for (double[] row : rows) {
      double[] factors = random.doubles(k).map(ignored -> random.nextGaussian()).toArray();
      for (int i = 0; i < n; i++) {
        row[i] = Math.sqrt(made.residual()[i]) * random.nextGaussian();
        for (int f = 0; f < k; f++) {
          row[i] += made.loadings()[i][f] * factors[f];
        }
        row[i] /= Math.sqrt(365);
      }
    }
    return rows;
  }

  private static double[] budgets(int n, int seed, Random random) {
    double[] budgets = new double[n];
    double sum = 0;
    for (int i = 0; i < n; i++) {
      budgets[i] = seed % 2 == 0 ? 1 : 0.2 + 0.8 * random.nextDouble();
      sum += budgets[i];
    }
    for (int i = 0; i < n; i++) {
      budgets[i] /= sum;
    }
    return budgets;
  }

  private static double[][] wishart(int n, Random random) {
    int periods = 2 * n + 10;
    double[][] columns = new double[n][periods];
    for (double[] column : columns) {
      for (int t = 0; t < periods; t++) {
        column[t] = random.nextGaussian();
      }
    }
    double[][] matrix = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = 0;
        for (int t = 0; t < periods; t++) {
          sum += columns[i][t] * columns[j][t];
        }
        matrix[i][j] = sum / periods;
        matrix[j][i] = matrix[i][j];
      }
    }
    return matrix;
  }

  private static double residualOf(String family) {
    return switch (family) {
      case "factor" -> 1.2;
      case "crypto" -> 0.55;
      default -> 0.6;
    };
  }

  private static double[][] loadings(String family, int n, Random random) {
    int k = family.equals("factor") ? 5 : family.equals("crypto") ? 3 : 2;
    double[][] loadings = new double[n][k];
    for (int i = 0; i < n; i++) {
      if (family.equals("multi")) {
        boolean equity = i < (n + 1) / 2;
        loadings[i][0] = (equity ? 1 : -0.5) * (1 + 0.3 * random.nextGaussian());
        loadings[i][1] = equity ? 0 : 0.5 * (1 + 0.3 * random.nextGaussian());
        continue;
      }
      loadings[i][0] = 1 + 0.3 * random.nextGaussian();
      for (int f = 1; f < k; f++) {
        loadings[i][f] = (family.equals("factor") ? 0.5 : 0.3) * random.nextGaussian();
      }
    }
    return loadings;
  }

  private static double[][] product(double[][] loadings, double[] residual) {
    int n = residual.length;
    double[][] matrix = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = 0;
        for (int f = 0; f < loadings[i].length; f++) {
          sum += loadings[i][f] * loadings[j][f];
        }
        matrix[i][j] = i == j ? sum + residual[i] : sum;
        matrix[j][i] = matrix[i][j];
      }
    }
    return matrix;
  }

  private static void scale(double[][] matrix, double[] volatility) {
    for (int i = 0; i < volatility.length; i++) {
      for (int j = 0; j < i; j++) {
        matrix[i][j] *= volatility[i] * volatility[j];
        matrix[j][i] = matrix[i][j];
      }
      matrix[i][i] *= volatility[i] * volatility[i];
    }
  }
}
