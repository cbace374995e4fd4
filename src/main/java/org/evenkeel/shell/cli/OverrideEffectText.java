package org.evenkeel.shell.cli;

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
    new CaseFigures(table, "  ", now, then).targets().orders();
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
}
