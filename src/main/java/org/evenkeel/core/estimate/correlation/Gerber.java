package org.evenkeel.core.estimate.correlation;

import org.evenkeel.core.estimate.sample.WeightedSample;

/**
 * The Gerber statistic: how often two sleeves make large moves in the same direction.
 *
 * <p>A move is large beyond half of the sleeve's volatility. With the weights of bars where both
 * moved up (UU), both down (DD), in opposite directions (UD, DU) and neither moved (NN), it is (UU +
 * DD - UD - DU) / (1 - NN), which is robust to the size of extreme moves and to small noise. Gerber,
 * Markowitz, Ernst, Miao, Javid and Sargen, "The Gerber statistic: a robust co-movement measure for
 * portfolio optimization", Journal of Portfolio Management 48, 2022.
 *
 * <p>This class is stateless and thread-safe.
 */
public final class Gerber {

  /** The paper's default. */
  private static final double THRESHOLD_VOLATILITIES = 0.5;

  private Gerber() {}

  /** The statistic of each pair: symmetric with a unit diagonal, 0 for a pair that never moved. */
  public static double[][] correlations(WeightedSample sample) {
    int n = sample.columns();
    int[][] moves = new int[n][];
    for (int i = 0; i < n; i++) {
      moves[i] = moves(sample, i);
    }
    double[][] statistic = new double[n][n];
    for (int i = 0; i < n; i++) {
      statistic[i][i] = 1;
      for (int j = 0; j < i; j++) {
        statistic[i][j] = pair(sample, moves, i, j);
        statistic[j][i] = statistic[i][j];
      }
    }
    return statistic;
  }

  private static double pair(WeightedSample sample, int[][] moves, int i, int j) {
    double together = 0;
    double moved = 0;
    for (int t = 0; t < sample.rows().length; t++) {
      double product = sample.rows()[t][i] * sample.rows()[t][j];
      if (!Double.isNaN(product) && (moves[i][t] != 0 || moves[j][t] != 0)) {
        together += sample.weights()[t] * moves[i][t] * moves[j][t];
        moved += sample.weights()[t];
      }
    }
    return moved > 0 ? together / moved : 0;
  }

  /** Up 1, down -1, neither 0. */
  private static int[] moves(WeightedSample sample, int column) {
    double least = THRESHOLD_VOLATILITIES * StrictMath.sqrt(sample.meanSquare(column));
    int[] moves = new int[sample.rows().length];
    for (int t = 0; t < moves.length; t++) {
      double value = sample.rows()[t][column];
      moves[t] = value == 0 ? 0 : value >= least ? 1 : value <= -least ? -1 : 0;
    }
    return moves;
  }
}
