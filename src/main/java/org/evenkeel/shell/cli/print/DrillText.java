package org.evenkeel.shell.cli.print;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import org.evenkeel.core.statement.KillDrill;

/** A rehearsal of the kill switch as text. */
public final class DrillText {

  private DrillText() {}

  /** Times, then what each position has taken. */
  public static String of(KillDrill drill) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%d flattens of the book of %s at a simulated venue, every fifth answer wrong%n",
            drill.runs(),
            Figures.time(drill.bookOf())));
    text.append(
        String.format(
            Locale.ROOT,
            "market time until flat: expected without faults %s, median %s, longest %s, allowed %s: %s%n%n",
            seconds(drill.calm()),
            seconds(drill.median()),
            seconds(drill.worst()),
            seconds(drill.allowed()),
            drill.isPassed() ? "passed" : "FAILED"));
    TextTable table =
        new TextTable("position", "quantity", "value", "orders", "cost", "predicted cost");
    BigDecimal cost = BigDecimal.ZERO;
    BigDecimal predicted = BigDecimal.ZERO;
    for (KillDrill.Asset asset : drill.assets()) {
      table.row(
          asset.subject(),
          asset.quantity().stripTrailingZeros().toPlainString(),
          Figures.money(asset.value()),
          String.valueOf(asset.orders()),
          Figures.money(asset.cost()),
          Figures.money(asset.predicted()));
      cost = cost.add(asset.cost());
      predicted = predicted.add(asset.predicted());
    }
    table.row("all", "", "", "", Figures.money(cost), Figures.money(predicted));
    return text.append(table)
        .append(
            "cost is fee and half of the recorded spread on what was executed; predicted adds the planner's impact\n")
        .toString();
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
  }
}
