package org.evenkeel.shell.cli.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Linear bounds on weights as a table: a header 'row,BTC,SOL,limit' and one bound per row.
 *
 * <p>The row 'alts,0,1,0.4' says that the weight of SOL is at most 0.4; an empty cell is zero, and an asset without a
 * column has zeros.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param name what the bound is called
 * @param coefficients one per asset
 * @param limit what the sum of coefficients times weights is at most
 */
public record LinearBounds(String name, List<Double> coefficients, double limit) {

  public LinearBounds {
    coefficients = List.copyOf(coefficients);
  }

  /** Reads a table for these assets. */
  public static List<LinearBounds> read(TextFile file, List<String> assets) {
    List<List<Cell>> rows = CsvRows.of(file);
    List<Cell> header = rows.get(0);
    Cell last = header.get(header.size() - 1);
    if (header.size() < 3 || !last.text().equals("limit")) {
      throw last.problem(
          "found '"
              + last.text()
              + "'; the first row is 'row,<assets...>,limit', and says"
              + " coefficients times weights at most limit");
    }
    Set<String> seen = new HashSet<>();
    for (Cell cell : header.subList(1, header.size() - 1)) {
      if (!assets.contains(cell.text())) {
        throw cell.problem("there is no asset '" + cell.text() + "'; there are " + assets);
      }
      if (!seen.add(cell.text())) {
        throw cell.problem("'" + cell.text() + "' has two columns");
      }
    }
    List<LinearBounds> bounds = new ArrayList<>();
    for (List<Cell> row : rows.subList(1, rows.size())) {
      if (row.size() != header.size()) {
        throw InputProblem.of(
            file.path(),
            row.get(0).line(),
            row.size() + " cells, but the header has " + header.size());
      }
      List<Double> coefficients = new ArrayList<>(Collections.nCopies(assets.size(), 0.0));
      for (int j = 1; j < row.size() - 1; j++) {
        Cell cell = row.get(j);
        coefficients.set(
            assets.indexOf(header.get(j).text()), cell.text().isEmpty() ? 0 : cell.number());
      }
      bounds.add(
          new LinearBounds(row.get(0).text(), coefficients, row.get(row.size() - 1).number()));
    }
    return bounds;
  }
}
