package org.evenkeel.shell.cli.trial;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.estimate.ReturnMatrix;
import org.evenkeel.core.estimate.sample.BarRanges;
import org.evenkeel.shell.cli.table.BarTable;
import org.evenkeel.shell.cli.table.PriceTable;

/**
 * Returns of several assets bar by bar, with the ranges of their bars if they are known.
 *
 * <p>Row t is the bar that begins at the t-th time of the table. A return needs a price in the bar and in the one
 * before, exactly one bar earlier.
 *
 * <p>This class is immutable and thread-safe.
 */
final class Panel {

  private final PriceTable closes;
  private final Duration bar;
  private final double[][] returns;
  private final Optional<double[][][]> ranges;

  Panel(BarTable table, Duration bar) {
    this.closes = table.closes();
    this.bar = bar;
    this.returns = returns(closes, bar);
    this.ranges = table.ranges().map(prices -> logarithms(prices));
  }

  List<String> names() {
    return closes.names();
  }

  int size() {
    return returns.length;
  }

  Instant time(int row) {
    return closes.times().get(row);
  }

  Duration bar() {
    return bar;
  }

  boolean hasRanges() {
    return ranges.isPresent();
  }

  /** The return of an asset in a bar; NaN if there is none. */
  double at(int row, int asset) {
    return returns[row][asset];
  }

  /** How many returns an asset has in the rows from, inclusive, to, exclusive. */
  int present(int from, int to, int asset) {
    int present = 0;
    for (int t = Math.max(0, from); t < to; t++) {
      present += Double.isNaN(returns[t][asset]) ? 0 : 1;
    }
    return present;
  }

  /** The last rows before a row, of some assets, as the estimator takes them; rows without any return are left out. */
  ReturnMatrix before(int row, int lookback, int[] assets, List<SleeveId> names) {
    List<Instant> ends = new ArrayList<>();
    List<Integer> kept = new ArrayList<>();
    for (int t = Math.max(0, row - lookback); t < row; t++) {
      int now = t;
      if (Arrays.stream(assets).anyMatch(i -> !Double.isNaN(returns[now][i]))) {
        ends.add(time(t).plus(bar));
        kept.add(t);
      }
    }
    ReturnMatrix matrix = new ReturnMatrix(names, ends, part(returns, kept, assets), 1);
    return ranges
        .map(
            all ->
                matrix.with(
                    new BarRanges(
                        part(all[0], kept, assets),
                        part(all[1], kept, assets),
                        part(all[2], kept, assets),
                        part(all[3], kept, assets))))
        .orElse(matrix);
  }

  private static double[][] part(double[][] matrix, List<Integer> rows, int[] assets) {
    double[][] part = new double[rows.size()][assets.length];
    for (int t = 0; t < part.length; t++) {
      for (int i = 0; i < assets.length; i++) {
        part[t][i] = matrix[rows.get(t)][assets[i]];
      }
    }
    return part;
  }

  private static double[][] returns(PriceTable closes, Duration bar) {
    double[][] returns = new double[closes.times().size()][closes.names().size()];
    for (int t = 0; t < returns.length; t++) {
      boolean follows = t > 0 && closes.times().get(t - 1).plus(bar).equals(closes.times().get(t));
      for (int i = 0; i < returns[t].length; i++) {
        returns[t][i] = follows ? closes.close(t, i) / closes.close(t - 1, i) - 1 : Double.NaN;
      }
    }
    return returns;
  }

  /** Gap, up, down and body of each bar that has a return. */
  private double[][][] logarithms(double[][][] prices) {
    double[][][] logs = new double[4][size()][names().size()];
    for (int t = 0; t < size(); t++) {
      for (int i = 0; i < names().size(); i++) {
        double open = Double.isNaN(returns[t][i]) ? Double.NaN : prices[0][t][i];
        logs[0][t][i] = t == 0 ? Double.NaN : StrictMath.log(open / closes.close(t - 1, i));
        logs[1][t][i] = StrictMath.log(prices[1][t][i] / open);
        logs[2][t][i] = StrictMath.log(prices[2][t][i] / open);
        logs[3][t][i] = StrictMath.log(closes.close(t, i) / open);
      }
    }
    return logs;
  }
}
