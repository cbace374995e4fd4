package org.evenkeel.shell.cli.table;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Closing prices of several assets on one rising sequence of times.
 *
 * <p>Two forms are read, plain or gzip.
 * Wide: a header such as 'date,BTC,ETH' and one row per time; an empty cell is a missing price.
 * Long: a header with columns for the time ('date', 'ts', 'time' or 'timestamp'), 'symbol' and 'close', others
 * ignored, and one row per time and symbol in any order.
 * A time is a date, which means its beginning in UTC, an instant such as 2022-11-09T04:00:00Z, or seconds or
 * milliseconds since 1970.
 *
 * <p>This class is immutable and thread-safe as long as nobody writes to the arrays it returns.
 */
public final class PriceTable {

  private final Path file;
  private final List<String> names;
  private final List<Instant> times;
  private final double[][] closes;

  PriceTable(Path file, List<String> names, List<Instant> times, double[][] closes) {
    this.file = file;
    this.names = List.copyOf(names);
    this.times = List.copyOf(times);
    this.closes = closes;
  }

  /**
   * Reads a file of either form.
   *
   * @throws InputProblem with file, line and column if it is neither, or has a price that is no price
   */
  public static PriceTable read(Path path) {
    TextFile file = TextFile.read(path);
    if (file.isJson()) {
      throw InputProblem.of(path, "prices are read from CSV, and this is JSON");
    }
    return new PriceReader(path, CsvRows.of(file)).read();
  }

  /** Where the prices come from. */
  public Path file() {
    return file;
  }

  /** The assets, in the order of the columns, or of the alphabet for the long form. */
  public List<String> names() {
    return names;
  }

  /** The rows' times as the file has them, ascending. */
  public List<Instant> times() {
    return times;
  }

  /** The price of an asset at a time, NaN if it is missing. */
  public double close(int time, int asset) {
    return closes[time][asset];
  }

  /** A copy of all prices: one row per time, one column per asset, NaN where there is none. */
  public double[][] closes() {
    return Arrays.stream(closes).map(double[]::clone).toArray(double[][]::new);
  }

  /** The rows up to a time and with it; none if all are later. */
  public PriceTable until(Instant last) {
    int count = 0;
    while (count < times.size() && !times.get(count).isAfter(last)) {
      count++;
    }
    return new PriceTable(file, names, times.subList(0, count), Arrays.copyOf(closes, count));
  }

  /** Some of the assets, in the order in which they are named; each must be in the table. */
  public PriceTable only(List<String> wanted) {
    int[] columns = wanted.stream().mapToInt(names::indexOf).toArray();
    for (int i = 0; i < columns.length; i++) {
      if (columns[i] < 0) {
        throw InputProblem.of(
            file, "there is no asset '" + wanted.get(i) + "'; there are " + names);
      }
    }
    double[][] part = new double[closes.length][columns.length];
    for (int t = 0; t < part.length; t++) {
      for (int i = 0; i < columns.length; i++) {
        part[t][i] = closes[t][columns[i]];
      }
    }
    return new PriceTable(file, wanted, times, part);
  }

  /** The most frequent distance of two neighbouring times; of several the shortest. */
  public Duration usualStep() {
    List<Duration> steps = new ArrayList<>();
    for (int t = 1; t < times.size(); t++) {
      steps.add(Duration.between(times.get(t - 1), times.get(t)));
    }
    if (steps.isEmpty()) {
      throw InputProblem.of(file, "one row of prices has no returns; two are the least");
    }
    steps.sort(Duration::compareTo);
    Duration best = steps.get(0);
    int most = 0;
    int run = 0;
    for (int i = 0; i < steps.size(); i++) {
      run = i > 0 && steps.get(i).equals(steps.get(i - 1)) ? run + 1 : 1;
      if (run > most) {
        most = run;
        best = steps.get(i);
      }
    }
    return best;
  }
}
