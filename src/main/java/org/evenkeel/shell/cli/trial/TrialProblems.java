package org.evenkeel.shell.cli.trial;

import java.util.Arrays;
import java.util.List;

/** The generator: problem number i of a seed is the same on every machine, whoever else makes the others. */
final class TrialProblems {

  private static final int LARGEST = 60;

  /** One in so many problems is bad on purpose. */
  private static final int BAD_SHARE = 12;

  private static final List<TrialFamily> GOOD =
      List.of(
          TrialFamily.FACTOR,
          TrialFamily.SAMPLE,
          TrialFamily.SHORT_SAMPLE,
          TrialFamily.ROUNDED_SAMPLE,
          TrialFamily.EQUICORRELATED,
          TrialFamily.CLUSTERS,
          TrialFamily.BLOCKS,
          TrialFamily.HEDGE_PAIRS,
          TrialFamily.NEARLY_PERFECT_HEDGES);

  private static final List<TrialFamily> BAD =
      Arrays.stream(TrialFamily.values()).filter(family -> !GOOD.contains(family)).toList();

  private TrialProblems() {}

  static TrialProblem of(long seed, long number) {
    Chance chance = new Chance(seed, number);
    boolean isBad = chance.between(1, BAD_SHARE) == 1;
    List<TrialFamily> families = isBad ? BAD : GOOD;
    TrialFamily family = families.get(chance.between(0, families.size() - 1));
    int n = chance.between(isBad ? 3 : 1, LARGEST);
    double[][] matrix = correlations(family, n, chance);
    spread(matrix, chance);
    double[] budgets = budgets(n, chance);
    spoil(family, matrix, budgets, chance);
    return new TrialProblem(family, matrix, budgets);
  }

  private static double[][] correlations(TrialFamily family, int n, Chance chance) {
    return switch (family) {
      case FACTOR, ZERO_VARIANCE, NOT_FINITE, ASYMMETRIC, BAD_BUDGET -> factor(n, chance);
      case SAMPLE -> sample(n, Math.max(2, n + chance.between(-1, n)), chance);
      case SHORT_SAMPLE -> shortSample(n, chance);
      case ROUNDED_SAMPLE -> rounded(shortSample(n, chance), chance.powerOfTen(-14, -5));
      case EQUICORRELATED -> equal(n, chance);
      case CLUSTERS -> clusters(n, chance, 1);
      case BLOCKS -> clusters(n, chance, -1);
      case HEDGE_PAIRS -> pairs(n, chance.powerOfTen(-4, 0), chance);
      case NEARLY_PERFECT_HEDGES -> pairs(n, chance.powerOfTen(-16, -4), chance);
      case PERFECT_HEDGE -> perfectHedge(n, chance);
      case INDEFINITE -> indefinite(n, chance);
    };
  }

