package org.evenkeel.core.parity.scenario;

import java.util.Arrays;
import java.util.Random;

/** Past bars for tests, and their tail by plain sorting. */
final class Scenarios {

  private Scenarios() {}

  /** Heavy-tailed returns of three sleeves, rounded to four decimals. */
  static final double[][] FORTY = {
    {0.006, 0.0031, 0.0026},
    {-0.0021, -0.004, 0.0292},
    {-0.0126, -0.0214, 0.006},
    {0.0228, 0.023, 0.0146},
    {0.0019, -0.0042, -0.007},
    {0.011, 0.0161, 0.0},
    {0.0147, -0.0015, -0.0058},
    {0.0322, 0.013, 0.0082},
    {0.0, -0.0014, 0.0356},
    {0.0083, 0.0148, 0.0065},
    {0.0067, 0.0121, -0.0084},
    {-0.0114, -0.0066, -0.0048},
    {-0.0055, 0.0001, -0.0229},
    {0.0036, -0.0084, -0.0293},
    {-0.0433, -0.0153, -0.0309},
    {0.0074, -0.0042, -0.0355},
    {-0.0161, -0.0177, 0.003},
    {0.0184, 0.0461, 0.0585},
    {0.0109, -0.0037, -0.0175},
    {0.0131, 0.0122, 0.0528},
    {0.005, 0.0135, 0.014},
    {0.0023, 0.0064, 0.007},
    {-0.0098, -0.0187, -0.0114},
    {-0.003, 0.0005, 0.0062},
    {-0.018, -0.0191, -0.0059},
    {0.0142, -0.0089, -0.008},
    {0.0212, 0.008, 0.0226},
    {0.0094, -0.0028, -0.002},
    {-0.002, -0.0199, -0.0049},
    {0.0013, -0.0056, 0.0253},
    {0.0108, -0.1017, -0.0138},
    {0.0071, 0.009, 0.033},
    {-0.0176, -0.019, 0.0168},
    {0.0122, -0.0046, 0.0003},
    {-0.0115, -0.0255, 0.0079},
    {0.0039, 0.0082, -0.0382},
    {-0.0074, -0.0134, 0.0103},
    {0.0077, -0.008, 0.0099},
    {-0.0499, -0.0295, 0.0097},
    {0.0105, 0.0023, -0.0105}
  };

  /** Returns with a common part and heavy tails. */
  static double[][] random(int bars, int sleeves, long seed) {
    Random random = new Random(seed);
    double[][] rows = new double[bars][sleeves];
    for (double[] row : rows) {
      double common = random.nextGaussian();
      double wild = StrictMath.exp(0.5 * random.nextGaussian());
      for (int i = 0; i < sleeves; i++) {
        row[i] = 0.005 * (1 + i) * wild * (common + random.nextGaussian());
      }
    }
    return rows;
  }

  static double[] budgets(int n, long seed) {
    Random random = new Random(seed + 1);
    double[] budgets = new double[n];
    double sum = 0;
    for (int i = 0; i < n; i++) {
      budgets[i] = 0.2 + random.nextDouble();
      sum += budgets[i];
    }
    for (int i = 0; i < n; i++) {
      budgets[i] /= sum;
    }
    return budgets;
  }

  /** The mean of the worst (1 - alpha) T losses, a part of one counting as a part. */
  static double shortfall(double[][] rows, double[] weights, double alpha) {
    double[] losses = new double[rows.length];
    for (int t = 0; t < rows.length; t++) {
      for (int i = 0; i < weights.length; i++) {
        losses[t] -= rows[t][i] * weights[i];
      }
    }
    Arrays.sort(losses);
    double left = (1 - alpha) * rows.length;
    double size = left;
    double sum = 0;
    for (int t = rows.length - 1; t >= 0 && left > 0; t--) {
      sum += Math.min(1, left) * losses[t];
      left -= 1;
    }
    return sum / size;
  }
}
