package org.evenkeel.shell.cli.print;

import java.math.BigDecimal;
import java.util.Locale;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.statement.CostRow;
import org.evenkeel.core.statement.CostStatement;

/** Costs by group, in the NAV currency, the total in basis points of the value beside what was assumed. */
public final class CostsText {

  private CostsText() {}

  public static String of(CostStatement costs) {
    if (costs.rows().isEmpty()) {
      return "no costs: nothing was traded in that time\n";
    }
    TextTable table =
        new TextTable(
            "in " + costs.currency(),
            ">orders",
            ">value",
            ">delay",
            ">spread",
            ">impact",
            ">fees",
            ">total",
            ">trading bp",
            ">assumed bp",
            ">not filled");
    costs.rows().forEach(row -> add(table, row));
    add(table, costs.all());
    return table
        + "\n"
        + costs.verdict()
        + (costs.isPersistent() ? "; that is more than assumed, and not by chance" : "")
        + "\n"
        + "trading is spread, impact and fees; 'not filled' is what the market has moved against trades that were not"
        + " made, and no part of the total\n"
        + (costs.all().cost().unpriced() > 0
            ? costs.all().cost().unpriced()
                + " fees are in a currency without a price here and not in the sums\n"
            : "");
  }

  private static void add(TextTable table, CostRow row) {
    table.row(
        row.key(),
        Integer.toString(row.orders()),
        Figures.money(row.value()),
        Figures.money(row.cost().delay()),
        Figures.money(row.cost().spread()),
        Figures.money(row.cost().impact()),
        Figures.money(row.cost().fees()),
        Figures.money(row.total()),
        points(row.cost().trading(), row.value()),
        points(row.assumed(), row.value()),
        Figures.money(row.forgone()));
  }

  private static String points(BigDecimal cost, BigDecimal value) {
    return value.signum() == 0
        ? "-"
        : String.format(Locale.ROOT, "%.2f", Decimals.quotient(cost, value).movePointRight(4));
  }
}
