package org.evenkeel.shell.cli.print;

import org.evenkeel.core.statement.CycleStatement;
import org.evenkeel.core.statement.PositionRow;
import org.evenkeel.core.statement.WalletRow;

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
        + wallets(statement)
        + (statement.open().isEmpty() ? "" : "\n" + OpenLines.of(statement.open()));
  }

  /** What the venues say lies in each wallet. */
  private static String wallets(CycleStatement statement) {
    if (statement.wallets().isEmpty()) {
      return "";
    }
    TextTable table =
        new TextTable("venue", "wallet", "asset", ">balance", ">equity", ">available", "as of");
    for (WalletRow row : statement.wallets()) {
      table.row(
          row.venue(),
          row.wallet(),
          row.asset(),
          Figures.exact(row.balance()),
          row.equity().map(Figures::exact).orElse("not told"),
          Figures.exact(row.availableMargin()),
          Figures.time(row.asOf()));
    }
    return "\n" + table;
  }
}
