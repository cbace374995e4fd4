package org.evenkeel.shell.cli.trial;

import java.util.Random;

/** Long-only portfolios by chance, the same in every run: each asset keeps its draw whoever else takes part. */
final class RandomPortfolio {

  private RandomPortfolio() {}

  /** The k-th portfolio of some assets: exponential draws over their sum, which is uniform over all portfolios. */
  static double[] of(int k, int[] assets) {
    double[] weights = new double[assets.length];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      Random random = new Random(1_000_003L * (k + 1) + 7919L * assets[i]);
      random.nextDouble();
      weights[i] = -StrictMath.log(1 - random.nextDouble());
      sum += weights[i];
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= sum;
    }
    return weights;
  }
}