  private static double[][] factor(int n, Chance chance) {
    int factors = chance.between(1, 5);
    double noise = chance.powerOfTen(-4, 0.3);
    boolean bothWays = chance.uniform() < 0.3;
    double[][] loadings = new double[n][factors];
    for (double[] row : loadings) {
      for (int f = 0; f < factors; f++) {
        row[f] = (f == 0 && !bothWays ? 1 : 0) + 0.5 * chance.normal();
      }
    }
    double[][] matrix = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        for (int f = 0; f < factors; f++) {
          matrix[i][j] += loadings[i][f] * loadings[j][f];
        }
        matrix[j][i] = matrix[i][j];
      }
      matrix[i][i] += noise * chance.between(0.5, 1.5);
    }
    return matrix;
  }

  private static double[][] sample(int n, int periods, Chance chance) {
    double common = chance.uniform() < 0.5 ? 0 : chance.between(0.0, 2.0);
    double[][] matrix = new double[n][n];
    double[] row = new double[n];
    for (int t = 0; t < periods; t++) {
      double market = common * chance.normal();
      for (int i = 0; i < n; i++) {
        row[i] = market + chance.normal();
      }
      for (int i = 0; i < n; i++) {
        for (int j = 0; j <= i; j++) {
          matrix[i][j] += row[i] * row[j] / periods;
          matrix[j][i] = matrix[i][j];
        }
      }
    }
    return matrix;
  }

  private static double[][] shortSample(int n, Chance chance) {
    return sample(n, Math.max(1, (int) (n * chance.between(0.3, 1.0))), chance);
  }

  private static double[][] rounded(double[][] matrix, double unit) {
    for (double[] row : matrix) {
      for (int j = 0; j < row.length; j++) {
        row[j] = StrictMath.rint(row[j] / unit) * unit;
      }
    }
    return matrix;
  }

  private static double[][] equal(int n, Chance chance) {
    double rho = 1 - chance.powerOfTen(-4, 0);
    if (chance.uniform() < 0.3) {
      rho = n == 1 ? 0 : -rho / (n - 1);
    }
    double[][] matrix = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        matrix[i][j] = i == j ? 1 : rho;
      }
    }
    return matrix;
  }

  /** Groups with one correlation inside; between them a small one of the given sign, kept positive definite. */
  private static double[][] clusters(int n, Chance chance, int sign) {
    int groups = sign > 0 ? chance.between(1, Math.max(1, n / 3)) : 2;
    double inside = 1 - chance.powerOfTen(-4, -0.1);
    double between = sign * inside * (1 - chance.powerOfTen(-4, 0));
    double[][] matrix = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        matrix[i][j] = i == j ? 1 : i % groups == j % groups ? inside : between;
      }
    }
    return matrix;
  }

  /** Uncorrelated pairs, each with the correlation gap - 1, and a market for all. */
  private static double[][] pairs(int n, double gap, Chance chance) {
    double[][] matrix = new double[n][n];
    double market = chance.uniform() < 0.5 ? 0 : chance.powerOfTen(-6, 0) * gap;
    for (int i = 0; i < n; i++) {
      matrix[i][i] = 1;
      if (i % 2 == 1) {
        matrix[i][i - 1] = Math.min(0.9999, gap * chance.between(1.0, 3.0) - 1);
        matrix[i - 1][i] = matrix[i][i - 1];
      }
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        matrix[i][j] += market;
      }
    }
    return matrix;
  }

  private static double[][] perfectHedge(int n, Chance chance) {
    double[][] matrix = factor(n, chance);
    double[] mixture = new double[n];
    int parts = chance.between(1, Math.min(5, n - 1));
    for (int k = 0; k < parts; k++) {
      mixture[chance.between(0, n - 2)] = chance.between(0.1, 1.0);
    }
    double variance = 0;
    for (int i = 0; i < n - 1; i++) {
      double sum = 0;
      for (int j = 0; j < n - 1; j++) {
        sum += matrix[i][j] * mixture[j];
      }
      matrix[i][n - 1] = -sum;
      matrix[n - 1][i] = -sum;
      variance += sum * mixture[i];
    }
    matrix[n - 1][n - 1] = variance;
    return matrix;
  }

  private static double[][] indefinite(int n, Chance chance) {
    double[][] matrix = equal(n, chance);
    double rho = chance.between(0.6, 0.99);
    double[][] bad = {{1, rho, rho}, {rho, 1, -rho}, {rho, -rho, 1}};
    for (int i = 0; i < 3; i++) {
      System.arraycopy(bad[i], 0, matrix[i], 0, 3);
    }
    return matrix;
  }

  private static void spread(double[][] matrix, Chance chance) {
    int n = matrix.length;
    double decades = chance.between(0.0, 5.0);
    double unit = chance.powerOfTen(-4, 2);
    double[] volatility = new double[n];
    for (int i = 0; i < n; i++) {
      volatility[i] = unit * StrictMath.pow(10, -decades * chance.uniform());
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        matrix[i][j] = matrix[i][j] * volatility[i] * volatility[j];
        matrix[j][i] = matrix[i][j];
      }
    }
  }

  private static double[] budgets(int n, Chance chance) {
    double decades = chance.uniform() < 0.3 ? 0 : chance.between(0.0, 6.0);
    double[] budgets = new double[n];
    for (int i = 0; i < n; i++) {
      budgets[i] = StrictMath.pow(10, -decades * chance.uniform());
    }
    return budgets;
  }

  private static void spoil(
      TrialFamily family, double[][] matrix, double[] budgets, Chance chance) {
    int n = budgets.length;
    int i = chance.between(1, n - 1);
    int j = chance.between(0, i - 1);
    switch (family) {
      case ZERO_VARIANCE -> {
        for (int k = 0; k < n; k++) {
          matrix[i][k] = 0;
          matrix[k][i] = 0;
        }
      }
      case NOT_FINITE -> {
        matrix[i][j] = chance.uniform() < 0.5 ? Double.NaN : Double.POSITIVE_INFINITY;
        matrix[j][i] = matrix[i][j];
      }
      case ASYMMETRIC -> matrix[i][j] += 0.01 * StrictMath.sqrt(matrix[i][i] * matrix[j][j]);
      case BAD_BUDGET -> budgets[i] = chance.uniform() < 0.5 ? 0 : -budgets[i];
      default -> {
        // as it is
      }
    }
  }
}
