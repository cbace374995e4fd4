package org.evenkeel.core.parity.alternative;

import java.util.ArrayList;
import java.util.List;

/**
 * A tree of sleeves, built by joining the two nearest clusters again and again.
 *
 * <p>Ties have one rule: of equally near pairs, that with the lowest numbers is joined.
 * Of two branches the one that was joined first (a single sleeve before any cluster) stands left; of two single sleeves
 * the one that is named first by {@code leafOrder}.
 *
 * <p>Distances are taken as they are: nothing is rounded, so nearly equal ones do not become ties.
 */
final class Dendrogram {

  /** How near a joined cluster is to the others. */
  enum Linkage {
    /** The smallest distance between members. */
    SINGLE,
    /** Ward's: the growth of the variance within, by the formula of Lance and Williams on distances. */
    WARD
  }

  /** A cluster: its branches are absent in a leaf. */
  record Node(int number, double height, List<Integer> members, List<Node> branches) {

    boolean isLeaf() {
      return branches.isEmpty();
    }
  }

  private final double[][] distance;
  private final Linkage linkage;
  private final List<Node> open = new ArrayList<>();

  private Dendrogram(double[][] distance, int[] leafOrder, Linkage linkage) {
    int n = leafOrder.length;
    this.linkage = linkage;
    this.distance = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        this.distance[i][j] = distance[leafOrder[i]][leafOrder[j]];
      }
      open.add(new Node(i, 0, List.of(leafOrder[i]), List.of()));
    }
  }

  /** The root of the tree over at least one sleeve; the order of leaves breaks ties. */
  static Node over(double[][] distance, int[] leafOrder, Linkage linkage) {
    return new Dendrogram(distance, leafOrder, linkage).build();
  }

  /** The clusters left when the last k - 1 joins are undone. */
  static List<Node> cut(Node root, int k) {
    List<Node> clusters = new ArrayList<>(List.of(root));
    while (clusters.size() < k) {
      int last = 0;
      for (int i = 1; i < clusters.size(); i++) {
        last = clusters.get(i).number() > clusters.get(last).number() ? i : last;
      }
      Node split = clusters.remove(last);
      clusters.addAll(last, split.branches());
    }
    return clusters;
  }

  private Node build() {
    int n = open.size();
    for (int join = 0; join < n - 1; join++) {
      int left = 0;
      int right = 1;
      for (int i = 0; i < open.size(); i++) {
        for (int j = i + 1; j < open.size(); j++) {
          if (distance[i][j] < distance[left][right]) {
            left = i;
            right = j;
          }
        }
      }
      join(left, right, n + join);
    }
    return open.get(0);
  }

  /** Joins two open clusters; the new one goes to the end, so that open clusters stay sorted by number. */
  private void join(int left, int right, int number) {
    int size = open.size();
    double[] merged = new double[size];
    for (int k = 0; k < size; k++) {
      merged[k] = merged(left, right, k);
    }
    Node a = open.get(left);
    Node b = open.get(right);
    List<Integer> members = new ArrayList<>(a.members());
    members.addAll(b.members());
    Node node = new Node(number, distance[left][right], List.copyOf(members), List.of(a, b));
    open.remove(right);
    open.remove(left);
    open.add(node);
    int into = 0;
    for (int k = 0; k < size; k++) {
      if (k != left && k != right) {
        int column = 0;
        for (int l = 0; l < size; l++) {
          if (l != left && l != right) {
            distance[into][column++] = distance[k][l];
          }
        }
        merged[into++] = merged[k];
      }
    }
    for (int k = 0; k < into; k++) {
      distance[into][k] = merged[k];
      distance[k][into] = merged[k];
    }
  }

  private double merged(int left, int right, int k) {
    double toLeft = distance[left][k];
    double toRight = distance[right][k];
    if (linkage == Linkage.SINGLE) {
      return Math.min(toLeft, toRight);
    }
    double a = open.get(left).members().size();
    double b = open.get(right).members().size();
    double c = open.get(k).members().size();
    double between = distance[left][right];
    double square =
        ((a + c) * toLeft * toLeft + (b + c) * toRight * toRight - c * between * between)
            / (a + b + c);
    return StrictMath.sqrt(Math.max(0, square));
  }
}
