package org.evenkeel.shell.cli.trial;

import java.util.Random;

/**
 * The uncertainty of a mean of numbers that follow one another in time.
 *
 * <p>Blocks of neighbours are drawn with replacement, around the end to the beginning, so that what hangs together stays
 * together (Politis and Romano, "A circular block-resampling procedure for stationary data", 1992). The draws are the
 * same in every run.
 *
 * <p>This class is stateless and thread-safe.
 */
final class BlockBootstrap {

  private static final int DRAWS = 500;

  private BlockBootstrap() {}

  /** The standard error of the mean; NaN for fewer numbers than two blocks. */
  static double standardError(double[] values, int block) {
    int n = values.length;
    if (n < 2 * block) {
      return Double.NaN;
    }
    Random random = new Random(20_240_101);
    double sum = 0;
    double squares = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      double total = 0;
      int count = 0;
      while (count < n) {
        int start = random.nextInt(n);
        for (int k = 0; k < block && count < n; k++) {
          total += values[(start + k) % n];
          count++;
        }
      }
      double mean = total / n;
      sum += mean;
      squares += mean * mean;
    }
    double mean = sum / DRAWS;
    return StrictMath.sqrt(Math.max(0, squares / DRAWS - mean * mean));
  }
}
