package org.evenkeel.shell.cli.table;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Closing prices as {@link PriceTable} reads them, with opens, highs and lows where a long file has such columns.
 *
 * <p>This class is immutable and thread-safe as long as nobody writes to the arrays it returns.
 */
public final class BarTable {

  private final PriceTable closes;
  private final Optional<double[][][]> ranges;

  private BarTable(PriceTable closes, Optional<double[][][]> ranges) {
    this.closes = closes;
    this.ranges = ranges;
  }

  /**
   * Reads a file of either form.
   *
   * @throws InputProblem with file, line and column if it is neither, or has a price that is no price
   */
  public static BarTable read(Path path) {
    PriceTable closes = PriceTable.read(path);
    List<List<Cell>> rows = CsvRows.of(TextFile.read(path));
    List<String> header =
        rows.get(0).stream().map(cell -> cell.text().toLowerCase(Locale.ROOT)).toList();
    boolean known = header.containsAll(List.of("symbol", "open", "high", "low"));
    return new BarTable(
        closes, known ? Optional.of(ranges(closes, header, rows)) : Optional.empty());
  }

  /** The closes, and all names and times. */
  public PriceTable closes() {
    return closes;
  }

  /** Opens, highs and lows: one row per time and one column per asset, NaN where there is none. */
  public Optional<double[][][]> ranges() {
    return ranges;
  }

  private static double[][][] ranges(
      PriceTable closes, List<String> header, List<List<Cell>> rows) {
    double[][][] ranges = new double[3][closes.times().size()][closes.names().size()];
    for (double[][] part : ranges) {
      for (double[] row : part) {
        Arrays.fill(row, Double.NaN);
      }
    }
    int time = PriceReader.timeColumn(header);
    int symbol = header.indexOf("symbol");
    List<String> names = new ArrayList<>(closes.names());
    int[] columns = {header.indexOf("open"), header.indexOf("high"), header.indexOf("low")};
    for (List<Cell> row : rows.subList(1, rows.size())) {
      int t = Collections.binarySearch(closes.times(), PriceReader.time(row.get(time)));
      int i = names.indexOf(row.get(symbol).text());
      for (int part = 0; part < 3; part++) {
        ranges[part][t][i] = PriceReader.priceOrNan(row.get(columns[part]));
      }
    }
    return ranges;
  }
}
