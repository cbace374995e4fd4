package org.evenkeel.core.parity.lots;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * Branch and bound over every combination near a good one: either it finds a better one, or it proves that there is none.
 *
 * <p>Sleeves are fixed one after the other, those with the coarsest lots first. What is not fixed lies between its
 * smallest and largest candidate, so every contribution and the variance lie in intervals, and so does the score: a branch
 * whose smallest possible score is not below the best one has nothing to offer.
 *
 * <p>Single-threaded, for one problem.
 */
final class LotEnumeration {

  /** Lots up to which a sleeve is tried at every size, if there are few sleeves. */
  private static final int SMALL = 12;

  private final LotProblem problem;
  private final double worstAllowed;
  private final int[] order;
  private final long[][] candidates;
  private final double[] lowest;
  private final double[] highest;
  private final int[] nodesLeft;
  private final long[] best;
  private final double[] bestScore;

  /**
   * @param start a combination that is allowed
   * @param reach lots to either side of it that are looked at
   * @param nodes branches after which it gives up
   */
  LotEnumeration(LotProblem problem, long[] start, int reach, int nodes, double worstAllowed) {
    this.problem = problem;
    boolean isFew = reach > LotSearch.REACH;
    this.worstAllowed = worstAllowed;
    this.nodesLeft = new int[] {nodes};
    this.best = start.clone();
    this.bestScore = new double[] {LotScore.of(problem, start).total()};
    this.candidates = new long[problem.size][];
    this.lowest = new double[problem.size];
    this.highest = new double[problem.size];
    for (int i = 0; i < problem.size; i++) {
      TreeSet<Long> near = new TreeSet<>();
      for (int change = -reach; change <= reach; change++) {
        near.add(problem.moved(i, start[i], change));
      }
      near.add(problem.allowed(i, problem.idealLots(i)));
      if (isFew && problem.idealLots(i) <= SMALL) {
        // Few lots: a coarse sleeve may leave room only where others have much fewer.
        for (long lots = 0; lots <= 2 * problem.idealLots(i) + 1; lots++) {
          near.add(problem.moved(i, 0, Math.max(1, lots)));
        }
        near.add(0L);
      }
      if (problem.idealLots(i) < 2.0 * problem.least[i]) {
        near.add(0L);
        near.add(problem.least[i]);
      }
      lowest[i] = near.first() * problem.step[i];
      highest[i] = near.last() * problem.step[i];
      double wanted = problem.idealLots(i);
      candidates[i] =
          near.stream()
              .sorted(
                  Comparator.<Long>comparingDouble(lots -> Math.abs(lots - wanted))
                      .thenComparing(Comparator.naturalOrder()))
              .mapToLong(Long::longValue)
              .toArray();
    }
    List<Integer> coarsestFirst = new ArrayList<>();
    for (int i = 0; i < problem.size; i++) {
      coarsestFirst.add(i);
    }
    coarsestFirst.sort(
        Comparator.<Integer>comparingDouble(i -> -problem.step[i] / problem.ideal[i])
            .thenComparing(Comparator.naturalOrder()));
    this.order = coarsestFirst.stream().mapToInt(Integer::intValue).toArray();
  }

  /** True if every branch was looked at or excluded. */
  boolean run() {
    double[] low = new double[problem.size];
    double[] high = new double[problem.size];
    for (int i = 0; i < problem.size; i++) {
      for (int j = 0; j < problem.size; j++) {
        double s = problem.covariance[i][j];
        low[i] += s * (s < 0 ? highest[j] : lowest[j]);
        high[i] += s * (s < 0 ? lowest[j] : highest[j]);
      }
    }
    branch(0, new long[problem.size], lowest.clone(), highest.clone(), low, high);
    return nodesLeft[0] > 0;
  }

  long[] best() {
    return best.clone();
  }

  private void branch(
      int depth, long[] lots, double[] xLow, double[] xHigh, double[] low, double[] high) {
    if (depth == problem.size) {
      leaf(lots);
      return;
    }
    int i = order[depth];
    for (long candidate : candidates[i]) {
      if (--nodesLeft[0] <= 0) {
        return;
      }
      double x = candidate * problem.step[i];
      double[] nextLow = low.clone();
      double[] nextHigh = high.clone();
      for (int j = 0; j < problem.size; j++) {
        double s = problem.covariance[j][i];
        nextLow[j] += s * (x - (s < 0 ? xHigh[i] : xLow[i]));
        nextHigh[j] += s * (x - (s < 0 ? xLow[i] : xHigh[i]));
      }
      double beforeLow = xLow[i];
      double beforeHigh = xHigh[i];
      xLow[i] = x;
      xHigh[i] = x;
      lots[i] = candidate;
      if (fits(xLow) && bound(xLow, xHigh, nextLow, nextHigh) < bestScore[0]) {
        branch(depth + 1, lots, xLow, xHigh, nextLow, nextHigh);
      }
      xLow[i] = beforeLow;
      xHigh[i] = beforeHigh;
    }
  }

  private void leaf(long[] lots) {
    LotScore score = LotScore.of(problem, lots);
    if (score.total() < bestScore[0] && score.worst() <= worstAllowed && problem.fits(lots)) {
      System.arraycopy(lots, 0, best, 0, lots.length);
      bestScore[0] = score.total();
    }
  }

  private boolean fits(double[] xLow) {
    for (int row = 0; row < problem.caps.length; row++) {
      double sum = 0;
      for (int i = 0; i < problem.size; i++) {
        sum += problem.uses[row][i] * xLow[i];
      }
      if (sum > problem.caps[row]) {
        return false;
      }
    }
    return true;
  }

  /** A number that no score of the branch is below. */
  private double bound(double[] xLow, double[] xHigh, double[] low, double[] high) {
    double varianceLow = 0;
    double varianceHigh = 0;
    double tracking = 0;
    double[] least = new double[problem.size];
    double[] most = new double[problem.size];
    for (int i = 0; i < problem.size; i++) {
      // Exposures are not negative; products with the covariance may be.
      least[i] = low[i] < 0 ? xHigh[i] * low[i] : xLow[i] * low[i];
      most[i] = high[i] < 0 ? xLow[i] * high[i] : xHigh[i] * high[i];
      varianceLow += least[i];
      varianceHigh += most[i];
      tracking +=
          leastProduct(
              xLow[i] - problem.ideal[i],
              xHigh[i] - problem.ideal[i],
              low[i] - problem.idealProduct[i],
              high[i] - problem.idealProduct[i]);
    }
    double total = Math.max(0, tracking) / problem.idealVariance;
    if (!(varianceLow > 0)) {
      return total;
    }
    for (int i = 0; i < problem.size; i++) {
      double shareLow = least[i] / (least[i] < 0 ? varianceLow : varianceHigh);
      double shareHigh = most[i] / (most[i] < 0 ? varianceHigh : varianceLow);
      double distance =
          Math.max(0, Math.max(shareLow - problem.shares[i], problem.shares[i] - shareHigh));
      total += distance * distance * problem.weights[i];
    }
    return total;
  }

  private static double leastProduct(double a, double b, double c, double d) {
    return Math.min(Math.min(a * c, a * d), Math.min(b * c, b * d));
  }
}
