package org.evenkeel.shell.cli.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A square matrix of numbers with the names of its rows and columns.
 *
 * <p>This class is immutable and thread-safe.
 */
public final class NamedMatrix {

  /** Rounding of a covariance that was computed and printed stays below this part of the volatilities' product. */
  private static final double ROUNDING = 1e-9;

  private final List<String> names;
  private final double[][] values;

  private NamedMatrix(List<String> names, double[][] values) {
    this.names = List.copyOf(names);
    this.values = values;
  }

  /** The names, one per row; 'x1', 'x2', ... if the file has none. */
  public List<String> names() {
    return names;
  }

  /** A copy of the numbers: square, every one finite. */
  public double[][] values() {
    return Arrays.stream(values).map(double[]::clone).toArray(double[][]::new);
  }

  /**
   * Reads a covariance from comma-separated values: with names above the columns, before the rows, both, or neither.
   *
   * @throws InputProblem with line and column if it is ragged, not square, not symmetric or has what is no number
   */
  public static NamedMatrix covariance(TextFile file) {
    return new Reader(file).read();
  }

  /** The state of reading one file. */
  private static final class Reader {

    private final TextFile file;
    private final List<List<Cell>> rows;
    private final boolean named;
    private final boolean rowsNamed;

    Reader(TextFile file) {
      this.file = file;
      List<List<Cell>> all = CsvRows.of(file);
      this.named = isHeader(all.get(0));
      this.rows = all;
      List<List<Cell>> data = data();
      this.rowsNamed = !data.isEmpty() && data.stream().allMatch(row -> row.get(0).isName());
    }

    private List<List<Cell>> data() {
      return rows.subList(named ? 1 : 0, rows.size());
    }

    /** Names and nothing else; the corner above row names may be empty. */
    private static boolean isHeader(List<Cell> row) {
      boolean all = row.size() > 1 || row.get(0).isName();
      for (Cell cell : row) {
        all &= cell.isName() || (cell.column() == 1 && cell.text().isEmpty());
      }
      return all;
    }

    NamedMatrix read() {
      int offset = rowsNamed ? 1 : 0;
      List<List<Cell>> data = data();
      if (data.isEmpty()) {
        throw InputProblem.of(file.path(), "there is a row of names, but no row of numbers");
      }
      int width = data.get(0).size() - offset;
      List<Cell> columnNames = named ? header(width) : List.of();
      double[][] values = new double[data.size()][width];
      for (int i = 0; i < values.length; i++) {
        List<Cell> row = data.get(i);
        if (row.size() - offset != width) {
          throw InputProblem.of(
              file.path(),
              row.get(0).line(),
              (row.size() - offset)
                  + " numbers, but the first row of numbers has "
                  + width
                  + "; every row of a covariance is as long as the first");
        }
        for (int j = 0; j < width; j++) {
          values[i][j] = row.get(j + offset).number();
        }
      }
      if (values.length != width) {
        throw InputProblem.of(
            file.path(),
            data.get(data.size() - 1).get(0).line(),
            values.length
                + " rows of "
                + width
                + " numbers; a covariance has as many rows as columns");
      }
      requireCovariance(data, values, offset);
      return new NamedMatrix(names(columnNames, data), values);
    }

    /** The cells above the numbers. */
    private List<Cell> header(int width) {
      List<Cell> first = rows.get(0);
      boolean corner = first.size() == width + 1 && rowsNamed;
      if (first.size() != width && !corner) {
        throw InputProblem.of(
            file.path(),
            first.get(0).line(),
            first.size() + " names above rows of " + width + " numbers; name every column once");
      }
      return corner ? first.subList(1, first.size()) : first;
    }

    private List<String> names(List<Cell> columnNames, List<List<Cell>> data) {
      List<Cell> cells = new ArrayList<>(columnNames);
      if (rowsNamed) {
        for (int i = 0; i < data.size(); i++) {
          Cell cell = data.get(i).get(0);
          if (!named) {
            cells.add(cell);
          } else if (!cell.text().equals(columnNames.get(i).text())) {
            throw cell.problem(
                "the row is called '"
                    + cell.text()
                    + "', but column "
                    + (i + 1)
                    + " '"
                    + columnNames.get(i).text()
                    + "'; put the rows in the order of the columns");
          }
        }
      }
      List<String> names = new ArrayList<>();
      Set<String> taken = new HashSet<>();
      for (Cell cell : cells) {
        if (cell.text().isEmpty()) {
          throw cell.problem("the asset has no name");
        }
        if (!taken.add(cell.text())) {
          throw cell.problem("the name '" + cell.text() + "' stands twice");
        }
        names.add(cell.text());
      }
      return names.isEmpty() ? numbered(data.size()) : names;
    }

    private static void requireCovariance(List<List<Cell>> data, double[][] values, int offset) {
      for (int i = 0; i < values.length; i++) {
        if (values[i][i] < 0) {
          throw data.get(i)
              .get(i + offset)
              .problem(
                  "the variance is "
                      + values[i][i]
                      + "; what stands on the diagonal of a covariance is not negative");
        }
        for (int j = 0; j < i; j++) {
          double scale = Math.sqrt(values[i][i]) * Math.sqrt(values[j][j]);
          if (Math.abs(values[i][j] - values[j][i]) > ROUNDING * scale) {
            Cell mirror = data.get(j).get(i + offset);
            throw data.get(i)
                .get(j + offset)
                .problem(
                    "the matrix is not symmetric: "
                        + values[i][j]
                        + " here, but "
                        + values[j][i]
                        + " in line "
                        + mirror.line()
                        + ", column "
                        + mirror.column()
                        + "; a covariance has the same number at both");
          }
        }
      }
    }
  }

  /** Names for assets that have none: 'x1', 'x2', ... */
  public static List<String> numbered(int count) {
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      names.add("x" + i);
    }
    return names;
  }
}
