package org.evenkeel.core.parity.lots;

/**
 * Descent from one combination of lots: single sleeves by steps of every size, then pairs that include a sleeve whose
 * share is far off.
 *
 * <p>Only improvements are taken, in a fixed order, so that it ends, and at the same place on every machine.
 *
 * <p>Single-threaded, for one start.
 */
final class LotDescent {

  /** An improvement smaller than this part of the score is noise. */
  private static final double LEAST_GAIN = 1e-12;

  private static final int MOST_ROUNDS = 40;

  /** Sleeves that are tried together with every other one. */
  private static final int PAIRED = 8;

  private final LotProblem problem;
  private final double worstAllowed;
  private final long[] lots;
  private final double[] x;
  private final double[] product;
  private final double[] used;
  private double score;

  /**
   * @param start lots that fit the caps
   * @param worstAllowed largest relative error of a share that a step may lead to
   */
  LotDescent(LotProblem problem, long[] start, double worstAllowed) {
    this.problem = problem;
    this.worstAllowed = worstAllowed;
    this.lots = start.clone();
    this.x = LotScore.exposures(problem, lots);
    this.product = LotScore.product(problem, x);
    this.used = new double[problem.caps.length];
    for (int row = 0; row < used.length; row++) {
      for (int i = 0; i < x.length; i++) {
        used[row] += problem.uses[row][i] * x[i];
      }
    }
    this.score = LotScore.of(problem, x, product, 0, 0).total();
  }

  /** Where the descent ends, with pairs tried or single sleeves only. */
  long[] end(boolean withPairs) {
    for (int round = 0; round < MOST_ROUNDS; round++) {
      boolean isBetter = singles();
      if (!isBetter && (!withPairs || !pairs())) {
        break;
      }
    }
    return lots;
  }

  private boolean singles() {
    boolean isBetter = false;
    for (int i = 0; i < lots.length; i++) {
      for (long change = largest(i); change >= 1; change /= 4) {
        isBetter |= tried(i, change) || tried(i, -change);
      }
    }
    return isBetter;
  }

  /** A quarter of the position at most, as a power of four: far jumps belong to the start. */
  private long largest(int i) {
    long change = 1;
    while (change * 16 <= lots[i]) {
      change *= 4;
    }
    return change;
  }

  private boolean tried(int i, long change) {
    long next = problem.moved(i, lots[i], change);
    double difference = (next - lots[i]) * problem.step[i];
    if (next == lots[i] || !hasRoom(i, difference, 0, 0)) {
      return false;
    }
    double reached = LotScore.of(problem, x, product, i, difference).total();
    if (!(reached < score - LEAST_GAIN * score)) {
      return false;
    }
    long before = lots[i];
    move(i, next);
    if (isTooFar()) {
      move(i, before);
      return false;
    }
    score = reached;
    return true;
  }

  private boolean pairs() {
    boolean isBetter = false;
    for (int i : farthest()) {
      for (int j = 0; j < lots.length; j++) {
        for (int way = 0; way < 4 && j != i; way++) {
          isBetter |= tried(i, way < 2 ? 1 : -1, j, way % 2 == 0 ? 1 : -1);
        }
      }
    }
    return isBetter;
  }

  private boolean tried(int i, int change, int j, int other) {
    long nextI = problem.moved(i, lots[i], change);
    long nextJ = problem.moved(j, lots[j], other);
    long beforeI = lots[i];
    long beforeJ = lots[j];
    double differenceI = (nextI - beforeI) * problem.step[i];
    double differenceJ = (nextJ - beforeJ) * problem.step[j];
    if (nextI == beforeI || nextJ == beforeJ || !hasRoom(i, differenceI, j, differenceJ)) {
      return false;
    }
    move(i, nextI);
    double reached = LotScore.of(problem, x, product, j, differenceJ).total();
    if (reached < score - LEAST_GAIN * score) {
      move(j, nextJ);
      if (!isTooFar()) {
        score = reached;
        return true;
      }
      move(j, beforeJ);
    }
    move(i, beforeI);
    return false;
  }

  /** The sleeves whose relative errors weigh most, the first of equal ones first. */
  private int[] farthest() {
    double variance = 0;
    for (int i = 0; i < x.length; i++) {
      variance += x[i] * product[i];
    }
    double[] errors = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      double share = variance > 0 ? x[i] * product[i] / variance : 0;
      errors[i] = Math.abs(share - problem.shares[i]) * problem.weights[i];
    }
    int[] found = new int[Math.min(PAIRED, x.length)];
    for (int place = 0; place < found.length; place++) {
      int largest = 0;
      for (int i = 1; i < x.length; i++) {
        largest = errors[i] > errors[largest] ? i : largest;
      }
      found[place] = largest;
      errors[largest] = -1;
    }
    return found;
  }

  private boolean hasRoom(int i, double differenceI, int j, double differenceJ) {
    for (int row = 0; row < used.length; row++) {
      double added =
          problem.uses[row][i] * differenceI + problem.uses[row][j] * differenceJ;
      if (added > 0 && used[row] + added > problem.caps[row]) {
        return false;
      }
    }
    return true;
  }

  private boolean isTooFar() {
    return worstAllowed < Double.POSITIVE_INFINITY
        && LotScore.worst(problem, x, product) > worstAllowed;
  }

  private void move(int i, long next) {
    double difference = (next - lots[i]) * problem.step[i];
    lots[i] = next;
    x[i] = next * problem.step[i];
    double[] row = problem.covariance[i];
    for (int j = 0; j < product.length; j++) {
      product[j] += row[j] * difference;
    }
    for (int row2 = 0; row2 < used.length; row2++) {
      used[row2] += problem.uses[row2][i] * difference;
    }
  }
}
