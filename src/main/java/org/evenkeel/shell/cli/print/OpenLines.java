package org.evenkeel.shell.cli.print;

import java.util.List;
import org.evenkeel.core.statement.OpenRow;

/** Positions that are uncertain because the fate of an order is open, at both ends. */
final class OpenLines {

  private OpenLines() {}

  static String of(List<OpenRow> rows) {
    TextTable table =
        new TextTable(
            "uncertain", "sleeve", ">least", ">greatest", ">gross", ">to", ">risk", ">to");
    for (OpenRow row : rows) {
      table.row(
          row.instrument(),
          row.sleeve().isEmpty() ? "-" : row.sleeve(),
          Figures.exact(row.low()),
          Figures.exact(row.high()),
          Figures.ratio(row.grossLow()),
          Figures.ratio(row.grossHigh()),
          Figures.percent(row.riskLow()),
          Figures.percent(row.riskHigh()));
    }
    return rows.isEmpty() ? "" : table.toString();
  }
}
