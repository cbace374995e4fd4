package org.evenkeel.shell.cli;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;
import org.evenkeel.core.plan.RebalancePlan;
import org.evenkeel.core.statement.WeightRow;
import org.evenkeel.shell.cli.print.Figures;
import org.evenkeel.shell.cli.print.TextTable;

/** What an override would do to weights, risk and orders; only what it changes is listed. */
final class OverrideEffectText {

  private OverrideEffectText() {}

  static String of(WhatIfPreview preview) {
    if (preview.refusal().isPresent()) {
      return "  effect not known: " + preview.refusal().orElseThrow().detail() + "\n";
    }
    WhatIfPreview.Case now = preview.unchanged().orElseThrow();
    WhatIfPreview.Case then = preview.changed().orElseThrow();
    if (now.refusal().isPresent() || then.refusal().isPresent()) {
      return "  without it: "
          + now.refusal().map(Object::toString).orElse("it would be traded")
          + "\n  with it: "
          + then.refusal().map(Object::toString).orElse("it would be traded")
          + "\n";
    }
    TextTable table = new TextTable("  a decision now", ">before", ">after");
    row(table, "  gross leverage wanted", now, then, OverrideEffectText::gross);
    row(table, "  volatility wanted", now, then, OverrideEffectText::volatility);
    row(table, "  orders", now, then, OverrideEffectText::orders);
    row(table, "  traded", now, then, side -> side.plan().map(OverrideEffectText::traded));
    for (int i = 0; i < Math.min(now.weights().size(), then.weights().size()); i++) {
      WeightRow before = now.weights().get(i);
      WeightRow after = then.weights().get(i);
      if (before.targetExposure().compareTo(after.targetExposure()) != 0) {
        table.row(
            "  " + before.sleeve() + " target",
            Figures.percent(before.targetExposure()),
            Figures.percent(after.targetExposure()));
      }
    }
    return table.toString();
  }

  private static void row(
      TextTable table,
      String name,
      WhatIfPreview.Case now,
      WhatIfPreview.Case then,
      Function<WhatIfPreview.Case, Optional<String>> figure) {
    table.row(name, figure.apply(now).orElse("-"), figure.apply(then).orElse("-"));
  }

  private static Optional<String> gross(WhatIfPreview.Case side) {
    return side.targets().map(targets -> Figures.ratio(targets.grossLeverage().value()));
  }

  private static Optional<String> volatility(WhatIfPreview.Case side) {
    return side.targets()
        .map(targets -> Figures.percent(targets.forecastVolatilityAnnual().value()));
  }

  private static Optional<String> orders(WhatIfPreview.Case side) {
    return side.plan().map(plan -> String.valueOf(plan.legs().size()));
  }

  private static String traded(RebalancePlan plan) {
    return Figures.money(
        plan.legs().stream()
            .map(leg -> leg.notional().amount())
            .reduce(BigDecimal.ZERO, BigDecimal::add));
  }
}
