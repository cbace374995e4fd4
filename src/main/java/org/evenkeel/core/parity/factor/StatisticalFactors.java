package org.evenkeel.core.parity.factor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.estimate.CovarianceEstimate;
import org.evenkeel.core.estimate.matrix.SymmetricEigen;
import org.evenkeel.core.parity.linear.Vectors;

/**
 * The principal components of the correlations, with names and signs that stay from cycle to cycle.
 *
 * <p>An eigenvector has no sign of its own, and two eigenvalues that cross exchange their places.
 * So a previous cycle's factors are looked up among all of today's components: the pair with the largest absolute inner
 * product is matched first, then the next among the rest, the earlier name and then the larger eigenvalue at a tie; the
 * sign is that of the inner product.
 * A sleeve that was not there has no loading in the previous factor.
 *
 * <p>Without a previous cycle the components are named pc1, pc2, ... by falling eigenvalue; their loadings sum to more
 * than zero, and if the sum is zero to rounding, the first of the largest loadings is above zero.
 */
public final class StatisticalFactors {

  /** A sum of loadings below this is zero to rounding. */
  private static final double NO_SIGN = 1e-9;

  private StatisticalFactors() {}

  /** The first factors of an estimate, named by falling eigenvalue. */
  public static List<NamedFactor> first(CovarianceEstimate estimate, int count) {
    SymmetricEigen eigen = SymmetricEigen.of(Vectors.correlation(estimate.annualCovariance()));
    int n = estimate.sleeves().size();
    List<NamedFactor> factors = new ArrayList<>();
    for (int k = 0; k < Math.min(count, n); k++) {
      double[] vector = eigen.vector(n - 1 - k);
      factors.add(
          factor(
              "pc" + (k + 1), estimate, vector, ownSign(vector), eigen.values()[n - 1 - k] / n, 1));
    }
    return factors;
  }

  /** The previous cycle's factors as they are today, under their names and in their order. */
  public static List<NamedFactor> followed(
      CovarianceEstimate estimate, List<NamedFactor> previous) {
    SymmetricEigen eigen = SymmetricEigen.of(Vectors.correlation(estimate.annualCovariance()));
    int n = estimate.sleeves().size();
    double[][] products = new double[previous.size()][n];
    for (int p = 0; p < products.length; p++) {
      double[] old = direction(previous.get(p), estimate.sleeves());
      for (int k = 0; k < n; k++) {
        products[p][k] = Vectors.dot(old, eigen.vector(n - 1 - k));
      }
    }
    int[] match = matched(products);
    List<NamedFactor> factors = new ArrayList<>();
    for (int p = 0; p < products.length; p++) {
      if (match[p] >= 0) {
        double product = products[p][match[p]];
        double[] vector = eigen.vector(n - 1 - match[p]);
        double sign = product == 0 ? ownSign(vector) : product < 0 ? -1 : 1;
        factors.add(
            factor(
                previous.get(p).name(),
                estimate,
                vector,
                sign,
                eigen.values()[n - 1 - match[p]] / n,
                Math.min(1, Math.abs(product))));
      }
    }
    return factors;
  }

  /** For each previous factor the component that it is today, or -1 if there are too few. */
  private static int[] matched(double[][] products) {
    int[] match = new int[products.length];
    Arrays.fill(match, -1);
    int components = products.length == 0 ? 0 : products[0].length;
    boolean[] taken = new boolean[components];
    for (int round = 0; round < Math.min(products.length, components); round++) {
      int bestOld = -1;
      int bestNew = -1;
      for (int p = 0; p < products.length; p++) {
        for (int k = 0; k < components; k++) {
          if (match[p] < 0
              && !taken[k]
              && (bestOld < 0 || Math.abs(products[p][k]) > Math.abs(products[bestOld][bestNew]))) {
            bestOld = p;
            bestNew = k;
          }
        }
      }
      match[bestOld] = bestNew;
      taken[bestNew] = true;
    }
    return match;
  }

  private static double[] direction(NamedFactor factor, List<SleeveId> sleeves) {
    double[] loadings = new double[sleeves.size()];
    for (int i = 0; i < loadings.length; i++) {
      loadings[i] = factor.loadings().getOrDefault(sleeves.get(i), 0.0);
    }
    double length = StrictMath.sqrt(Vectors.dot(loadings, loadings));
    for (int i = 0; i < loadings.length && length > 0; i++) {
      loadings[i] /= length;
    }
    return loadings;
  }

  private static double ownSign(double[] vector) {
    double sum = Vectors.sum(vector);
    if (Math.abs(sum) > NO_SIGN) {
      return sum < 0 ? -1 : 1;
    }
    double largest = 0;
    for (double value : vector) {
      if (Math.abs(value) > Math.abs(largest) + NO_SIGN) {
        largest = value;
      }
    }
    return largest < 0 ? -1 : 1;
  }

  private static NamedFactor factor(
      String name,
      CovarianceEstimate estimate,
      double[] vector,
      double sign,
      double varianceShare,
      double overlap) {
    SortedMap<SleeveId, Double> loadings = new TreeMap<>();
    for (int i = 0; i < vector.length; i++) {
      loadings.put(estimate.sleeves().get(i), sign * vector[i]);
    }
    return new NamedFactor(name, loadings, varianceShare, overlap);
  }
}
