package org.evenkeel.core.estimate.correlation;

import java.util.Arrays;
import org.evenkeel.core.estimate.sample.WeightedSample;

/**
 * Returns over several bars, one ending at every bar: they overlap, and closes that are not quite
 * simultaneous matter less to them.
 *
 * <p>A return over h bars is the sum of h returns of one bar; neighbours share h - 1 of them, so
 * that T of them say about as much as 1.5 T / h that do not overlap (Hansen and Hodrick 1980; the
 * factor is that of the variance of a variance, Lo and MacKinlay 1989).
 *
 * <p>This class is stateless and thread-safe.
 */
public final class Overlapping {

  private Overlapping() {}

  /**
   * The sample of returns over so many bars; NaN where one of them is missing.
   *
   * @param bars at least 1; the first rows, which have fewer before them, are NaN
   */
  public static WeightedSample returns(WeightedSample sample, int bars) {
    double[][] rows = new double[sample.rows().length][sample.columns()];
    for (int t = 0; t < rows.length; t++) {
      boolean gap = t + 1 < bars || sample.ages()[t + 1 - bars] - sample.ages()[t] > bars - 0.5;
      if (gap) {
        Arrays.fill(rows[t], Double.NaN);
        continue;
      }
      for (int s = t + 1 - bars; s <= t; s++) {
        for (int i = 0; i < rows[t].length; i++) {
          rows[t][i] += sample.rows()[s][i];
        }
      }
    }
    return new WeightedSample(rows, sample.weights(), sample.ages());
  }

  /** The rows without overlap that would say as much as one row with it. */
  public static double information(int bars) {
    return bars == 1 ? 1 : Math.min(1, 1.5 / bars);
  }
}
