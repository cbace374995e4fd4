package org.evenkeel.shell.cli.print;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import org.evenkeel.core.statement.LimitRow;

/** Limits with what is left of them, as people read them. */
public final class LimitsText {

  private LimitsText() {}

  public static String of(List<LimitRow> rows) {
    StringBuilder text = new StringBuilder();
    line(text, "limit", "of", "value", "limit", "left", "reached by");
    for (LimitRow row : rows) {
      line(
          text,
          row.limit(),
          row.subject(),
          number(row.value()),
          number(row.most()),
          number(row.distance()),
          row.hit());
    }
    return text.toString();
  }

  private static void line(
      StringBuilder text,
      String limit,
      String of,
      String value,
      String most,
      String left,
      String hit) {
    text.append(
            String.format(
                Locale.ROOT, "%-24s %-28s %16s %16s %16s  %s", limit, of, value, most, left, hit))
        .append('\n');
  }

  private static String number(BigDecimal value) {
    return value.setScale(4, RoundingMode.HALF_EVEN).toPlainString();
  }
}
