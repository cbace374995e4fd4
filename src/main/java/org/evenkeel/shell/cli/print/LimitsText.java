package org.evenkeel.shell.cli.print;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.statement.LimitRow;

/** Limits with what is left of them, as people read them, by the numbers of ops/controls.md. */
public final class LimitsText {

  private LimitsText() {}

  public static String of(List<LimitRow> rows) {
    TextTable table =
        new TextTable(">#", "limit", "of", ">value", ">limit", ">left", "reached by, or why not");
    for (LimitRow row : rows) {
      table.row(
          String.valueOf(row.item()),
          row.limit(),
          row.subject(),
          number(row.value()),
          number(row.most()),
          number(row.distance()),
          row.hit());
    }
    return table.toString();
  }

  private static String number(Optional<BigDecimal> value) {
    return value
        .map(number -> Decimals.text(number.setScale(4, RoundingMode.HALF_EVEN)))
        .orElse("-");
  }
}
