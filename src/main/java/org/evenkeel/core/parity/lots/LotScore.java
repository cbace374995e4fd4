package org.evenkeel.core.parity.lots;

/**
 * The measure that is minimised: how far the shares of the variance are from the ideal ones, and how far the whole is.
 *
 * <p>With contributions r_i = x_i (Sx)_i, variance V = sum r_i and ideal shares b_i it is
 *
 * <pre>sum |b_i| (r_i / (V b_i) - 1)^2  +  (x - x*)' S (x - x*) / (x*' S x*)</pre>
 *
 * <p>The first part is the mean squared relative error of the risk contributions, weighted by budget: Pearson's
 * chi-squared distance of the shares from the budgets, the least-squares form of equal risk contributions (Maillard,
 * Roncalli and Teiletche 2010) in relative terms. The second is the tracking variance in parts of the ideal variance, the
 * measure of Carver's dynamic optimisation.
 * Tracking variance alone does not restore parity: between correlated sleeves it takes too much of one to make up for
 * too little of another, so that (S(x - x*))_i is zero where r_i is not what it should be.
 * The shares alone would leave the size of the whole open.
 */
record LotScore(double parity, double tracking, double worst) {

  double total() {
    return parity + tracking;
  }

  /** The score of exposures whose product with the covariance is known, after one more change of one of them. */
  static LotScore of(LotProblem problem, double[] x, double[] product, int moved, double change) {
    double variance = 0;
    double squares = 0;
    double signed = 0;
    double sum = 0;
    double tracking = 0;
    double[] row = problem.covariance[moved];
    for (int j = 0; j < x.length; j++) {
      double exposure = j == moved ? x[j] + change : x[j];
      double s = product[j] + row[j] * change;
      double r = exposure * s;
      variance += r;
      squares += r * r * problem.weights[j];
      signed += problem.shares[j] < 0 ? -r : r;
      sum += Math.abs(problem.shares[j]);
      tracking += (exposure - problem.ideal[j]) * (s - problem.idealProduct[j]);
    }
    if (!(variance > 0)) {
      return new LotScore(Double.POSITIVE_INFINITY, tracking / problem.idealVariance, 1);
    }
    double parity = squares / (variance * variance) - 2 * signed / variance + sum;
    return new LotScore(parity, tracking / problem.idealVariance, Double.NaN);
  }

  /** The score of lots, with the largest relative error of a share. */
  static LotScore of(LotProblem problem, long[] lots) {
    double[] x = exposures(problem, lots);
    double[] product = product(problem, x);
    LotScore score = of(problem, x, product, 0, 0);
    return new LotScore(score.parity, score.tracking, worst(problem, x, product));
  }

  static double[] exposures(LotProblem problem, long[] lots) {
    double[] x = new double[lots.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = lots[i] * problem.step[i];
    }
    return x;
  }

  static double[] product(LotProblem problem, double[] x) {
    double[] product = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < x.length; j++) {
        product[i] += problem.covariance[i][j] * x[j];
      }
    }
    return product;
  }

  /** The largest relative error of a share. */
  static double worst(LotProblem problem, double[] x, double[] product) {
    double variance = 0;
    for (int i = 0; i < x.length; i++) {
      variance += x[i] * product[i];
    }
    double worst = 0;
    for (int i = 0; i < x.length; i++) {
      double share = variance > 0 ? x[i] * product[i] / variance : 0;
      worst = Math.max(worst, Math.abs(share - problem.shares[i]) * problem.weights[i]);
    }
    return worst;
  }
}
