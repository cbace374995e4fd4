package org.evenkeel.shell.cli;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;
import org.evenkeel.core.plan.RebalancePlan;
import org.evenkeel.shell.cli.print.Figures;
import org.evenkeel.shell.cli.print.TextTable;

/** Figures of two cases beside each other; a dash where a case has none. */
final class CaseFigures {

  private final TextTable table;
  private final String indent;
  private final WhatIfPreview.Case now;
  private final WhatIfPreview.Case then;

  /**
   * @param table of three columns
   * @param indent before each name
   */
  CaseFigures(TextTable table, String indent, WhatIfPreview.Case now, WhatIfPreview.Case then) {
    this.table = table;
    this.indent = indent;
    this.now = now;
    this.then = then;
  }

  /** What is wanted: leverage and volatility. */
  CaseFigures targets() {
    return row(
            "gross leverage wanted",
            side -> side.targets().map(targets -> Figures.ratio(targets.grossLeverage().value())))
        .row(
            "volatility wanted",
            side ->
                side.targets()
                    .map(targets -> Figures.percent(targets.forecastVolatilityAnnual().value())));
  }

  /** How many orders, and of what value. */
  CaseFigures orders() {
    return row("orders", side -> side.plan().map(plan -> String.valueOf(plan.legs().size())))
        .row("traded", side -> side.plan().map(CaseFigures::traded));
  }

  CaseFigures row(String name, Function<WhatIfPreview.Case, Optional<String>> figure) {
    table.row(indent + name, figure.apply(now).orElse("-"), figure.apply(then).orElse("-"));
    return this;
  }

  private static String traded(RebalancePlan plan) {
    return Figures.money(
        plan.legs().stream()
            .map(leg -> leg.notional().amount())
            .reduce(BigDecimal.ZERO, BigDecimal::add));
  }
}
