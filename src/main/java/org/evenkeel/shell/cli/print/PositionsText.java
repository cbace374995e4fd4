package org.evenkeel.shell.cli.print;

import org.evenkeel.core.statement.CycleStatement;
import org.evenkeel.core.statement.PositionRow;

/** What is held. */
public final class PositionsText {

  private PositionsText() {}

  public static String of(CycleStatement statement) {
    TextTable table = new TextTable("holding", ">quantity", ">price", ">value", ">of NAV");
    for (PositionRow row : statement.positions()) {
      table.row(
          row.subject(),
          Figures.exact(row.quantity()),
          Figures.exact(row.price()),
          Figures.money(row.notional()),
          Figures.percent(row.navFraction()));
    }
    return "as of "
        + Figures.time(statement.asOf())
        + ", NAV "
        + Figures.money(statement.nav())
        + "\n\n"
        + table
        + (statement.open().isEmpty() ? "" : "\n" + OpenLines.of(statement.open()));
  }
}
