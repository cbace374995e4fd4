package org.evenkeel.core.parity.alternative;

import java.util.List;
import org.evenkeel.core.parity.alternative.Dendrogram.Node;

/**
 * Hierarchical equal risk contribution: Raffinot, "The hierarchical equal risk contribution portfolio", 2018.
 *
 * <p>The tree is by Ward's linkage on sqrt((1 - rho) / 2).
 * The number of clusters is where the dispersion within clusters bends most: the k + 1 with the largest
 * W(k) - 2 W(k+1) + W(k+2), W being the sum of the clusters' mean distances (Yue, Wang and Wei, "Application of
 * two-order difference to gap statistic", 2008), among at most max(8, sqrt(n)) clusters; the smaller number at a tie.
 * Raffinot's own gap statistic draws random references, which would make the answer depend on a seed.
 *
 * <p>From the root down, each branch gets the other's share of the risk, a branch's risk being the sum of its clusters'
 * variances; within a cluster weights are by inverse variance.
 */
final class EqualRiskTree {

  private final double[][] covariance;
  private final List<Node> clusters;
  private final double[] weights;

  private EqualRiskTree(double[][] covariance, List<Node> clusters) {
    this.covariance = covariance;
    this.clusters = clusters;
    this.weights = new double[covariance.length];
  }

  static double[] weights(double[][] covariance) {
    double[][] distance = Hierarchy.distance(covariance);
    Node root =
        Dendrogram.over(distance, Hierarchy.quietestFirst(covariance), Dendrogram.Linkage.WARD);
    EqualRiskTree tree =
        new EqualRiskTree(covariance, Dendrogram.cut(root, clusterNumber(root, distance)));
    tree.share(root, 1);
    return tree.weights;
  }

  /** The number of clusters by the two-order difference; all sleeves if there are at most two. */
  static int clusterNumber(Node root, double[][] distance) {
    int n = distance.length;
    if (n <= 2) {
      return n;
    }
    int most = Math.min(n, Math.max(8, (int) StrictMath.rint(StrictMath.sqrt(n))));
    double[] dispersion = new double[most];
    for (int k = 1; k <= most; k++) {
      for (Node cluster : Dendrogram.cut(root, k)) {
        dispersion[k - 1] += meanDistance(cluster.members(), distance);
      }
    }
    int best = 0;
    for (int k = 1; k + 2 < most; k++) {
      best = bend(dispersion, k) > bend(dispersion, best) ? k : best;
    }
    return best + 2;
  }

  private static double bend(double[] dispersion, int k) {
    return dispersion[k] - 2 * dispersion[k + 1] + dispersion[k + 2];
  }

  private static double meanDistance(List<Integer> members, double[][] distance) {
    double sum = 0;
    int pairs = 0;
    for (int i = 0; i < members.size(); i++) {
      for (int j = 0; j < i; j++) {
        sum += distance[members.get(i)][members.get(j)];
        pairs++;
      }
    }
    return pairs == 0 ? 0 : sum / pairs;
  }

  private void share(Node node, double amount) {
    if (clusters.contains(node)) {
      double[] within = Hierarchy.inverseVariance(covariance, node.members());
      for (int i = 0; i < within.length; i++) {
        weights[node.members().get(i)] = amount * within[i];
      }
      return;
    }
    Node left = node.branches().get(0);
    Node right = node.branches().get(1);
    double part = Hierarchy.leftShare(risk(left), risk(right));
    share(left, amount * part);
    share(right, amount * (1 - part));
  }

  private double risk(Node node) {
    if (clusters.contains(node)) {
      return Hierarchy.variance(covariance, node.members());
    }
    return risk(node.branches().get(0)) + risk(node.branches().get(1));
  }
}
