package org.evenkeel.core.estimate;

/** Returns by a formula that other programs can repeat: a factor with loads 0, 3, 6, 2, 5, 1, 4, ... and noise. */
public final class GoldenReturns {

  private GoldenReturns() {}

  /** So many rows, of no particular mean. */
  public static double[][] plain(int rows, int columns) {
    double[][] x = new double[rows][columns];
    for (int t = 0; t < rows; t++) {
      int factor = (t * t * 37 + t * 11) % 101 - 50;
      for (int i = 0; i < columns; i++) {
        int noise = (t * t * (i + 3) * 29 + i * i * 53 + t * (17 + i * i)) % 89 - 44;
        x[t][i] = (i * 3 % 7 * factor + 2 * noise) / 1000.0;
      }
    }
    return x;
  }

  /** Each row followed by its opposite: exact means of zero, for programs that take means away. */
  public static double[][] mirrored(int pairs, int columns) {
    double[][] half = plain(pairs, columns);
    double[][] x = new double[2 * pairs][columns];
    for (int t = 0; t < pairs; t++) {
      for (int i = 0; i < columns; i++) {
        x[2 * t][i] = half[t][i];
        x[2 * t + 1][i] = -half[t][i];
      }
    }
    return x;
  }

  /** The second moments about zero, X'X / T. */
  public static double[][] moments(double[][] x) {
    int n = x[0].length;
    double[][] s = new double[n][n];
    for (double[] row : x) {
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          s[i][j] += row[i] * row[j] / x.length;
        }
      }
    }
    return s;
  }
}
