package org.evenkeel.shell.cli.print;

import java.util.List;
import org.evenkeel.core.statement.MarginRow;

/** What maintenance margin the proof of a plan reckons with where that is not the configured rate. */
public final class MarginLines {

  private MarginLines() {}

  /** A table of the contracts that need more, or of which the venue tells nothing; nothing if there is none. */
  public static String of(List<MarginRow> rows) {
    TextTable table =
        new TextTable(
            "maintenance margin", ">value", ">reckoned", ">configured", ">granted up to", "");
    List<MarginRow> shown = rows.stream().filter(row -> row.isDearer() || row.isUntold()).toList();
    for (MarginRow row : shown) {
      table.row(
          row.instrument(),
          Figures.money(row.value()),
          Figures.percent(row.rate()),
          Figures.percent(row.configured()),
          row.most().map(Figures::money).orElse("-"),
          row.source());
    }
    return shown.isEmpty() ? "" : "\n" + table;
  }
}
