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
  private static final int FEW_ROUNDS = 6;

  /** Part of the score that a round over many sleeves must gain to be followed by another. */
  private static final double ROUND_GAIN = 0.01;

  /** Sleeves that are tried together with every other one. */
  private static final int PAIRED = 6;

  /** Sleeves from which on fewer are paired, because every pair costs time in proportion to their number. */
  private static final int MANY = 40;

  private static final int PAIRED_OF_MANY = 2;
  private static final int MOST_PAIRINGS = 6;

  private final LotProblem problem;
  private final double worstAllowed;
  private final long[] lots;
  private final double[] x;
  private final double[] product;
  private final double[] used;
  private final double[] score = new double[1];

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
    this.score[0] = LotScore.of(problem, x, product, 0, 0).total();
  }

  /** Where the descent ends; with many sleeves, as soon as a round gains little. */
  long[] end() {
    int pairings = MOST_PAIRINGS;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      double before = score[0];
      boolean isBetter = singles();
      boolean isEnough = lots.length >= MANY && score[0] > before * (1 - ROUND_GAIN);
      if ((!isBetter || isEnough) && (pairings-- <= 0 || !pairs())) {
        break;
      }
    }
    return lots;
  }

  /** A few rounds of single sleeves, for a question that needs no more. */
  long[] near() {
    for (int round = 0; round < FEW_ROUNDS && lots.length < MANY && singles(); round++) {}
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
    if (next == lots[i] || !hasRoom(i, difference)) {
      return false;
    }
    double reached = LotScore.of(problem, x, product, i, difference).total();
    if (!(reached < score[0] - LEAST_GAIN * score[0])) {
      return false;
    }
    long before = lots[i];
    move(i, next);
    if (isTooFar()) {
      move(i, before);
      return false;
    }
    score[0] = reached;
    return true;
  }

  private boolean pairs() {
    boolean isBetter = false;
    for (int i : farthest()) {
      isBetter |= withOneMore(i, 1);
      isBetter |= withOneMore(i, -1);
    }
    return isBetter;
  }

  /** One lot more or less of a sleeve, with whichever single change of another one makes it worth while first. */
  private boolean withOneMore(int i, int change) {
    long before = lots[i];
    long next = problem.moved(i, before, change);
    if (next == before) {
      return false;
    }
    move(i, next);
    for (int j = 0; j < lots.length; j++) {
      if (j != i && (completes(j, 1) || completes(j, -1))) {
        return true;
      }
    }
    move(i, before);
    return false;
  }

  private boolean completes(int j, int change) {
    long before = lots[j];
    long next = problem.moved(j, before, change);
    double difference = (next - before) * problem.step[j];
    if (next == before
        || !hasRoom(j, difference)
        || !(LotScore.of(problem, x, product, j, difference).total()
            < score[0] - LEAST_GAIN * score[0])) {
      return false;
    }
    move(j, next);
    if (isTooFar()) {
      move(j, before);
      return false;
    }
    score[0] = LotScore.of(problem, x, product, 0, 0).total();
    return true;
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
    int[] found = new int[Math.min(x.length < MANY ? PAIRED : PAIRED_OF_MANY, x.length)];
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

  /** True if the caps hold after one more change. */
  private boolean hasRoom(int i, double difference) {
    for (int row = 0; row < used.length; row++) {
      double after = used[row] + problem.uses[row][i] * difference;
      if (after > problem.caps[row]) {
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
