package org.evenkeel.core.parity.alternative;

import java.util.Arrays;
import java.util.List;
import org.evenkeel.core.parity.linear.Vectors;

/**
 * Hierarchical risk parity: Lopez de Prado, "Building diversified portfolios that outperform out of sample", 2016.
 *
 * <p>The tree is by single linkage on the Euclidean distance between the columns of sqrt((1 - rho) / 2); its leaves from
 * left to right are halved again and again, and each half gets the other's share of the variance.
 * Some libraries cluster on the first distance instead; their trees differ.
 *
 * <p>The order of two neighboring leaves decides what the halves are, and the paper leaves it open: here the quieter
 * one stands left.
 */
final class Bisection {

  private Bisection() {}

  static double[] weights(double[][] covariance) {
    int n = covariance.length;
    int[] order = Hierarchy.quietestFirst(covariance);
    Dendrogram.Node root =
        Dendrogram.over(
            betweenColumns(Hierarchy.distance(covariance)), order, Dendrogram.Linkage.SINGLE);
    double[] weights = new double[n];
    Arrays.fill(weights, 1);
    halve(covariance, root.members(), weights);
    return Vectors.normalized(weights);
  }

  private static void halve(double[][] covariance, List<Integer> members, double[] weights) {
    if (members.size() < 2) {
      return;
    }
    List<Integer> left = members.subList(0, members.size() / 2);
    List<Integer> right = members.subList(members.size() / 2, members.size());
    double share =
        Hierarchy.leftShare(
            Hierarchy.variance(covariance, left), Hierarchy.variance(covariance, right));
    left.forEach(i -> weights[i] *= share);
    right.forEach(i -> weights[i] *= 1 - share);
    halve(covariance, left, weights);
    halve(covariance, right, weights);
  }

  private static double[][] betweenColumns(double[][] distance) {
    int n = distance.length;
    double[][] between = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        double sum = 0;
        for (int k = 0; k < n; k++) {
          double difference = distance[k][i] - distance[k][j];
          sum += difference * difference;
        }
        between[i][j] = StrictMath.sqrt(sum);
        between[j][i] = between[i][j];
      }
    }
    return between;
  }
}
