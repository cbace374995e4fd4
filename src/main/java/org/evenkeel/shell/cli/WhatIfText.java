package org.evenkeel.shell.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.plan.PlannedLeg;
import org.evenkeel.core.statement.WeightRow;
import org.evenkeel.shell.cli.print.Figures;
import org.evenkeel.shell.cli.print.TextTable;

/** A plan beside the one under assumptions. */
final class WhatIfText {

  private WhatIfText() {}

  static String of(WhatIfPreview preview) {
    String heading =
        "as of "
            + Figures.time(preview.asOf())
            + ", what if "
            + String.join(", ", preview.assumptions())
            + "\n\n";
    if (preview.refusal().isPresent()) {
      return heading + "nothing can be said: " + preview.refusal().orElseThrow() + "\n";
    }
    WhatIfPreview.Case now = preview.unchanged().orElseThrow();
    WhatIfPreview.Case then = preview.changed().orElseThrow();
    return heading
        + figures(now, then)
        + refusal("now", now)
        + refusal("what if", then)
        + sleeves(now, then)
        + orders("now", now)
        + orders("what if", then)
        + "\nNothing was sent or recorded.\n";
  }

  private static String figures(WhatIfPreview.Case now, WhatIfPreview.Case then) {
    TextTable table = new TextTable("", ">now", ">what if");
    BigDecimal loss = then.nav().amount().subtract(now.nav().amount());
    table.row("NAV", Figures.money(now.nav().amount()), Figures.money(then.nav().amount()));
    table.row("change of NAV", "-", Figures.money(loss) + " " + part(loss, now.nav()));
    new CaseFigures(table, "", now, then)
        .row("gross leverage held", side -> side.heldLeverage().map(Figures::ratio))
        .row("volatility held", side -> side.heldVolatility().map(Figures::percent))
        .targets()
        .row("size set by", side -> side.targets().map(targets -> targets.binding().toString()))
        .orders();
    return table.toString();
  }

  private static String part(BigDecimal change, Money nav) {
    return nav.amount().signum() == 0
        ? ""
        : "(" + Figures.signedPercent(change.divide(nav.amount(), MathContext.DECIMAL32)) + ")";
  }

  private static String refusal(String name, WhatIfPreview.Case side) {
    return side.refusal()
        .map(refusal -> "\n" + name + ": nothing would be traded: " + refusal + "\n")
        .orElse("");
  }

  private static String sleeves(WhatIfPreview.Case now, WhatIfPreview.Case then) {
    if (now.weights().isEmpty() || then.weights().isEmpty()) {
      return "";
    }
    TextTable table =
        new TextTable(
            "sleeve",
            ">weight now",
            ">what if",
            ">change",
            ">target now",
            ">what if",
            ">change",
            ">risk held now",
            ">what if");
    for (int i = 0; i < now.weights().size(); i++) {
      WeightRow before = now.weights().get(i);
      WeightRow after = then.weights().get(i);
      table.row(
          before.sleeve(),
          Figures.percent(before.targetWeight()),
          Figures.percent(after.targetWeight()),
          Figures.signedPercent(after.targetWeight().subtract(before.targetWeight())),
          Figures.percent(before.targetExposure()),
          Figures.percent(after.targetExposure()),
          Figures.signedPercent(after.targetExposure().subtract(before.targetExposure())),
          Figures.percent(before.realizedRiskContribution()),
          Figures.percent(after.realizedRiskContribution()));
    }
    return "\n" + table;
  }

  private static String orders(String name, WhatIfPreview.Case side) {
    if (side.plan().isEmpty()) {
      return "";
    }
    TextTable table = new TextTable("instrument", "side", ">quantity", ">price", ">value");
    for (PlannedLeg leg : side.plan().orElseThrow().legs()) {
      table.row(
          leg.instrument().value(),
          leg.side() + (leg.reduceOnly() ? " reduce-only" : ""),
          leg.quantity().toString(),
          leg.arrivalPrice().toString(),
          Figures.money(leg.notional().amount()));
    }
    boolean none = side.plan().orElseThrow().legs().isEmpty();
    return "\norders " + name + "\n" + (none ? "nothing to trade\n" : table.toString());
  }
}
