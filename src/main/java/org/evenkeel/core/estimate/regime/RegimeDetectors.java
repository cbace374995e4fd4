package org.evenkeel.core.estimate.regime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.estimate.ReturnMatrix;
import org.evenkeel.core.estimate.SymmetricEigenvalues;
import org.evenkeel.core.estimate.regime.RegimeReading.Detector;

/**
 * The readings of all detectors from one window of returns.
 *
 * <p>Each is a pure function of the rows, newest last; rows in which a return is missing are left out. The newest
 * reading is ranked among the earlier ones of the same window of history, and alarms above the quantile of those.
 *
 * <p>This class is stateless and thread-safe.
 */
public final class RegimeDetectors {

  /** Eigenvalues of every window would cost most of a decision's time; neighbours hardly differ. */
  private static final int MOST_WINDOWS = 120;

  private static final int ABSORBING_PART = 5;

  private RegimeDetectors() {}

  /** The readings in the order of {@link Detector}; one sleeve alone has none but turbulence. */
  public static List<RegimeReading> read(ReturnMatrix returns, RegimeSettings settings) {
    double[][] rows =
        Arrays.stream(returns.returns())
            .filter(row -> Arrays.stream(row).noneMatch(Double::isNaN))
            .toArray(double[][]::new);
    int sleeves = returns.sleeves().size();
    List<double[][]> windows = sleeves < 2 ? List.of() : windows(rows, settings.windowBars());
    return List.of(
        ranked(
            Detector.AVERAGE_CORRELATION,
            windows.stream().mapToDouble(RegimeDetectors::averageCorrelation).toArray(),
            settings),
        ranked(
            Detector.ABSORPTION_RATIO,
            windows.stream().mapToDouble(RegimeDetectors::absorptionRatio).toArray(),
            settings),
        ranked(
            Detector.TURBULENCE,
            movingMean(Turbulence.of(rows), settings.turbulenceBars()),
            settings));
  }

  /**
   * The mean of the correlations of all pairs of columns, with means taken as zero.
   *
   * <p>A column that never moved correlates with nothing.
   *
   * @param rows returns, one column per sleeve, at least two columns
   */
  public static double averageCorrelation(double[][] rows) {
    double[][] moments = moments(rows);
    double sum = 0;
    int pairs = 0;
    for (int i = 0; i < moments.length; i++) {
      for (int j = 0; j < i; j++) {
        double scale = StrictMath.sqrt(moments[i][i]) * StrictMath.sqrt(moments[j][j]);
        sum += scale > 0 ? moments[i][j] / scale : 0;
        pairs++;
      }
    }
    return sum / pairs;
  }

  /**
   * The sum of the largest fifth of the covariance's eigenvalues over their whole sum.
   *
   * <p>A fifth is rounded to whole eigenvalues, at least one.
   *
   * @param rows returns, one column per sleeve
   */
  public static double absorptionRatio(double[][] rows) {
    double[] eigenvalues = SymmetricEigenvalues.of(moments(rows));
    int n = eigenvalues.length;
    int absorbing = Math.max(1, (2 * n + ABSORBING_PART) / (2 * ABSORBING_PART));
    double whole = 0;
    double largest = 0;
    for (int i = 0; i < n; i++) {
      whole += eigenvalues[i];
      largest += i >= n - absorbing ? eigenvalues[i] : 0;
    }
    return whole > 0 ? largest / whole : 0;
  }

  private static double[][] moments(double[][] rows) {
    int n = rows[0].length;
    double[][] moments = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = 0;
        for (double[] row : rows) {
          sum += row[i] * row[j];
        }
        moments[i][j] = sum / rows.length;
        moments[j][i] = moments[i][j];
      }
    }
    return moments;
  }

  /** Windows of so many rows, the last one newest; at most {@link #MOST_WINDOWS}, evenly spaced back from it. */
  private static List<double[][]> windows(double[][] rows, int length) {
    List<double[][]> windows = new ArrayList<>();
    int possible = rows.length - length + 1;
    int step = Math.max(1, (possible + MOST_WINDOWS - 1) / MOST_WINDOWS);
    for (int end = rows.length; end >= length; end -= step) {
      windows.add(Arrays.copyOfRange(rows, end - length, end));
    }
    return windows.reversed();
  }

  private static double[] movingMean(double[] values, int length) {
    double[] means = new double[Math.max(0, values.length - length + 1)];
    for (int t = 0; t < means.length; t++) {
      double sum = 0;
      for (int k = t; k < t + length; k++) {
        sum += values[k];
      }
      means[t] = sum / length;
    }
    return means;
  }

  private static RegimeReading ranked(Detector detector, double[] values, RegimeSettings settings) {
    if (values.length == 0) {
      return RegimeReading.unavailable(detector);
    }
    double newest = values[values.length - 1];
    double[] earlier = Arrays.copyOf(values, values.length - 1);
    if (earlier.length < settings.minHistory()) {
      return new RegimeReading(
          detector, Optional.of(newest), Optional.empty(), Optional.empty(), earlier.length, false);
    }
    int lower = 0;
    for (double value : earlier) {
      lower += value < newest ? 1 : 0;
    }
    double threshold = quantile(earlier, settings.alarmQuantile());
    return new RegimeReading(
        detector,
        Optional.of(newest),
        Optional.of((double) lower / earlier.length),
        Optional.of(threshold),
        earlier.length,
        settings.alarmQuantile() < 1 && newest > threshold);
  }

  /** The quantile by linear interpolation between the ordered values. */
  private static double quantile(double[] values, double share) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
