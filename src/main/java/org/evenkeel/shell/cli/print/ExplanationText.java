package org.evenkeel.shell.cli.print;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.statement.Contribution;
import org.evenkeel.core.statement.ExplainedOrder;
import org.evenkeel.cycle.OrderReasons;

/** Orders taken apart, for people. */
public final class ExplanationText {

  private ExplanationText() {}

  /** Every order with its parts and their sum. */
  public static String of(OrderReasons reasons) {
    StringBuilder text = new StringBuilder(reasons.cycle());
    text.append(
        reasons
            .explanation()
            .before()
            .map(before -> ", compared with " + before)
            .orElse(", the first decision"));
    text.append('\n');
    for (ExplainedOrder order : reasons.explanation().orders()) {
      text.append('\n').append(of(order));
    }
    reasons.explanation().remarks().forEach(remark -> text.append(remark).append('\n'));
    return text.toString();
  }

  private static String of(ExplainedOrder order) {
    String what =
        switch (order.contracts().signum()) {
          case 1 -> "buy " + Decimals.text(order.contracts());
          case -1 -> "sell " + Decimals.text(order.contracts().abs());
          default -> "no order";
        };
    TextTable table = new TextTable("  part", ">contracts", ">value");
    for (Contribution part : order.contributions()) {
      table.row("  " + part.cause().words(), exact(part.contracts()), Figures.money(part.value()));
    }
    table.row("  the order", exact(order.contracts()), Figures.money(order.value()));
    return order.instrument()
        + ": "
        + what
        + ", held "
        + Decimals.text(order.held())
        + "\n"
        + table;
  }

  /** With as many decimals in every row, so that they can be added up by eye. */
  private static String exact(BigDecimal contracts) {
    return contracts
        .setScale(Math.max(contracts.scale(), 12), RoundingMode.UNNECESSARY)
        .toPlainString();
  }
}
