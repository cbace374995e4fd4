package org.evenkeel.shell.cli.print;

import java.math.BigDecimal;
import java.util.List;
import org.evenkeel.core.statement.CycleStatement;
import org.evenkeel.core.statement.WeightRow;

/** Target and held weights with a bar for each sleeve's share of the risk. */
public final class WeightsText {

  /** One '#' for each percent of the risk. */
  private static final BigDecimal STEP = new BigDecimal("0.01");

  private static final int WIDTH = 40;

  private WeightsText() {}

  public static String of(CycleStatement statement) {
    return "as of "
        + Figures.time(statement.asOf())
        + ", NAV "
        + Figures.money(statement.nav())
        + ", gross leverage "
        + Figures.ratio(statement.grossLeverage())
        + ", forecast volatility "
        + Figures.percent(statement.forecastVolatility())
        + "\nweights by "
        + statement.principle()
        + (statement.lots().isEmpty() ? "" : "\n" + statement.lots())
        + "\n\n"
        + table(statement.weights());
  }

  static String table(List<WeightRow> rows) {
    TextTable table =
        new TextTable(
            "sleeve",
            "class",
            ">weight",
            ">target",
            ">held",
            ">drift",
            ">budget",
            ">risk at target",
            ">risk held",
            "override",
            "");
    for (WeightRow row : rows) {
      table.row(
          row.sleeve(),
          row.sleeveClass(),
          Figures.percent(row.targetWeight()),
          Figures.percent(row.targetExposure()),
          Figures.percent(row.currentExposure()),
          Figures.signedPercent(row.drift()),
          Figures.percent(row.riskBudget()),
          Figures.percent(row.targetRiskContribution()),
          Figures.percent(row.realizedRiskContribution()),
          row.override().isEmpty() ? "-" : row.override(),
          Figures.bar(row.realizedRiskContribution(), STEP, WIDTH));
    }
    return table.toString();
  }
}
