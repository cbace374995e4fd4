package org.evenkeel.core.parity.lots;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.estimate.CovarianceEstimate;

/**
 * The numbers of a search for lots, in order of the sleeves' names.
 *
 * <p>Signs are taken out: the exposure of a short sleeve is positive here and its row and column of the covariance are
 * negated, which leaves every risk contribution as it is.
 *
 * <p>Nobody writes to the arrays, so this class is thread-safe.
 */
final class LotProblem {

  /** A sleeve with a smaller share of the ideal's variance is weighed as if it had this one. */
  private static final double LEAST_SHARE = 1e-6;

  /** Part of a cap by which it may be exceeded: the ideal itself is rounded to twelve decimals. */
  private static final double CAP_SLACK = 1e-9;

  final List<SleeveId> sleeves = new ArrayList<>();
  final int size;
  final double[][] covariance;
  final double[] ideal;
  final double[] idealProduct;
  final double[] shares;
  final double[] weights;
  final double idealVariance;
  final double[] step;
  final long[] least;
  final int[] side;
  final double[][] uses;
  final double[] caps;

  private LotProblem(CovarianceEstimate estimate, List<LotChoice> choices, List<Ratio> limits) {
    size = choices.size();
    ideal = new double[size];
    step = new double[size];
    least = new long[size];
    side = new int[size];
    caps =
        limits.stream().mapToDouble(cap -> cap.value().doubleValue() * (1 + CAP_SLACK)).toArray();
    uses = new double[caps.length][size];
    for (int i = 0; i < size; i++) {
      LotChoice choice = choices.get(i);
      sleeves.add(choice.sleeve());
      side[i] = choice.ideal().value().signum() < 0 ? -1 : 1;
      ideal[i] = Math.abs(choice.ideal().value().doubleValue());
      step[i] = choice.step().value().doubleValue();
      least[i] = choice.least();
      for (int row = 0; row < caps.length; row++) {
        uses[row][i] = choice.uses().get(row).value().doubleValue();
      }
    }
    covariance = covariance(estimate);
    idealProduct = new double[size];
    shares = new double[size];
    weights = new double[size];
    double variance = 0;
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        idealProduct[i] += covariance[i][j] * ideal[j];
      }
      variance += ideal[i] * idealProduct[i];
    }
    idealVariance = variance;
    for (int i = 0; i < size; i++) {
      shares[i] = ideal[i] * idealProduct[i] / variance;
      weights[i] = 1 / Math.max(Math.abs(shares[i]), LEAST_SHARE);
    }
  }

  private LotProblem(LotProblem other, double growth) {
    size = other.size;
    sleeves.addAll(other.sleeves);
    covariance = other.covariance;
    ideal = other.ideal;
    idealProduct = other.idealProduct;
    shares = other.shares;
    weights = other.weights;
    idealVariance = other.idealVariance;
    least = other.least;
    side = other.side;
    uses = other.uses;
    caps = other.caps;
    step = new double[size];
    for (int i = 0; i < size; i++) {
      step[i] = other.step[i] / growth;
    }
  }

  static LotProblem of(CovarianceEstimate estimate, List<LotChoice> choices, List<Ratio> caps) {
    List<LotChoice> sorted = new ArrayList<>(choices);
    sorted.sort(Comparator.comparing(LotChoice::sleeve));
    return new LotProblem(estimate, sorted, caps);
  }

  /** The problem of an account that is larger by a factor: lots are smaller parts of it, the ideal is the same. */
  LotProblem grown(double growth) {
    return new LotProblem(this, growth);
  }

  private double[][] covariance(CovarianceEstimate estimate) {
    double[][] all = estimate.annualCovariance();
    int[] rows = new int[size];
    for (int i = 0; i < size; i++) {
      rows[i] = estimate.sleeves().indexOf(sleeves.get(i));
      if (rows[i] < 0) {
        throw new IllegalArgumentException("the estimate knows no sleeve " + sleeves.get(i));
      }
    }
    double[][] part = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        part[i][j] = side[i] * side[j] * all[rows[i]][rows[j]];
      }
    }
    return part;
  }

  /** True if there is risk to be shared. */
  boolean hasRisk() {
    return size > 0 && idealVariance > 0 && Double.isFinite(idealVariance);
  }

  /** The lots nearest to a wanted number that are allowed: dust becomes nothing. */
  long allowed(int i, double wanted) {
    long rounded = (long) StrictMath.rint(wanted);
    return rounded < least[i] ? 0 : rounded;
  }

  /** Lots of the ideal exposure, not rounded. */
  double idealLots(int i) {
    return ideal[i] / step[i];
  }

  /** The next allowed number of lots in a direction; the same if there is none. */
  long moved(int i, long lots, long change) {
    long next = lots + change;
    if (next >= least[i]) {
      return next;
    }
    return change > 0 ? least[i] : 0;
  }

  boolean fits(long[] lots) {
    for (int row = 0; row < caps.length; row++) {
      double sum = 0;
      for (int i = 0; i < size; i++) {
        sum += uses[row][i] * lots[i] * step[i];
      }
      if (sum > caps[row]) {
        return false;
      }
    }
    return true;
  }
}
