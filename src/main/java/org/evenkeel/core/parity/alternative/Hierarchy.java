package org.evenkeel.core.parity.alternative;

import java.util.List;
import org.evenkeel.core.parity.linear.Vectors;

/** What the two hierarchical methods share: distances, the order that breaks ties, a cluster's variance. */
final class Hierarchy {

  private Hierarchy() {}

  /** The distance sqrt((1 - rho) / 2) of each pair: 0 for copies, 1 for opposites. */
  static double[][] distance(double[][] covariance) {
    double[][] correlation = Vectors.correlation(covariance);
    int n = correlation.length;
    double[][] distance = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        distance[i][j] = StrictMath.sqrt(Math.max(0, (1 - correlation[i][j]) / 2));
      }
    }
    return distance;
  }

  /** The sleeves by rising variance; equal ones in the given order. It makes the result free of the input's order. */
  static int[] quietestFirst(double[][] covariance) {
    int n = covariance.length;
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      int at = i;
      while (at > 0 && covariance[order[at - 1]][order[at - 1]] > covariance[i][i]) {
        order[at] = order[at - 1];
        at--;
      }
      order[at] = i;
    }
    return order;
  }

  /** Weights within a cluster in proportion to one over each variance, with sum one. */
  static double[] inverseVariance(double[][] covariance, List<Integer> members) {
    double[] weights = new double[members.size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = 1 / covariance[members.get(i)][members.get(i)];
    }
    return Vectors.normalized(weights);
  }

  /** The variance of a cluster held with inverse-variance weights. */
  static double variance(double[][] covariance, List<Integer> members) {
    double[] weights = inverseVariance(covariance, members);
    double variance = 0;
    for (int i = 0; i < weights.length; i++) {
      for (int j = 0; j < weights.length; j++) {
        variance += weights[i] * weights[j] * covariance[members.get(i)][members.get(j)];
      }
    }
    return Math.max(0, variance);
  }

  /** The left side's share when two sides share in inverse proportion to their risk; half each if both have none. */
  static double leftShare(double left, double right) {
    return left + right > 0 ? right / (left + right) : 0.5;
  }
}
